// One paragraph -> lines of glyph runs: bidi, script runs, shaping, fallback, line breaks, hyphens.
// Knows nothing of pages.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"
#include "model/style.h"

namespace skabelon {

/// A stretch of a paragraph with one language, character style and link; a leaf of the structure tree.
struct Segment {
  std::u16string text;                 ///< logical order; of bidi controls only LRM, RLM and ALM
  const Language* language = nullptr;  ///< never null
  const CharacterStyle* style = nullptr;
  std::string link;
  bool isolated = false;    ///< a Value: set between FSI and PDI
  bool fixed = false;       ///< left-to-right and unbreakable, Latin class (phone numbers, addresses)
  bool line_break = false;  ///< a forced break follows
  Span span;
};

/// A run placed on its line: x from the line's physical left edge (0 = left edge of the column).
struct LineRun {
  std::size_t segment = 0;  ///< index into the paragraph's segments
  Length x;
  Length width;
  GlyphRun run;           ///< origin is not set yet
  std::size_t order = 0;  ///< sorts the runs of a paragraph as its text is read
};

struct TextLine {
  std::vector<LineRun> runs;  ///< visual order, left to right
  Length width;               ///< without trailing white space
};

struct ParagraphLines {
  std::vector<TextLine> lines;
  Length leading;
  Length baseline;       ///< from a line's top to its baseline: 0.8 of the leading, as LibreOffice sets it (odt.md 10)
  bool any_rtl = false;  ///< holds right-to-left runs: its leaves need ActualText (pdf.md)
};

/// Sets the segments in a column of that width. Lines start at the start side of `language` (right-to-left: flush
/// right), or as style.align says. Greedy; a word wider than the column is broken at its last fitting grapheme.
/// Missing glyphs are reported to `missing` with their segment's span.
struct MissingGlyph {
  char32_t character;
  Span span;
};
ParagraphLines set_paragraph(const std::vector<Segment>& segments, const Language& language,
                             const ParagraphStyle& style, Length width, const FontSet& fonts,
                             std::vector<MissingGlyph>& missing);

/// The width of the text on one line, without breaking.
Length natural_width(const std::vector<Segment>& segments, const Language& language, const ParagraphStyle& style,
                     const FontSet& fonts);

}  // namespace skabelon
