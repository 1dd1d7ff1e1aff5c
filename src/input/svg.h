// An SVG file -> Picture: flat fills and strokes of outlines, nothing else.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/span.h"
#include "model/picture.h"

namespace skabelon {

inline constexpr int drawing_side = 100'000;                ///< units along a drawing's longer side
inline constexpr std::size_t drawing_curve_limit = 50'000;  ///< curves of one drawing

/// Reads the drawing: svg, g, path, rect, circle, ellipse, line, polyline, polygon; fills and strokes of one colour;
/// transforms. Null where anything else would be seen in it: the sink knows what, at its line of the file.
PictureRef read_drawing(std::string bytes, const std::string& path, Sources& sources, Sink& sink);

}  // namespace skabelon
