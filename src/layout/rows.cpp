// Rows and their heights.
#include "layout/rows.h"

#include <algorithm>
#include <iterator>

namespace skabelon {

Length stack_height(const std::vector<Row>& rows) {
  Length height;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) height += rows[i - 1].after + rows[i].before;
    height += rows[i].height;
  }
  return height;
}

Length cells_height(const Row& row) {
  Length height;
  for (const Cell& cell : row.cells) height = std::max(height, cell.top + stack_height(cell.rows));
  return height + row.padding * 2;
}

Row& RowList::add(Row row) {
  row.break_before = row.break_before || pending_break;
  pending_break = false;
  std::move(pending_markers.begin(), pending_markers.end(), std::back_inserter(row.markers));
  std::move(pending_pieces.begin(), pending_pieces.end(), std::back_inserter(row.pieces));
  pending_markers.clear();
  pending_pieces.clear();
  rows.push_back(std::move(row));
  return rows.back();
}

void RowList::anchor(const std::string& id) {
  if (!id.empty()) pending_markers.push_back({Marker::Kind::anchor, id, 0, {}});
}

void RowList::settle() {
  if (pending_markers.empty() && pending_pieces.empty()) return;
  if (rows.empty()) {
    add({});
    return;
  }
  std::move(pending_markers.begin(), pending_markers.end(), std::back_inserter(rows.back().markers));
  std::move(pending_pieces.begin(), pending_pieces.end(), std::back_inserter(rows.back().pieces));
  pending_markers.clear();
  pending_pieces.clear();
}

}  // namespace skabelon
