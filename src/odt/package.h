// Parts -> one zip package, as ODF 1.3 part 2 wants it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/font.h"

namespace skabelon::odt {

struct Part {
  std::string path;            ///< "content.xml"
  std::string media_type;      ///< for the manifest
  std::string bytes;           ///< empty for a font
  const Font* font = nullptr;  ///< its file is the part; compressed once a process
  bool stored = false;         ///< pictures are compressed already
};

/// The package: mimetype first, the parts in their order, then META-INF/manifest.xml that lists them all.
/// Same parts, same bytes. Throws Error (machine) when libzip fails.
std::string pack(const std::vector<Part>& parts);

}  // namespace skabelon::odt
