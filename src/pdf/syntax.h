// Values -> PDF syntax (ISO 32000-1, 7.3), appended to a text. No locale, no printf.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"
#include "model/style.h"

namespace skabelon::pdf {

/// The number of an indirect object; the generation is always 0. 0: none.
struct Ref {
  std::uint32_t number = 0;
  explicit operator bool() const { return number != 0; }
  bool operator==(const Ref&) const = default;
};

/// The longest text string in UTF-16 units: ISO 19005-2, 6.1.13 allows 32767 bytes, two are the byte order mark.
inline constexpr std::size_t text_string_limit = 16382;

void append_integer(std::string& out, std::int64_t value);
/// In points, rounded to hundredths, without trailing zeros.
void append_length(std::string& out, Length length);
/// A colour's three components, 0 to 1 in thousandths, separated by spaces.
void append_color(std::string& out, Color color);
/// Four hexadecimal digits.
void append_hex(std::string& out, std::uint32_t value);
/// "12 0 R".
void append_reference(std::string& out, Ref ref);
/// A literal string of these bytes, with parentheses.
void append_string(std::string& out, std::string_view bytes);
/// A text string: ASCII as it is, all else UTF-16BE with its mark. What is beyond text_string_limit is cut off.
void append_text(std::string& out, std::u16string_view text);
void append_text(std::string& out, std::string_view utf8);

/// The entries of a dictionary, without its brackets. Keys are written without their slash.
class Entries {
 public:
  Entries() { out_.reserve(192); }
  Entries& name(std::string_view key, std::string_view value);
  Entries& integer(std::string_view key, std::int64_t value);
  Entries& reference(std::string_view key, Ref value);
  Entries& string(std::string_view key, std::string_view bytes);
  Entries& text(std::string_view key, std::u16string_view value);
  Entries& text(std::string_view key, std::string_view utf8);
  /// A value that is PDF syntax already.
  Entries& raw(std::string_view key, std::string_view syntax);
  /// Writes the key; the caller appends the value to what it gets.
  std::string& open(std::string_view key);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace skabelon::pdf
