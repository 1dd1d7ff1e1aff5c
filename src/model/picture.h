// A decoded picture: logos, illustrations.
#pragma once

#include <memory>
#include <string>

namespace skabelon {

/// 8-bit RGB rows from the top, with an optional alpha plane; the file's own bytes stay for the ODT.
struct Picture {
  int width = 0;      ///< pixels, > 0
  int height = 0;     ///< pixels, > 0
  std::string rgb;    ///< width*height*3 bytes
  std::string alpha;  ///< width*height bytes, or empty when opaque
  std::string file;   ///< the PNG as read
  std::string path;   ///< where it was read, for messages and for a stable name in the ODT
};
using PictureRef = std::shared_ptr<const Picture>;

}  // namespace skabelon
