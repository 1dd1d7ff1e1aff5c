// Link areas, anchors and the outline -> annotations, destinations and bookmarks (ISO 32000-1, 12.3, 12.5).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/pages.h"
#include "pdf/object_file.h"

namespace skabelon::pdf {

/// A link annotation as written; the structure tree refers to it.
struct LinkObject {
  Ref annotation;
  std::int32_t node = -1;
  std::size_t page = 0;
};

/// All links in the order of the pages. The link at index i has the /StructParent `first_key` + i. Throws Error
/// (machine) where a link leads to an anchor that is not there or belongs to no node.
std::vector<LinkObject> write_links(ObjectFile& file, const Pages& pages, const std::vector<Ref>& page_refs,
                                    std::size_t first_key);

/// The outline dictionary, or no reference where there is no outline.
Ref write_outline(ObjectFile& file, const Pages& pages, const std::vector<Ref>& page_refs);

/// An address as URIs are written in PDF: 7-bit ASCII, all else percent-encoded UTF-8 (12.6.4.7, RFC 3986).
std::string ascii_address(std::string_view address);

}  // namespace skabelon::pdf
