// UTF-8 <-> UTF-16, and the characters that steer the bidirectional algorithm.
#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstdint>

// ICU's macros for UTF-8 narrow int to uint8_t.
#pragma GCC diagnostic ignored "-Wconversion"

namespace skabelon {

std::u16string to_utf16(std::string_view utf8) {
  std::u16string result;
  result.reserve(utf8.size());
  const char* const bytes = utf8.data();
  for (std::size_t i = 0; i < utf8.size();) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, utf8.size(), c);
    append(result, static_cast<char32_t>(c));
  }
  return result;
}

std::string to_utf8(std::u16string_view utf16) {
  std::string result;
  result.reserve(utf16.size());
  const char16_t* const units = utf16.data();
  for (std::size_t i = 0; i < utf16.size();) {
    UChar32 c;
    U16_NEXT_OR_FFFD(units, i, utf16.size(), c);
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    result.append(reinterpret_cast<const char*>(bytes), length);
  }
  return result;
}

void append(std::u16string& text, char32_t code_point) {
  if (code_point < 0x10000) {
    text += static_cast<char16_t>(code_point);
    return;
  }
  text += static_cast<char16_t>(U16_LEAD(code_point));
  text += static_cast<char16_t>(U16_TRAIL(code_point));
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::u16string without_bidi_controls(std::u16string text) {
  std::erase_if(text, [](char16_t unit) { return is_bidi_control(unit); });
  return text;
}

Letters letters_in(std::u16string_view text) {
  Letters result;
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U16_NEXT(text.data(), i, text.size(), c);
    switch (u_charDirection(c)) {
      case U_LEFT_TO_RIGHT:
        result.left_to_right = true;
        break;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        result.right_to_left = true;
        break;
      case U_EUROPEAN_NUMBER:
      case U_ARABIC_NUMBER:
      case U_COMMON_NUMBER_SEPARATOR:
        break;
      default:
        result.others = true;
    }
  }
  return result;
}

bool is_valid_utf8(std::string_view bytes) {
  const char* const data = bytes.data();
  for (std::size_t i = 0; i < bytes.size();) {
    UChar32 c;
    U8_NEXT(data, i, bytes.size(), c);
    if (c < 0) return false;
  }
  return true;
}

}  // namespace skabelon
