// Rows -> marks at their final places. The only code that knows of left and right.
#include "layout/place.h"

#include <algorithm>

#include "layout/overload.h"

namespace skabelon {
namespace {

constexpr Length accent_bar = Length::millimetres(8);

}  // namespace

Length Placer::mirrored(Length x, Length width) const {
  return context_.mirrored ? context_.styles.page.width - x - width : x;
}

Rect Placer::placed(const Rect& rect, const Piece& piece, Length y) const {
  const Length x =
      piece.in_column ? mirrored(piece.column.x, piece.column.width) + rect.x : mirrored(rect.x, rect.width);
  return {x, rect.y + y, rect.width, rect.height};
}

void Placer::begin_page(bool cover) {
  pages_.pages.emplace_back();
  content_.clear();
  touched_.clear();
  if (!cover) return;
  Mark bar;
  bar.artifact = Artifact::background;
  bar.content = Fill{{mirrored({}, accent_bar), {}, accent_bar, context_.styles.page.height}, context_.styles.accent};
  pages_.pages.back().marks.push_back(std::move(bar));
}

void Placer::place(Row row, Length y, bool repeated) {
  for (Piece& piece : row.pieces) place_piece(std::move(piece), y, repeated);
  if (!repeated) {
    for (const Marker& marker : row.markers) place_marker(marker, y);
    for (const MissingGlyph& glyph : row.missing) missing.push_back({page_index(), glyph});
  }
  for (std::int32_t d = row.decoration; d >= 0; d = context_.decorations[static_cast<std::size_t>(d)].parent)
    extend(d, y, y + row.height);
  for (Cell& cell : row.cells) {
    Length top = y + row.padding + cell.top;
    for (std::size_t i = 0; i < cell.rows.size(); ++i) {
      if (i > 0) top += cell.rows[i].before;
      const Length next = top + cell.rows[i].height + cell.rows[i].after;
      place(std::move(cell.rows[i]), top, repeated);
      top = next;
    }
  }
}

void Placer::place_piece(Piece piece, Length y, bool repeated) {
  if (auto* link = std::get_if<LinkArea>(&piece.content)) {
    if (!repeated) place_link(std::move(*link), piece, y);
    return;
  }
  Mark& mark = std::get<Mark>(piece.content);
  if (repeated && mark.node >= 0) {
    mark.node = -1;
    mark.artifact = Artifact::layout;
  }
  std::visit(Overload{[&](GlyphRun& run) {
                        run.origin = {mirrored(piece.column.x, piece.column.width) + run.origin.x, run.origin.y + y};
                      },
                      [&](Fill& fill) { fill.rect = placed(fill.rect, piece, y); },
                      [&](Frame& frame) { frame.rect = placed(frame.rect, piece, y); },
                      [&](Line& line) {
                        line.from = {mirrored(line.from.x, {}), line.from.y + y};
                        line.to = {mirrored(line.to.x, {}), line.to.y + y};
                        if (line.to.x < line.from.x) std::swap(line.from, line.to);
                      },
                      [&](PlacedPicture& picture) {
                        picture.rect = placed(picture.rect, piece, y);
                        if (mark.node < 0) return;
                        StructureNode& figure = context_.structure.at(mark.node);
                        figure.box = picture.rect;
                        figure.page = page_index();
                      }},
             mark.content);
  content_.push_back(std::move(mark));
}

void Placer::place_link(LinkArea link, const Piece& piece, Length y) {
  link.rect = placed(link.rect, piece, y);
  StructureNode& node = context_.structure.at(link.node);
  if (node.page < 0) node.page = page_index();
  pages_.pages.back().links.push_back(std::move(link));
}

void Placer::place_marker(const Marker& marker, Length y) {
  switch (marker.kind) {
    case Marker::Kind::anchor:
      pages_.anchors.emplace(marker.name, Anchor{page_index(), y});
      break;
    case Marker::Kind::outline:
      pages_.outline.push_back({marker.name, marker.level, page_index(), y});
      break;
    case Marker::Kind::chapter:
      chapters.push_back({page_index(), marker.name, marker.language});
      break;
    case Marker::Kind::signature:
      pages_.signatures.push_back({marker.name, page_index(), placed(marker.rect, {}, y)});
      break;
  }
}

void Placer::extend(std::int32_t decoration, Length top, Length bottom) {
  if (extents_.size() < context_.decorations.size()) extents_.resize(context_.decorations.size());
  Extent& extent = extents_[static_cast<std::size_t>(decoration)];
  if (extent.page != page_index()) {
    extent = {page_index(), top, bottom};
    touched_.push_back(decoration);
    return;
  }
  extent.top = std::min(extent.top, top);
  extent.bottom = std::max(extent.bottom, bottom);
}

void Placer::extend_paddings(const Row& row, Length row_edge, bool above) {
  Length edge = row_edge;
  for (std::int32_t d = row.decoration; d >= 0;) {
    const Decoration& decoration = context_.decorations[static_cast<std::size_t>(d)];
    if (!(row.padding_row && d == row.decoration)) edge = above ? edge - decoration.padding : edge + decoration.padding;
    if (edge != row_edge) extend(d, edge, edge);
    d = decoration.parent;
  }
}

void Placer::continue_above(const Row& first, Length y) { extend_paddings(first, y, true); }
void Placer::continue_below(const Row& last, Length bottom) { extend_paddings(last, bottom, false); }

void Placer::draw(const Decoration& decoration, const Extent& extent, std::vector<Mark>& marks) const {
  const auto add = [&](auto shape) {
    Mark mark;
    mark.artifact = Artifact::layout;
    mark.content = std::move(shape);
    marks.push_back(std::move(mark));
  };
  const Length height = extent.bottom - extent.top;
  const Column column = decoration.column;
  const Length x = mirrored(column.x, column.width);
  if (decoration.has_fill) add(Fill{{x, extent.top, column.width, height}, decoration.fill});
  if (decoration.rule.raw > 0)
    add(Fill{{mirrored(column.x, decoration.rule), extent.top, decoration.rule, height}, decoration.line});
  if (decoration.frame.raw > 0) add(Frame{{x, extent.top, column.width, height}, decoration.frame, decoration.line});
  if (decoration.top_rule.raw > 0)
    add(Line{{x, extent.top}, {x + column.width, extent.top}, decoration.top_rule, decoration.line});
  if (decoration.bottom_rule.raw > 0)
    add(Line{{x, extent.bottom}, {x + column.width, extent.bottom}, decoration.bottom_rule, decoration.line});
  for (const Length vertical : decoration.verticals) {
    const Length at = mirrored(vertical, {});
    add(Line{{at, extent.top}, {at, extent.bottom}, decoration.vertical, decoration.line});
  }
}

void Placer::end_page() {
  // Outer boxes were made before inner ones and are painted before them.
  std::sort(touched_.begin(), touched_.end());
  std::vector<Mark>& marks = pages_.pages.back().marks;
  for (const std::int32_t d : touched_)
    draw(context_.decorations[static_cast<std::size_t>(d)], extents_[static_cast<std::size_t>(d)], marks);
  marks.reserve(marks.size() + content_.size());
  std::move(content_.begin(), content_.end(), std::back_inserter(marks));
  content_.clear();
}

}  // namespace skabelon
