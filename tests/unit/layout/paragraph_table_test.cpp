// Paragraphs as they are set: what is read back, what is seen from left to right, where it stands.
#include <catch2/catch.hpp>
#include <chrono>
#include <thread>

#include "shaping/samples.h"

using namespace skabelon;
using samples::body;
using samples::fonts;
using samples::language;
using samples::read_back;
using samples::seen;

namespace {

ParagraphLines set(const std::vector<Segment>& segments, const std::string& tag, double width,
                   const ParagraphStyle& style = body()) {
  std::vector<MissingGlyph> missing;
  auto paragraph = set_paragraph(segments, language(tag), style, Length::points(width), fonts(), missing);
  CHECK(missing.empty());
  return paragraph;
}

/// No visible part of a line leaves its column, and runs stand side by side.
void check_places(const ParagraphLines& paragraph, double width) {
  for (const TextLine& line : paragraph.lines) {
    CHECK(line.width <= Length::points(width));
    for (std::size_t i = 1; i < line.runs.size(); ++i) {
      CHECK(line.runs[i].x == line.runs[i - 1].x + line.runs[i - 1].width);
    }
    for (const LineRun& run : line.runs) {
      for (const Glyph& glyph : run.run.glyphs) {
        CHECK(glyph.text_begin < glyph.text_end);
        CHECK(glyph.text_end <= run.run.text.size());
      }
    }
  }
}

std::string without_hyphens(std::string text) {
  for (std::size_t at; (at = text.find("\u00AD")) != std::string::npos;) text.erase(at, 2);
  return text;
}

}  // namespace

TEST_CASE("a phone number in Arabic reads from left to right, its brackets stand right") {
  const auto paragraph =
      set({samples::text("هاتف (", "ar"), samples::value("+45 72 20 30 40", "da", true), samples::text(").", "ar")},
          "ar", 300);
  CHECK(read_back(paragraph) == "هاتف (+45 72 20 30 40).");
  // Clusters carry the characters as stored: the mirrored "(" stands right of the number, its glyph opens leftwards.
  CHECK(seen(paragraph) == ".)+45 72 20 30 40( فتاه");
  const TextLine& line = paragraph.lines.at(0);
  const std::uint32_t opens = set({samples::text("(", "da")}, "da", 300).lines.at(0).runs.at(0).run.glyphs.at(0).id;
  const LineRun& right_of_number = line.runs.at(3);
  CHECK(right_of_number.run.text == u"(");
  CHECK(right_of_number.run.glyphs.at(0).id != opens);
  CHECK(right_of_number.run.font->family == "Noto Sans");
  CHECK(line.runs.back().x + line.runs.back().width == Length::points(300));
  CHECK(paragraph.any_rtl);
  CHECK(paragraph.leading == Length::points(20));
  CHECK(paragraph.baseline == Length::points(16));
}

TEST_CASE("a number in Arabic without isolates would come out reversed: the isolate does the work") {
  const auto bare = set({samples::text("هاتف +45 72 20 30 40", "ar")}, "ar", 300);
  CHECK(seen(bare).find("+45 72 20 30 40") == std::string::npos);
}

TEST_CASE("a Latin name in Arabic brackets") {
  const auto paragraph = set(
      {samples::text("الجمعية (", "ar"), samples::value("Røde Kors", "da"), samples::text(") هنا", "ar")}, "ar", 300);
  CHECK(seen(paragraph) == "انه )Røde Kors( ةيعمجلا");
  CHECK(read_back(paragraph) == "الجمعية (Røde Kors) هنا");
  for (const LineRun& run : paragraph.lines.at(0).runs) {
    if (run.segment == 1) CHECK(run.run.font->postscript_name == "NotoSans-Regular");
    if (run.segment == 1) CHECK(run.run.size == Length::points(11));
  }
}

TEST_CASE("Farsi keeps its ZWNJ, and wraps flush right with the space outside") {
  const std::string text = "ما می‌خواهیم با شما همکاری کنیم.";
  const auto paragraph = set({samples::text(text, "fa")}, "fa", 100);
  CHECK(read_back(paragraph) == text);
  REQUIRE(paragraph.lines.size() == 2);
  check_places(paragraph, 100);
  for (const TextLine& line : paragraph.lines) {
    CHECK(line.runs.back().x + line.runs.back().width == Length::points(100));
  }
  const LineRun& first = paragraph.lines[0].runs.front();
  CHECK(paragraph.lines[0].width < first.width);  // the trailing space hangs out, at the left
  CHECK(first.x < Length::points(100) - paragraph.lines[0].width);
}

TEST_CASE("Tigrinya with Latin and digits takes each from its font at its size") {
  const std::string text = "ቤት-ስልጣን ምስ Røde Kors 2026 ት/ቤት።ሰላም";
  const auto paragraph = set({samples::text(text, "ti")}, "ti", 60);
  CHECK(read_back(paragraph, true) == "ቤት-ስልጣን |ምስ Røde |Kors 2026 |ት/ቤት።ሰላም");
  check_places(paragraph, 60);
}

TEST_CASE("Danish in a narrow column is hyphenated and reads back with soft hyphens") {
  const std::string text = "Kommunen og foreningen samarbejder om sundhedspersonalets frivillighedsindsats.";
  const auto paragraph = set({samples::text(text, "da")}, "da", 90);
  const std::string back = read_back(paragraph);
  CHECK(back.find("\u00AD") != std::string::npos);
  CHECK(without_hyphens(back) == text);
  check_places(paragraph, 90);
  for (const TextLine& line : paragraph.lines) {
    for (const LineRun& run : line.runs) {
      if (run.run.text == u"\u00AD") CHECK(run.run.glyphs.at(0).advance > 0);
    }
  }
  CHECK(read_back(set({samples::text(text, "da")}, "da", 260)) == text);  // wide enough: never
  ParagraphStyle style = body();
  style.hyphenate = false;
  CHECK(read_back(set({samples::text(text, "da")}, "da", 90, style)) == text);
}

TEST_CASE("a soft hyphen shows where a line ends at it, and nowhere else") {
  const auto wide = set({samples::text("sam\u00ADarbejde", "da")}, "da", 300);
  for (const Glyph& glyph : wide.lines.at(0).runs.at(0).run.glyphs) {
    if (glyph.text_begin == 3) CHECK(glyph.advance == 0);
  }
  const auto narrow = set({samples::text("sam\u00ADarbejde", "da")}, "da", 50);
  CHECK(read_back(narrow, true) == "sam\u00AD|arbejde");
  CHECK(narrow.lines.at(0).runs.back().width > Length{});
}

TEST_CASE("fixed values and unbreakable words hold together; what is too wide is broken all the same") {
  const auto fixed = set({samples::text("Ring til ", "da"), samples::value("72 20 30 40", "da", true)}, "da", 80);
  CHECK(read_back(fixed, true) == "Ring til |72 20 30 40");
  CHECK(read_back(set({samples::text("hest og/eller ko", "da")}, "da", 50), true) == "hest |og/eller |ko");
  const auto wide = set({samples::value("navn@eksempel.dk", "da", true)}, "da", 40);
  CHECK(wide.lines.size() > 2);
  CHECK(read_back(wide) == "navn@eksempel.dk");
  check_places(wide, 40);
}

TEST_CASE("a word is broken between graphemes only, and a column of no width still ends") {
  const auto paragraph = set({samples::text("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", "da")}, "da", 14);
  CHECK(read_back(paragraph, true) == "e\u0301e\u0301|e\u0301e\u0301|e\u0301e\u0301");
  CHECK(set({samples::text("abc", "da")}, "da", 0).lines.size() == 3);
  CHECK(set({samples::text("مَمَ", "ar")}, "ar", 0).lines.size() == 2);
}

TEST_CASE("forced breaks, empty text, spaces") {
  Segment first = samples::text("Første", "da");
  first.line_break = true;
  Segment empty = samples::text("", "da");
  empty.line_break = true;
  CHECK(read_back(set({first, samples::text("anden", "da")}, "da", 300), true) == "Første|anden");
  CHECK(set({first, empty, samples::text("anden", "da")}, "da", 300).lines.size() == 3);
  CHECK(set({first}, "da", 300).lines.size() == 1);
  CHECK(set({samples::text("", "da")}, "da", 300).lines.size() == 1);
  CHECK(set({}, "ar", 300).lines.size() == 1);
  const auto spaces = set({samples::text("     ", "da")}, "da", 10);
  REQUIRE(spaces.lines.size() == 1);
  CHECK(spaces.lines[0].width == Length{});
  CHECK(read_back(spaces) == "     ");
  CHECK(read_back(set({samples::text("a\nb\u2029c\td", "da")}, "da", 300)) == "a b c\td");
}

TEST_CASE("alignment") {
  ParagraphStyle style = body();
  for (const auto& [align, left] : {std::pair{Align::start, 0}, {Align::center, 1}, {Align::end, 2}}) {
    style.align = align;
    const auto danish = set({samples::text("hej ", "da")}, "da", 200, style);
    const Length room = Length::points(200) - danish.lines[0].width;
    CHECK(danish.lines[0].runs[0].x == room * left / 2);
    const auto arabic = set({samples::text("نعم ", "ar")}, "ar", 200, style);
    const TextLine& line = arabic.lines[0];
    const Length space = line.runs[0].width - line.width;
    CHECK(line.runs[0].x == (Length::points(200) - line.width) * (2 - left) / 2 - space);
  }
}

TEST_CASE("each character that no font has is reported once; what is never seen is not") {
  std::vector<MissingGlyph> missing;
  Segment segment = samples::text("a 漢\u200D 🙂\uFE0F b\u00AD\u2060\u200C\u200F ☐", "da");
  segment.span = {1, 10, 20};
  const auto paragraph = set_paragraph({segment}, language("da"), body(), Length::points(300), fonts(), missing);
  REQUIRE(missing.size() == 2);
  CHECK(missing[0].character == U'漢');
  CHECK(missing[1].character == U'🙂');
  CHECK(missing[0].span == segment.span);
  CHECK(paragraph.lines.at(0).runs.back().run.font->family == "Noto Sans Symbols2");
}

TEST_CASE("the natural width is what a column needs") {
  for (const char* tag : {"da", "ar", "ti"}) {
    const std::string text = tag == std::string("da")   ? "Aftale om AV-udstyr"
                             : tag == std::string("ar") ? "اتفاقية التعاون"
                                                        : "ስምምዕ ምትሕብባር";
    const std::vector<Segment> segments{samples::text(text, tag), samples::value("12", "da", true)};
    const Length width = natural_width(segments, language(tag), body(), fonts());
    std::vector<MissingGlyph> missing;
    CHECK(set_paragraph(segments, language(tag), body(), width, fonts(), missing).lines.size() == 1);
    CHECK(set_paragraph(segments, language(tag), body(), width - Length::points(1), fonts(), missing).lines.size() ==
          2);
  }
}

TEST_CASE("one endless word costs time in proportion to its length") {
  const auto begin = std::chrono::steady_clock::now();
  for (const double width : {450.0, 60.0}) {
    const auto paragraph = set({samples::text(std::string(4'000'000, 'n'), "da")}, "da", width);
    CHECK(paragraph.lines.size() > 60'000);
  }
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  CHECK(seconds < 30);  // a second or two; what looks at the rest of the word for each line takes minutes
}

TEST_CASE("threads set the same text alike") {
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < results.size(); ++i) {
    threads.emplace_back([&, i] {
      for (int round = 0; round < 20; ++round) {
        std::vector<MissingGlyph> missing;
        results[i] = seen(set_paragraph({samples::text("sundhedspersonalet og الجمعية ", "da")}, language("da"), body(),
                                        Length::points(70), fonts(), missing));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == results[0]);
  CHECK(results[0].find("\u00AD") != std::string::npos);
}
