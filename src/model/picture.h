// A picture read: pixels of a PNG, or the outlines of an SVG.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/style.h"

namespace skabelon {

/// A place in a drawn picture: from its top left corner, y downwards, in the units of Picture::width and height.
struct PicturePoint {
  std::int32_t x = 0, y = 0;
  bool operator==(const PicturePoint&) const = default;
};

/// Cubic Bézier curves one after another: two control points and the end of each. A straight line is a curve whose
/// control points stand at its own ends.
struct PictureOutline {
  PicturePoint start;
  std::vector<std::array<PicturePoint, 3>> curves;
  bool closed = false;
};

/// Outlines painted together: filled, then stroked.
struct PicturePath {
  enum class Cap : std::uint8_t { butt, round, square };
  enum class Join : std::uint8_t { miter, round, bevel };
  std::vector<PictureOutline> outlines;
  std::optional<Color> fill;
  bool even_odd = false;  ///< the rule of what is inside; else non-zero winding
  std::optional<Color> stroke;
  std::int32_t stroke_width = 0;
  Cap cap = Cap::butt;
  Join join = Join::miter;
  double miter_limit = 4;
};

/// 8-bit RGB rows from the top, with an optional alpha plane; or, where `paths` is not empty, a drawing.
struct Picture {
  int width = 0;                   ///< pixels, > 0; of a drawing: the units its paths are in
  int height = 0;                  ///< the same
  std::string rgb;                 ///< width*height*3 bytes
  std::string alpha;               ///< width*height bytes, or empty when opaque
  std::vector<PicturePath> paths;  ///< in painting order
  std::string file;                ///< the file as read; the ODT takes a PNG as it is
  std::string path;                ///< where it was read, for messages and for a stable name in the ODT

  bool drawn() const { return !paths.empty(); }
};
using PictureRef = std::shared_ptr<const Picture>;

}  // namespace skabelon
