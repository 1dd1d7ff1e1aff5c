// Signatures -> rows of two parties, each with its lines to write on.
#include <algorithm>

#include "layout/flow.h"

namespace skabelon {
namespace {

/// A line with room above it to write in.
Row line_row(const FormStyle& form, Column column, const std::string& role) {
  const Length width = std::min(form.signature_line, column.width);
  Row row;
  row.height = form.signature_room + form.line;
  Mark mark;
  mark.artifact = Artifact::layout;
  mark.content =
      Line{{column.x, form.signature_room}, {column.x + width, form.signature_room}, form.line, form.line_color};
  row.pieces.push_back({std::move(mark), {}, false});
  if (!role.empty())
    row.markers.push_back({Marker::Kind::signature, role, 0, {column.x, {}, width, form.signature_room}});
  return row;
}

/// The lines of a party and the labels below them; the last line is for the signature itself.
std::vector<Row> line_rows(Context& context, const SignatureParty& party, const Area& area) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < party.line_labels.size(); ++i) {
    const bool last = i + 1 == party.line_labels.size();
    rows.push_back(line_row(context.styles.form, area.column, last ? party.role : std::string()));
    for (Row& label : flow_apart(context, party.line_labels[i], area.styled("signature-label")))
      rows.push_back(std::move(label));
    rows.back().after = Length{};
  }
  return rows;
}

struct Party {
  std::vector<Row> who, lines;
  Length who_height;
};

Row party_row(std::vector<Party> parties, const Area& area, Length gap) {
  Length tallest;
  for (const Party& party : parties) tallest = std::max(tallest, party.who_height);
  Row row;
  row.decoration = area.decoration;
  row.after = gap;
  for (Party& party : parties) {
    // Lines side by side stand at one height, whatever stands above them.
    Cell cell{std::move(party.who), {}};
    if (!cell.rows.empty()) cell.rows.back().after = Length{};
    if (!party.lines.empty()) {
      if (cell.rows.empty())
        cell.top = tallest;
      else
        party.lines.front().before = tallest - party.who_height;
    }
    std::move(party.lines.begin(), party.lines.end(), std::back_inserter(cell.rows));
    row.cells.push_back(std::move(cell));
  }
  row.height = cells_height(row);
  return row;
}

/// The rows before hold on to the signatures: through headings up to a sentence, so that a page with signatures
/// always says what is signed.
void hold_on(std::vector<Row>& rows, std::size_t first) {
  for (std::size_t i = first; i > 0; --i) {
    Row& row = rows[i - 1];
    row.glue = std::max(row.glue, Glue::next);
    if (!row.keeps_next) break;
  }
}

}  // namespace

void flow_signatures(Context& context, const Block& block, const Signatures& all, const Area& area, RowList& rows) {
  const FormStyle& form = context.styles.form;
  const std::size_t first = rows.rows.size();
  const std::int32_t node = context.structure.add(area.node, Role::division, block.language, block.id);
  const std::vector<Column> columns = divide(area.column, {1, 1}, form.gutter);
  for (std::size_t i = 0; i < all.parties.size(); i += columns.size()) {
    std::vector<Party> side_by_side;
    for (std::size_t k = i; k < std::min(i + columns.size(), all.parties.size()); ++k) {
      const SignatureParty& source = all.parties[k];
      Area inside = area.in(columns[k - i]).inside(context.structure.add(node, Role::division));
      inside.numbers.reset();
      Party party;
      party.who = flow_apart(context, source.who, inside.styled("signature-name"));
      party.who_height = stack_height(party.who);
      party.lines = line_rows(context, source, inside);
      side_by_side.push_back(std::move(party));
    }
    rows.add(party_row(std::move(side_by_side), area, form.group_gap));
  }
  if (rows.rows.size() == first) return;
  rows.rows[first].before = form.row_gap;
  hold_on(rows.rows, first);
  keep_together(rows.rows, first, context.body_height / 2);
}

}  // namespace skabelon
