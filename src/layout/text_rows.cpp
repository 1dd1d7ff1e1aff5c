// A paragraph -> rows, one a line, with its label hung beside the first.
#include "layout/text_rows.h"

#include <algorithm>
#include <utility>

#include "layout/segments.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

/// 0.6 pt, below the baseline by a tenth of the size: clear of the letters, above the next line.
constexpr Length underline_thickness = Length::points(0.6);

void append_underline(const LineRun& run, Length right, Length baseline, const LineTarget& target, Row& row) {
  const Length end = std::min(run.x + run.width, right);
  if (end <= run.x) return;
  Mark mark;
  mark.artifact = target.artifact == Artifact::none ? Artifact::layout : target.artifact;
  mark.content = Fill{{run.x, baseline + run.run.size / 9, end - run.x, underline_thickness}, run.run.color};
  row.pieces.push_back({std::move(mark), target.column, true});
}

void append_link(const LineRun& run, const Segment& segment, const ParagraphLines& lines, const LineTarget& target,
                 std::int32_t node, Row& row) {
  LinkArea area;
  area.rect = {run.x, target.top, run.width, lines.leading};
  area.target = segment.link;
  area.description = to_utf8(segment.text);
  area.node = node;
  // Runs of one link that touch are one area to click.
  for (auto last = row.pieces.rbegin(); last != row.pieces.rend(); ++last) {
    auto* other = std::get_if<LinkArea>(&last->content);
    if (other == nullptr) continue;
    if (other->node != node || other->rect.y != area.rect.y || last->column.x != target.column.x) break;
    const Length left = std::min(other->rect.x, area.rect.x);
    const Length right = std::max(other->rect.right(), area.rect.right());
    other->rect.x = left;
    other->rect.width = right - left;
    return;
  }
  row.pieces.push_back({std::move(area), target.column, true});
}

/// The style with another alignment, kept in `copy`; the style itself where it has that already.
const ParagraphStyle& aligned(const ParagraphStyle& style, Align align, ParagraphStyle& copy) {
  if (style.align == align) return style;
  copy = style;
  copy.align = align;
  return copy;
}

/// A table column's end is the page's; a paragraph's is its own language's.
Align own_align(Align align, bool flipped) {
  if (!flipped || align == Align::center) return align;
  return align == Align::start ? Align::end : Align::start;
}

/// A repetition of one line stands right under its original; longer ones keep their own side, as one reads them.
void move_under(ParagraphLines& lines, Column column, bool rtl) {
  if (lines.lines.size() != 1 || lines.lines[0].runs.empty()) return;
  TextLine& line = lines.lines[0];
  const Length shift = rtl ? -line.runs.front().x : column.width - line.width - line.runs.front().x;
  for (LineRun& run : line.runs) run.x += shift;
}

/// Hangs a label into its column, on the baseline of the row's text.
void hang(Context& context, const RowList::Label& label, const ParagraphStyle& style, Length baseline,
          std::int32_t paragraph, Row& row) {
  const std::vector<Segment> segments{make_segment(label.text, *label.language)};
  ParagraphStyle copy;
  const ParagraphLines lines = set_paragraph(segments, *label.language, aligned(style, Align::start, copy),
                                             label.column.width, context.fonts, row.missing);
  const Leaves leaves{{label.node >= 0 ? label.node : context.structure.add(paragraph, Role::label)}, {-1}};
  StructureNode& node = context.structure.at(leaves.owners[0]);
  node.has_actual_text = lines.any_rtl;
  if (lines.any_rtl) node.actual_text = without_bidi_controls(segments[0].text);
  LineTarget target{label.column, baseline - lines.baseline, &leaves, Artifact::none, false};
  for (const TextLine& line : lines.lines) {
    append_line(line, lines, segments, target, row);
    target.top += lines.leading;
  }
}

/// Missing characters wait in the row of the line they stand in, to learn its page.
void note_missing(const std::vector<MissingGlyph>& missing, const ParagraphLines& lines, std::size_t first,
                  std::vector<Row>& rows) {
  for (const MissingGlyph& glyph : missing) {
    std::u16string text;
    append(text, glyph.character);
    std::size_t line = 0;
    for (std::size_t i = 0; i < lines.lines.size(); ++i)
      for (const LineRun& run : lines.lines[i].runs)
        if (run.run.span == glyph.span && run.run.text.find(text) != std::u16string::npos) line = i;
    rows[first + std::min(line, rows.size() - first - 1)].missing.push_back(glyph);
  }
}

void glue_lines(std::vector<Row>& rows, std::size_t first, const TextBlock& text) {
  const std::size_t count = rows.size() - first;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    Row& row = rows[first + i];
    row.glue = i == 0 || i + 2 == count ? Glue::lines : text.style->keep_together ? Glue::together : Glue::none;
  }
  const bool keep = text.keep_with_next || text.style->keep_with_next;
  rows.back().glue = keep ? Glue::next : Glue::none;
  for (std::size_t i = first; i < rows.size(); ++i) rows[i].keeps_next = keep;
}

/// Takes the labels that wait for this paragraph; its own comes last. Those without a column are left for the text.
std::vector<RowList::Label> take_labels(const TextBlock& text, const Area& area, RowList& rows) {
  std::vector<RowList::Label> labels = std::move(rows.pending_labels);
  rows.pending_labels.clear();
  const bool repeats = !labels.empty() && labels.back().text == text.label;
  if (text.label.empty() || repeats || area.unnumbered) return labels;
  RowList::Label own;
  own.text = text.label;
  own.language = text.language;
  own.inline_prefix = !area.numbers || !labels.empty();
  if (!own.inline_prefix) own.column = *area.numbers;
  labels.push_back(std::move(own));
  return labels;
}

/// A label without a column stands before the text, held to it by spaces that do not break.
Segment prefix(const Context& context, const RowList::Label& label, const TextBlock& text) {
  Segment segment = make_segment(label.text + "\u00A0\u00A0", *text.language);
  const auto strong = context.styles.characters.find("strong");
  if (label.bold && strong != context.styles.characters.end()) segment.style = &strong->second;
  return segment;
}

Row blank_line(const TextBlock& text, const Area& area) {
  Row row;
  row.height = text.style->of(text.language->script).leading;
  row.decoration = area.decoration;
  return row;
}

}  // namespace

void append_line(TextLine line, const ParagraphLines& lines, const std::vector<Segment>& segments,
                 const LineTarget& target, Row& row) {
  const Length baseline = target.top + lines.baseline;
  const Length right = line.runs.empty() ? Length{} : line.runs.front().x + line.width;
  for (LineRun& run : line.runs) {
    const Segment& segment = segments[run.segment];
    const std::int32_t owner = target.leaves != nullptr ? target.leaves->owners[run.segment] : -1;
    const std::int32_t link = target.leaves != nullptr ? target.leaves->links[run.segment] : -1;
    if (link >= 0) append_link(run, segment, lines, target, link, row);
    const bool latin = run.run.font != nullptr && run.run.font->script == ScriptClass::latin && !run.run.rtl;
    if (target.underline && latin && segment.style != nullptr && segment.style->underline)
      append_underline(run, right, baseline, target, row);
    run.run.origin = {run.x, baseline};
    Mark mark;
    mark.node = owner;
    mark.artifact = owner >= 0 ? Artifact::none : target.artifact;
    mark.content = std::move(run.run);
    row.pieces.push_back({std::move(mark), target.column, true});
  }
}

std::int32_t add_text(Context& context, const TextBlock& text, const Area& area, RowList& rows) {
  std::vector<RowList::Label> labels = take_labels(text, area, rows);
  Segments segments = make_segments(context, *text.inlines, *text.language);
  if (segments.list.empty() && labels.empty()) {
    rows.add(blank_line(text, area));
    return -1;
  }
  for (const std::string& field : segments.page_fields) rows.anchor(field);
  if (!text.link.empty())
    for (Segment& segment : segments.list) segment.link = text.link;

  const std::int32_t node = context.structure.add(area.node, text.role, text.language, text.id);
  context.structure.at(node).level = text.level;
  const bool labelled = !labels.empty() && labels.back().inline_prefix;
  if (labelled) {
    segments.list.insert(segments.list.begin(), prefix(context, labels.back(), text));
    labels.pop_back();
  }

  const bool flipped = context.flipped(*text.language);
  const Column column = cut_start(area.column, text.style->indent, flipped).rest;
  ParagraphStyle copy;
  const ParagraphStyle& style = area.align ? aligned(*text.style, own_align(*area.align, flipped), copy) : *text.style;
  std::vector<MissingGlyph> missing;
  ParagraphLines lines = set_paragraph(segments.list, *text.language, style, column.width, context.fonts, missing);

  const bool gloss = area.gloss || text.style->name == "gloss";
  if (flipped && gloss && style.align == Align::start) move_under(lines, column, text.language->rtl());

  Row label_row;
  for (const RowList::Label& label : labels) hang(context, label, *text.style, lines.baseline, node, label_row);
  const Leaves leaves = context.structure.add_leaves(node, segments.list, lines.any_rtl, labelled);

  const std::size_t first = rows.rows.size();
  LineTarget target{column, {}, &leaves, Artifact::none, text.language->script == ScriptClass::latin};
  for (std::size_t i = 0; i < std::max<std::size_t>(lines.lines.size(), 1); ++i) {
    Row row = std::exchange(label_row, {});  // the labels stand in the first
    row.height = lines.leading;
    row.decoration = area.decoration;
    if (i < lines.lines.size()) {
      if (missing.empty())
        append_line(std::move(lines.lines[i]), lines, segments.list, target, row);
      else
        append_line(lines.lines[i], lines, segments.list, target, row);
    }
    rows.add(std::move(row));
  }
  rows.rows[first].before = text.style->space_before;
  rows.rows.back().after = text.style->space_after;
  glue_lines(rows.rows, first, text);
  note_missing(missing, lines, first, rows.rows);
  return node;
}

Length natural_width(Context& context, const Blocks& blocks, const char* style) {
  Length widest;
  for (const Block& block : blocks)
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) {
      const Segments segments = make_segments(context, paragraph->text, *block.language);
      widest = std::max(
          widest, natural_width(segments.list, *block.language, context.style(block.style, style), context.fonts));
    }
  return widest;
}

}  // namespace skabelon
