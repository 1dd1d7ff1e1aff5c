#include "text/font_runs.h"

#include <catch2/catch.hpp>

#include "text/unicode.h"

using namespace skabelon;

namespace {

/// Fonts that have what the Noto families have, as far as these tests look.
FontSet fonts() {
  FontSet set;
  const auto add = [&](const std::string& family, ScriptClass script, bool symbols,
                       std::vector<std::pair<char32_t, char32_t>> coverage) {
    set.families.push_back(family);
    for (const bool bold : {false, true}) {
      if (bold && symbols) continue;
      auto font = std::make_unique<Font>();
      font->id = static_cast<std::uint32_t>(set.fonts.size() + 1);
      font->family = family;
      font->postscript_name = family + (bold ? "-Bold" : "");
      font->bold = bold;
      font->script = script;
      font->symbols = symbols;
      font->coverage = coverage;
      set.fonts.push_back(std::move(font));
    }
  };
  add("L", ScriptClass::latin, false,
      {{0x20, 0x7E}, {0xA0, 0x17F}, {0x300, 0x36F}, {0x2010, 0x2010}, {0x2013, 0x201D}});
  add("A", ScriptClass::arabic, false, {{0x20, 0x20}, {0x2E, 0x2E}, {0x30, 0x39}, {0x600, 0x6FF}});
  add("E", ScriptClass::ethiopic, false, {{0x20, 0x20}, {0x1200, 0x137F}});
  add("S", ScriptClass::latin, true, {{0x20, 0x20}, {0x2610, 0x2612}});
  return set;
}

ParagraphStyle style() {
  ParagraphStyle made;
  made.scripts[0].family = "L";
  made.scripts[1].family = "A";
  made.scripts[2].family = "E";
  return made;
}

/// "L/latin:text E/ethiopic:text": font, class that gives the size, characters.
std::string runs(const std::string& utf8, ScriptClass base, std::vector<ClassSpan> spans = {}) {
  const FontSet set = fonts();
  const std::u16string text = to_utf16(utf8);
  if (spans.empty()) spans.push_back({0, text.size(), std::nullopt, false});
  std::string result;
  std::size_t end = 0;
  for (const FontRun& run : font_runs(text, spans, base, style(), set)) {
    CHECK(run.begin == end);
    end = run.end;
    const char* const names[] = {"l", "a", "e"};
    result += (result.empty() ? "" : "|") + (run.font == nullptr ? "none" : run.font->postscript_name) + "/" +
              names[static_cast<std::size_t>(run.script)] + ":" + to_utf8(text.substr(run.begin, run.end - run.begin));
  }
  CHECK(end == text.size());
  return result;
}

}  // namespace

TEST_CASE("neutrals and digits take the class of the run they stand in") {
  CHECK(runs("Aftale 4.2", ScriptClass::latin) == "L/l:Aftale 4.2");
  CHECK(runs("ማዕከል 42 ሰብ", ScriptClass::ethiopic) == "E/e:ማዕከል |L/l:42|E/e: ሰብ");
  CHECK(runs("عام 2026.", ScriptClass::arabic) == "A/a:عام 2026.");
  CHECK(runs("12 عام", ScriptClass::arabic) == "A/a:12 عام");
  CHECK(runs("عام Kors 12", ScriptClass::arabic) == "A/a:عام |L/l:Kors 12");
  CHECK(runs("Kors، عام", ScriptClass::latin) == "L/l:Kors|A/a:، عام");
}

TEST_CASE("a closing bracket goes back to the run that its opening one stood in") {
  CHECK(runs("عام (Kors) 12", ScriptClass::arabic) == "A/a:عام |L/l:(Kors)|A/a: 12");
  CHECK(runs("Kors (عام) 12", ScriptClass::latin) == "L/l:Kors (|A/a:عام|L/l:) 12");
}

TEST_CASE("what stands in an isolate does not reach out of it") {
  CHECK(runs("عام \u2068Kors\u2069 12", ScriptClass::arabic) == "A/a:عام \u2068|L/l:Kors|A/a:\u2069 12");
}

TEST_CASE("a given class holds for all characters of its span, and for none behind it") {
  // "عام " is 4 units, "+45 7" 5, " 12" 3
  CHECK(runs("عام +45 7 12", ScriptClass::arabic,
             {{0, 4, std::nullopt, false}, {4, 9, ScriptClass::latin, false}, {9, 12, std::nullopt, false}}) ==
        "A/a:عام |L/l:+45 7|A/a: 12");
  CHECK(runs("ab", ScriptClass::latin, {{0, 1, std::nullopt, false}, {1, 2, std::nullopt, true}}) ==
        "L/l:a|L-Bold/l:b");
}

TEST_CASE("fallback takes the size of its own class, a symbol that of where it stands") {
  CHECK(runs("عام – 1", ScriptClass::arabic) == "A/a:عام |L/l:–|A/a: 1");
  CHECK(runs("ሰላም ☐", ScriptClass::ethiopic) == "E/e:ሰላም |S/e:☐");
  CHECK(runs("عام ☐", ScriptClass::arabic) == "A/a:عام |S/a:☐");
}

TEST_CASE("marks and what is never seen stay with their base; nobody's characters have no font") {
  CHECK(runs("e\u0301a", ScriptClass::latin) == "L/l:e\u0301a");
  CHECK(runs("م\u064F\u200Dم", ScriptClass::arabic) == "A/a:م\u064F\u200Dم");
  CHECK(runs("a\u2011b\u202Fc\u2060d", ScriptClass::latin) == "L/l:a\u2011b\u202Fc\u2060d");
  CHECK(runs("a漢b", ScriptClass::latin) == "L/l:a|none/l:漢|L/l:b");
  CHECK(runs("🙂\uFE0F", ScriptClass::latin) == "none/l:🙂\uFE0F");
  CHECK(runs("\u200C", ScriptClass::latin) == "L/l:\u200C");
}
