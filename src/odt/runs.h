// A paragraph's text -> the stretches for which LibreOffice would take another font than we do.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"
#include "model/style.h"

namespace skabelon::odt {

/// A piece of a paragraph: one inline's text, cut where fonts change.
struct Run {
  std::size_t item = 0;  ///< index of the inline
  std::string text;      ///< UTF-8
  std::string family;    ///< to be said in a span; empty: the paragraph style's fonts are right
  Length size;
};

/// The text an inline shows: a value's, a reference's, "1" for page numbers.
std::string shown_text(const Inline& item, const PageLabels& labels);

std::vector<Run> font_stretches(const Inlines& inlines, const PageLabels& labels, const ParagraphStyle& look,
                                const Language& language, const StyleSheet& sheet, const FontSet& fonts);

}  // namespace skabelon::odt
