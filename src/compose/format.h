// Numbers and dates as a language writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/language.h"

namespace skabelon {

/// "1.500" in Danish, "1,500" in English: the language's separators; its digits as locale.xml says.
std::string format_number(double number, const Language& language);

/// The CLDR plural category of a number: "one", "few", "other", …
std::string plural_category(double number, const Language& language);

/// `western` with its ASCII digits replaced where the language writes its own.
std::string in_digits_of(const Language& language, std::string western);

/// A decimal number as data write it: "12", "-3", "1.5"; nothing else.
std::optional<double> parse_number(std::string_view text);

/// "2026-03-01" -> "01.03.2026", alike in all languages; none where there is no such day.
std::optional<std::string> format_date(std::string_view iso);
std::string format_date(int year, int month, int day);

/// "9:05", "09:05" -> "09:05"; none where there is no such time.
std::optional<std::string> format_time(std::string_view text);

/// 1 -> "a", 26 -> "z", 27 -> "aa".
std::string letter_label(int number);

}  // namespace skabelon
