// Who publishes a document: name, logo and colour from the data.
#pragma once

#include <string>

#include "compose/facts.h"
#include "model/data.h"
#include "model/picture.h"
#include "model/style.h"

namespace skabelon {

struct Brand {
  std::string name;
  PictureRef logo;
  std::string logo_alternative;
  std::string color;  ///< "#1f4e79", or empty
};

/// The municipality's; what it does not give stays empty.
Brand brand_of(const Facts& facts, const Data& data);

/// WCAG 2.2: relative luminance and contrast ratio.
double contrast_with_white(Color color);
/// `color` darkened until its contrast with white is at least 4.5:1.
Color readable(Color color);
/// "#1f4e79" -> Color; black where it is none.
Color parse_color(const std::string& text);
/// `style` with its accent replaced by `color` (made readable) and its tint by 8 % of it.
StyleSheet with_accent(StyleSheet style, Color color);

}  // namespace skabelon
