// Text -> runs of one font: script classes and font fallback, the same for both writers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/font.h"
#include "model/style.h"

namespace skabelon {

/// A stretch of a paragraph whose class is given from outside: a value of another language, a phone number.
struct ClassSpan {
  std::size_t begin = 0, end = 0;     ///< UTF-16 units
  std::optional<ScriptClass> forced;  ///< all its characters take this class; none: each run its own
  bool bold = false;
};

struct FontRun {
  std::size_t begin = 0, end = 0;           ///< UTF-16 units
  const Font* font = nullptr;               ///< null: no font has this character
  ScriptClass script = ScriptClass::latin;  ///< whose record of the style gives the size
};

/// Cuts `text` into runs. A strong character's script gives its class; neutrals and digits take the class of the
/// run they stand in, at the start that of `base`. Then the class's family in `style`, bold or not, serves each
/// character it covers; others fall back through all families of `fonts` in order, with the size of the fallback
/// font's own class (symbols: of the class they stand in). Marks and default-ignorables stay with their base.
/// `spans` are sorted, disjoint and cover the text.
std::vector<FontRun> font_runs(std::u16string_view text, const std::vector<ClassSpan>& spans, ScriptClass base,
                               const ParagraphStyle& style, const FontSet& fonts);

}  // namespace skabelon
