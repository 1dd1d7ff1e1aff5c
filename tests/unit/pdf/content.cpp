// What stands in a content stream.
#include "pdf/content.h"

#include <catch2/catch.hpp>

#include "pdf/glyph_text.h"
#include "sample.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

std::string painted(const Pages& pages) {
  pdf::ObjectFile file;
  pdf::DocumentFonts fonts(file);
  pdf::DocumentPictures pictures(file);
  return pdf::paint(pages, pages.pages.at(0), fonts, pictures).bytes;
}

Pages square_page() {
  Setter set(languages().da);
  set.pages.height = Length::points(100);
  set.pages.width = Length::points(100);
  return set.pages;
}

GlyphRun run_of(const Font& font, std::vector<Glyph> glyphs, std::u16string text, bool rtl = false) {
  GlyphRun run;
  run.font = &font;
  run.size = Length::points(10);
  run.rtl = rtl;
  run.origin = at(10, 20);
  run.text = std::move(text);
  run.glyphs = std::move(glyphs);
  return run;
}

std::vector<std::string> texts_of(const GlyphRun& run) {
  std::vector<std::u16string_view> pieces;
  pdf::glyph_texts(run, pieces);
  std::vector<std::string> result;
  for (const std::u16string_view piece : pieces) result.push_back(to_utf8(piece));
  return result;
}

}  // namespace

TEST_CASE("paths are turned upside down; colours and widths are set once") {
  Pages pages = square_page();
  const Color red{255, 0, 0};
  auto& marks = pages.pages[0].marks;
  marks.push_back({-1, Artifact::layout, Fill{area(10, 20, 30, 40), red}});
  marks.push_back({-1, Artifact::layout, Fill{area(0, 0, 1, 1), red}});
  marks.push_back({-1, Artifact::layout, Frame{area(10, 20, 30, 40), Length::points(0.8), red}});
  marks.push_back({-1, Artifact::footer, Line{at(0, 99), at(50, 99), Length::points(0.8), red, true}});
  CHECK(painted(pages) ==
        "/Artifact<</Type/Layout>>BDC\n"
        "1 0 0 rg 10 40 30 40 re f\n"
        "0 99 1 1 re f\n"
        "1 0 0 RG 0.8 w 10 40 30 40 re S\n"
        "EMC\n"
        "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
        "[3 2]0 d 0 1 m 50 1 l S []0 d\n"
        "EMC\n");
}

TEST_CASE("a drawing is painted by its paths, and leaves nothing of their paint behind") {
  Pages pages = square_page();
  auto drawing = std::make_shared<Picture>();
  drawing->width = drawing->height = 1000;
  PicturePath filled;
  filled.outlines = {{{0, 0}, {{{{0, 0}, {1000, 0}, {1000, 0}}}, {{{1000, 500}, {500, 1000}, {0, 1000}}}}, true}};
  filled.fill = Color{255, 0, 0};
  filled.even_odd = true;
  PicturePath stroked;
  stroked.outlines = {{{0, 500}, {{{{0, 500}, {1000, 500}, {1000, 500}}}}, false}};
  stroked.stroke = Color{0, 0, 255};
  stroked.stroke_width = 100;
  stroked.cap = PicturePath::Cap::round;
  PicturePath both = stroked;
  both.fill = Color{255, 0, 0};
  drawing->paths = {filled, stroked, both};
  auto& marks = pages.pages[0].marks;
  marks.push_back({-1, Artifact::layout, PlacedPicture{drawing, area(10, 20, 30, 30)}});
  marks.push_back({-1, Artifact::layout, Fill{area(0, 0, 1, 1), {255, 0, 0}}});
  CHECK(painted(pages) ==
        "/Artifact<</Type/Layout>>BDC\n"
        "q 1 0 0 rg 10 80 m 40 80 l 40 65 25 50 10 50 c h f*\n"
        "0 0 1 RG 3 w 1 J 0 j 4 M 10 65 m 40 65 l S\n"
        "1 J 0 j 4 M 10 65 m 40 65 l B\n"
        "Q\n"
        "1 0 0 rg 0 99 1 1 re f\n"
        "EMC\n");
}

TEST_CASE("a background tells its box") {
  Pages pages = square_page();
  pages.pages[0].marks.push_back({-1, Artifact::background, Fill{area(10, 20, 30, 40), {}}});
  pages.pages[0].marks.push_back({-1, Artifact::background, Fill{area(0, 50, 5, 40), {}}});
  CHECK(painted(pages).starts_with("/Artifact<</Type/Background/BBox[0 10 40 80 ]>>BDC\n"));
}

TEST_CASE("marks of one node that follow each other share a sequence, runs of one font a text object") {
  Setter set(languages().da);
  const auto first = set.node(Role::paragraph, 0);
  const auto second = set.node(Role::heading, 0, nullptr, 3);
  const Font& font = *fonts().find("Noto Sans", false);
  GlyphRun run = run_of(font, {{font.blank_glyph, 0, 0, 0, 0, 1}}, u"x");
  set.pages.height = Length::points(100);
  for (const auto node : {first, first, second}) set.mark({node, Artifact::none, run});
  CHECK(painted(set.pages) ==
        "/P<</MCID 0>>BDC\n"
        "BT\n"
        "0 0 0 rg /F1 10 Tf 1 0 0 1 10 80 Tm[<0001>]TJ\n"
        "1 0 0 1 10 80 Tm[<0001>]TJ\n"
        "ET\n"
        "EMC\n"
        "/H3<</MCID 1>>BDC\n"
        "BT\n"
        "1 0 0 1 10 80 Tm[<0001>]TJ\n"
        "ET\n"
        "EMC\n");
}

TEST_CASE("places of glyphs: adjustments from exact places, rises for marks") {
  Setter set(languages().da);
  set.pages.height = Length::points(100);
  const auto node = set.node(Role::paragraph, 0);
  const Font& font = *fonts().find("Noto Sans", false);
  REQUIRE(font.units_per_em == 1000);
  const std::uint32_t blank = font.blank_glyph;  // its width is 0: every advance is an adjustment
  set.mark(
      {node, Artifact::none,
       run_of(font,
              {{blank, 500, 0, 0, 0, 1}, {blank, 1, 20, 300, 1, 2}, {blank, 1, 0, 0, 2, 3}, {blank, 0, 0, 0, 3, 4}},
              u"abcd")});
  CHECK(painted(set.pages).find("Tm[<0001>-520]TJ 3 Ts[<0002>]TJ 0 Ts[19<0003>-1<0004>]TJ\n") == std::string::npos);
  CHECK(painted(set.pages).find("Tm[<0001>]TJ 3 Ts[-520<0002>]TJ 0 Ts[19<00030004>]TJ\n") != std::string::npos);
}

TEST_CASE("the texts of glyphs are the text of their run") {
  const Font font;
  CHECK(texts_of(run_of(font, {{1, 0, 0, 0, 0, 1}, {2, 0, 0, 0, 1, 3}}, u"aå\u0301")) ==
        std::vector<std::string>{"a", "å\u0301"});
  // One cluster, two glyphs.
  CHECK(texts_of(run_of(font, {{1, 0, 0, 0, 0, 3}, {2, 0, 0, 0, 0, 3}}, u"abc")) ==
        std::vector<std::string>{"a", "bc"});
  CHECK(texts_of(run_of(font, {{1, 0, 0, 0, 0, 3}, {2, 0, 0, 0, 0, 3}}, u"abc", true)) ==
        std::vector<std::string>{"bc", "a"});
  // More glyphs than code points.
  CHECK(texts_of(run_of(font, {{1, 0, 0, 0, 0, 2}, {2, 0, 0, 0, 0, 2}}, u"\U0001F600")) ==
        std::vector<std::string>{"\U0001F600", "\u2060"});
  CHECK(texts_of(run_of(font, {{1, 0, 0, 0, 0, 1}, {2, 0, 0, 0, 0, 1}}, u"ب", true)) ==
        std::vector<std::string>{"\u2060", "ب"});
}

TEST_CASE("a glyph with two texts has two characters, with one text one") {
  pdf::ObjectFile file;
  pdf::DocumentFonts document(file);
  pdf::DocumentFont& font = document.of(*fonts().find("Noto Sans", false));
  CHECK(font.cid(36, u"A") == 1);
  CHECK(font.cid(37, u"B") == 2);
  CHECK(font.cid(36, u"Α") == 3);
  CHECK(font.cid(36, u"A") == 1);
  CHECK(font.cid(36, u"Α") == 3);
  CHECK(&document.of(*fonts().find("Noto Sans", false)) == &font);
  CHECK(document.of(*fonts().find("Noto Sans", true)).resource() == "F2");
}

}  // namespace skabelon::test
