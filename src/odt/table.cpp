// Tables, boxes, columns of languages and covers -> <table:table>.
#include <algorithm>
#include <numeric>
#include <utility>

#include "odt/body.h"

namespace skabelon::odt {
namespace {

constexpr Length logo_height = Length::millimetres(16);

std::string line(Length thickness, Color color) {
  return thickness.raw > 0 ? pt(thickness) + " solid " + hex(color) : "none";
}

/// A line takes its room from the padding, as in the PDF; LibreOffice adds the two up.
Length within(Length padding, Length thickness) { return padding > thickness ? padding - thickness : Length{}; }

/// Weighted shares of a width, from the running sum so that rounding leaves no gap.
std::vector<Length> shares(Length width, const std::vector<int>& weights) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  const std::int64_t total = std::max<std::int64_t>(sum, 1);
  std::vector<Length> result;
  std::int64_t before = 0;
  for (const int weight : weights) {
    result.push_back(width * (before + weight) / total - width * before / total);
    before += weight;
  }
  return result;
}

/// A box's width cut into the picture's cell and the rest.
std::vector<Length> picture_columns(Length width, const BoxStyle& style) {
  const Length first = style.rule + style.padding + style.picture_column + style.gap;
  return {first, width - first};
}

bool has_heading(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (const auto* clause = std::get_if<Clause>(&block.content)) return has_heading(clause->blocks);
    return std::holds_alternative<Heading>(block.content);
  });
}

bool only_paragraphs(const Blocks& blocks) {
  return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (const auto* parallel = std::get_if<Parallel>(&block.content)) {
      return std::all_of(parallel->rows.begin(), parallel->rows.end(), [](const std::vector<Blocks>& row) {
        return std::all_of(row.begin(), row.end(), only_paragraphs);
      });
    }
    return std::holds_alternative<Paragraph>(block.content) || std::holds_alternative<Heading>(block.content);
  });
}

}  // namespace

pugi::xml_node Body::open_table(pugi::xml_node parent, const std::vector<Length>& widths, const Place& place,
                                TableLook look) {
  Length width;
  for (const Length one : widths) width += one;
  const bool rtl = document_.language->rtl();
  const std::string master = std::exchange(pending_master_, {});
  const bool page_break = std::exchange(pending_break_, false) && master.empty();
  if (std::exchange(first_before_, std::nullopt) || page_break || !master.empty()) look.before = {};
  // Tables are placed physically, unlike paragraphs (odt.md 2), and LibreOffice keeps to the left margin only.
  const Length rest = place.width > width ? place.width - width : Length{};
  const std::string style = styles_.automatic("table", "T", "style:table-properties",
                                              {{"style:width", mm(width)},
                                               {"table:align", "left"},
                                               {"fo:margin-left", mm(rtl ? rest : place.indent)},
                                               {"fo:margin-top", pt(look.before)},
                                               {"fo:margin-bottom", pt(look.after)},
                                               {"fo:break-before", page_break ? "page" : ""},
                                               {"fo:keep-with-next", look.keep_with_next ? "always" : ""},
                                               {"style:may-break-between-rows", look.keep_whole ? "false" : "true"},
                                               {"style:writing-mode", rtl ? "rl-tb" : "lr-tb"},
                                               {"table:border-model", "separating"}},
                                              {{"style:master-page-name", master}});
  const std::string name = look.name.empty() ? "Table" + std::to_string(++tables_) : look.name;
  pugi::xml_node table = add(parent, "table:table", {{"table:name", name}, {"table:style-name", style}});
  for (const Length one : widths) {
    const std::string column =
        styles_.automatic("table-column", "C", "style:table-column-properties", {{"style:column-width", mm(one)}});
    add(table, "table:table-column", {{"table:style-name", column}});
  }
  return table;
}

pugi::xml_node Body::row(pugi::xml_node table, Length min_height) {
  const std::string style = styles_.automatic(
      "table-row", "R", "style:table-row-properties",
      {{"style:min-row-height", min_height.raw > 0 ? mm(min_height) : ""}, {"fo:keep-together", "always"}});
  return add(table, "table:table-row", {{"table:style-name", style}});
}

pugi::xml_node Body::cell(pugi::xml_node row, const CellLook& look, int columns) {
  // "left" is the start side of a cell: a right-to-left table mirrors its cells, unlike bordered paragraphs (odt.md 2).
  const std::string style = styles_.automatic("table-cell", "D", "style:table-cell-properties",
                                              {{"fo:background-color", look.has_fill ? hex(look.fill) : ""},
                                               {"style:vertical-align", look.vertical != nullptr ? look.vertical : ""},
                                               {"fo:padding-left", mm(within(look.padding_start, look.start))},
                                               {"fo:padding-right", mm(within(look.padding_end, look.end))},
                                               {"fo:padding-top", mm(within(look.padding_top, look.top))},
                                               {"fo:padding-bottom", mm(within(look.padding_bottom, look.bottom))},
                                               {"fo:border-left", line(look.start, look.line)},
                                               {"fo:border-right", line(look.end, look.line)},
                                               {"fo:border-top", line(look.top, look.line)},
                                               {"fo:border-bottom", line(look.bottom, look.line)}});
  pugi::xml_node node = add(row, "table:table-cell",
                            {{"table:style-name", style},
                             {"table:number-columns-spanned", columns > 1 ? std::to_string(columns) : ""},
                             {"office:value-type", "string"}});
  for (int i = 1; i < columns; ++i) row.append_child("table:covered-table-cell");
  return node;
}

/// A cell ends in a paragraph; one of no height where nothing else stands there.
void Body::close_cell(pugi::xml_node cell) {
  first_before_.reset();
  if (!cell.last_child() || std::string_view(cell.last_child().name()) == "table:table") small_paragraph(cell);
}

/// `after`: free space below the last block.
void Body::fill_cell(pugi::xml_node cell, const Blocks& list, const Place& place, Length after) {
  Place inside = place;
  inside.indent = {};
  inside.cell = true;
  inside.top_level = false;
  inside.last = true;
  inside.last_after = after;
  inside.keep_next = inside.keep_all = false;
  inside.list_level = 0;
  inside.list_indent = {};
  inside.box = nullptr;
  first_before_ = Length{};
  blocks(cell, list, inside);
  close_cell(cell);
}

void Body::table(pugi::xml_node parent, const Block& block, const Table& table, const Place& place) {
  if (table.rows.empty()) return;
  std::vector<int> weights;
  for (const Table::Column& column : table.columns) weights.push_back(std::max(column.weight, 1));
  if (weights.empty()) weights.push_back(1);
  const std::vector<Length> widths = shares(place.width, weights);
  TableLook look;
  look.before = sheet_.form.cell_padding;
  look.after = place.last ? Length{} : sheet_.form.row_gap;
  look.keep_with_next = block.keep_with_next || place.keep_next;
  look.keep_whole = table.rows.size() < table.header_rows + fewest_broken_rows;
  pugi::xml_node node = open_table(parent, widths, place, look);
  pugi::xml_node head;
  const FormStyle& form = sheet_.form;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const bool header = i < table.header_rows;
    if (header && !head) head = node.append_child("table:table-header-rows");
    pugi::xml_node line_node = row(header ? head : node, table.rows[i].min_height);
    CellLook cell_look;
    cell_look.padding_start = cell_look.padding_end = cell_look.padding_top = cell_look.padding_bottom =
        form.cell_padding;
    cell_look.bottom = form.table_rule;
    cell_look.line = table.grid ? form.line_color : header ? sheet_.accent : sheet_.grey;
    if (i == 0 && (table.grid || !header)) cell_look.top = form.table_rule;
    if (table.grid) cell_look.start = form.table_rule;
    cell_look.has_fill = header;
    cell_look.fill = sheet_.tint;
    std::size_t first = 0;
    for (const TableCell& source : table.rows[i].cells) {
      if (first >= widths.size()) break;
      const std::size_t span = std::min(static_cast<std::size_t>(std::max(source.columns, 1)), widths.size() - first);
      Place inside = place;
      inside.width = -form.cell_padding * 2;
      for (std::size_t k = first; k < first + span; ++k) inside.width += widths[k];
      cell_look.end = table.grid && first + span == widths.size() ? form.table_rule : Length{};
      if (first < table.columns.size() && table.columns[first].align != Align::start) {
        inside.align = table.columns[first].align;
      }
      inside.style = header ? "table-head" : "table-cell";
      fill_cell(cell(line_node, cell_look, static_cast<int>(span)), source.blocks, inside);
      first += span;
    }
    // Room to write where the row has fewer cells than the table.
    for (; first < widths.size(); ++first) {
      cell_look.end = table.grid && first + 1 == widths.size() ? form.table_rule : Length{};
      close_cell(cell(line_node, cell_look));
    }
  }
}

void Body::box(pugi::xml_node parent, const Block& block, const Box& box, const Place& place) {
  const auto found = sheet_.boxes.find(block.style);
  const BoxStyle style = found != sheet_.boxes.end() ? found->second : BoxStyle{};
  Place inside = place;
  inside.width = place.width - style.rule - style.padding * 2;
  inside.top_level = false;
  if (has_heading(box.blocks) && only_paragraphs(box.blocks) && (style.has_fill || style.frame.raw > 0)) {
    // No headings in tables (odt.md 9): here the paragraphs' own borders join into a box.
    inside.box = &style;
    inside.last = true;
    inside.last_after = place.last ? place.last_after : style.space_after;
    if (!first_before_) first_before_ = style.space_before;
    blocks(parent, box.blocks, inside);
    return;
  }
  const bool pictured = style.picture_column.raw > 0 && box.blocks.size() > 1 &&
                        std::holds_alternative<Image>(box.blocks.front().content);
  const bool invisible =
      !pictured && !style.has_fill && style.frame.raw == 0 && style.rule.raw == 0 && style.padding.raw == 0;
  if (invisible && (!style.keep_together || has_heading(box.blocks))) {
    inside.keep_all = style.keep_together;
    blocks(parent, box.blocks, inside);
    return;
  }
  TableLook look;
  look.keep_whole = style.keep_together;
  look.keep_with_next = block.keep_with_next || place.keep_next;
  look.before = style.space_before;
  look.after = place.last ? Length{} : style.space_after;
  CellLook cell_look;
  cell_look.padding_start = cell_look.padding_end = cell_look.padding_top = cell_look.padding_bottom = style.padding;
  cell_look.top = cell_look.bottom = cell_look.start = cell_look.end = style.frame;
  if (style.rule.raw > 0) cell_look.start = style.rule;
  cell_look.line = style.line;
  cell_look.has_fill = style.has_fill;
  cell_look.fill = style.fill;
  if (pictured)
    return pictured_box(open_table(parent, picture_columns(place.width, style), place, look), box, style, cell_look,
                        inside);
  pugi::xml_node table = open_table(parent, {place.width}, place, look);
  fill_cell(cell(row(table, {}), cell_look), box.blocks, inside);
}

/// The picture's cell at the start side, the other blocks' beside it, at mid-height; the frame goes around both.
void Body::pictured_box(pugi::xml_node table, const Box& box, const BoxStyle& style, const CellLook& look,
                        const Place& place) {
  pugi::xml_node line_node = row(table, {});
  CellLook first = look;
  first.end = {};
  first.padding_end = style.gap;
  Place inside = place;
  inside.width = style.picture_column;
  fill_cell(cell(line_node, first), {box.blocks.front()}, inside);
  CellLook second = look;
  second.start = {};
  second.padding_start = {};
  second.vertical = "middle";
  inside.width = place.width - style.picture_column - style.gap;
  fill_cell(cell(line_node, second), Blocks(box.blocks.begin() + 1, box.blocks.end()), inside);
}

void Body::columns(pugi::xml_node parent, const std::vector<Blocks>& languages, const Place& place) {
  if (languages.empty()) return;
  if (std::any_of(languages.begin(), languages.end(), has_heading)) {
    // Headings stand above each other, outside the table (odt.md 9).
    for (std::size_t k = 0; k < languages.size(); ++k) {
      Place part = place;
      part.gloss = place.gloss || k > 0;
      blocks(parent, languages[k], part);
    }
    return;
  }
  const Length gutter = sheet_.form.gutter;
  const auto count = static_cast<std::int64_t>(languages.size());
  const Length width = (place.width - gutter * (count - 1)) / count;
  std::vector<Length> widths(languages.size(), width + gutter);
  widths.back() = width;
  pugi::xml_node table = open_table(parent, widths, place, {});
  pugi::xml_node line_node = row(table, {});
  for (std::size_t k = 0; k < languages.size(); ++k) {
    CellLook look;
    if (k + 1 < languages.size()) look.padding_end = gutter;
    Place inside = place;
    inside.width = width;
    inside.gloss = place.gloss;
    fill_cell(cell(line_node, look), languages[k], inside);
  }
}

void Body::add_logo(Blocks& top, const Blocks& middle) const {
  const auto is_image = [](const Block& block) { return std::holds_alternative<Image>(block.content); };
  const PictureRef& logo = document_.running.logo;
  if (logo == nullptr || std::any_of(top.begin(), top.end(), is_image) ||
      std::any_of(middle.begin(), middle.end(), is_image)) {
    return;
  }
  Block block;
  block.content = Image{logo, document_.running.logo_alternative, scaled(logo_height, logo->width, logo->height)};
  top.push_back(std::move(block));
}

/// About how many lines a text takes over the whole width of a page.
std::int64_t Body::lines_about(const Inlines& text, const Block& block, const ParagraphStyle& look) const {
  const Length width = sheet_.page.width - sheet_.page.margin_side * 2;
  std::int64_t lines = 1 + about(words_of(text), look, language(block).script).raw / width.raw;
  for (const Inline& item : text) lines += std::holds_alternative<Break>(item.content) ? 1 : 0;
  return lines;
}

void Body::cover(pugi::xml_node parent, const Cover& cover, const Blocks& notices) {
  Blocks top = notices, middle, foot;
  for (const Block& one : cover.blocks) {
    const bool at_top = std::holds_alternative<Box>(one.content) || std::holds_alternative<Image>(one.content);
    (one.style == "cover-foot" ? foot : middle.empty() && at_top ? top : middle).push_back(one);
  }
  add_logo(top, middle);
  const PageStyle& page = sheet_.page;
  const Length body = page.height - page.margin_top - page.margin_bottom;
  const Length third = page.height / 3 - page.margin_top;
  Length foot_height;
  for (const Block& one : foot) {
    const ParagraphStyle& look = styles_.sheet_style("cover-foot");
    const auto* paragraph = std::get_if<Paragraph>(&one.content);
    foot_height += look.space_after + look.of(language(one).script).leading *
                                          (paragraph != nullptr ? lines_about(paragraph->text, one, look) : 1);
  }
  // Three rows as high as the page: what stands at the top, the title from a third on, and the foot.
  Place place;
  place.width = page.width - page.margin_side * 2;
  // A paragraph opens the page: LibreOffice overlooks the page style of a table that begins with another table.
  small_paragraph(parent, "Cover");
  TableLook look;
  look.name = "Cover";
  look.keep_whole = true;
  pugi::xml_node table = open_table(parent, {place.width}, place, look);
  const Length slack = Length::points(4);  // for the paragraph that closes the page
  fill_cell(cell(row(table, third), {}), top, place);
  fill_cell(cell(row(table, body - third - foot_height - slack), {}), middle, place);
  CellLook at_foot;
  at_foot.vertical = "bottom";
  fill_cell(cell(row(table, foot_height), at_foot), foot, place);
  pending_master_ = "Standard";
  pending_break_ = false;
}

}  // namespace skabelon::odt
