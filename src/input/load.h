// Files -> Catalog and Data, checked and cross-checked.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/catalog.h"
#include "model/data.h"

namespace skabelon {

/// Reads templates/, locales/, fonts/fonts.xml, templates/style.xml and what they name. Everything wrong goes to
/// the sink, all at once; the Catalog is fit for use only when the sink has no errors.
/// Throws Error (machine) where a font or dictionary of this machine is missing, naming its Debian package.
Catalog load(const Files& files, Sources& sources, Sink& sink);

/// Reads a kit file and the municipalities and organisations it refers to. As above.
Data load_data(const Files& files, const Catalog& catalog, const std::string& path, Sources& sources, Sink& sink);

}  // namespace skabelon
