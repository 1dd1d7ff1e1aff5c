// Values -> PDF syntax.
#include "pdf/syntax.h"

#include <algorithm>
#include <charconv>

#include "text/unicode.h"

namespace skabelon::pdf {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

bool is_printable_ascii(char16_t c) { return c >= 0x20 && c < 0x7F; }

/// One byte of a literal string. A bare carriage return would be read as a line feed (7.3.4.2).
void append_escaped(std::string& out, char byte) {
  if (byte == '\r') {
    out += "\\r";
    return;
  }
  if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
  out += byte;
}

/// `value` parts of which `10^digits` make one, without trailing zeros.
void append_fraction(std::string& out, std::int64_t value, int digits) {
  if (value < 0) {
    out += '-';
    value = -value;
  }
  std::int64_t one = 1;
  for (int i = 0; i < digits; ++i) one *= 10;
  append_integer(out, value / one);
  std::int64_t rest = value % one;
  if (rest == 0) return;
  out += '.';
  for (one /= 10; rest != 0; one /= 10) {
    out += static_cast<char>('0' + rest / one);
    rest %= one;
  }
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  out.append(digits, end);
}

void append_length(std::string& out, Length length) {
  const std::int64_t scaled = length.raw * 100;
  const std::int64_t half = scaled < 0 ? -Length::unit / 2 : Length::unit / 2;
  append_fraction(out, (scaled + half) / Length::unit, 2);
}

void append_color(std::string& out, Color color) {
  const auto component = [&](std::uint8_t value) { append_fraction(out, (value * 1000 + 127) / 255, 3); };
  component(color.red);
  out += ' ';
  component(color.green);
  out += ' ';
  component(color.blue);
}

void append_hex(std::string& out, std::uint32_t value) {
  const char digits[4] = {hex_digits[value >> 12U & 15U], hex_digits[value >> 8U & 15U], hex_digits[value >> 4U & 15U],
                          hex_digits[value & 15U]};
  out.append(digits, 4);
}

void append_reference(std::string& out, Ref ref) {
  append_integer(out, ref.number);
  out += " 0 R";
}

void append_string(std::string& out, std::string_view bytes) {
  out += '(';
  for (const char byte : bytes) append_escaped(out, byte);
  out += ')';
}

void append_text(std::string& out, std::u16string_view text) {
  if (text.size() > text_string_limit) {
    const bool splits_pair = (text[text_string_limit] & 0xFC00U) == 0xDC00U;
    text = text.substr(0, text_string_limit - (splits_pair ? 1 : 0));
  }
  out += '(';
  if (std::all_of(text.begin(), text.end(), is_printable_ascii)) {
    for (const char16_t c : text) append_escaped(out, static_cast<char>(c));
  } else {
    out += "\xFE\xFF";
    for (const char16_t c : text) {
      append_escaped(out, static_cast<char>(c >> 8U));
      append_escaped(out, static_cast<char>(c & 0xFFU));
    }
  }
  out += ')';
}

void append_text(std::string& out, std::string_view utf8) { append_text(out, to_utf16(utf8)); }

std::string& Entries::open(std::string_view key) {
  out_ += '/';
  out_ += key;
  out_ += ' ';
  return out_;
}

Entries& Entries::name(std::string_view key, std::string_view value) {
  out_ += '/';
  out_ += key;
  out_ += '/';
  out_ += value;
  return *this;
}

Entries& Entries::integer(std::string_view key, std::int64_t value) {
  append_integer(open(key), value);
  return *this;
}

Entries& Entries::reference(std::string_view key, Ref value) {
  append_reference(open(key), value);
  return *this;
}

Entries& Entries::string(std::string_view key, std::string_view bytes) {
  append_string(open(key), bytes);
  return *this;
}

Entries& Entries::text(std::string_view key, std::u16string_view value) {
  append_text(open(key), value);
  return *this;
}

Entries& Entries::text(std::string_view key, std::string_view utf8) {
  append_text(open(key), utf8);
  return *this;
}

Entries& Entries::raw(std::string_view key, std::string_view syntax) {
  open(key) += syntax;
  return *this;
}

}  // namespace skabelon::pdf
