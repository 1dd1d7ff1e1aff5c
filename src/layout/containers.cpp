// Lists, clauses, parallel texts, boxes and pictures -> rows.
#include <algorithm>

#include "layout/flow.h"

namespace skabelon {
namespace {

Length first_leading(const Context& context, const Blocks& blocks, const Language& language) {
  for (const Block& block : blocks) {
    if (const auto* parallel = std::get_if<Parallel>(&block.content);
        parallel != nullptr && !parallel->rows.empty() && !parallel->rows[0].empty())
      return first_leading(context, parallel->rows[0][0], language);
    if (std::holds_alternative<Paragraph>(block.content))
      return context.style(block.style, "body").of(block.language->script).leading;
  }
  return context.style("body", "body").of(language.script).leading;
}

/// The frame to tick by hand beside the first line of an item.
Piece tick_frame(const Context& context, const ColumnPair& columns, Length leading, bool flipped) {
  const FormStyle& form = context.styles.form;
  const Length x = flipped ? columns.first.x + columns.first.width - form.tick : columns.first.x;
  Mark mark;
  mark.artifact = Artifact::layout;
  mark.content = Frame{{x, (leading - form.tick) / 2, form.tick, form.tick}, form.line, form.line_color};
  return {std::move(mark), {}, false};
}

StructureNode::Numbering numbering(List::Kind kind) {
  switch (kind) {
    case List::Kind::bullet:
      return StructureNode::Numbering::disc;
    case List::Kind::number:
      return StructureNode::Numbering::decimal;
    case List::Kind::letter:
      return StructureNode::Numbering::lower_alpha;
    case List::Kind::checklist:
      break;
  }
  return StructureNode::Numbering::none;
}

/// An item of so many lines may stand alone on a page.
constexpr std::size_t stands_alone = 2;

/// Lines of text in rows [first, end); of cells those of the longest.
std::size_t lines_in(const std::vector<Row>& rows, std::size_t first, std::size_t end) {
  std::size_t lines = 0;
  for (std::size_t i = first; i < end; ++i) {
    std::size_t longest = 1;
    for (const Cell& cell : rows[i].cells) longest = std::max(longest, lines_in(cell.rows, 0, cell.rows.size()));
    lines += longest;
  }
  return lines;
}

/// A short first item holds on to the second, and the last but one to a short last item. `starts`: the rows where the
/// items begin; the last ends with the rows.
void hold_ends(std::vector<Row>& rows, const std::vector<std::size_t>& starts) {
  const std::size_t count = starts.size();
  if (count < 3) return;
  const auto hold = [&](std::size_t next) {
    if (next > starts[0] && next < rows.size()) rows[next - 1].glue = std::max(rows[next - 1].glue, Glue::together);
  };
  if (lines_in(rows, starts[0], starts[1]) < stands_alone) hold(starts[1]);
  if (lines_in(rows, starts[count - 1], rows.size()) < stands_alone) hold(starts[count - 1]);
}

void flow_stacked(Context& context, const std::vector<Blocks>& languages, const Area& area, RowList& rows) {
  const std::size_t start = rows.rows.size();
  bool keeps_next = false;
  for (std::size_t k = 0; k < languages.size(); ++k) {
    const std::size_t first = rows.rows.size();
    Area part = area;
    part.gloss = area.gloss || k > 0;
    part.unnumbered = area.unnumbered || k > 0;
    part.repeats = area.repeats || k > 0;
    flow_blocks(context, languages[k], part, rows);
    if (rows.rows.size() == first) continue;
    // The reader's own words may hold on to their repetition alone; only a style that keeps reaches beyond it.
    const Block* last = languages[k].empty() ? nullptr : &languages[k].back();
    const bool style_keeps = last != nullptr && (std::holds_alternative<Heading>(last->content) ||
                                                 context.style(last->style, "body").keep_with_next);
    keeps_next = keeps_next || style_keeps || (k + 1 == languages.size() && rows.rows.back().keeps_next);
    if (k > 0 && first > start) {
      Row& above = rows.rows[first - 1];
      above.after = std::min(above.after, pair_gap);
      above.glue = std::max(above.glue, Glue::next);
      rows.rows[first].before = Length{};
    }
  }
  if (!keeps_next || rows.rows.size() == start) return;
  // A heading's repetition holds on to what follows as the heading does.
  rows.rows.back().glue = std::max(rows.rows.back().glue, Glue::next);
  for (std::size_t i = start; i < rows.rows.size(); ++i) rows.rows[i].keeps_next = true;
}

void flow_columns(Context& context, const std::vector<Blocks>& languages, const Area& area, RowList& rows) {
  const std::vector<Column> columns =
      divide(area.column, std::vector<int>(languages.size(), 1), context.styles.form.gutter);
  Row row;
  row.decoration = area.decoration;
  row.splittable = true;
  for (std::size_t k = 0; k < languages.size(); ++k) {
    Area part = area.in(columns[k]);
    part.repeats = area.repeats || k > 0;
    part.unnumbered = area.unnumbered || (k > 0 && area.numbers);
    if (k > 0) part.numbers.reset();
    RowList apart;
    // A number that waits belongs to the reader's language.
    if (k == 0) std::swap(apart.pending_labels, rows.pending_labels);
    flow_blocks(context, languages[k], part, apart);
    apart.settle();
    if (!apart.rows.empty()) {
      row.before = std::max(row.before, apart.rows.front().before);
      row.after = std::max(row.after, apart.rows.back().after);
      if (apart.rows.back().keeps_next) {
        row.glue = Glue::next;
        row.keeps_next = true;
      }
    }
    row.cells.push_back({std::move(apart.rows), {}});
  }
  row.height = cells_height(row);
  rows.add(std::move(row));
}

/// A picture in a column at the start side and the other blocks beside it, at mid-height where they are lower.
void flow_pictured(Context& context, const Blocks& blocks, const BoxStyle& style, const Area& area, RowList& rows) {
  ColumnPair columns = cut_start(area.column, style.picture_column, false);
  columns.rest = cut_start(columns.rest, style.gap, false).rest;
  Row row;
  row.decoration = area.decoration;
  row.splittable = !style.keep_together;
  row.cells.push_back({flow_apart(context, {blocks.front()}, area.in(columns.first)), {}});
  row.cells.push_back({flow_apart(context, Blocks(blocks.begin() + 1, blocks.end()), area.in(columns.rest)), {}});
  row.height = cells_height(row);
  const Length picture = stack_height(row.cells[0].rows), words = stack_height(row.cells[1].rows);
  if (words < picture) row.cells[1].top = (picture - words) / 2;
  rows.add(std::move(row));
}

bool is_pictured(const Box& box, const BoxStyle& style) {
  return style.picture_column.raw > 0 && box.blocks.size() > 1 &&
         std::holds_alternative<Image>(box.blocks.front().content);
}

}  // namespace

void flow_list(Context& context, const Block& block, const List& list, const Area& area, RowList& rows) {
  const Language& language = *block.language;
  const bool checklist = list.kind == List::Kind::checklist;
  const bool flipped = context.flipped(language);
  const ColumnPair columns = cut_start(area.column, label_column(context.styles.form, list), flipped);
  const std::int32_t node = context.structure.add(area.node, Role::list, &language, block.id);
  context.structure.at(node).numbering = numbering(list.kind);
  std::vector<std::size_t> starts;
  for (const ListItem& item : list.items) {
    starts.push_back(rows.rows.size());
    const std::int32_t item_node = context.structure.add(node, Role::list_item, nullptr, item.id);
    rows.anchor(item.id);
    if (!item.label.empty()) {
      RowList::Label label;
      label.text = item.label;
      label.column = columns.first;
      label.node = context.structure.add(item_node, Role::label);
      label.language = &language;
      rows.pending_labels.push_back(std::move(label));
    }
    if (checklist)
      rows.pending_pieces.push_back(
          tick_frame(context, columns, first_leading(context, item.blocks, language), flipped));
    flow_blocks(context, item.blocks, area.in(columns.rest).inside(context.structure.add(item_node, Role::list_body)),
                rows);
    rows.settle();
    rows.pending_labels.clear();
  }
  hold_ends(rows.rows, starts);
}

void flow_clause(Context& context, const Block& block, const Clause& clause, const Area& area, RowList& rows) {
  if (clause.part) rows.pending_break = !rows.rows.empty();
  Area inner =
      area.inside(context.structure.add(area.node, clause.part ? Role::part : Role::section, block.language, block.id));
  inner.chapter = area.top_level && context.chapters;
  if (context.document.number_column && !area.numbers) {
    const ColumnPair columns = cut_start(area.column, context.styles.page.number_column, false);
    inner.numbers = columns.first;
    inner.column = columns.rest;
  }
  if (!block.label.empty() && !area.unnumbered) {
    RowList::Label label;
    label.text = block.label;
    label.language = block.language;
    label.inline_prefix = !inner.numbers;
    if (inner.numbers) label.column = *inner.numbers;
    rows.pending_labels.push_back(std::move(label));
  }
  flow_blocks(context, clause.blocks, inner, rows);
}

void flow_parallel(Context& context, const Block& block, const Parallel& parallel, const Area& area, RowList& rows) {
  Area inner = area.inside(context.structure.add(area.node, Role::division, block.language, block.id));
  inner.top_level = area.top_level;
  const bool stacked = parallel.arrangement == Parallel::Arrangement::stacked;
  for (const std::vector<Blocks>& languages : parallel.rows) {
    if (languages.empty()) continue;
    stacked ? flow_stacked(context, languages, inner, rows) : flow_columns(context, languages, inner, rows);
  }
}

void flow_box(Context& context, const Block& block, const Box& box, const Area& area, RowList& rows) {
  const auto found = context.styles.boxes.find(block.style);
  const BoxStyle style = found != context.styles.boxes.end() ? found->second : BoxStyle{};
  Decoration decoration;
  decoration.parent = area.decoration;
  decoration.column = area.column;
  decoration.padding = style.padding;
  decoration.has_fill = style.has_fill;
  decoration.fill = style.fill;
  decoration.frame = style.frame;
  decoration.rule = style.rule;
  decoration.line = style.line;

  Area inner = area.inside(context.structure.add(area.node, Role::division, block.language, block.id));
  inner.decoration = context.decorate(std::move(decoration));
  inner.numbers.reset();
  inner.column = {area.column.x + style.rule + style.padding, area.column.width - style.rule - style.padding * 2};

  Row padding;
  padding.height = style.padding;
  padding.decoration = inner.decoration;
  padding.padding_row = true;
  padding.before = style.space_before;
  padding.glue = Glue::solid;
  const std::size_t first = rows.rows.size();
  rows.add(std::move(padding));
  if (is_pictured(box, style))
    flow_pictured(context, box.blocks, style, inner, rows);
  else
    flow_blocks(context, box.blocks, inner, rows);
  rows.settle();
  // The padding alone is the distance between the frame and its content.
  if (rows.rows.size() > first + 1) rows.rows[first + 1].before = Length{};
  rows.rows.back().after = Length{};
  rows.rows.back().glue = Glue::solid;

  Row closing;
  closing.height = style.padding;
  closing.decoration = inner.decoration;
  closing.padding_row = true;
  closing.after = style.space_after;
  rows.add(std::move(closing));
  if (style.keep_together) keep_together(rows.rows, first, context.body_height);
}

void flow_image(Context& context, const Block& block, const Image& image, const Area& area, RowList& rows) {
  if (image.picture == nullptr) return;
  Length width = std::min(image.width, area.column.width);
  Length height = scaled(width, image.picture->height, image.picture->width);
  if (height > context.body_height) {
    width = scaled(width, context.body_height.raw / Length::unit, std::max<std::int64_t>(height.raw / Length::unit, 1));
    height = scaled(width, image.picture->height, image.picture->width);
  }
  Mark mark;
  mark.node = context.structure.add(area.node, Role::figure, nullptr, block.id);
  context.structure.at(mark.node).alternative = image.alternative;
  mark.content = PlacedPicture{image.picture, {area.column.x, {}, width, height}};
  Row row;
  row.height = height;
  row.after = context.styles.form.row_gap;
  row.decoration = area.decoration;
  row.pieces.push_back({std::move(mark), {}, false});
  rows.add(std::move(row));
}

}  // namespace skabelon
