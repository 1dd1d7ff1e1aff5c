// Do the cells of a table add up to its columns?
#include "input/template_table.h"

#include <fmt/format.h>

#include <charconv>

#include "input/values.h"

namespace skabelon {
namespace {

const std::string none;

std::size_t span_of(const TemplateNode& cell) {
  const std::string& text = cell.attribute("span", none);
  std::size_t span = 1;
  if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), span);
  return span;
}

/// Rows at any depth of <when> and <for-each>. `body`: a row that is no header has come.
void check_rows(const TemplateNode& node, std::size_t columns, bool& body, Sink& sink) {
  for (const TemplateNode& row : node.children) {
    if (row.element == Element::when || row.element == Element::for_each) check_rows(row, columns, body, sink);
    if (row.element != Element::row) continue;
    if (row.attribute("header", none) != "true")
      body = true;
    else if (body)
      sink.error(row.span, "header rows stand above all other rows");
    std::size_t cells = 0;
    for (const TemplateNode& cell : row.children) cells += span_of(cell);
    if (cells != columns)
      sink.error(row.span, fmt::format("the cells of this row fill {} of {} columns", cells, columns));
  }
}

}  // namespace

void check_table(const TemplateNode& table, Sink& sink) {
  const std::size_t columns = split_words(table.attribute("columns", none)).size();
  if (columns == 0) return;  // reported already
  if (table.has("align")) {
    const std::size_t aligned = split_words(table.attribute("align", none)).size();
    if (aligned != columns)
      sink.error(table.attributes.find("align")->second.span,
                 fmt::format("align names {} columns, and there are {}", aligned, columns));
  }
  bool body = false;
  check_rows(table, columns, body, sink);
}

}  // namespace skabelon
