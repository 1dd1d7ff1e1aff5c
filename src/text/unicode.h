// Small Unicode tools that several stages need; a thin face on ICU.
#pragma once

#include <string>
#include <string_view>

namespace skabelon {

std::u16string to_utf16(std::string_view utf8);
std::string to_utf8(std::u16string_view utf16);
/// Appends one code point.
void append(std::u16string& text, char32_t code_point);

/// LRM, RLM, ALM and the embedding, override and isolate controls (UAX #9, 2): never glyphs.
bool is_bidi_control(char32_t code_point);
/// LRM, RLM and ALM: marks that stand alone.
constexpr bool is_bidi_mark(char32_t code_point) {
  return code_point == 0x200E || code_point == 0x200F || code_point == 0x061C;
}
/// The text without bidi controls: as it is read back.
std::u16string without_bidi_controls(std::u16string text);

/// What a text has: strong characters of either direction (UAX #9, 3.2), and others than digits and the separators
/// inside of numbers and dates.
struct Letters {
  bool left_to_right = false, right_to_left = false, others = false;
};
Letters letters_in(std::u16string_view text);

bool is_valid_utf8(std::string_view bytes);

inline constexpr char16_t first_strong_isolate = u'\u2068';
inline constexpr char16_t left_to_right_isolate = u'\u2066';
inline constexpr char16_t pop_directional_isolate = u'\u2069';
inline constexpr char16_t soft_hyphen = u'\u00AD';

}  // namespace skabelon
