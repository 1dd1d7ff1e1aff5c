// Headings -> contents: title, dots, page number, each entry a link.
#include <algorithm>

#include "layout/flow.h"
#include "layout/segments.h"
#include "layout/text_rows.h"

namespace skabelon {
namespace {

constexpr Length page_column = Length::millimetres(12);
constexpr Length leader_gap = Length::points(5);

class Collector {
 public:
  std::vector<TocEntry> entries;

  void blocks(const Blocks& list) {
    for (const Block& block : list) this->block(block);
  }

 private:
  std::string clause_label_, clause_id_;

  void heading(const Block& block, const Heading& heading) {
    TocEntry entry{&heading.text, block.language, block.label, block.id, heading.level};
    if (entry.label.empty()) entry.label = clause_label_;
    if (entry.id.empty()) entry.id = clause_id_;
    clause_label_.clear();
    clause_id_.clear();
    entries.push_back(std::move(entry));
  }

  void block(const Block& block) {
    if (const auto* h = std::get_if<Heading>(&block.content)) heading(block, *h);
    if (const auto* box = std::get_if<Box>(&block.content)) blocks(box->blocks);
    if (const auto* parallel = std::get_if<Parallel>(&block.content))
      for (const auto& row : parallel->rows)
        if (!row.empty()) blocks(row[0]);
    if (const auto* clause = std::get_if<Clause>(&block.content)) {
      clause_label_ = block.label;
      clause_id_ = block.id;
      blocks(clause->blocks);
    }
  }
};

/// Where the text of the row's link ends, measured from the start of its column; negative: unknown.
struct TextEnd {
  Column column;
  Length end{-1};
  std::int32_t link = -1;
};
TextEnd text_end(const Context& context, const Row& row) {
  TextEnd result;
  for (const Piece& piece : row.pieces)
    if (const auto* link = std::get_if<LinkArea>(&piece.content)) {
      const Length end = context.mirrored ? piece.column.width - link->rect.x : link->rect.right();
      result = {piece.column, std::max(result.end, end), link->node};
    }
  return result;
}

/// Dots from the title to the number, flush with the number so that they stand below one another.
void add_leader(Context& context, const Language& language, const ParagraphStyle& style, Column gap, Row& row) {
  const auto dots = [&](std::int64_t count) {
    std::string text;
    for (std::int64_t i = 0; i < count; ++i) text += i == 0 ? "." : " .";
    Segment segment = make_segment(text, language);
    segment.fixed = true;
    return std::vector<Segment>{std::move(segment)};
  };
  const Length one = natural_width(dots(1), language, style, context.fonts);
  const Length pitch = natural_width(dots(2), language, style, context.fonts) - one;
  if (pitch.raw <= 0 || gap.width < one) return;
  const std::vector<Segment> segments = dots((gap.width - one).raw / pitch.raw + 1);
  ParagraphStyle ended = style;
  ended.align = Align::end;
  const ParagraphLines lines = set_paragraph(segments, language, ended, gap.width, context.fonts, row.missing);
  if (lines.lines.size() != 1) return;
  append_line(lines.lines[0], lines, segments, {gap, {}, nullptr, Artifact::layout, false}, row);
}

void add_page(Context& context, const TocEntry& entry, const ParagraphStyle& style, Column column, Row& row) {
  const TextEnd text = text_end(context, row);
  if (text.link < 0) return;
  const Language& language = *context.document.language;
  Segment number = make_segment(context.references.label(entry.id), language);
  number.fixed = true;
  number.link = "#" + entry.id;
  const std::vector<Segment> segments{std::move(number)};
  ParagraphStyle ended = style;
  ended.align = Align::end;
  ended.indent = Length{};
  const ParagraphLines lines = set_paragraph(segments, language, ended, column.width, context.fonts, row.missing);
  if (lines.lines.empty()) return;
  if (!context.flipped(*entry.language)) {
    const Length from = text.column.x + text.end + leader_gap;
    const Length to = column.x + column.width - lines.lines[0].width - leader_gap;
    add_leader(context, language, style, {from, to - from}, row);
  }
  const std::int32_t owner = context.structure.add(text.link, Role::span, &language);
  const Leaves leaves{{owner}, {text.link}};
  append_line(lines.lines[0], lines, segments, {column, {}, &leaves, Artifact::none, false}, row);
}

}  // namespace

std::vector<TocEntry> collect_headings(const Blocks& blocks) {
  Collector collector;
  collector.blocks(blocks);
  return std::move(collector.entries);
}

bool has_toc(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    if (std::holds_alternative<Toc>(block.content)) return true;
    if (const auto* clause = std::get_if<Clause>(&block.content)) return has_toc(clause->blocks);
    if (const auto* box = std::get_if<Box>(&block.content)) return has_toc(box->blocks);
    if (const auto* cover = std::get_if<Cover>(&block.content)) return has_toc(cover->blocks);
    return false;
  });
}

void flow_toc(Context& context, const Block& block, const Area& area, RowList& rows) {
  const int depth = std::get<Toc>(block.content).depth;
  const std::int32_t node = context.structure.add(area.node, Role::toc, block.language, block.id);
  const auto listed = [&](const TocEntry& entry) { return entry.level >= 2 && entry.level <= depth + 1; };
  const bool numbered = std::any_of(context.headings.begin(), context.headings.end(), [&](const TocEntry& entry) {
    return listed(entry) && entry.level == 2 && !entry.label.empty();
  });
  const ColumnPair page = cut_start(area.column, area.column.width - page_column, false);
  for (const TocEntry& entry : context.headings) {
    if (!listed(entry)) continue;
    TextBlock text;
    text.inlines = entry.text;
    text.language = entry.language;
    text.style = &context.style(entry.level == 2 ? "toc-1" : "toc-2", "body");
    text.role = Role::toc_item;
    text.link = "#" + entry.id;
    Area inside = area.in(page.first).inside(node);
    inside.numbers.reset();
    if (numbered) {
      const ColumnPair columns = cut_start(page.first, context.styles.page.number_column, false);
      inside.numbers = {columns.first.x + text.style->indent, columns.first.width};
      inside.column = columns.rest;
    }
    text.label = entry.label;
    if (add_text(context, text, inside, rows) >= 0) add_page(context, entry, *text.style, page.rest, rows.rows.back());
  }
  if (!rows.rows.empty()) rows.rows.back().after = context.styles.form.group_gap;
}

}  // namespace skabelon
