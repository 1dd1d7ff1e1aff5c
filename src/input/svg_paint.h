// The presentation attributes of an SVG element -> how it is painted.
#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "input/xml.h"
#include "model/picture.h"

namespace skabelon {

/// What elements inherit (SVG 1.1, 11): at the top black and no stroke.
struct SvgPaint {
  std::optional<Color> fill = Color{};
  bool even_odd = false;
  std::optional<Color> stroke;
  double stroke_width = 1;
  PicturePath::Cap cap = PicturePath::Cap::butt;
  PicturePath::Join join = PicturePath::Join::miter;
  double miter_limit = 4;
};

/// Puts what the element's attributes and its `style` say over what it inherits; reports what is not drawn. False for
/// an element that is not displayed.
bool inherit_paint(const XmlNode& node, SvgPaint& paint, Sink& sink);

}  // namespace skabelon
