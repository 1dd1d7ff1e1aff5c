// A font and the glyphs used -> the bytes of a TrueType font with these glyphs alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/font.h"

struct hb_face_t;
struct hb_font_t;

namespace skabelon::pdf {

/// What is kept of a Font for the whole process, made ready for fast subsetting. Immutable.
struct PreparedFont {
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
  std::uint32_t glyph_count = 0;
  int units_per_em = 1000;

  /// In font units, as the font's own table of widths has it.
  std::int32_t advance(std::uint32_t glyph) const;
};

/// Thread-safe; the result lives as long as the process. Throws Error (machine) when the bytes are no font.
const PreparedFont& prepared(const Font& font);

struct Subset {
  std::string bytes;
  std::vector<std::uint32_t> new_ids;  ///< of the glyphs asked for, in their order
};

/// `glyphs` in any order, repetitions allowed. Throws Error (machine) when hb-subset fails.
Subset subset(const Font& font, const std::vector<std::uint32_t>& glyphs);

}  // namespace skabelon::pdf
