// Tables: cells, rules, repeated headers.
#include <catch2/catch.hpp>

#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

TableRow row(const std::vector<std::string>& cells, const std::string& style = "table-cell") {
  TableRow made;
  for (const std::string& words : cells) {
    made.cells.emplace_back();
    if (!words.empty()) made.cells.back().blocks.push_back(p(words, style));
  }
  return made;
}

/// How many of the rows "r1", "r2", … each page has, pages without left out.
std::vector<int> rows_on_pages(const Pages& pages) {
  std::vector<int> counts{0};
  const std::string flow = flow_of(pages);
  for (std::size_t i = 0; i + 1 < flow.size(); ++i) {
    if (flow[i] == '|') counts.push_back(0);
    if (flow[i] == ' ' && flow[i + 1] == 'r') ++counts.back();
  }
  std::erase(counts, 0);
  return counts;
}

Table numbers(int count, bool header) {
  Table table;
  table.columns = {{3, Align::start}, {1, Align::end}};
  if (header) {
    table.header_rows = 1;
    table.rows.push_back(row({"Name", "Number"}, "table-head"));
  }
  for (int i = 1; i <= count; ++i) table.rows.push_back(row({"r" + std::to_string(i), std::to_string(i)}));
  return table;
}

}  // namespace

TEST_CASE("cells stand in weighted columns, 2 mm inside, numbers at the end side") {
  const Pages pages = lay_out(document({block(numbers(1, true))}));
  CHECK(text_of(pages.pages[0]) == "27,32 Name\n168.4,32 Number\n27,40.9 r1\n181,40.9 1\n");
  // A tinted header row; rules below each row; 2 mm of space above the table.
  CHECK(shapes_of(pages.pages[0]) == "fill 25,26 160×8.9\nline 25,34.9–185,34.9\nline 25,43.9–185,43.9\n");
}

TEST_CASE("a list in a cell hangs its labels in the narrower column of cells") {
  Table table = numbers(1, false);
  Block list = bullets({"one", "two"});
  std::get<List>(list.content).in_cell = true;
  table.rows[0].cells[0].blocks.push_back(list);
  Document made = document({block(table)});
  StyleSheet narrow = made.styles();
  narrow.form.cell_list_column = Length::millimetres(4);
  made.style = &narrow;
  const Pages pages = lay_out(made);
  CHECK(text_of(pages.pages[0]) == "27,32 r1\n27,37.5 •\n31,37.5 one\n27,45.2 •\n31,45.2 two\n181,32 1\n");
  CHECK(tree_of(pages) ==
        "document(table(tbody(row(td(paragraph list(item(label body(paragraph)) item(label body(paragraph)))) "
        "td(paragraph)))))");
}

TEST_CASE("no line goes through a cell that spans columns") {
  Table table = numbers(2, false);
  table.grid = true;
  table.rows[1].cells.pop_back();
  table.rows[1].cells[0].columns = 2;
  const std::string shapes = shapes_of(lay_out(document({block(table)})).pages[0]);
  const auto lines_at = [&](const std::string& x) {
    std::size_t count = 0;
    for (std::size_t at = shapes.find("line " + x + ","); at != std::string::npos;
         at = shapes.find("line " + x + ",", at + 1))
      if (shapes.find("–" + x + ",", at) < shapes.find('\n', at)) ++count;
    return count;
  };
  CHECK(lines_at("145") == 1);  // between the columns, in the first row only
  CHECK(lines_at("25") == 2);
  CHECK(lines_at("185") == 2);
}

TEST_CASE("a slip goes to the next page with the line to cut along") {
  Block slip = box("slip", {p("slip"), p("name")});
  const Pages pages = lay_out(document({lines("a", 42), block(CutLine{}), slip}));
  REQUIRE(pages.pages.size() == 2);
  CHECK(shapes_of(pages.pages[0]).find("dashed") == std::string::npos);
  CHECK(shapes_of(pages.pages[1]).find("dashed") != std::string::npos);
}

TEST_CASE("a grid has lines all round") {
  Table table = numbers(1, false);
  table.grid = true;
  table.rows[0].min_height = Length::millimetres(20);
  CHECK(shapes_of(lay_out(document({block(table)})).pages[0]) ==
        "line 25,26–185,26\nline 25,46–185,46\nline 25,26–25,46\nline 145,26–145,46\nline 185,26–185,46\n");
}

TEST_CASE("a table's header is repeated on every page, as an artifact") {
  const Pages pages = lay_out(document({lines("a", 30), block(numbers(20, true))}));
  REQUIRE(pages.pages.size() == 2);
  CHECK(text_of(pages.pages[0], true).find("[Name]") == std::string::npos);
  const std::string second = text_of(pages.pages[1], true);
  INFO(second);
  CHECK(second.find("27,30 [Name]\n168.4,30 [Number]\n27,38.9 r8\n") == 0);
  const std::string tree = tree_of(pages);
  CHECK(tree.find("thead", tree.find("thead") + 1) == std::string::npos);
}

TEST_CASE("a header row never stands alone at the foot of a page") {
  const Pages pages = lay_out(document({lines("a", 41), block(numbers(2, true))}));
  CHECK(flow_of(pages).find("a41 | Name r1 r2") != std::string::npos);
}

TEST_CASE("where a table goes over the page's edge, two rows at least stand on either side") {
  for (const bool header : {false, true})
    for (int count = 2; count <= 6; ++count) {
      int broken = 0;
      for (int above = 28; above <= 44; ++above) {
        const std::vector<int> on_pages =
            rows_on_pages(lay_out(document({lines("a", above), block(numbers(count, header))})));
        INFO(count << " rows below " << above << " lines");
        if (on_pages.size() == 1) continue;
        ++broken;
        REQUIRE(on_pages.size() == 2);
        CHECK(on_pages[0] >= 2);
        CHECK(on_pages[1] >= 2);
      }
      // Fewer than four rows stay whole.
      CHECK((broken > 0) == (count >= 4));
    }
}

TEST_CASE("rows that no page holds together are let go") {
  Table table = numbers(2, true);
  table.rows[1].cells[0].blocks = {lines("b", 35, "table-cell")};
  table.rows[2].cells[0].blocks = {lines("c", 35, "table-cell")};
  const Pages pages = lay_out(document({lines("a", 8), block(table)}));
  CHECK(pages.pages.size() == 2);
  CHECK(flow_of(pages).find("b35 1 | c1") != std::string::npos);
}

TEST_CASE("a row does not split unless it is higher than a page") {
  Table table = numbers(0, false);
  table.rows.push_back(row({}));
  table.rows[0].cells.resize(1);
  table.rows[0].cells[0].blocks = {lines("b", 10, "table-cell")};
  CHECK(flow_of(lay_out(document({lines("a", 38), block(table)}))).find("a38 | b1 b2") != std::string::npos);
  table.rows[0].cells[0].blocks = {lines("b", 80, "table-cell")};
  const Pages pages = lay_out(document({lines("a", 38), block(table)}));
  CHECK(flow_of(pages).find("a38 b1 b2") != std::string::npos);
  CHECK(pages.pages.size() == 3);
  // Each part has its own lines.
  CHECK(shapes_of(pages.pages[1]).find("line 25,24–185,24\n") == 0);
}

TEST_CASE("a cell may span columns; header cells say what they head") {
  Table table = numbers(1, true);
  table.rows.push_back(row({"wide"}));
  table.rows[2].cells[0].columns = 2;
  table.rows[2].cells[0].header = true;
  const Pages pages = lay_out(document({block(table)}));
  CHECK(tree_of(pages) ==
        "document(table(thead(row(th(paragraph) th(paragraph))) tbody(row(td(paragraph) td(paragraph)) "
        "row(th(paragraph)))))");
  int columns = 0, rows = 0, spans = 0;
  for (const StructureNode& node : pages.structure) {
    columns += node.scope == StructureNode::Scope::column;
    rows += node.scope == StructureNode::Scope::row;
    spans += node.column_span == 2;
  }
  CHECK(columns == 2);
  CHECK(rows == 1);
  CHECK(spans == 1);
}
