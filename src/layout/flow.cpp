// Blocks -> rows: the dispatch, and the blocks that are only text.
#include "layout/flow.h"

#include <algorithm>

#include "layout/overload.h"
#include "layout/text_rows.h"

namespace skabelon {
namespace {

constexpr const char* heading_styles[] = {"title", "heading-1", "heading-2", "heading-3"};

const char* heading_style(int level) { return heading_styles[std::clamp(level, 1, 4) - 1]; }

/// Where numbers have a column of their own, what stands outside clauses stands in the text column too; titles and
/// the notice above them do not.
Area text_area(const Context& context, const Area& area, bool at_margin = false) {
  if (!context.document.number_column || !area.top_level || at_margin) return area;
  Area text = area;
  text.column = cut_start(area.column, context.styles.page.number_column, false).rest;
  return text;
}

void flow_paragraph(Context& context, const Block& block, const Paragraph& paragraph, const Area& area, RowList& rows) {
  TextBlock text;
  text.inlines = &paragraph.text;
  text.language = block.language;
  text.style = &context.style(block.style, area.paragraph_style);
  text.id = block.id;
  text.label = block.label;
  text.keep_with_next = block.keep_with_next;
  if (block.style == "quote") text.role = Role::block_quote;
  add_text(context, text, text_area(context, area, block.style == "subtitle"), rows);
}

void flow_heading(Context& context, const Block& block, const Heading& heading, const Area& area, RowList& rows) {
  TextBlock text;
  text.inlines = &heading.text;
  text.language = block.language;
  text.style = &context.style(block.style, heading_style(heading.level));
  text.role = Role::heading;
  text.level = std::clamp(heading.level, 1, 6);
  text.id = block.id;
  text.label = block.label;
  text.keep_with_next = true;
  if (!area.repeats && !heading.text.empty()) {
    std::string label = rows.pending_labels.empty() ? block.label : rows.pending_labels.back().text;
    if (!label.empty()) label += ' ';
    rows.pending_markers.push_back({Marker::Kind::outline, label + words(heading.text), text.level, {}});
  }
  if (area.chapter && !area.repeats)
    rows.pending_markers.push_back({Marker::Kind::chapter, words(heading.text), 0, {}, block.language});
  add_text(context, text, text_area(context, area, heading.level == 1), rows);
}

void flow_cut_line(const Context& context, const Area& area, RowList& rows) {
  Row row;
  row.height = context.styles.form.row_gap * 2;
  row.decoration = area.decoration;
  const Length y = context.styles.form.row_gap;
  Mark mark;
  mark.artifact = Artifact::layout;
  mark.content = Line{{area.column.x, y},
                      {area.column.x + area.column.width, y},
                      context.styles.form.table_rule,
                      context.styles.grey,
                      true};
  row.pieces.push_back({std::move(mark), {}, false});
  // The slip goes with its line: one cuts where both are.
  row.glue = Glue::next;
  row.keeps_next = true;
  rows.add(std::move(row));
}

void flow_block(Context& context, const Block& block, const Area& area, RowList& rows) {
  rows.anchor(block.id);
  std::visit(Overload{[&](const Paragraph& p) { flow_paragraph(context, block, p, area, rows); },
                      [&](const Heading& h) { flow_heading(context, block, h, area, rows); },
                      [&](const List& l) { flow_list(context, block, l, text_area(context, area), rows); },
                      [&](const Table& t) { flow_table(context, block, t, text_area(context, area), rows); },
                      [&](const Clause& c) { flow_clause(context, block, c, area, rows); },
                      [&](const Parallel& p) { flow_parallel(context, block, p, area, rows); },
                      [&](const Box& b) {
                        flow_box(context, block, b, text_area(context, area, block.style == "notice"), rows);
                      },
                      [&](const FieldRow& f) { flow_fields(context, block, f, area, rows); },
                      [&](const Signatures& s) { flow_signatures(context, block, s, area, rows); },
                      [&](const Cover& c) { flow_cover(context, block, c, {}, area, rows); },
                      [&](const Toc&) { flow_toc(context, block, text_area(context, area), rows); },
                      [&](const Image& i) { flow_image(context, block, i, area, rows); },
                      [&](const PageBreak&) { rows.pending_break = true; },
                      [&](const CutLine&) { flow_cut_line(context, area, rows); }},
             block.content);
  if (block.keep_with_next && !rows.rows.empty()) {
    rows.rows.back().glue = std::max(rows.rows.back().glue, Glue::next);
    rows.rows.back().keeps_next = true;
  }
}

/// Free space below a row of fields: a small step to more fields, a larger one to what is not a field.
Length gap_after_fields(const Context& context, const Block* next) {
  const FormStyle& form = context.styles.form;
  if (next == nullptr || std::holds_alternative<FieldRow>(next->content)) return form.row_gap;
  Length before;
  if (const auto* heading = std::get_if<Heading>(&next->content))
    before = context.style(next->style, heading_style(heading->level)).space_before;
  if (const auto box = context.styles.boxes.find(next->style); box != context.styles.boxes.end())
    before = box->second.space_before;
  return std::max(form.row_gap, form.group_gap - before);
}

}  // namespace

void flow_blocks(Context& context, std::span<const Block> blocks, const Area& area, RowList& rows) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    flow_block(context, blocks[i], area, rows);
    if (rows.rows.empty()) continue;
    const Block* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
    Length& after = rows.rows.back().after;
    if (std::holds_alternative<FieldRow>(blocks[i].content)) after = gap_after_fields(context, next);
    if (next != nullptr && next->style == "gloss") after = std::min(after, pair_gap);
  }
}

std::vector<Row> flow_apart(Context& context, const Blocks& blocks, const Area& area) {
  RowList rows;
  flow_blocks(context, blocks, area, rows);
  rows.settle();
  return std::move(rows.rows);
}

void keep_together(std::vector<Row>& rows, std::size_t first, Length limit) {
  Length height;
  for (std::size_t i = first; i < rows.size(); ++i) height += rows[i].before + rows[i].height + rows[i].after;
  if (height > limit) return;
  for (std::size_t i = first; i + 1 < rows.size(); ++i) rows[i].glue = std::max(rows[i].glue, Glue::together);
}

}  // namespace skabelon
