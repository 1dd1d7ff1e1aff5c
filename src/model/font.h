// The fonts of the catalog as plain data: bytes, coverage and the metrics both writers need.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace skabelon {

/// The classes of script that styles tell apart: each has its own family and size in a style.
/// Symbols (☐, ✂) are a class of their own with the size of the class they stand in.
enum class ScriptClass : std::uint8_t { latin, arabic, ethiopic };
inline constexpr std::size_t script_classes = 3;

/// One font file, immutable after loading; shared by all documents and threads.
struct Font {
  std::uint32_t id = 0;  ///< unique in this process and never reused; caches key on it
  std::string family;    ///< "Noto Sans"
  bool bold = false;
  ScriptClass script = ScriptClass::latin;  ///< whose record in a style gives the size when text falls back to it
  bool symbols = false;                     ///< takes the size of the run it stands in
  std::string file_name;                    ///< "NotoSans-Regular.ttf"
  std::string postscript_name;              ///< "NotoSans-Regular"
  std::shared_ptr<const std::string> bytes;
  /// Code points that have a glyph, as sorted, disjoint, inclusive ranges.
  std::vector<std::pair<char32_t, char32_t>> coverage;
  int units_per_em = 1000;
  // In 1/1000 em, as PDF wants them (ISO 32000-1, 9.8.1).
  int ascent = 0;
  int descent = 0;
  int cap_height = 0;
  int box[4] = {0, 0, 0, 0};
  std::uint32_t blank_glyph = 0;  ///< a glyph without outline or advance for ZWNJ and the like; 0 if there is none

  bool has(char32_t code_point) const;
};

/// All fonts. `families` keep the order of fonts.xml: it is the order of fallback.
struct FontSet {
  std::vector<std::unique_ptr<const Font>> fonts;
  std::vector<std::string> families;

  /// The font of a family, or null. A family without a bold file gives its regular one.
  const Font* find(const std::string& family, bool bold) const;
};

}  // namespace skabelon
