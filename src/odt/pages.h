// Page geometry and running matter -> page layouts and master pages of styles.xml.
#pragma once

#include "odt/inlines.h"

namespace skabelon::odt {

/// Whether the document opens with a cover; what stands before it are notices that move to its top.
bool has_cover(const Document& document);

/// Fills <office:automatic-styles> (through shared.styles) and <office:master-pages> of styles.xml. `logo` is the
/// path of the logo's picture in the package, or empty.
void write_pages(Shared& shared, pugi::xml_node masters, const std::string& logo);

}  // namespace skabelon::odt
