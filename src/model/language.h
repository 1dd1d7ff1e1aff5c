// A language of the kit and everything about it that is not wording.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "model/font.h"

namespace skabelon {

enum class Direction : std::uint8_t { left_to_right, right_to_left };
enum class Digits : std::uint8_t { western, native };

/// Read from locales/<tag>/locale.xml.
struct Language {
  std::string tag;         ///< BCP 47: "da", "en", "ar", "fa", "ti"
  std::string name;        ///< in itself: "Dansk", "العربية"
  std::string icu_locale;  ///< exactly "da", "en_GB", "ar", "fa@calendar=gregorian", "ti"
  Direction direction = Direction::left_to_right;
  ScriptClass script = ScriptClass::latin;
  Digits digits = Digits::western;
  std::string native_digits;  ///< the ten digits in UTF-8, when the language has its own ("٠١٢٣٤٥٦٧٨٩")
  // OpenDocument wants language and country apart, and a class of its own for complex scripts (odt.md 3).
  std::string odf_language;  ///< "ar"
  std::string odf_country;   ///< "SA"
  std::string quote_open;    ///< "»", "“", "«"
  std::string quote_close;
  std::string list_separator;            ///< ", " or "، "
  std::string list_last;                 ///< " og ", " و"
  std::vector<std::string> unbreakable;  ///< words and abbreviations that hold together: "f.eks.", "ቤት-ስልጣን"
  std::shared_ptr<const std::string>
      hyphenation;  ///< a libhyphen dictionary, converted to UTF-8; null: do not hyphenate

  bool rtl() const { return direction == Direction::right_to_left; }
};

}  // namespace skabelon
