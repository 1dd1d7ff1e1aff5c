// Fields to write in and signatures -> layout tables with bordered cells.
#include <algorithm>
#include <utility>

#include "odt/body.h"

namespace skabelon::odt {
namespace {

constexpr Length option_gap = Length::millimetres(2);
constexpr Length label_gap = Length::points(2);
constexpr Length closing_line = Length::points(1);  // of the paragraph that ends a cell with a table
constexpr Length area_line = Length::millimetres(8);

/// The field's columns on the grid of twelve.
struct Span12 {
  Length from, to;
};
Span12 grid(Length width, Length gutter, int first, int count) {
  const Length free = width - gutter * 11;
  return {free * first / 12 + gutter * first, free * (first + count) / 12 + gutter * (first + count - 1)};
}

/// The reader's words of a label; null where it has none.
const Inlines* first_text(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->text;
  if (const auto* parallel = std::get_if<Parallel>(&block.content)) {
    for (const auto& row : parallel->rows) {
      if (!row.empty() && !row.front().empty()) return first_text(row.front().front());
    }
  }
  return nullptr;
}

/// Characters of a value, each with the spaces that follow it.
std::vector<std::string> characters(const std::string& value) {
  std::vector<std::string> list;
  for (const char byte : value) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U || byte == ' ';
    if (!continues || list.empty()) list.emplace_back();
    list.back() += byte;
  }
  return list;
}

/// A box's least height.
Length box_height(const Field& field, const FormStyle& form) {
  if (field.kind != Field::Kind::area) return form.box_height;
  return field.lines > 1 ? area_line * field.lines : form.area_height;
}

CellLook framed(const FormStyle& form) {
  CellLook look;
  look.top = look.bottom = look.start = look.end = form.line;
  look.line = form.line_color;
  look.padding_start = look.padding_end = form.cell_padding;
  return look;
}

}  // namespace

/// An empty paragraph that takes no room.
void Body::small_paragraph(pugi::xml_node parent, const char* master) {
  const std::string style =
      styles_.automatic("paragraph", "P", "style:paragraph-properties",
                        {{"fo:margin-top", "0pt"}, {"fo:margin-bottom", "0pt"}, {"fo:line-height", "1pt"}},
                        {{"style:parent-style-name", "Standard"}, {"style:master-page-name", master}});
  add(parent, "text:p", {{"text:style-name", style}});
}

Length Body::gap_after_fields(const Block* next) const {
  const FormStyle& form = sheet_.form;
  if (next == nullptr || std::holds_alternative<FieldRow>(next->content)) return form.row_gap;
  Length before;
  if (const auto* heading = std::get_if<Heading>(&next->content)) {
    const std::string name =
        !next->style.empty() ? next->style : "heading-" + std::to_string(std::clamp(heading->level - 1, 1, 3));
    before = styles_.sheet_style(name).space_before;
  }
  if (const auto box = sheet_.boxes.find(next->style); box != sheet_.boxes.end()) before = box->second.space_before;
  return std::max(form.row_gap, form.group_gap - before);
}

Length Body::about_height(const Blocks& list, const char* style, Length width) const {
  Length height;
  for (const Block& one : list) {
    if (const auto* paragraph = std::get_if<Paragraph>(&one.content)) {
      const ParagraphStyle& look = styles_.sheet_style(one.style.empty() ? style : one.style);
      const ScriptClass script = language(one).script;
      const std::int64_t lines = about(words_of(paragraph->text), look, script).raw / std::max(width, closing_line).raw;
      height += look.of(script).leading * (lines + 1);
    } else if (const auto* parallel = std::get_if<Parallel>(&one.content)) {
      for (const auto& languages : parallel->rows) {
        for (const Blocks& blocks : languages) height += about_height(blocks, style, width);
      }
    }
  }
  return height;
}

/// About how high the answer of a field is, its label aside.
Length Body::answer_height(const Field& field, Length width) const {
  const FormStyle& form = sheet_.form;
  const Length beside = form.tick + tick_gap;
  if (field.kind == Field::Kind::check) return std::max(form.tick, about_height(field.label, "option", width - beside));
  if (field.kind != Field::Kind::choice) return box_height(field, form);
  const std::vector<Length> columns = option_columns(field, sheet_, width);
  Length height;
  for (std::size_t i = 0; i < field.options.size(); i += columns.size()) {
    Length tallest = form.tick;
    for (std::size_t k = i; k < std::min(i + columns.size(), field.options.size()); ++k) {
      tallest = std::max(tallest, about_height(field.options[k].label, "option", columns[k - i] - beside));
    }
    height += tallest + (i > 0 ? option_gap : Length{});
  }
  return height;
}

void Body::field_row(pugi::xml_node parent, const FieldRow& source, const Place& place, Length after) {
  if (source.fields.empty()) return;
  std::vector<Span12> spans;
  int first = 0;
  for (const Field& field : source.fields) {
    const int width = std::clamp(field.width, 1, 12 - std::min(first, 11));
    spans.push_back(grid(place.width, sheet_.form.gutter, first, width));
    first += width;
  }
  // A column reaches to the next one; the gutter is padding, for an empty cell would be one more to read past.
  std::vector<Length> widths;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    widths.push_back((i + 1 < spans.size() ? spans[i + 1].from : spans[i].to) - spans[i].from);
  }
  TableLook look;
  look.keep_whole = true;
  look.keep_with_next = place.keep_next;
  look.after = after > closing_line ? after - closing_line : Length{};
  pugi::xml_node table = open_table(parent, widths, place, look);
  pugi::xml_node line = row(table, {});
  // Labels differ in height; answers side by side start at one height: cells end at one foot, the lower on padding.
  CellLook cell_look;
  cell_look.vertical = "bottom";
  std::vector<Length> heights;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    heights.push_back(answer_height(source.fields[i], spans[i].to - spans[i].from));
  }
  const Length tallest = *std::max_element(heights.begin(), heights.end());
  for (std::size_t i = 0; i < spans.size(); ++i) {
    Place inside = place;
    inside.indent = {};
    inside.width = spans[i].to - spans[i].from;
    inside.align.reset();
    cell_look.padding_end = widths[i] - inside.width;
    cell_look.padding_bottom = tallest - heights[i];
    field_cell(cell(line, cell_look), source.fields[i], inside);
  }
}

/// All of a field in reading order: label, hint, then the box or the options.
void Body::field_cell(pugi::xml_node cell, const Field& field, const Place& place) {
  pending_number_ = field.number;
  Place hint = place;
  hint.style = "hint";
  if (field.kind == Field::Kind::check) {
    tick(cell, field.label, place);
    if (!field.hint.empty()) fill_cell(cell, field.hint, hint);
    if (!field.value.empty()) field_value(cell, field, place);
    pending_number_.clear();
    return;
  }
  Place label = place;
  label.style = "label";
  Blocks all = field.label;
  for (Block one : field.hint) {
    if (one.style.empty()) one.style = "hint";
    all.push_back(std::move(one));
  }
  if (!all.empty()) fill_cell(cell, all, label, label_gap);
  pending_number_.clear();
  field_answer(cell, field, place);
}

void Body::field_answer(pugi::xml_node cell_node, const Field& field, const Place& place) {
  if (field.kind == Field::Kind::choice) return options(cell_node, field, place);
  const auto count = static_cast<std::size_t>(std::max(field.digits, 1));
  if (field.kind == Field::Kind::digits && characters(words_of(field.value)).size() <= count) {
    return digit_boxes(cell_node, field, place);
  }
  const FormStyle& form = sheet_.form;
  CellLook look = framed(form);
  if (field.kind == Field::Kind::area) {
    look.padding_top = look.padding_bottom = form.cell_padding;
  } else {
    look.vertical = "middle";
  }
  pugi::xml_node box = open_table(cell_node, {place.width}, place, {});
  field_value(cell(row(box, box_height(field, form)), look), field, place);
  close_cell(cell_node);
}

void Body::field_value(pugi::xml_node cell, const Field& field, const Place& place) {
  Block block;
  block.language = field.label.empty() ? nullptr : field.label.front().language;
  Place inside = place;
  inside.cell = true;
  inside.last = true;
  inside.indent = {};
  inside.list_level = 0;
  inside.list_indent = {};
  inside.style = "field-value";
  if (!field.value.empty()) {
    paragraph(cell, block, field.value, inside);
    return;
  }
  const Language& own = language(block);
  pugi::xml_node node = add(cell, "text:p", {{"text:style-name", styles_.paragraph("field-value", own)}});
  // Click and type; it does not print, so the box is empty on paper (odt.md 5).
  const Inlines* label = field.label.empty() ? nullptr : first_text(field.label.front());
  add_text(
      add(node, "text:placeholder",
          {{"text:placeholder-type", "text"}, {"text:description", label != nullptr ? words_of(*label) : field.name}}),
      "\u2026");
}

void Body::digit_boxes(pugi::xml_node cell_node, const Field& field, const Place& place) {
  const FormStyle& form = sheet_.form;
  const std::vector<std::string> value = characters(words_of(field.value));
  const auto count = static_cast<std::size_t>(std::max(field.digits, 1));
  const Length width = std::min(form.digit_width, place.width / static_cast<std::int64_t>(count));
  Place inside = place;
  inside.indent = {};
  pugi::xml_node table = open_table(cell_node, std::vector<Length>(count, width), inside, {});
  pugi::xml_node line = row(table, form.box_height);
  CellLook look = framed(form);
  look.padding_start = look.padding_end = {};
  look.vertical = "middle";
  const Language& own = *document_.language;
  ParagraphFormat centred;
  centred.align = Align::center;
  const std::string style = styles_.paragraph("field-value", own, centred);
  for (std::size_t i = 0; i < count; ++i) {
    // Digits are written from left to right in every language; a right-to-left table begins at the right.
    if (i > 0) look.start = {};  // neighbours share a line
    const std::size_t place_of = own.rtl() ? count - 1 - i : i;
    pugi::xml_node node = add(cell(line, look), "text:p", {{"text:style-name", style}});
    Inline digit;
    digit.content = Value{{}, place_of < value.size() ? value[place_of] : std::string(), true};
    if (place_of < value.size()) write_inlines(shared_, node, {digit}, styles_.sheet_style("field-value"), own);
  }
  close_cell(cell_node);
}

void Body::tick(pugi::xml_node parent, const Blocks& label, const Place& place) {
  const Length beside = sheet_.form.tick + tick_gap;
  Place inside = place;
  inside.cell = true;
  inside.width = place.width - beside;
  inside.indent = beside;
  inside.list_level = 0;
  inside.list_indent = {};
  inside.last = true;
  inside.top_level = false;
  inside.style = "option";
  pending_tick_ = true;
  for (const Block& one : label) block(parent, one, inside);
  if (std::exchange(pending_tick_, false)) close_cell(parent);
}

void Body::options(pugi::xml_node cell_node, const Field& field, const Place& place) {
  const FormStyle& form = sheet_.form;
  std::vector<Length> widths = option_columns(field, sheet_, place.width);
  const std::size_t across = widths.size();
  for (std::size_t i = 0; i + 1 < across; ++i) widths[i] += option_gutter;
  Place inside = place;
  inside.indent = {};
  pugi::xml_node table = open_table(cell_node, widths, inside, {});
  for (std::size_t i = 0; i < field.options.size(); i += across) {
    const bool last_row = i + across >= field.options.size();
    pugi::xml_node line = row(table, form.tick);
    for (std::size_t k = i; k < i + across; ++k) {
      CellLook look;
      if (k - i + 1 < across) look.padding_end = option_gutter;
      if (!last_row) look.padding_bottom = option_gap;
      pugi::xml_node node = cell(line, look);
      inside.width = widths[k - i] - look.padding_end;
      if (k < field.options.size()) {
        tick(node, field.options[k].label, inside);
      } else {
        close_cell(node);
      }
    }
  }
  if (!field.value.empty()) {
    field_value(cell_node, field, place);
  } else {
    close_cell(cell_node);
  }
}

void Body::signatures(pugi::xml_node parent, const Signatures& all, const Place& place) {
  const FormStyle& form = sheet_.form;
  const Length width = (place.width - form.gutter) / 2;
  Length height;
  for (std::size_t i = 0; i < all.parties.size(); i += 2) {
    const SignatureParty& party = all.parties[i];
    height += form.group_gap +
              (form.signature_room + Length::points(16)) * static_cast<std::int64_t>(party.line_labels.size()) +
              Length::points(17) * static_cast<std::int64_t>(party.who.size());
  }
  const PageStyle& page = sheet_.page;
  const bool whole = height < (page.height - page.margin_top - page.margin_bottom) / 2;
  pugi::xml_node table;
  for (std::size_t i = 0; i < all.parties.size(); i += 2) {
    const bool last = i + 2 >= all.parties.size();
    TableLook look;
    look.keep_whole = true;
    if (!table) look.before = form.row_gap;
    if (last || !whole) look.after = form.group_gap;
    if (!table || !whole) table = open_table(parent, {width + form.gutter, width}, place, look);
    // A party is one cell, to be read as a whole; its first line stands as high as the neighbour's.
    pugi::xml_node line = row(table, {});
    Length heights[2];
    for (std::size_t k = i; k < std::min(i + 2, all.parties.size()); ++k) {
      heights[k - i] = about_height(all.parties[k].who, "signature-name", width);
    }
    for (std::size_t k = i; k < i + 2; ++k) {
      CellLook cell_look;
      if (k == i) cell_look.padding_end = form.gutter;
      if (!last && whole) cell_look.padding_bottom = form.group_gap;
      pugi::xml_node node = cell(line, cell_look);
      Place inside = place;
      inside.width = width;
      if (k < all.parties.size()) {
        signature_party(node, all.parties[k], inside, std::max(heights[0], heights[1]) - heights[k - i]);
      }
      close_cell(node);
    }
  }
}

/// `lower`: by how much the first line stands lower than the words above it ask for.
void Body::signature_party(pugi::xml_node cell, const SignatureParty& party, const Place& place, Length lower) {
  Place inside = place;
  inside.style = "signature-name";
  if (!party.who.empty()) fill_cell(cell, party.who, inside);
  inside.cell = true;
  inside.last = true;
  inside.indent = {};
  inside.list_level = 0;
  inside.list_indent = {};
  inside.keep_next = false;
  inside.style = "signature-label";
  inside.top_level = false;
  for (const Blocks& labels : party.line_labels) {
    // The line to write on is the upper border of the words below it, with room above.
    pending_rule_ = sheet_.form.signature_room + std::exchange(lower, Length{});
    for (const Block& label : labels) block(cell, label, inside);
    pending_rule_.reset();
  }
}

}  // namespace skabelon::odt
