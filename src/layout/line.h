// A stretch of shaped text -> a line: runs in visual order, each in its place.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/itemize.h"
#include "layout/paragraph.h"
#include "layout/shape.h"

namespace skabelon {

/// A paragraph with all its glyphs, before it is broken into lines.
struct ShapedText {
  const std::vector<Segment>* segments = nullptr;
  const Language* language = nullptr;
  const ParagraphStyle* style = nullptr;
  ItemizedText itemized;
  std::vector<ShapedGlyph> glyphs;  ///< of all items, ascending by cluster

  const Language& language_of(const Item& item) const { return *(*segments)[item.segment].language; }
};

/// Shapes all items.
void shape_items(ShapedText& text);

/// What stands on a line.
struct LineSpan {
  std::uint32_t begin = 0, end = 0;  ///< of its text
  bool hyphen = false;               ///< a hyphen follows its last character
};

/// Places the span on a line of a column that wide, aligned as language and style say. Reshapes a run whose glyphs
/// the break changes, so the width can differ a little from the sum of the glyphs.
TextLine place_line(const ShapedText& text, LineSpan span, Length column);

/// A length in font units at the item's size, rounded up: sums of it never fall short of a placed line.
Length units_to_length(const Item& item, std::int64_t units);

/// Width of the hyphen that would follow the character before `position`; zero where its font has none.
Length hyphen_width(const ShapedText& text, std::uint32_t position);

/// The last item that begins before `position`; null where there is none.
const Item* item_before(const ItemizedText& text, std::uint32_t position);

}  // namespace skabelon
