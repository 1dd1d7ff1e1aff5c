// Numbers, dates -> text. What ICU needs is made once a thread and language.
#include "compose/format.h"

#include <fmt/format.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <vector>

#include "base/diagnostic.h"

namespace skabelon {
namespace {

/// Formatter and plural rules of one ICU locale.
struct NumberTools {
  std::string icu_locale;
  icu::number::LocalizedNumberFormatter formatter;
  std::unique_ptr<icu::PluralRules> plurals;
};

NumberTools make_tools(const std::string& icu_locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale(icu_locale.c_str());
  NumberTools tools;
  tools.icu_locale = icu_locale;
  tools.plurals.reset(icu::PluralRules::forLocale(locale, status));
  // Western digits with the language's separators for them; native digits are put in afterwards.
  locale.setKeywordValue("numbers", "latn", status);
  tools.formatter = icu::number::NumberFormatter::withLocale(locale).precision(icu::number::Precision::maxFraction(6));
  if (U_FAILURE(status) != 0 || tools.plurals == nullptr)
    throw Error(Error::Kind::machine, "ICU has no numbers for the locale " + icu_locale);
  return tools;
}

const NumberTools& tools_of(const Language& language) {
  thread_local std::vector<std::unique_ptr<NumberTools>> known;
  for (const auto& tools : known)
    if (tools->icu_locale == language.icu_locale) return *tools;
  known.push_back(std::make_unique<NumberTools>(make_tools(language.icu_locale)));
  return *known.back();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits of `text` as a number; none where another character stands in it.
std::optional<int> digits(std::string_view text) {
  int number = 0;
  for (const char c : text)
    if (!is_digit(c)) return std::nullopt;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || result.ec != std::errc()) return std::nullopt;
  return number;
}

int days_in(int year, int month) {
  constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

}  // namespace

std::string format_number(double number, const Language& language) {
  // Below the first group every language writes the same.
  if (number >= 0 && number < 1000 && number == std::floor(number))
    return in_digits_of(language, std::to_string(static_cast<int>(number)));
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString formatted = tools_of(language).formatter.formatDouble(number, status).toString(status);
  if (U_FAILURE(status) != 0) throw Error(Error::Kind::machine, "ICU cannot format a number");
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < formatted.length(); ++i) {
    const char16_t c = formatted[i];
    // Arabic puts marks around the minus; the value is isolated as a whole, so they are not needed (UAX #9, 2.7).
    if (c != u'\u200E' && c != u'\u200F' && c != u'\u061C') bare.append(c);
  }
  std::string text;
  return in_digits_of(language, bare.toUTF8String(text));
}

std::string plural_category(double number, const Language& language) {
  std::string category;
  return tools_of(language).plurals->select(number).toUTF8String(category);
}

std::string in_digits_of(const Language& language, std::string western) {
  if (language.digits != Digits::native || language.native_digits.empty()) return western;
  // All ten digits have the same number of bytes in UTF-8.
  const std::size_t width = language.native_digits.size() / 10;
  std::string text;
  for (const char c : western) {
    if (is_digit(c))
      text.append(language.native_digits, static_cast<std::size_t>(c - '0') * width, width);
    else
      text += c;
  }
  return text;
}

std::optional<double> parse_number(std::string_view text) {
  if (text.starts_with('+') || text.empty()) return std::nullopt;
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  if (result.ec != std::errc() || result.ptr != end || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string format_date(int year, int month, int day) { return fmt::format("{:02}.{:02}.{:04}", day, month, year); }

std::optional<std::string> format_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4));
  const auto month = digits(iso.substr(5, 2));
  const auto day = digits(iso.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *month > 12 || *day < 1 || *day > days_in(*year, *month))
    return std::nullopt;
  return format_date(*year, *month, *day);
}

std::optional<std::string> format_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const auto hour = digits(text.substr(0, colon));
  const auto minute = digits(text.substr(colon + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return fmt::format("{:02}:{:02}", *hour, *minute);
}

std::string letter_label(int number) {
  std::string label;
  for (; number > 0; number = (number - 1) / 26)
    label.insert(label.begin(), static_cast<char>('a' + (number - 1) % 26));
  return label;
}

}  // namespace skabelon
