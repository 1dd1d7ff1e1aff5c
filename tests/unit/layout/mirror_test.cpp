// A right-to-left page is the mirror of a left-to-right one.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

/// Danish words in a language that runs from right to left: the same lines, flush with the other side.
const Language& mirrored() {
  static const Language language = [] {
    Language made = kit().da;
    made.tag = "x-mirror";
    made.direction = Direction::right_to_left;
    return made;
  }();
  return language;
}

Image drawing() {
  auto made = std::make_shared<Picture>();
  made->width = 1000;
  made->height = 500;
  made->paths.resize(1);
  return {made, "a picture", Length::millimetres(34)};
}

Blocks everything(const Language& language) {
  const auto text_block = [&](const std::string& words, const std::string& style = "body") {
    return p(words, style, language);
  };
  Block numbered = text_block("Words of a paragraph");
  numbered.label = "4";
  Table table;
  table.columns = {{2, Align::start}, {1, Align::end}};
  table.header_rows = 1;
  for (int r = 0; r < 3; ++r) table.rows.push_back({{{{text_block("left")}}, {{text_block("right")}}}, {}});
  Table grid = table;
  grid.grid = true;
  Signatures signatures;
  for (const char* role : {"a", "b", "c"})
    signatures.parties.push_back({role, {text_block("Party")}, {{text_block("Date")}, {text_block("Signature")}}});
  Field name = field(Field::Kind::line, "name", 6, {text_block("Name", "label")});
  name.value = text("Samir");
  Field choice = field(Field::Kind::choice, "choice", 4, {text_block("Choice", "label")});
  choice.options = {{"a", {text_block("yes", "option")}}, {"b", {text_block("no", "option")}}};
  Field digits = field(Field::Kind::digits, "digits", 6, {text_block("Phone", "label")});
  digits.digits = 8;
  List ticks;
  ticks.kind = List::Kind::checklist;
  ticks.items.resize(1);
  ticks.items[0].blocks = {text_block("tick")};
  Cover cover;
  cover.blocks = {box("notice", {text_block("Notice", "notice")}, language), h(1, "Title", language),
                  text_block("Foot", "cover-foot")};
  return {block(cover, language),
          clause("c", "4", {h(2, "Heading", language), numbered, bullets({"one", "two"}, language)}, language),
          box("case", {text_block("boxed")}, language),
          block(table, language),
          block(grid, language),
          fields({name, digits}, language),
          fields({choice, field(Field::Kind::check, "check", 8, {text_block("Check", "option")})}, language),
          block(ticks, language),
          box("pictured", {block(drawing(), language), text_block("beside"), text_block("below")}, language),
          block(CutLine{}, language),
          block(signatures, language)};
}

Document full(const Language& language) {
  Document made = document(everything(language), language);
  made.number_column = true;
  made.running.header = text("Header");
  auto logo = std::make_shared<Picture>();
  logo->width = 30;
  logo->height = 10;
  made.running.logo = logo;
  made.running.logo_alternative = "logo";
  made.running.footer_start = text("Start");
  made.running.footer_end = text("End");
  return made;
}

/// Horizontal extent of a mark, and its height on the page.
struct Extent {
  double left, right, y;
};
Extent extent(const Mark& mark) {
  const auto of = [](const Rect& r) { return Extent{r.x.points(), r.right().points(), r.y.points()}; };
  if (const auto* fill = std::get_if<Fill>(&mark.content)) return of(fill->rect);
  if (const auto* frame = std::get_if<Frame>(&mark.content)) return of(frame->rect);
  if (const auto* picture = std::get_if<PlacedPicture>(&mark.content)) return of(picture->rect);
  if (const auto* line = std::get_if<Line>(&mark.content))
    return {std::min(line->from.x, line->to.x).points(), std::max(line->from.x, line->to.x).points(),
            line->from.y.points()};
  const auto& run = std::get<GlyphRun>(mark.content);
  double width = 0;
  for (const Glyph& glyph : run.glyphs) width += run.size.points() * glyph.advance / run.font->units_per_em;
  return {run.origin.x.points(), run.origin.x.points() + width, run.origin.y.points()};
}

}  // namespace

TEST_CASE("every mark of a right-to-left document reflects that of a left-to-right one") {
  const Pages plain = lay_out(full(kit().da));
  const Pages mirror = lay_out(full(mirrored()));
  const double width = plain.width.points();
  REQUIRE(plain.pages.size() == mirror.pages.size());
  REQUIRE(plain.pages.size() >= 3);
  for (std::size_t i = 0; i < plain.pages.size(); ++i) {
    REQUIRE(plain.pages[i].marks.size() == mirror.pages[i].marks.size());
    for (std::size_t m = 0; m < plain.pages[i].marks.size(); ++m) {
      const Extent a = extent(plain.pages[i].marks[m]);
      const Extent b = extent(mirror.pages[i].marks[m]);
      INFO("page " << i << " mark " << m);
      CHECK(b.left == Approx(width - a.right).margin(0.01));
      CHECK(b.right == Approx(width - a.left).margin(0.01));
      CHECK(b.y == Approx(a.y).margin(0.01));
    }
  }
  REQUIRE(mirror.signatures.size() == 3);
  for (std::size_t i = 0; i < 3; ++i)
    CHECK(mirror.signatures[i].rect.x.points() ==
          Approx(width - plain.signatures[i].rect.right().points()).margin(0.01));
}

TEST_CASE("the accent bar stands at the start edge") {
  CHECK(shapes_of(lay_out(full(kit().da)).pages[0]).find("fill 0,0 8×297\n") == 0);
  CHECK(shapes_of(lay_out(full(mirrored())).pages[0]).find("fill 202,0 8×297\n") == 0);
}

TEST_CASE("digits are written from left to right in every language") {
  Field phone = field(Field::Kind::digits, "phone", 6, {p("هاتف", "label", kit().ar)});
  phone.digits = 3;
  Inline value;
  value.content = Value{"phone", "123", true};
  phone.value = {value};
  const Pages pages = lay_out(document({fields({phone}, kit().ar)}, kit().ar));
  const std::string all = text_of(pages.pages[0]);
  INFO(all);
  // The group of boxes ends at the right margin (185 mm); each box is 8 mm wide.
  CHECK(shapes_of(pages.pages[0]).find("frame 161,") == 0);
  const auto x = [&](const std::string& digit) {
    for (const Mark& mark : pages.pages[0].marks)
      if (const auto* run = std::get_if<GlyphRun>(&mark.content);
          run != nullptr && run->text == std::u16string(digit.begin(), digit.end()))
        return run->origin.x.millimetres();
    return -1.0;
  };
  CHECK(x("1") == Approx(164).margin(1));
  CHECK(x("2") == Approx(172).margin(1));
  CHECK(x("3") == Approx(180).margin(1));
}
