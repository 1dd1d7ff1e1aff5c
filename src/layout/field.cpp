// Fields to write in -> rows: labels above, boxes on one line, tick boxes beside their text.
#include <algorithm>

#include "layout/flow.h"
#include "layout/segments.h"
#include "layout/text_rows.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr Length option_gap = Length::millimetres(2);
constexpr Length label_gap = Length::points(2);  ///< between a label and its box
constexpr Length area_line = Length::millimetres(8);

Mark frame_mark(const FormStyle& form, const Rect& rect) {
  Mark mark;
  mark.artifact = Artifact::layout;
  mark.content = Frame{rect, form.line, form.line_color};
  return mark;
}

/// The field's place on the grid of twelve.
Column grid_column(Column column, Length gutter, int first, int width) {
  const Length free = column.width - gutter * 11;
  const Length from = free * first / 12 + gutter * first;
  const Length to = free * (first + width) / 12 + gutter * (first + width - 1);
  return {column.x + from, to - from};
}

/// The first paragraph's number waits before it.
void wait_number(const Field& field, const Language& language, RowList& rows) {
  if (field.number.empty()) return;
  RowList::Label label;
  label.text = field.number;
  label.language = &language;
  label.inline_prefix = true;
  label.bold = true;
  rows.pending_labels.push_back(std::move(label));
}

/// Label and hint, ready to stand above the box.
std::vector<Row> label_rows(Context& context, const Field& field, const Language& language, const Area& area) {
  RowList rows;
  wait_number(field, language, rows);
  flow_blocks(context, field.label, area.styled("label"), rows);
  flow_blocks(context, field.hint, area.styled("hint"), rows);
  rows.settle();
  for (std::size_t i = 0; i < rows.rows.size(); ++i)
    rows.rows[i].after = i + 1 < rows.rows.size() ? std::min(rows.rows[i].after, label_gap) : label_gap;
  return std::move(rows.rows);
}

/// The known value, set in the box's column; empty where there is none.
std::vector<Row> value_rows(Context& context, const Field& field, const Language& language, const Area& area) {
  if (field.value.empty()) return {};
  TextBlock text;
  text.inlines = &field.value;
  text.language = &language;
  text.style = &context.style("field-value", "body");
  RowList rows;
  add_text(context, text, area, rows);
  rows.settle();
  return std::move(rows.rows);
}

Row box_row(Context& context, const Field& field, const Language& language, const Area& area) {
  const FormStyle& form = context.styles.form;
  const Length padding = form.cell_padding;
  const bool several = field.kind == Field::Kind::area;
  const Column inner{area.column.x + padding, area.column.width - padding * 2};
  std::vector<Row> value = value_rows(context, field, language, area.in(inner));
  const Length text = stack_height(value);
  Row row;
  row.height = !several ? form.box_height : field.lines > 1 ? area_line * field.lines : form.area_height;
  row.height = std::max(row.height, text.raw > 0 ? text + padding : text);
  row.pieces.push_back({frame_mark(form, {area.column.x, {}, area.column.width, row.height}), {}, false});
  const Length top = several ? std::min(padding, (row.height - text) / 2) : (row.height - text) / 2;
  if (!value.empty()) row.cells.push_back({std::move(value), top});
  return row;
}

/// A value cut into characters, each with the spaces that follow it.
std::vector<std::string> characters(const std::string& value) {
  std::vector<std::string> list;
  for (const char byte : value) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U || byte == ' ';
    if (!continues || list.empty()) list.emplace_back();
    list.back() += byte;
  }
  return list;
}

/// Small boxes that fill from left to right in every language, as digits are written.
Row digits_row(Context& context, const Field& field, const Language& language, const Area& area) {
  const FormStyle& form = context.styles.form;
  const std::vector<std::string> value = characters(words(field.value));
  const auto count = static_cast<std::size_t>(std::max(field.digits, 1));
  if (value.size() > count) return box_row(context, field, language, area);
  const Length width = std::min(form.digit_width, area.column.width / static_cast<std::int64_t>(count));
  const Column boxes = cut_start(area.column, width * static_cast<std::int64_t>(count), false).first;
  Row row;
  row.height = form.box_height;
  row.pieces.push_back({frame_mark(form, {boxes.x, {}, boxes.width, row.height}), {}, false});
  for (std::size_t i = 1; i < count; ++i) {
    const Length x = boxes.x + width * static_cast<std::int64_t>(i);
    Mark mark;
    mark.artifact = Artifact::layout;
    mark.content = Line{{x, {}}, {x, row.height}, form.line, form.line_color};
    row.pieces.push_back({std::move(mark), {}, false});
  }
  if (value.empty()) return row;
  ParagraphStyle style = context.style("field-value", "body");
  style.align = Align::center;
  const Leaves leaves{{context.structure.add(area.node, Role::paragraph, &language)}, {-1}};
  for (std::size_t i = 0; i < value.size(); ++i) {
    const std::size_t place = context.mirrored ? count - 1 - i : i;
    Segment segment = make_segment(value[i], language);
    segment.fixed = true;
    segment.span = field.value.front().span;
    const std::vector<Segment> segments{std::move(segment)};
    const Column column{boxes.x + width * static_cast<std::int64_t>(place), width};
    const ParagraphLines lines = set_paragraph(segments, language, style, width, context.fonts, row.missing);
    if (lines.lines.empty()) continue;
    append_line(lines.lines[0], lines, segments,
                {column, (row.height - lines.leading) / 2, &leaves, Artifact::none, false}, row);
  }
  return row;
}

/// A tick box with its text beside it.
std::vector<Row> tick_rows(Context& context, const Blocks& label, const Language& language, const Area& area,
                           RowList rows) {
  const FormStyle& form = context.styles.form;
  const Column text = cut_start(area.column, form.tick + tick_gap, false).rest;
  const Language& first_language = label.empty() ? language : *label.front().language;
  const Length leading =
      context.style(label.empty() ? "" : label.front().style, "option").of(first_language.script).leading;
  const Length top = (leading - form.tick) / 2;
  rows.pending_pieces.push_back({frame_mark(form, {area.column.x, top, form.tick, form.tick}), {}, false});
  flow_blocks(context, label, area.in(text).styled("option"), rows);
  rows.settle();
  for (std::size_t i = 0; i < rows.rows.size(); ++i) rows.rows[i].after = Length{};
  return std::move(rows.rows);
}

std::vector<Row> choice_rows(Context& context, const Field& field, const Language& language, const Area& area) {
  const FormStyle& form = context.styles.form;
  const std::vector<Length> widths = option_columns(field, context.styles, area.column.width);
  const std::size_t across = widths.size();
  std::vector<Column> columns;
  Length x = area.column.x;
  for (const Length width : widths) {
    columns.push_back({x, width});
    x += width + option_gutter;
  }
  RowList rows;
  for (std::size_t i = 0; i < field.options.size(); i += across) {
    Row row;
    row.after = option_gap;
    for (std::size_t k = i; k < std::min(i + across, field.options.size()); ++k) {
      RowList option;
      option.anchor(field.options[k].id);
      row.cells.push_back(
          {tick_rows(context, field.options[k].label, language, area.in(columns[k - i]), std::move(option)), {}});
    }
    row.height = std::max(cells_height(row), form.tick);
    rows.add(std::move(row));
  }
  for (Row& row : value_rows(context, field, language, area)) rows.add(std::move(row));
  return std::move(rows.rows);
}

/// What stands below the label.
std::vector<Row> answer_rows(Context& context, const Field& field, const Language& language, const Area& area) {
  switch (field.kind) {
    case Field::Kind::choice:
      return choice_rows(context, field, language, area);
    case Field::Kind::digits:
      return {digits_row(context, field, language, area)};
    case Field::Kind::line:
    case Field::Kind::area:
    case Field::Kind::check:
      break;
  }
  return {box_row(context, field, language, area)};
}

std::vector<Row> check_rows(Context& context, const Field& field, const Language& language, const Area& area) {
  RowList rows;
  wait_number(field, language, rows);
  std::vector<Row> result = tick_rows(context, field.label, language, area, std::move(rows));
  RowList more;
  flow_blocks(context, field.hint, area.styled("hint"), more);
  more.settle();
  std::move(more.rows.begin(), more.rows.end(), std::back_inserter(result));
  for (Row& row : value_rows(context, field, language, area)) result.push_back(std::move(row));
  return result;
}

}  // namespace

void flow_fields(Context& context, const Block& block, const FieldRow& source, const Area& area, RowList& rows) {
  const FormStyle& form = context.styles.form;
  const Language& language = *block.language;
  Row row;
  row.decoration = area.decoration;
  std::vector<Length> label_heights;
  Length tallest;
  int first = 0;
  for (const Field& field : source.fields) {
    const int width = std::clamp(field.width, 1, 12);
    if (first + width > 12) first = 0;
    const Column column = grid_column(area.column, form.gutter, first, width);
    first += width;
    rows.anchor(field.id);
    Area inside = area.in(column).inside(context.structure.add(area.node, Role::division, &language, field.id));
    inside.numbers.reset();
    const bool check = field.kind == Field::Kind::check;
    std::vector<Row> above = check ? std::vector<Row>{} : label_rows(context, field, language, inside);
    std::vector<Row> below =
        check ? check_rows(context, field, language, inside) : answer_rows(context, field, language, inside);
    const Length label = above.empty() ? Length{} : stack_height(above) + above.back().after;
    label_heights.push_back(label);
    tallest = std::max(tallest, label);
    std::move(below.begin(), below.end(), std::back_inserter(above));
    row.cells.push_back({std::move(above), {}});
  }
  // Labels differ in height; boxes of one row start at one height.
  for (std::size_t i = 0; i < row.cells.size(); ++i) row.cells[i].top = tallest - label_heights[i];
  row.height = cells_height(row);
  row.after = form.row_gap;
  rows.add(std::move(row));
}

}  // namespace skabelon
