// One paragraph -> lines: itemize, shape, find the breaks, fill the lines one after the other.
#include "layout/paragraph.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "layout/break.h"
#include "layout/hyphenate.h"
#include "layout/line.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr Length endless{std::numeric_limits<std::int64_t>::max() / 4};

/// Words are divided only in columns of fewer characters than this, half an em each.
constexpr std::int64_t narrow_column = 45;

struct Measured {
  Length visible;  ///< without the white space at the end
  Length full;
  std::uint32_t overflow = 0;  ///< the first position that no longer fits; the end where all does
  bool fits = true;
};

/// Fills lines greedily: as many words as fit, then part of a word where hyphens are wanted, and where not even one
/// word fits as many graphemes as do.
class LineFiller {
 public:
  LineFiller(const ShapedText& text, Length column, const std::vector<std::uint32_t>& breaks,
             const std::vector<std::uint32_t>& forced)
      : text_(text), column_(column), breaks_(breaks), forced_(forced), graphemes_(text.itemized.text) {
    const std::int64_t em = text.style->of(text.language->script).size.raw;
    hyphenate_ = text.style->hyphenate && column.raw * 2 < em * narrow_column;
  }

  std::vector<TextLine> fill() {
    std::vector<TextLine> lines;
    const auto size = static_cast<std::uint32_t>(text_.itemized.text.size());
    while (start_ < size) lines.push_back(next_line());
    return lines;
  }

  /// Width of the widest line when only forced breaks end one.
  Length natural_width() {
    Length widest;
    std::uint32_t begin = 0;
    const auto widen = [&](std::uint32_t end) {
      // Filling lines rounds each word up: in a column this wide none may wrap.
      const Length rounding{end - begin};
      widest = std::max(widest, measure(begin, end, endless).visible + rounding);
      begin = end;
    };
    for (const std::uint32_t end : forced_) widen(end);
    widen(static_cast<std::uint32_t>(text_.itemized.text.size()));
    return widest;
  }

 private:
  const std::u16string& characters() const { return text_.itemized.text; }

  TextLine next_line() {
    while (breaks_[next_break_] <= start_) ++next_break_;
    Length full;
    std::uint32_t word = start_;
    fitting_.clear();
    for (std::size_t i = next_break_; i < breaks_.size(); ++i) {
      const std::uint32_t end = breaks_[i];
      const Measured measured = measure(word, end, column_ - full);
      if (!measured.fits) return overflow(word, end, full, measured.overflow);
      const bool soft = end < characters().size() && characters()[end - 1] == soft_hyphen;
      if (!soft || full + measured.visible + hyphen_width(text_, end) <= column_) fitting_.push_back(end);
      full += measured.full;
      word = end;
      if (is_forced(end) || i + 1 == breaks_.size()) break;
    }
    return end_at_last_break(word);
  }

  /// The word [word, end) does not fit behind the `used` that the line holds already.
  TextLine overflow(std::uint32_t word, std::uint32_t end, Length used, std::uint32_t position) {
    if (hyphenate_) {
      if (auto line = end_in_word(word, end, used)) return std::move(*line);
    }
    return end_at_last_break(word == start_ ? position : word);
  }

  /// Ends the line at the last break that fits, or, where none does, at `position` at the latest.
  TextLine end_at_last_break(std::uint32_t position) {
    for (; !fitting_.empty(); fitting_.pop_back()) {
      if (auto line = end_at_break(fitting_.back())) return std::move(*line);
    }
    return end_anywhere(position);
  }

  using MaybeLine = std::optional<TextLine>;

  /// Takes the line if it is not too wide, and goes on behind it. What seemed to fit may not: a break can change the
  /// glyphs beside it.
  MaybeLine take(LineSpan span, std::uint32_t next) {
    TextLine line = place_line(text_, span, column_);
    if (line.width > column_) return std::nullopt;
    start_ = next;
    return line;
  }

  MaybeLine end_at_break(std::uint32_t end) {
    const bool last = end == characters().size();
    if (!last && end > start_ + 1 && characters()[end - 1] == soft_hyphen) return take({start_, end - 1, true}, end);
    return take({start_, end, false}, end);
  }

  /// Ends the line with a part of the word and a hyphen.
  MaybeLine end_in_word(std::uint32_t word, std::uint32_t end, Length used) {
    // Looked at anew for every line that a long word fills: what is longer than any word must cost nothing.
    if (end - word > longest_divided) return std::nullopt;
    // Who writes soft hyphens into a word has said where it may be divided.
    if (word > 0 && characters()[word - 1] == soft_hyphen) return std::nullopt;
    const Segment* const segment = segment_at(word, end);
    // Nobody's name is divided.
    if (segment == nullptr || segment->fixed || segment->isolated || segment->language->hyphenation == nullptr)
      return std::nullopt;
    const std::u16string_view piece = std::u16string_view(characters()).substr(word, end - word);
    for (const std::string& unbreakable : segment->language->unbreakable) {
      if (piece.find(to_utf16(unbreakable)) != std::u16string_view::npos) return std::nullopt;
    }
    const auto points = hyphenation_points(piece, *segment->language);
    for (auto point = points.rbegin(); point != points.rend(); ++point) {
      const std::uint32_t position = word + *point;
      const Length room = column_ - used - hyphen_width(text_, position);
      if (!measure(word, position, room).fits) continue;
      if (auto line = take({start_, position, true}, position)) return line;
    }
    return std::nullopt;
  }

  /// Breaks a word wider than the column after the last grapheme that fits, at least after one.
  TextLine end_anywhere(std::uint32_t position) {
    // A few steps back are enough for what reshaping can add; then the line is as it is.
    for (int attempt = 0;; ++attempt) {
      std::uint32_t end = graphemes_.at_or_before(position);
      if (end <= start_) end = graphemes_.after(start_);
      TextLine line = place_line(text_, {start_, end, false}, column_);
      const std::uint32_t first = graphemes_.after(start_);
      if (line.width <= column_ || end <= first || attempt == 8) {
        start_ = end;
        return line;
      }
      position = end - 1;
    }
  }

  /// The segment that holds all of the word, or null where several have a share in it.
  const Segment* segment_at(std::uint32_t begin, std::uint32_t end) const {
    const auto& ranges = text_.itemized.segments;
    const auto found =
        std::partition_point(ranges.begin(), ranges.end(), [&](const TextRange& range) { return range.end <= begin; });
    if (found == ranges.end()) return nullptr;
    while (end > begin && hangs(characters()[end - 1])) --end;
    const bool whole = end <= found->end;
    return whole ? &(*text_.segments)[static_cast<std::size_t>(found - ranges.begin())] : nullptr;
  }

  bool is_forced(std::uint32_t position) const { return std::binary_search(forced_.begin(), forced_.end(), position); }

  /// Width of [begin, end); stops as soon as it exceeds the limit, so that filling all lines stays linear.
  Measured measure(std::uint32_t begin, std::uint32_t end, Length limit) const {
    const auto& items = text_.itemized.items;
    auto item = std::partition_point(items.begin(), items.end(), [&](const Item& it) { return it.end <= begin; });
    Measured measured;
    measured.overflow = end;
    for (; item != items.end() && item->begin < end; ++item) {
      std::int64_t units = 0;
      std::int64_t visible_units = 0;
      bool any_visible = false;
      const auto glyphs_end = text_.glyphs.begin() + item->glyph_end;
      auto glyph = std::lower_bound(text_.glyphs.begin() + item->glyph_begin, glyphs_end, begin,
                                    [](const ShapedGlyph& g, std::uint32_t at) { return g.cluster < at; });
      for (; glyph != glyphs_end && glyph->cluster < end; ++glyph) {
        units += glyph->advance;
        if (hangs(characters()[glyph->cluster])) continue;
        visible_units = units;
        any_visible = true;
        if (measured.full + units_to_length(*item, units) > limit) {
          measured.fits = false;
          measured.overflow = glyph->cluster;
          return measured;
        }
      }
      if (any_visible) measured.visible = measured.full + units_to_length(*item, visible_units);
      measured.full += units_to_length(*item, units);
    }
    return measured;
  }

  const ShapedText& text_;
  const Length column_;
  const std::vector<std::uint32_t>& breaks_;
  const std::vector<std::uint32_t>& forced_;
  Graphemes graphemes_;
  bool hyphenate_ = false;
  std::uint32_t start_ = 0;
  std::size_t next_break_ = 0;
  std::vector<std::uint32_t> fitting_;
};

/// What a thread keeps from one paragraph to the next, to allocate nothing anew.
struct Workspace {
  ShapedText text;
  std::vector<std::uint32_t> breaks;
  std::vector<std::uint32_t> forced;
};

Workspace& prepare(const std::vector<Segment>& segments, const Language& language, const ParagraphStyle& style,
                   const FontSet& fonts) {
  thread_local Workspace work;
  // One monstrous text must not hold its memory for ever.
  constexpr std::size_t worth_keeping = 100'000;
  if (work.text.glyphs.capacity() > worth_keeping) work = Workspace();
  work.text.segments = &segments;
  work.text.language = &language;
  work.text.style = &style;
  itemize(segments, language, style, fonts, work.text.itemized);
  shape_items(work.text);
  return work;
}

void find_forced_breaks(const std::vector<Segment>& segments, const ItemizedText& text,
                        std::vector<std::uint32_t>& forced) {
  forced.clear();
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (!segments[i].line_break) continue;
    const bool isolated = segments[i].fixed || segments[i].isolated;
    forced.push_back(text.segments[i].end + (isolated ? 2 : 1));  // behind PDI and U+2028
  }
}

void find_breaks(const std::vector<Segment>& segments, const Language& language, Workspace& work) {
  const ItemizedText& text = work.text.itemized;
  line_breaks(text.text, language, work.breaks);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto [begin, end] = text.segments[i];
    if (segments[i].fixed) keep_together(work.breaks, begin, end);
    if (segments[i].language != &language) {
      keep_words_together(text.text, *segments[i].language, begin, end, work.breaks);
    }
  }
}

}  // namespace

ParagraphLines set_paragraph(const std::vector<Segment>& segments, const Language& language,
                             const ParagraphStyle& style, Length width, const FontSet& fonts,
                             std::vector<MissingGlyph>& missing) {
  Workspace& work = prepare(segments, language, style, fonts);
  const ItemizedText& text = work.text.itemized;
  missing.insert(missing.end(), text.missing.begin(), text.missing.end());

  ParagraphLines result;
  result.leading = style.of(language.script).leading;
  result.baseline = result.leading * 4 / 5;
  result.any_rtl = text.any_rtl;
  find_forced_breaks(segments, text, work.forced);
  find_breaks(segments, language, work);
  result.lines = LineFiller(work.text, width, work.breaks, work.forced).fill();
  if (result.lines.empty()) result.lines.emplace_back();  // an empty paragraph takes the room of a line
  return result;
}

Length natural_width(const std::vector<Segment>& segments, const Language& language, const ParagraphStyle& style,
                     const FontSet& fonts) {
  Workspace& work = prepare(segments, language, style, fonts);
  find_forced_breaks(segments, work.text.itemized, work.forced);
  return LineFiller(work.text, Length{}, work.breaks, work.forced).natural_width();
}

}  // namespace skabelon
