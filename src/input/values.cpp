// The text of a datum -> is it what its type says?
#include "input/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace skabelon {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
bool is_graphic_ascii(char c) { return c > ' ' && c < '\x7F'; }

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// +45 and four pairs; of other countries groups of digits, 15 at most (E.164).
bool is_phone(std::string_view text) {
  if (!text.starts_with('+')) return false;
  const std::vector<std::string> groups = split_words(text.substr(1));
  std::size_t digits = 0;
  std::size_t spaces = groups.empty() ? 0 : groups.size() - 1;
  for (const std::string& group : groups) {
    if (!all_digits(group)) return false;
    digits += group.size();
  }
  if (groups.size() < 2 || digits + spaces + 1 != text.size() || digits > 15 || digits < 7) return false;
  if (groups[0] != "45") return groups[0].size() <= 3;
  return groups.size() == 5 &&
         std::all_of(groups.begin() + 1, groups.end(), [](const auto& g) { return g.size() == 2; });
}

bool is_host(std::string_view host) {
  if (host.find('.') == std::string_view::npos || host.front() == '.' || host.back() == '.') return false;
  return host.find("..") == std::string_view::npos && std::all_of(host.begin(), host.end(), [](char c) {
           return is_digit(c) || is_lower(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
         });
}

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.size() > 254) return false;
  constexpr std::string_view never = "\"(),:;<>@[\\]";
  const std::string_view local = text.substr(0, at);
  return std::all_of(local.begin(), local.end(),
                     [&](char c) { return is_graphic_ascii(c) && never.find(c) == std::string_view::npos; }) &&
         at + 1 < text.size() && is_host(text.substr(at + 1));
}

bool is_url(std::string_view text) {
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0 || text.size() == scheme) return false;
  const std::string_view rest = text.substr(scheme);
  const std::string_view host = rest.substr(0, std::min(rest.size(), rest.find_first_of("/?#:")));
  constexpr std::string_view never = "\"<>\\^`{|}";
  return !host.empty() && is_host(host) && std::all_of(rest.begin(), rest.end(), [&](char c) {
    return is_graphic_ascii(c) && never.find(c) == std::string_view::npos;
  });
}

bool is_color(std::string_view text) {
  return text.size() == 7 && text[0] == '#' &&
         text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool is_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && all_digits(text.substr(0, 2)) && all_digits(text.substr(3)) &&
         to_int(text.substr(0, 2)) < 24 && to_int(text.substr(3)) < 60;
}

/// A decimal number of at most 15 digits: what a double holds exactly enough to print again.
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() > 16) return false;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return all_digits(text) && text.size() < 16;
  return all_digits(text.substr(0, point)) && all_digits(text.substr(point + 1));
}

/// What is wrong with a collapsed value of that type, or empty.
std::string fault(std::string_view text, DataType type, std::string_view keywords) {
  switch (type) {
    case DataType::phone:
      return is_phone(text) ? "" : "no phone number: write +45 12 34 56 78";
    case DataType::cvr:
      return text.size() == 8 && all_digits(text) ? "" : "no CVR number: it has eight digits";
    case DataType::postcode:
      return text.size() == 4 && all_digits(text) ? "" : "no Danish postcode: it has four digits";
    case DataType::email:
      return is_email(text) ? "" : "no e-mail address: write name@example.org";
    case DataType::url:
      return is_url(text) ? "" : "no web address: write https://www.example.org";
    case DataType::color:
      return is_color(text) ? "" : "no colour: write #1f4e79";
    case DataType::date:
      return parse_date(text) ? "" : "no day of the calendar: write YYYY-MM-DD";
    case DataType::time:
      return is_time(text) ? "" : "no time of day: write HH:MM, 00:00 to 23:59";
    case DataType::number:
      return is_number(text) ? "" : "no number: write digits, with a point before decimals";
    case DataType::id:
      return is_id(text) ? "" : "no id: small letters a to z, digits and hyphens, a letter first";
    case DataType::keyword: {
      const std::vector<std::string> known = split_words(keywords);
      if (std::find(known.begin(), known.end(), text) != known.end()) return "";
      return fmt::format("not one of: {}{}", fmt::join(known, ", "), suggestion(text, known));
    }
    default:
      return "";
  }
}

/// Text with each line collapsed and empty lines at the ends dropped.
std::string collapse_lines(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += collapse(text.substr(begin, end - begin)) + '\n';
    begin = end + 1;
  }
  const std::size_t first = out.find_first_not_of('\n');
  if (first == std::string::npos) return {};
  return out.substr(first, out.find_last_not_of('\n') + 1 - first);
}

/// Reports the first character that may not stand in the value.
bool check_characters(const XmlText& value, const std::string& what, Sink& sink) {
  for (std::size_t next = 0; next < value.text.size();) {
    const std::size_t begin = next;
    const char32_t c = next_code_point(value.text, next);
    if (!is_forbidden(c)) continue;
    sink.error(value.span_of(begin, next), fmt::format("{} in {}", character_name(c), what));
    return false;
  }
  return true;
}

}  // namespace

char32_t next_code_point(std::string_view utf8, std::size_t& next) {
  const auto byte = [&](std::size_t at) { return at < utf8.size() ? static_cast<unsigned char>(utf8[at]) : 0U; };
  const unsigned first = byte(next++);
  if (first < 0xC0) return first;
  const unsigned tail = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  unsigned c = first & (0x3FU >> tail);
  for (unsigned i = 0; i < tail; ++i) c = (c << 6U) | (byte(next++) & 0x3FU);
  return c;
}

bool is_forbidden(char32_t c) {
  if (c == U'\t' || c == U'\n' || c == U'\r') return false;
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return true;
  return c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFEU;
}

std::string character_name(char32_t c) {
  const char* kind = "the character";
  if (c < 0x20 || (c >= 0x7F && c < 0xA0)) kind = "the control character";
  if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) kind = "the direction control";
  return fmt::format("{} U+{:04X}", kind, static_cast<std::uint32_t>(c));
}

std::string check_value(const XmlText& value, DataType type, std::string_view keywords, const std::string& what,
                        Sink& sink) {
  if (type == DataType::group || type == DataType::flag) return {};
  const bool lines = type == DataType::text;
  const std::size_t limit = lines ? longest_text : longest_line;
  if (value.text.size() > limit) {
    sink.error(value.span_of(limit, limit), fmt::format("{} is longer than {} bytes", what, limit));
    return {};
  }
  if (!check_characters(value, what, sink)) return {};
  if (lines) return collapse_lines(value.text);
  std::string text = collapse(value.text);
  if (text.empty()) return text;
  const std::size_t begin = value.text.find_first_not_of(" \t\r\n");
  const std::size_t end = value.text.find_last_not_of(" \t\r\n") + 1;
  const std::size_t line_end = value.text.find('\n', begin);
  if (line_end < end) {
    sink.error(value.span_of(line_end, line_end + 1), fmt::format("a line break in {}, which is one line", what));
  } else if (const std::string wrong = fault(text, type, keywords); !wrong.empty()) {
    sink.error(value.span_of(begin, end), fmt::format("'{}' is {}", text, wrong));
  }
  return text;
}

bool is_id(std::string_view text) {
  return !text.empty() && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool is_let_name(std::string_view text) {
  return !text.empty() && is_lower(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day)) return {};
  const Date date{to_int(year), to_int(month), to_int(day)};
  const std::chrono::year_month_day calendar{std::chrono::year{date.year},
                                             std::chrono::month{static_cast<unsigned>(date.month)},
                                             std::chrono::day{static_cast<unsigned>(date.day)}};
  if (!calendar.ok() || date.year < 1000) return {};
  return date;
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(' ', begin)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

}  // namespace skabelon
