// Fields: labels above, boxes on one line, tick boxes beside their words.
#include <catch2/catch.hpp>

#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

TEST_CASE("boxes of one row start at one height, whatever their labels") {
  Field first = field(Field::Kind::line, "name", 6, {p("Name", "label")});
  first.number = "7";
  first.value = text("Samir");
  const Field second = field(Field::Kind::line, "other", 6, {p("Other", "label"), p("Andet", "gloss")});
  const Pages pages = lay_out(document({fields({first, second})}));
  // Half of 160 mm less the gutter of 6 mm; boxes 11 mm high; the value in the middle of its box.
  CHECK(shapes_of(pages.pages[0]) == "frame 25,34.6 77×11\nframe 108,34.6 77×11\n");
  CHECK(text_of(pages.pages[0]) == "25,32.9 7\n28.9,32.9 Name\n27,41.8 Samir\n108,28 Other\n108,33 Andet\n");
}

TEST_CASE("rows of fields stand 4 mm apart, more before other text") {
  const Field one = field(Field::Kind::line, "a", 12, {});
  CHECK(shapes_of(lay_out(document({fields({one}), fields({one}), box("strip", {p("x")})})).pages[0]) ==
        "frame 25,58 160×11.6\nframe 25,24 160×11\nframe 25,39 160×11\n");
}

TEST_CASE("thirds, areas and digit boxes") {
  Field area = field(Field::Kind::area, "area", 4, {});
  Field tall = field(Field::Kind::area, "tall", 4, {});
  tall.lines = 5;
  Field digits = field(Field::Kind::digits, "digits", 4, {});
  digits.digits = 3;
  CHECK(shapes_of(lay_out(document({fields({area, tall, digits})})).pages[0]) ==
        "frame 25,24 49.3×24\nframe 80.3,24 49.3×40\nframe 135.7,24 24×11\nline 143.7,24–143.7,35\n"
        "line 151.7,24–151.7,35\n");
}

TEST_CASE("options stand side by side as wide as their words, or in as many even columns as fit") {
  struct Case {
    std::vector<std::string> options;
    std::string frames;
  };
  const std::string wide(90, 'm');
  const std::vector<Case> cases{
      {{"yes", "no", "maybe"}, "frame 25,24 5×5\nframe 78.8,24 5×5\nframe 130.8,24 5×5\n"},
      {{wide, "no"}, "frame 25,24 5×5\nframe 25,35.8 5×5\n"},
      {{std::string(36, 'm'), std::string(36, 'n'), "c", "d"},
       "frame 25,24 5×5\nframe 106.5,24 5×5\nframe 25,35.8 5×5\nframe 106.5,35.8 5×5\n"},
  };
  for (const Case& one : cases) {
    Field choice = field(Field::Kind::choice, "choice", 12, {});
    for (const std::string& words : one.options) choice.options.push_back({words, {p(words, "option")}});
    CHECK(shapes_of(lay_out(document({fields({choice})})).pages[0]) == one.frames);
  }
}

TEST_CASE("a check has its words beside it, with its number") {
  Field check = field(Field::Kind::check, "check", 12, {p("I agree", "option"), p("Jeg er enig", "gloss")});
  check.number = "3";
  const Pages pages = lay_out(document({fields({check})}));
  CHECK(shapes_of(pages.pages[0]) == "frame 25,24 5×5\n");
  CHECK(text_of(pages.pages[0]) == "32,28 3\n35.9,28 I agree\n32,32.6 Jeg er enig\n");
}

TEST_CASE("a row of fields never splits and keeps its labels") {
  const Field one = field(Field::Kind::area, "a", 12, {p("Label", "label")});
  CHECK(flow_of(lay_out(document({lines("a", 40), fields({one})}))).find("a40 | Label") != std::string::npos);
}

TEST_CASE("each field is a division of its own in the structure") {
  Field one = field(Field::Kind::choice, "ask", 12, {p("Ask", "label")});
  one.number = "1";
  one.hint = {p("Hint", "hint")};
  one.options = {{"y", {p("Yes", "option")}}, {"n", {p("No", "option")}}};
  one.value = text("Yes");
  const Pages pages = lay_out(document({fields({one})}));
  CHECK(tree_of(pages) == "document(division#ask(paragraph(label span) paragraph paragraph paragraph paragraph))");
  CHECK(structure_text(pages) == std::vector<std::string>{"Ask", "Hint", "Yes", "No", "Yes"});
}
