// Numbers, dates and labels as text.
#include <catch2/catch.hpp>

#include "compose/format.h"

using namespace skabelon;

namespace {

Language language(const std::string& icu, Digits digits = Digits::western, const std::string& native = "") {
  Language made;
  made.icu_locale = icu;
  made.digits = digits;
  made.native_digits = native;
  return made;
}

}  // namespace

TEST_CASE("numbers have the language's separators and Western digits") {
  const auto [icu, number, expected] = GENERATE(table<std::string, double, std::string>({
      {"da", 4, "4"},
      {"da", 1500, "1.500"},
      {"da", 1234567.5, "1.234.567,5"},
      {"da", -3, "-3"},
      {"en_GB", 1500, "1,500"},
      {"ar", 1500, "1,500"},
      {"ar", 1234.25, "1,234.25"},
      {"ar", -12, "-12"},
      {"fa@calendar=gregorian", 1500, "1,500"},
      {"ti", 1500, "1,500"},
  }));
  CHECK(format_number(number, language(icu)) == expected);
}

TEST_CASE("native digits are put in where the language says so") {
  CHECK(format_number(1500, language("ar", Digits::native, "٠١٢٣٤٥٦٧٨٩")) == "١,٥٠٠");
  CHECK(in_digits_of(language("fa", Digits::native, "۰۱۲۳۴۵۶۷۸۹"), "4.2 (a)") == "۴.۲ (a)");
  CHECK(in_digits_of(language("ti", Digits::native, ""), "4.2") == "4.2");
}

TEST_CASE("plural categories are CLDR's") {
  const auto [icu, number, expected] = GENERATE(table<std::string, double, std::string>({
      {"da", 1, "one"},
      {"da", 1.5, "one"},
      {"da", 0, "other"},
      {"en_GB", 1, "one"},
      {"en_GB", 0, "other"},
      {"fa", 0, "one"},
      {"fa", 1, "one"},
      {"fa", 2, "other"},
      {"ti", 0, "one"},
      {"ti", 2, "other"},
      {"ar", 0, "zero"},
      {"ar", 1, "one"},
      {"ar", 2, "two"},
      {"ar", 5, "few"},
      {"ar", 11, "many"},
      {"ar", 100, "other"},
  }));
  CHECK(plural_category(number, language(icu)) == expected);
}

TEST_CASE("dates are the same everywhere, and days that do not exist are none") {
  const auto [iso, expected] = GENERATE(table<std::string, std::string>({
      {"2026-03-01", "01.03.2026"},
      {"2024-02-29", "29.02.2024"},
      {"2026-02-29", ""},
      {"2000-02-29", "29.02.2000"},
      {"1900-02-29", ""},
      {"2026-13-01", ""},
      {"2026-00-10", ""},
      {"2026-04-31", ""},
      {"2026-3-1", ""},
      {"01.03.2026", ""},
      {"2026-03-0a", ""},
      {"", ""},
  }));
  CHECK(format_date(iso).value_or("") == expected);
}

TEST_CASE("times are of 24 hours") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"17:00", "17:00"},
      {"9:05", "09:05"},
      {"00:00", "00:00"},
      {"24:00", ""},
      {"17:60", ""},
      {"17", ""},
      {":30", ""},
      {"17:0", ""},
  }));
  CHECK(format_time(text).value_or("") == expected);
}

TEST_CASE("only plain decimal numbers are numbers") {
  CHECK(parse_number("12") == 12);
  CHECK(parse_number("-1.5") == -1.5);
  for (const char* const wrong : {"", "+1", "1,5", "1e3", "0x1", "inf", "nan", " 1", "1 "})
    CHECK_FALSE(parse_number(wrong));
}

TEST_CASE("letters go on after z") {
  CHECK(letter_label(1) == "a");
  CHECK(letter_label(26) == "z");
  CHECK(letter_label(27) == "aa");
  CHECK(letter_label(52) == "az");
  CHECK(letter_label(703) == "aaa");
}
