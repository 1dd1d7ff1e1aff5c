// A paragraph's segments -> one text with isolates, bidi levels, and items of one level, script, font and segment.
#pragma once

#include <unicode/ubidi.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "text/font_runs.h"

namespace skabelon {

/// Text that is shaped at one go. Bidi controls belong to no item, nor do characters that no font has.
struct Item {
  std::uint32_t begin = 0, end = 0;  ///< UTF-16 units of ItemizedText::text
  UBiDiLevel level = 0;
  UScriptCode script = USCRIPT_COMMON;
  const Font* font = nullptr;  ///< never null
  Length size;
  std::uint32_t segment = 0;
  std::uint32_t glyph_begin = 0, glyph_end = 0;  ///< set by shaping

  bool rtl() const { return (level & 1U) != 0; }
};

struct TextRange {
  std::uint32_t begin = 0, end = 0;
};

/// Characters of one direction on a line.
struct VisualRun {
  std::uint32_t begin = 0, end = 0;
  bool rtl = false;
};

/// An item is never longer than this: it bounds what one call of the shaper costs.
inline constexpr std::uint32_t longest_item = 8192;

/// Not to be copied: `bidi` points into `text`.
struct ItemizedText {
  std::u16string text;              ///< segments with FSI … PDI round the isolated, U+2028 for forced breaks
  std::vector<TextRange> segments;  ///< without their isolates
  std::vector<Item> items;          ///< logical order
  std::vector<MissingGlyph> missing;
  UBiDi* bidi = nullptr;  ///< of the whole paragraph; owned by the thread
  const UBiDiLevel* levels = nullptr;
  bool any_rtl = false;
  bool all_one_level = false;
};

/// Fills `result`, whose old content goes; it is valid until the next call on this thread.
void itemize(const std::vector<Segment>& segments, const Language& language, const ParagraphStyle& style,
             const FontSet& fonts, ItemizedText& result);

/// The runs of the line [begin, end) from left to right (UAX #9, L1 and L2).
void visual_runs(const ItemizedText& text, std::uint32_t begin, std::uint32_t end, std::vector<VisualRun>& runs);

/// White space that hangs outside a line's width when it ends the line.
bool hangs(char16_t unit);

}  // namespace skabelon
