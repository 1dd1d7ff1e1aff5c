// The lines of *.txt beside this file: a text set by us gives the glyphs that hb-shape gave.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "shaping/samples.h"

using namespace skabelon;

namespace {

std::string glyphs_of(const GlyphRun& run) {
  std::string result;
  for (const Glyph& glyph : run.glyphs) {
    if (!result.empty()) result += '|';
    result += std::to_string(glyph.id) + "=" + std::to_string(glyph.text_begin);
    if (glyph.dx != 0 || glyph.dy != 0) result += "@" + std::to_string(glyph.dx) + "," + std::to_string(glyph.dy);
    result += "+" + std::to_string(glyph.advance);
  }
  return result;
}

std::vector<std::vector<std::string>> lines_of(const std::string& file) {
  std::ifstream stream(std::string(SKABELON_ROOT) + "/tests/shaping/" + file);
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t text = line.find(';');
    const std::size_t glyphs = line.find(';', text + 1);
    lines.push_back({line.substr(0, text), line.substr(text + 1, glyphs - text - 1), line.substr(glyphs + 1)});
  }
  return lines;
}

void check_file(const std::string& file, const std::string& language) {
  const auto lines = lines_of(file);
  REQUIRE(lines.size() >= 7);
  for (const auto& line : lines) {
    INFO(line[0] << ";" << line[1]);
    ParagraphStyle style = samples::body();
    style.bold = line[0].ends_with("-Bold");
    std::vector<MissingGlyph> missing;
    const auto paragraph = set_paragraph({samples::text(line[1], language)}, samples::language(language), style,
                                         Length::points(1000), samples::fonts(), missing);
    CHECK(missing.empty());
    REQUIRE(paragraph.lines.size() == 1);
    REQUIRE(paragraph.lines[0].runs.size() == 1);
    const GlyphRun& run = paragraph.lines[0].runs[0].run;
    CHECK(run.font->postscript_name == line[0]);
    CHECK(glyphs_of(run) == line[2]);
  }
}

}  // namespace

TEST_CASE("Latin is shaped and kerned") { check_file("latin.txt", "da"); }
TEST_CASE("Arabic joins, makes lam-alef and carries vowel marks") { check_file("arabic.txt", "ar"); }
TEST_CASE("Farsi keeps ZWNJ as an empty glyph") { check_file("farsi.txt", "fa"); }
TEST_CASE("Ethiopic is shaped") { check_file("ethiopic.txt", "ti"); }

TEST_CASE("Arabic letters join across a change of style, and across one in weight") {
  ParagraphStyle style = samples::body();
  CharacterStyle accent;
  accent.has_color = true;
  std::vector<Segment> segments{samples::text("سل", "ar"), samples::text("ام", "ar")};
  segments[1].style = &accent;
  std::vector<MissingGlyph> missing;
  const auto parts =
      set_paragraph(segments, samples::language("ar"), style, Length::points(1000), samples::fonts(), missing);
  const auto apart = set_paragraph({samples::text("سل ام", "ar")}, samples::language("ar"), style, Length::points(1000),
                                   samples::fonts(), missing);
  REQUIRE(parts.lines[0].runs.size() == 2);
  // Visual order: the second segment stands left. Alone, lam would have its final form and alef its isolated one.
  const GlyphRun& left = parts.lines[0].runs[0].run;
  const GlyphRun& right = parts.lines[0].runs[1].run;
  const auto& separate = apart.lines[0].runs[0].run.glyphs;
  REQUIRE(separate.size() == 5);
  CHECK(left.glyphs.back().id != separate[1].id);
  CHECK(right.glyphs.front().id != separate[3].id);
  // The same letters without a change of style: only where the two meet lam and alef become one glyph.
  const auto whole = set_paragraph({samples::text("سلم", "ar")}, samples::language("ar"), style, Length::points(1000),
                                   samples::fonts(), missing);
  CHECK(right.glyphs.front().id == whole.lines[0].runs[0].run.glyphs[1].id);
}
