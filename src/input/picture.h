// The bytes of a PNG or an SVG -> Picture.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/span.h"
#include "model/picture.h"

namespace skabelon {

inline constexpr std::size_t picture_file_limit = std::size_t{16} << 20U;
inline constexpr std::size_t picture_side_limit = 10'000;      ///< pixels
inline constexpr std::size_t picture_area_limit = 25'000'000;  ///< pixels

/// Reads and decodes the PNG at `path`; `span` is where it is named. Null when it is missing, no PNG, damaged or too
/// large: the sink knows which.
PictureRef load_picture(const Files& files, const std::string& path, Span span, Sink& sink);

/// The same for a picture of a template, which may be a drawing too: a file that ends in .svg.
PictureRef load_illustration(const Files& files, const std::string& path, Span span, Sources& sources, Sink& sink);

/// A PNG's bytes at hand.
PictureRef decode_picture(std::string bytes, const std::string& path, Span span, Sink& sink);

}  // namespace skabelon
