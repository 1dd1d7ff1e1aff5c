// Fonts, languages and a style to set text with, made by hand: no file of the catalog is read but the fonts.
#pragma once

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "model/font.h"
#include "model/language.h"
#include "model/style.h"
#include "text/unicode.h"

namespace skabelon::samples {

inline std::string file(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + path);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

inline std::uint32_t blank_glyph(hb_font_t* font) {
  for (const hb_codepoint_t c : {0x200BU, 0x200CU}) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (hb_font_get_nominal_glyph(font, c, &glyph) != 0 && hb_font_get_glyph_h_advance(font, glyph) == 0 &&
        hb_font_get_glyph_extents(font, glyph, &extents) != 0 && extents.width == 0) {
      return glyph;
    }
  }
  return 0;
}

inline std::unique_ptr<const Font> font(std::uint32_t id, const std::string& family, const std::string& name, bool bold,
                                        ScriptClass script, bool symbols) {
  auto made = std::make_unique<Font>();
  made->id = 1'000'000 + id;  // apart from the ids that the loader gives
  made->family = family;
  made->bold = bold;
  made->script = script;
  made->symbols = symbols;
  made->file_name = name + ".ttf";
  made->postscript_name = name;
  made->bytes = std::make_shared<const std::string>(file("/usr/share/fonts/truetype/noto/" + name + ".ttf"));
  hb_blob_t* blob = hb_blob_create(made->bytes->data(), static_cast<unsigned>(made->bytes->size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* shaped = hb_font_create(face);
  made->units_per_em = static_cast<int>(hb_face_get_upem(face));
  made->blank_glyph = blank_glyph(shaped);
  hb_set_t* set = hb_set_create();
  hb_face_collect_unicodes(face, set);
  hb_codepoint_t first = HB_SET_VALUE_INVALID;
  hb_codepoint_t last = HB_SET_VALUE_INVALID;
  while (hb_set_next_range(set, &first, &last) != 0) made->coverage.emplace_back(first, last);
  hb_set_destroy(set);
  hb_font_destroy(shaped);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return made;
}

inline Language make_language(const std::string& tag) {
  Language made;
  made.tag = tag;
  made.icu_locale = tag == "en" ? "en_GB" : tag == "fa" ? "fa@calendar=gregorian" : tag;
  const bool arabic = tag == "ar" || tag == "fa";
  made.direction = arabic ? Direction::right_to_left : Direction::left_to_right;
  made.script = arabic ? ScriptClass::arabic : tag == "ti" ? ScriptClass::ethiopic : ScriptClass::latin;
  made.quote_open = tag == "da" ? "»" : arabic ? "«" : "“";
  made.quote_close = tag == "da" ? "«" : arabic ? "»" : "”";
  if (tag == "da") {
    made.unbreakable = {"f.eks.", "bl.a.", "og/eller", "m. m."};
    std::string dictionary = file("/usr/share/hyphen/hyph_da_DK.dic");
    std::string utf8 = "UTF-8\n";
    for (std::size_t i = dictionary.find('\n') + 1; i < dictionary.size(); ++i) {
      const auto byte = static_cast<unsigned char>(dictionary[i]);
      if (byte < 0x80) {
        utf8 += static_cast<char>(byte);
      } else {
        utf8 += static_cast<char>(0xC0U | (byte >> 6U));
        utf8 += static_cast<char>(0x80U | (byte & 0x3FU));
      }
    }
    made.hyphenation = std::make_shared<const std::string>(utf8);
  }
  if (tag == "en") {
    made.hyphenation = std::make_shared<const std::string>(file("/usr/share/hyphen/hyph_en_GB.dic"));
  }
  return made;
}

/// A line's runs in logical order.
inline std::vector<const LineRun*> logical(const TextLine& line) {
  std::vector<const LineRun*> runs;
  for (const LineRun& run : line.runs) runs.push_back(&run);
  std::stable_sort(runs.begin(), runs.end(), [](auto* a, auto* b) { return a->order < b->order; });
  return runs;
}

/// The fonts of fonts/fonts.xml, in its order.
inline const FontSet& fonts() {
  static const FontSet* const set = [] {
    auto* made = new FontSet;
    std::uint32_t id = 0;
    const auto family = [&](const std::string& name, const std::string& base, ScriptClass script, bool symbols) {
      made->families.push_back(name);
      made->fonts.push_back(font(++id, name, base + "-Regular", false, script, symbols));
      if (!symbols) made->fonts.push_back(font(++id, name, base + "-Bold", true, script, symbols));
    };
    family("Noto Sans", "NotoSans", ScriptClass::latin, false);
    family("Noto Naskh Arabic", "NotoNaskhArabic", ScriptClass::arabic, false);
    family("Noto Sans Arabic", "NotoSansArabic", ScriptClass::arabic, false);
    family("Noto Sans Ethiopic", "NotoSansEthiopic", ScriptClass::ethiopic, false);
    family("Noto Sans Symbols2", "NotoSansSymbols2", ScriptClass::latin, true);
    return made;
  }();
  return *set;
}

/// "da", "en", "ar", "fa" or "ti", as locales/<tag>/locale.xml has them.
inline const Language& language(const std::string& tag) {
  static const std::map<std::string, Language>* const languages = [] {
    auto* made = new std::map<std::string, Language>;
    for (const char* each : {"da", "en", "ar", "fa", "ti"}) made->emplace(each, make_language(each));
    return made;
  }();
  return languages->at(tag);
}

/// Body text: 11/16 latin, 13/20 arabic, 11/17 ethiopic.
inline ParagraphStyle body() {
  ParagraphStyle style;
  style.name = "body";
  style.scripts[0] = {"Noto Sans", Length::points(11), Length::points(16)};
  style.scripts[1] = {"Noto Naskh Arabic", Length::points(13), Length::points(20)};
  style.scripts[2] = {"Noto Sans Ethiopic", Length::points(11), Length::points(17)};
  style.hyphenate = true;
  return style;
}

/// A segment of plain text in a language.
inline Segment text(const std::string& utf8, const std::string& tag) {
  Segment segment;
  segment.text = to_utf16(utf8);
  segment.language = &language(tag);
  return segment;
}

/// A value, isolated; a fixed one if asked for (phone numbers, addresses).
inline Segment value(const std::string& utf8, const std::string& tag, bool fixed = false) {
  Segment segment = text(utf8, tag);
  segment.isolated = true;
  segment.fixed = fixed;
  return segment;
}

/// The text of all lines in logical order, read back from the runs; a "|" between lines if `lines`.
inline std::string read_back(const ParagraphLines& paragraph, bool lines = false) {
  std::u16string result;
  for (const TextLine& line : paragraph.lines) {
    if (lines && &line != &paragraph.lines.front()) result += u'|';
    for (const LineRun* run : logical(line)) result += run->run.text;
  }
  return to_utf8(result);
}

/// What a reader sees from left to right: each line's glyphs as their clusters' text; a "|" between lines.
inline std::string seen(const ParagraphLines& paragraph) {
  std::u16string result;
  for (const TextLine& line : paragraph.lines) {
    if (&line != &paragraph.lines.front()) result += u'|';
    for (const LineRun& run : line.runs) {
      for (std::size_t i = 0; i < run.run.glyphs.size(); ++i) {
        const Glyph& glyph = run.run.glyphs[i];
        const bool again = i > 0 && run.run.glyphs[i - 1].text_begin == glyph.text_begin;
        if (!again) result += run.run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
      }
    }
  }
  return to_utf8(result);
}

}  // namespace skabelon::samples
