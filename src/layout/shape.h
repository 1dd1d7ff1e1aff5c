// Items -> glyphs, by HarfBuzz.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/itemize.h"
#include "model/font.h"

namespace skabelon {

/// In font units. Kept in logical order, the reverse of what is seen in a right-to-left item.
struct ShapedGlyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0;
  std::int32_t dx = 0;
  std::int32_t dy = 0;
  std::uint32_t cluster = 0;     ///< first UTF-16 unit it stands for
  bool unsafe_to_break = false;  ///< to break the line before it changes the glyphs on either side
};

/// Appends the glyphs of [begin, end), a part of the item or all of it, with clusters as positions in `text`.
/// What stands before and after decides how letters join, also in another item (Arabic).
void shape(std::u16string_view text, const Item& item, std::uint32_t begin, std::uint32_t end, const Language& language,
           std::vector<ShapedGlyph>& glyphs);

/// The glyph shown where a word is broken; id 0 where the font has none.
ShapedGlyph hyphen_glyph(const Font& font);

}  // namespace skabelon
