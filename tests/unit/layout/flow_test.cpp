// Where blocks stand and where pages break.
#include <catch2/catch.hpp>

#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

TEST_CASE("paragraphs stand below one another, spaces added") {
  // 24 mm top margin; the baseline is 0.8 of the leading below the line's top; body: 16 pt lines, 6 pt after.
  CHECK(text_of(lay_out(document({lines("a", 2), h(2, "Heading"), lines("b", 1)})).pages[0]) ==
        "25,28.5 a1\n25,34.2 a2\n25,48.7 Heading\n25,57.4 b1\n");
}

TEST_CASE("a clause hangs its number and its paragraphs' numbers in a column of their own") {
  Block numbered = p("First");
  numbered.label = "4.1";
  const Blocks blocks{p("Before"), clause("c", "4", {h(2, "Title"), numbered, bullets({"One", "Two"})})};
  Document with = document(blocks);
  with.number_column = true;
  CHECK(text_of(lay_out(with).pages[0]) ==
        "39,28.5 Before\n25,43 4\n39,43 Title\n25,51.8 4.1\n39,51.8 First\n"
        "39,59.6 •\n46.5,59.6 One\n39,67.3 •\n46.5,67.3 Two\n");
  CHECK(text_of(lay_out(document(blocks)).pages[0]) ==
        "25,28.5 Before\n25,43 4\n30.8,43 Title\n25,51.8 4.1\n32.5,51.8 First\n"
        "25,59.6 •\n32.5,59.6 One\n25,67.3 •\n32.5,67.3 Two\n");
}

TEST_CASE("a page breaks where nothing holds its rows together") {
  // 44 lines of body text fill a page.
  struct Case {
    const char* what;
    Blocks blocks;
    std::string broken;  ///< the first words around the break
  };
  const std::vector<Case> cases{
      {"a full page breaks", {lines("a", 44), lines("b", 2)}, "a44 | b1 b2"},
      {"two lines at least stay", {lines("a", 42), lines("b", 4)}, "a42 | b1 b2 b3 b4"},
      {"two lines at least go on", {lines("a", 40), lines("b", 4)}, "b2 | b3 b4"},
      {"three lines stay together", {lines("a", 41), lines("b", 3)}, "a41 | b1 b2 b3"},
      {"a heading goes with two lines", {lines("a", 39), h(2, "H"), lines("b", 4)}, "a39 | H b1 b2 b3 b4"},
      {"a heading stays with two lines", {lines("a", 38), h(2, "H"), lines("b", 4)}, "b2 | b3 b4"},
      {"two headings go with two lines",
       {lines("a", 38), h(2, "H"), h(3, "I"), lines("b", 4)},
       "a38 | H I b1 b2 b3 b4"},
      {"a page break breaks", {lines("a", 1), block(PageBreak{}), lines("b", 1)}, "a1 | b1"},
      {"a box that keeps together goes whole",
       {lines("a", 38), box("tint", {lines("b", 6)})},
       "a38 | b1 b2 b3 b4 b5 b6"},
      {"a quote goes with its speaker",
       {lines("a", 42), p("q", "quote"), p("s", "speaker"), lines("b", 1)},
       "a42 | q s b1"},
      {"a box goes whole where it leaves a quarter of the page filled",
       {lines("a", 12), box("tint", {lines("b", 40)})},
       "a12 | b1 b2"},
      {"else it is let go", {lines("a", 10), box("tint", {lines("b", 40)})}, "b31 | b32"},
      {"a box that may split splits", {lines("a", 36), box("case", {lines("b", 8)})}, "b5 | b6 b7 b8"},
  };
  for (const Case& one : cases) {
    const std::string all = flow_of(lay_out(document(one.blocks)));
    INFO(one.what << ": " << all);
    const std::size_t bar = all.find('|');
    REQUIRE(bar != std::string::npos);
    CHECK(all.find('|', bar + 1) == std::string::npos);
    CHECK(all.find(one.broken) != std::string::npos);
  }
}

namespace {

/// A list whose lines are named after its items, not after their bullets.
Block plain_list(const std::vector<Block>& items) {
  List list;
  for (const Block& words : items) {
    list.items.emplace_back();
    list.items.back().blocks.push_back(words);
  }
  return block(std::move(list));
}

}  // namespace

TEST_CASE("neither the first nor the last item of a list stands alone on a page") {
  for (const std::size_t count : {3U, 4U, 6U}) {
    std::vector<Block> items;
    for (std::size_t i = 1; i <= count; ++i) items.push_back(p("i" + std::to_string(i)));
    int broken = 0;
    for (int above = 30; above <= 44; ++above) {
      const std::string flow = flow_of(lay_out(document({lines("a", above), plain_list(items)})));
      INFO(flow);
      CHECK(flow.find("i1 |") == std::string::npos);
      CHECK(flow.find("| i" + std::to_string(count)) == std::string::npos);
      broken += flow.find("i1") < flow.find('|') && flow.find("| i") != std::string::npos ? 1 : 0;
    }
    CHECK((broken > 0) == (count > 3));
  }
}

TEST_CASE("an item of two lines may stand alone, and so may those of a list of two") {
  const auto flow = [](int above, const std::vector<Block>& items) {
    return flow_of(lay_out(document({lines("a", above), plain_list(items)})));
  };
  CHECK(flow(41, {lines("i", 2), p("j"), p("k")}).find("i2 | j k") != std::string::npos);
  CHECK(flow(42, {p("i"), p("j"), p("k")}).find("a42 | i") != std::string::npos);
  CHECK(flow(42, {p("i"), p("j")}).find("i | j") != std::string::npos);
}

TEST_CASE("what is kept together but higher than a page is let go") {
  const Pages pages = lay_out(document({lines("a", 10), box("tint", {lines("b", 60)})}));
  REQUIRE(pages.pages.size() == 2);
  CHECK(flow_of(pages).find("a10 b1") != std::string::npos);
  Blocks chain;
  for (int i = 0; i < 60; ++i) {
    chain.push_back(lines("c", 1));
    chain.back().keep_with_next = true;
  }
  CHECK(lay_out(document(chain)).pages.size() == 2);
}

TEST_CASE("space before is dropped at the top of a page, but not at the start") {
  const Pages pages = lay_out(document({h(2, "First"), block(PageBreak{}), h(2, "Second")}));
  CHECK(text_of(pages.pages[0]) == "25,35.3 First\n");
  CHECK(text_of(pages.pages[1]) == "25,29.6 Second\n");
}

TEST_CASE("a box that splits is drawn on both pages with its padding") {
  const Pages pages = lay_out(document({lines("a", 36), box("case", {lines("b", 8)})}));
  REQUIRE(pages.pages.size() == 2);
  // 36 lines, 6 pt after, 6 pt before; then the padding of 4 mm, five lines, padding again.
  CHECK(shapes_of(pages.pages[0]) == "fill 25,231.4 160×36.2\nfill 25,231.4 0.5×36.2\n");
  CHECK(shapes_of(pages.pages[1]) == "fill 25,24 160×24.9\nfill 25,24 0.5×24.9\n");
  CHECK(text_of(pages.pages[1]) == "29.5,32.5 b6\n29.5,38.2 b7\n29.5,43.8 b8\n");
}

TEST_CASE("two languages stacked hold together and stand close") {
  Parallel parallel;
  parallel.rows = {{{h(2, "Reader")}, {p("Gloss", "gloss")}}, {{lines("b", 4)}, {lines("g", 2, "gloss")}}};
  const Pages pages = lay_out(document({lines("a", 39), block(parallel)}));
  CHECK(flow_of(pages).find("a39 | Reader Gloss b1 b2 b3 b4 g1 g2") != std::string::npos);
  CHECK(pages.outline.size() == 1);
  CHECK(text_of(pages.pages[1]) ==
        "25,29.6 Reader\n25,35.3 Gloss\n25,42.5 b1\n25,48.1 b2\n25,53.7 b3\n25,59.4 b4\n25,64.7 g1\n25,69.3 g2\n");
}

TEST_CASE("a picture that stands first in its box has a column, the other blocks stand beside it") {
  auto drawing = std::make_shared<Picture>();
  drawing->width = 1000;
  drawing->height = 500;
  drawing->paths.resize(1);
  const Block picture = block(Image{drawing, "a bus", Length::millimetres(80)});
  Block both = box("pictured", {picture, p("one"), p("two")});
  both.id = "b";
  const Pages pages = lay_out(document({both, p("below")}));
  // The column is 34 mm wide and 6 mm from the text; a wider picture shrinks.
  const auto* placed = std::get_if<PlacedPicture>(&pages.pages[0].marks.at(0).content);
  REQUIRE(placed != nullptr);
  CHECK(placed->rect.width.millimetres() == Approx(34));
  // 17 mm high; the words, 13.4 mm high, stand in its middle.
  CHECK(text_of(pages.pages[0]) == "65,32.4 one\n65,40.2 two\n25,51.2 below\n");
  CHECK(tree_of(pages) == "document(division#b(figure paragraph paragraph) paragraph)");
  // Whole on one page, as the style says.
  CHECK(flow_of(lay_out(document({lines("a", 42), both}))).find("a42 | one two") != std::string::npos);
}

TEST_CASE("a part opens on a new page, once, and its title stands at the foot of its pages") {
  const auto part = [](const std::string& id, const std::string& label, Blocks blocks) {
    Block made = clause(id, label, std::move(blocks));
    std::get<Clause>(made.content).part = true;
    return made;
  };
  Document made = document(
      {block(Toc{2}), part("a", "1", {h(2, "Staff"), lines("s", 50), clause("a/in", "1.1", {h(3, "Within"), p("w")})}),
       block(PageBreak{}),
       part("b", "2",
            {h(2,
               "Volunteers and all others who come along to help on one of the days of a week, in the evening or at "
               "night"),
             p("v")})});
  made.number_column = true;
  made.running.footer_start = text("document, version");
  made.running.footer_end = text("page 1 of 2");
  const Pages pages = lay_out(made);
  REQUIRE(pages.pages.size() == 4);
  const auto foot = [&](std::size_t page) {
    const std::string all = text_of(pages.pages[page], true);
    return all.substr(all.find("document, version"));
  };
  CHECK(foot(0).find("Staff") == std::string::npos);
  CHECK(foot(1).find("Staff") != std::string::npos);
  CHECK(foot(2).find("Staff") != std::string::npos);
  // What does not fit beside the page number is cut between words.
  CHECK(foot(3).find("Volunteers and all others who come along to help") != std::string::npos);
  CHECK(foot(3).find("…") != std::string::npos);
  CHECK(foot(3).find("at night") == std::string::npos);
  CHECK(tree_of(pages).find("part#a(") != std::string::npos);
  REQUIRE(pages.outline.size() == 3);
  CHECK(pages.outline[1].title == "1.1 Within");
  CHECK(pages.outline[1].level == 3);
  // The contents stand in the text column, and the numbers of both levels have columns of their own there.
  CHECK(text_of(pages.pages[0]).find("39,28.5 1\n53,28.5 Staff\n182.8,28.5 2\n53,35.2 1.1\n67,35.2 Within\n") == 0);
}

TEST_CASE("boxes and tables outside clauses stand in the text column, the notice above the title at the margin") {
  Table table;
  table.columns = {{1, Align::start}};
  table.rows.emplace_back();
  table.rows[0].cells.push_back({{p("cell", "table-cell")}});
  Document made = document({box("notice", {p("notice", "notice")}), h(1, "Title"), box("tint", {p("tint")}),
                            block(table), clause("c", "1", {h(2, "Heading"), box("tint", {p("inner")})})});
  made.number_column = true;
  const Pages pages = lay_out(made);
  const std::string shapes = shapes_of(pages.pages[0]);
  INFO(shapes);
  CHECK(shapes.find("fill 25,24 160×") == 0);
  CHECK(shapes.find("line 39,") != std::string::npos);
  CHECK(shapes.find("line 25,") == std::string::npos);
  const std::string words = text_of(pages.pages[0]);
  INFO(words);
  for (const char* line : {"28,", "25,", "43,", "41,"}) CHECK(words.find(line) != std::string::npos);
  CHECK(words.find("43,") != words.rfind("\n43,") + 1);  // both tinted boxes
}

TEST_CASE("a document with contents and no parts is marked with its last heading too") {
  Document made = document(
      {block(Toc{1}), clause("a", "", {h(2, "First"), lines("a", 30)}),
       clause("b", "", {h(2, "Second"), lines("b", 30), clause("b/in", "", {h(3, "Within"), lines("c", 2)})})});
  made.running.footer_start = text("document");
  const auto foot = [](const Document& document, std::size_t page) {
    const std::string all = text_of(lay_out(document).pages.at(page), true);
    return all.substr(all.find("document"));
  };
  CHECK(foot(made, 0).find("Second") != std::string::npos);
  CHECK(foot(made, 1).find("Second") != std::string::npos);
  made.blocks.erase(made.blocks.begin());
  CHECK(foot(made, 1) == "document]\n");
}

TEST_CASE("a gloss that follows in a box or an item stands close to its text too") {
  CHECK(text_of(lay_out(document({p("Text"), p("Gloss", "gloss"), p("Text")})).pages[0]) ==
        "25,28.5 Text\n25,33.8 Gloss\n25,41 Text\n");
}

TEST_CASE("a Danish line below an Arabic one stands under it, a longer text at its own side") {
  const Language& ar = kit().ar;
  std::string words = "Dansk";
  for (int i = 0; i < 40; ++i) words += " tekst";
  Parallel parallel;
  parallel.rows = {{{p("عنك", "body", ar)}, {p("Om dig", "gloss")}}, {{p("عنك", "body", ar)}, {p(words, "gloss")}}};
  const Pages pages = lay_out(document({block(parallel, ar)}, ar));
  const std::string all = text_of(pages.pages[0]);
  INFO(all);
  CHECK(all.find("173.4,35.3 Om dig") != std::string::npos);
  CHECK(all.find("\n25,") != std::string::npos);
}

TEST_CASE("two languages side by side split between lines") {
  Parallel parallel;
  parallel.arrangement = Parallel::Arrangement::columns;
  parallel.rows = {{{lines("a", 60)}, {lines("b", 50)}}};
  const Pages pages = lay_out(document({block(parallel)}));
  REQUIRE(pages.pages.size() == 2);
  const std::string second = text_of(pages.pages[1]);
  CHECK(second.substr(0, second.find('\n')) == "25,28.5 a45");
  CHECK(second.find("108,28.5 b45") != std::string::npos);
}

TEST_CASE("an empty document is one page") { CHECK(lay_out(document({})).pages.size() == 1); }

TEST_CASE("what every block is called is an anchor, headings are the outline") {
  Blocks blocks{h(1, "Agreement"), clause("secrecy", "4", {h(2, "Secrecy"), lines("a", 50), h(3, "Part")})};
  blocks[0].id = "title";
  const Pages pages = lay_out(document(blocks));
  REQUIRE(pages.outline.size() == 3);
  CHECK(pages.outline[1].title == "4 Secrecy");
  CHECK(pages.outline[1].level == 2);
  CHECK(pages.outline[2].page == 1);
  CHECK(pages.anchors.at("title").page == 0);
  CHECK(pages.anchors.at("secrecy").y == pages.outline[1].y);
}
