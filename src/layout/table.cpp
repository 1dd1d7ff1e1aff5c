// A table -> rows of cells; header rows are noted to be repeated.
#include <algorithm>
#include <utility>

#include "layout/flow.h"
#include "text/option_columns.h"

namespace skabelon {
namespace {

/// What the rows of one table have in common.
struct Grid {
  std::vector<Column> columns;
  std::vector<Length> edges;  ///< x of all vertical lines, outer ones too
};

Grid make_grid(const Table& table, Column column) {
  std::vector<int> weights;
  for (const Table::Column& one : table.columns) weights.push_back(std::max(one.weight, 1));
  if (weights.empty()) weights.push_back(1);
  Grid grid{divide(column, weights, {}), {}};
  for (const Column& one : grid.columns) grid.edges.push_back(one.x);
  grid.edges.push_back(column.x + column.width);
  return grid;
}

/// The edges that no cell of the row spans.
std::vector<Length> row_edges(const TableRow& row, const Grid& grid) {
  std::vector<Length> edges = grid.edges;
  std::size_t first = 0;
  for (const TableCell& cell : row.cells) {
    const std::size_t end = std::min(first + static_cast<std::size_t>(std::max(cell.columns, 1)), grid.columns.size());
    for (++first; first < end; ++first) std::erase(edges, grid.edges[first]);
    first = end;
  }
  return edges;
}

Decoration row_decoration(const Context& context, const Table& table, std::size_t index, const Grid& grid,
                          const Area& area) {
  const StyleSheet& styles = context.styles;
  const bool header = index < table.header_rows;
  Decoration decoration;
  decoration.parent = area.decoration;
  decoration.column = area.column;
  decoration.line = table.grid ? styles.form.line_color : styles.grey;
  decoration.bottom_rule = styles.form.table_rule;
  if (index == 0 && (table.grid || !header)) decoration.top_rule = styles.form.table_rule;
  if (header) {
    decoration.has_fill = true;
    decoration.fill = styles.tint;
    if (!table.grid) decoration.line = styles.accent;
  }
  if (table.grid) {
    decoration.verticals = row_edges(table.rows[index], grid);
    decoration.vertical = styles.form.table_rule;
  }
  return decoration;
}

Role cell_role(bool header) { return header ? Role::header_cell : Role::data_cell; }

Row make_row(Context& context, const Table& table, std::size_t index, const Grid& grid, const Area& area,
             std::int32_t row_node) {
  const TableRow& source = table.rows[index];
  const Length padding = context.styles.form.cell_padding;
  Row row;
  row.padding = padding;
  row.decoration = context.decorate(row_decoration(context, table, index, grid, area));
  std::size_t first = 0;
  for (const TableCell& cell : source.cells) {
    if (first >= grid.columns.size()) break;
    const auto span = static_cast<std::size_t>(std::max(cell.columns, 1));
    const std::size_t last = std::min(first + span, grid.columns.size()) - 1;
    const Column outer{grid.edges[first], grid.edges[last + 1] - grid.edges[first]};
    const bool header = cell.header || index < table.header_rows;
    const std::int32_t node = context.structure.add(row_node, cell_role(header));
    if (header)
      context.structure.at(node).scope =
          index < table.header_rows ? StructureNode::Scope::column : StructureNode::Scope::row;
    context.structure.at(node).column_span = static_cast<int>(last - first + 1);
    Area inside = area.in({outer.x + padding, outer.width - padding * 2}).inside(node);
    inside.decoration = row.decoration;
    inside.paragraph_style = header ? "table-head" : "table-cell";
    inside.numbers.reset();
    if (first < table.columns.size() && table.columns[first].align != Align::start)
      inside.align = table.columns[first].align;
    row.cells.push_back({flow_apart(context, cell.blocks, inside), {}});
    first = last + 1;
  }
  row.height = std::max(cells_height(row), source.min_height);
  return row;
}

/// Where a table goes over a page's edge, two rows at least stand on either side. One of fewer than four cannot, and
/// stays whole where a page holds it.
void hold_rows(const Context& context, std::size_t first, std::size_t headers, std::vector<Row>& rows) {
  const std::size_t body = first + headers;
  if (rows.size() - body < fewest_broken_rows) return keep_together(rows, first, context.body_height);
  for (const std::size_t row : {body, rows.size() - 2}) rows[row].glue = std::max(rows[row].glue, Glue::together);
}

}  // namespace

void flow_table(Context& context, const Block& block, const Table& table, const Area& area, RowList& rows) {
  if (table.rows.empty()) return;
  const Grid grid = make_grid(table, area.column);
  const std::size_t headers = std::min(table.header_rows, table.rows.size());
  const std::int32_t node = context.structure.add(area.node, Role::table, block.language, block.id);
  std::int32_t head = -1, body = -1;
  std::vector<Row> repeated;
  std::int32_t repeated_index = -1;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool header = i < headers;
    std::int32_t& group = header ? head : body;
    if (group < 0) group = context.structure.add(node, header ? Role::table_head : Role::table_body);
    const std::int32_t row_node = context.structure.add(group, Role::table_row);
    Row row = make_row(context, table, i, grid, area, row_node);
    if (header) {
      row.glue = Glue::next;
      repeated.push_back(row);
    }
    if (i == headers && !repeated.empty()) {
      repeated_index = static_cast<std::int32_t>(context.repeated.size());
      context.repeated.push_back(std::exchange(repeated, {}));
    }
    row.repeated = repeated_index;
    rows.add(std::move(row));
  }
  const std::size_t first = rows.rows.size() - table.rows.size();
  rows.rows[first].before = context.styles.form.cell_padding;
  rows.rows.back().after = context.styles.form.row_gap;
  hold_rows(context, first, headers, rows.rows);
}

}  // namespace skabelon
