// The marks of a page -> its content stream (ISO 32000-1, 7.8.2), with marked content for the structure tree.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/pages.h"
#include "pdf/document_font.h"
#include "pdf/document_pictures.h"

namespace skabelon::pdf {

/// What one page paints.
struct Content {
  std::string bytes;
  std::vector<std::int32_t> owners;  ///< by MCID: the node of the structure tree
};

/// Throws Error (machine) where a mark's node is none of the tree's.
Content paint(const Pages& pages, const Page& page, DocumentFonts& fonts, DocumentPictures& pictures);

/// The name of a node's structure type (14.8.4).
std::string_view type_name(const StructureNode& node);

}  // namespace skabelon::pdf
