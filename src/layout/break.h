// Text -> the places where a line may end: ICU's (UAX #14) with our tailoring.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace skabelon {

/// Positions (UTF-16 units, ascending) before which a new line may begin; the text's end is among them, 0 is not.
/// Beyond ICU a line may end after Ethiopic punctuation that no space follows. It may not
/// - inside words joined by "/" or "-" between Ethiopic letters,
/// - between a number and its per cent sign,
/// - between a quotation mark of the language and what it encloses,
/// - inside Language::unbreakable.
void line_breaks(std::u16string_view text, const Language& language, std::vector<std::uint32_t>& breaks);

/// Removes what lies inside [begin, end).
void keep_together(std::vector<std::uint32_t>& breaks, std::uint32_t begin, std::uint32_t end);

/// Removes what lies inside the language's unbreakable words within [begin, end) of the text.
void keep_words_together(std::u16string_view text, const Language& language, std::uint32_t begin, std::uint32_t end,
                         std::vector<std::uint32_t>& breaks);

/// Grapheme boundaries of a text (UAX #29), found from any place in it.
class Graphemes {
 public:
  explicit Graphemes(std::u16string_view text) : text_(text) {}
  /// The last boundary at or before `position`.
  std::uint32_t at_or_before(std::uint32_t position);
  /// The first boundary after `position`, at most the text's end.
  std::uint32_t after(std::uint32_t position);

 private:
  std::u16string_view text_;
  bool open_ = false;
};

}  // namespace skabelon
