// A glyph run -> the piece of source text that each of its glyphs stands for.
#pragma once

#include <string_view>
#include <vector>

#include "model/pages.h"

namespace skabelon::pdf {

/// One piece a glyph. Read in logical order the pieces are the run's text again, except that a glyph too many in
/// its cluster stands for U+2060, which has no width and no meaning. The pieces point into the run's text.
void glyph_texts(const GlyphRun& run, std::vector<std::u16string_view>& pieces);

}  // namespace skabelon::pdf
