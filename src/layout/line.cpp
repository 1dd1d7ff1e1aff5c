// A stretch of shaped text -> a line: runs in visual order, each in its place.
#include "layout/line.h"

#include <algorithm>
#include <span>

#include "text/unicode.h"

namespace skabelon {
namespace {

using Glyphs = std::span<const ShapedGlyph>;

Glyphs from_cluster(Glyphs glyphs, std::uint32_t position) {
  const auto first = std::lower_bound(glyphs.begin(), glyphs.end(), position,
                                      [](const ShapedGlyph& glyph, std::uint32_t at) { return glyph.cluster < at; });
  return glyphs.subspan(static_cast<std::size_t>(first - glyphs.begin()));
}

/// True where the item's glyphs stay right when the line is broken at `position`.
bool safe_to_cut(const Item& item, Glyphs glyphs, std::uint32_t position) {
  if (position <= item.begin || position >= item.end) return true;
  Glyphs rest = from_cluster(glyphs, position);
  if (rest.empty() || rest.front().cluster != position) return false;
  for (; !rest.empty() && rest.front().cluster == position; rest = rest.subspan(1)) {
    if (rest.front().unsafe_to_break) return false;
  }
  return true;
}

/// Makes the runs of one line.
class LineBuilder {
 public:
  LineBuilder(const ShapedText& text, LineSpan span) : text_(text), span_(span) {
    trailing_ = span.end;
    while (!span.hyphen && trailing_ > span.begin && hangs(text.itemized.text[trailing_ - 1])) --trailing_;
  }

  TextLine build(Length column) {
    thread_local std::vector<VisualRun> runs;
    visual_runs(text_.itemized, span_.begin, span_.end, runs);
    for (const VisualRun& run : runs) add_visual_run(run);
    align(column);
    return std::move(line_);
  }

 private:
  void add_visual_run(const VisualRun& run) {
    const auto& items = text_.itemized.items;
    const auto first =
        std::partition_point(items.begin(), items.end(), [&](const Item& item) { return item.end <= run.begin; });
    const auto last = std::partition_point(first, items.end(), [&](const Item& item) { return item.begin < run.end; });
    if (run.rtl) {
      for (auto item = last; item != first;) add_slice(*--item, run);
    } else {
      for (auto item = first; item != last; ++item) add_slice(*item, run);
    }
  }

  /// The part of an item that stands in a visual run.
  void add_slice(const Item& item, const VisualRun& visual) {
    const std::uint32_t begin = std::max(item.begin, visual.begin);
    const std::uint32_t end = std::min(item.end, visual.end);
    const bool hyphen = span_.hyphen && &item == item_before(text_.itemized, span_.end);
    if (hyphen && visual.rtl) add_hyphen(item, true);

    const Glyphs all(text_.glyphs.data() + item.glyph_begin, item.glyph_end - item.glyph_begin);
    Glyphs glyphs;
    thread_local std::vector<ShapedGlyph> reshaped;
    if (safe_to_cut(item, all, begin) && safe_to_cut(item, all, end)) {
      glyphs = from_cluster(all, begin);
      glyphs = glyphs.first(glyphs.size() - from_cluster(glyphs, end).size());
    } else {
      reshaped.clear();
      shape(text_.itemized.text, item, begin, end, text_.language_of(item), reshaped);
      glyphs = reshaped;
    }
    if (!glyphs.empty()) add_run(item, begin, end, visual.rtl, glyphs);
    if (hyphen && !visual.rtl) add_hyphen(item, false);
  }

  void add_run(const Item& item, std::uint32_t begin, std::uint32_t end, bool rtl, Glyphs glyphs) {
    LineRun& placed = start_run(item, begin, rtl);
    GlyphRun& run = placed.run;
    run.text.assign(text_.itemized.text, begin, end - begin);
    run.glyphs.reserve(glyphs.size());
    std::int64_t units = 0;
    std::int64_t trailing_units = 0;
    // A cluster's text reaches to where the next one begins; what has no glyph goes with the one before it.
    std::uint32_t text_end = end;
    for (std::size_t i = glyphs.size(); i-- > 0;) {
      const ShapedGlyph& glyph = glyphs[i];
      if (i + 1 < glyphs.size() && glyphs[i + 1].cluster != glyph.cluster) text_end = glyphs[i + 1].cluster;
      const std::uint32_t text_begin = glyph.cluster == glyphs[0].cluster ? begin : glyph.cluster;
      run.glyphs.push_back({glyph.id, glyph.advance, glyph.dx, glyph.dy, text_begin - begin, text_end - begin});
      units += glyph.advance;
      if (glyph.cluster >= trailing_) trailing_units += glyph.advance;
    }
    // They were taken from the end: that is visual order for right-to-left.
    if (!rtl) std::reverse(run.glyphs.begin(), run.glyphs.end());
    finish_run(placed, item, units, trailing_units);
  }

  void add_hyphen(const Item& item, bool rtl) {
    const ShapedGlyph glyph = hyphen_glyph(*item.font);
    if (glyph.id == 0) return;
    LineRun& placed = start_run(item, span_.end, rtl);
    placed.run.text = soft_hyphen;
    placed.run.glyphs.push_back({glyph.id, glyph.advance, 0, 0, 0, 1});
    finish_run(placed, item, glyph.advance, 0);
  }

  LineRun& start_run(const Item& item, std::uint32_t position, bool rtl) {
    const Segment& segment = (*text_.segments)[item.segment];
    LineRun& placed = line_.runs.emplace_back();
    placed.segment = item.segment;
    placed.x = x_;
    placed.order = position;
    placed.run.font = item.font;
    placed.run.size = item.size;
    placed.run.color = text_.style->color;
    if (segment.style != nullptr && segment.style->has_color) placed.run.color = segment.style->color;
    placed.run.rtl = rtl;
    placed.run.span = segment.span;
    return placed;
  }
  void finish_run(LineRun& placed, const Item& item, std::int64_t units, std::int64_t trailing_units) {
    placed.width = scaled(item.size, units, item.font->units_per_em);
    x_ += placed.width;
    trailing_width_ += scaled(item.size, trailing_units, item.font->units_per_em);
  }

  void align(Length column) {
    line_.width = x_ - trailing_width_;
    const bool rtl = text_.language->rtl();
    const Length room = column - line_.width;
    Length left;
    switch (text_.style->align) {
      case Align::start:
        left = rtl ? room : Length{};
        break;
      case Align::center:
        left = room / 2;
        break;
      case Align::end:
        left = rtl ? Length{} : room;
        break;
    }
    // Trailing white space has the paragraph's level (UAX #9, L1): it stands outermost, left in right-to-left text.
    if (rtl) left -= trailing_width_;
    for (LineRun& run : line_.runs) run.x += left;
  }

  const ShapedText& text_;
  const LineSpan span_;
  std::uint32_t trailing_ = 0;  ///< where the white space begins that ends the line
  TextLine line_;
  Length x_;
  Length trailing_width_;
};

}  // namespace

void shape_items(ShapedText& text) {
  text.glyphs.clear();
  text.glyphs.reserve(text.itemized.text.size());
  for (Item& item : text.itemized.items) {
    item.glyph_begin = static_cast<std::uint32_t>(text.glyphs.size());
    shape(text.itemized.text, item, item.begin, item.end, text.language_of(item), text.glyphs);
    item.glyph_end = static_cast<std::uint32_t>(text.glyphs.size());
  }
}

TextLine place_line(const ShapedText& text, LineSpan span, Length column) {
  return LineBuilder(text, span).build(column);
}

Length units_to_length(const Item& item, std::int64_t units) {
  const std::int64_t em = item.font->units_per_em;
  return {(item.size.raw * units + em - 1) / em};
}

const Item* item_before(const ItemizedText& text, std::uint32_t position) {
  const auto after = std::partition_point(text.items.begin(), text.items.end(),
                                          [&](const Item& item) { return item.begin < position; });
  return after == text.items.begin() ? nullptr : &*std::prev(after);
}

Length hyphen_width(const ShapedText& text, std::uint32_t position) {
  const Item* const item = item_before(text.itemized, position);
  return item == nullptr ? Length{} : units_to_length(*item, hyphen_glyph(*item->font).advance);
}

}  // namespace skabelon
