// A paragraph's segments -> one text with isolates, bidi levels, and items of one level, script, font and segment.
#include "layout/itemize.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr char16_t line_separator = u'\u2028';

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(Error::Kind::machine, std::string("ICU: ") + u_errorName(status));
}

class Bidi {
 public:
  Bidi() : paragraph_(ubidi_open()), line_(ubidi_open()) {
    if (paragraph_ == nullptr || line_ == nullptr) throw std::bad_alloc();
  }
  ~Bidi() {
    ubidi_close(line_);
    ubidi_close(paragraph_);
  }
  Bidi(const Bidi&) = delete;
  Bidi& operator=(const Bidi&) = delete;
  UBiDi* paragraph() const { return paragraph_; }
  UBiDi* line() const { return line_; }

 private:
  UBiDi* paragraph_;
  UBiDi* line_;
};

Bidi& bidi_of_thread() {
  thread_local Bidi bidi;
  return bidi;
}

/// Anything that would end a paragraph or a line in the middle of a segment reads as a space; input lets none through.
bool ends_paragraph(char16_t unit) {
  return (unit < u' ' && unit != u'\t') || unit == 0x7F || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

void build_text(const std::vector<Segment>& segments, ItemizedText& result) {
  std::size_t size = 0;
  for (const Segment& segment : segments) size += segment.text.size() + 3;
  result.text.reserve(size);
  result.segments.reserve(segments.size());
  for (const Segment& segment : segments) {
    const bool isolated = segment.fixed || segment.isolated;
    // A phone number is left-to-right even in an isolate that holds digits only (UAX #9, 2.4.1).
    if (isolated) result.text += segment.fixed ? left_to_right_isolate : first_strong_isolate;
    const auto begin = static_cast<std::uint32_t>(result.text.size());
    for (const char16_t unit : segment.text) result.text += ends_paragraph(unit) ? u' ' : unit;
    result.segments.push_back({begin, static_cast<std::uint32_t>(result.text.size())});
    if (isolated) result.text += pop_directional_isolate;
    if (segment.line_break) result.text += line_separator;
  }
}

void resolve_levels(const Language& language, ItemizedText& result) {
  result.bidi = bidi_of_thread().paragraph();
  result.levels = nullptr;
  result.any_rtl = language.rtl();
  result.all_one_level = true;
  if (result.text.empty()) return;
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(result.bidi, result.text.data(), static_cast<int32_t>(result.text.size()), language.rtl() ? 1 : 0,
                nullptr, &status);
  result.levels = ubidi_getLevels(result.bidi, &status);
  check(status);
  const UBiDiLevel* const end = result.levels + result.text.size();
  result.any_rtl = std::any_of(result.levels, end, [](UBiDiLevel level) { return (level & 1U) != 0; });
  result.all_one_level = std::all_of(result.levels, end, [&](UBiDiLevel level) { return level == result.levels[0]; });
}

std::vector<ClassSpan> class_spans(const std::vector<Segment>& segments, const Language& language,
                                   const ParagraphStyle& style, const ItemizedText& text) {
  std::vector<ClassSpan> spans;
  spans.reserve(segments.size());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    ClassSpan span;
    span.begin = begin;
    span.end = i + 1 < segments.size() ? text.segments[i + 1].begin : text.text.size();
    // The next segment's opening isolate is its own.
    if (i + 1 < segments.size() && (segments[i + 1].fixed || segments[i + 1].isolated)) --span.end;
    span.bold = style.bold || (segment.style != nullptr && segment.style->bold);
    if (segment.fixed) {
      span.forced = ScriptClass::latin;
    } else if (segment.language->script != language.script) {
      span.forced = segment.language->script;
    }
    begin = span.end;
    spans.push_back(span);
  }
  return spans;
}

UScriptCode script_of_class(ScriptClass script) {
  switch (script) {
    case ScriptClass::arabic:
      return USCRIPT_ARABIC;
    case ScriptClass::ethiopic:
      return USCRIPT_ETHIOPIC;
    default:
      return USCRIPT_LATIN;
  }
}

/// The script to shape a character in: its own, or, where several scripts share it, the one it follows (UAX #24, 5.1).
UScriptCode shaping_script(UChar32 c, UScriptCode before) {
  if (c < 0x80) return u_isalpha(c) ? USCRIPT_LATIN : before;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script;
  UScriptCode shared[1] = {before};
  status = U_ZERO_ERROR;
  const int32_t count = uscript_getScriptExtensions(c, shared, 1, &status);
  const bool specific = count > 0 && shared[0] != USCRIPT_COMMON && shared[0] != USCRIPT_INHERITED;
  return !specific || uscript_hasScript(c, before) != 0 ? before : shared[0];
}

/// Cuts the text where level, script, font, size or segment change.
class ItemCutter {
 public:
  ItemCutter(const std::vector<Segment>& segments, const ParagraphStyle& style, ScriptClass base, ItemizedText& text)
      : segments_(segments), style_(style), text_(text), script_(script_of_class(base)) {}

  void cut(const std::vector<FontRun>& runs) {
    auto run = runs.begin();
    for (std::uint32_t i = 0; i < text_.segments.size(); ++i) {
      const auto [begin, end] = text_.segments[i];
      for (std::uint32_t at = begin; at < end;) {
        while (run->end <= at) ++run;
        std::uint32_t next = at;
        UChar32 c;
        U16_NEXT_OR_FFFD(text_.text, next, end, c);
        take(at, next, c, *run, i);
        at = next;
      }
    }
  }

 private:
  void take(std::uint32_t at, std::uint32_t next, UChar32 c, const FontRun& run, std::uint32_t segment) {
    if (is_bidi_control(static_cast<char32_t>(c))) return;
    if (run.font == nullptr) {
      if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) == 0) {
        text_.missing.push_back({static_cast<char32_t>(c), segments_[segment].span});
      }
      return;
    }
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (!mark) script_ = shaping_script(c, script_);
    const UBiDiLevel level = text_.levels[at];
    const Length size = style_.of(run.script).size;
    if (!text_.items.empty()) {
      Item& last = text_.items.back();
      if (last.end == at && last.level == level && last.script == script_ && last.font == run.font &&
          last.size == size && last.segment == segment && (mark || !full(last, at))) {
        last.end = next;
        return;
      }
    }
    text_.items.push_back({at, next, level, script_, run.font, size, segment, 0, 0});
  }
  /// A long item ends at a space if it can, else where it must.
  bool full(const Item& item, std::uint32_t at) const {
    const std::uint32_t length = at - item.begin;
    return length >= longest_item || (length >= longest_item / 2 && text_.text[at - 1] == u' ');
  }

  const std::vector<Segment>& segments_;
  const ParagraphStyle& style_;
  ItemizedText& text_;
  UScriptCode script_;
};

}  // namespace

void itemize(const std::vector<Segment>& segments, const Language& language, const ParagraphStyle& style,
             const FontSet& fonts, ItemizedText& result) {
  result.text.clear();
  result.segments.clear();
  result.items.clear();
  result.missing.clear();
  build_text(segments, result);
  resolve_levels(language, result);
  const auto runs =
      font_runs(result.text, class_spans(segments, language, style, result), language.script, style, fonts);
  ItemCutter(segments, style, language.script, result).cut(runs);
}

void visual_runs(const ItemizedText& text, std::uint32_t begin, std::uint32_t end, std::vector<VisualRun>& runs) {
  runs.clear();
  if (begin == end) return;
  if (text.all_one_level) {
    runs.push_back({begin, end, (text.levels[0] & 1U) != 0});
    return;
  }
  UBiDi* const line = bidi_of_thread().line();
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setLine(text.bidi, static_cast<int32_t>(begin), static_cast<int32_t>(end), line, &status);
  const int32_t count = ubidi_countRuns(line, &status);
  check(status);
  for (int32_t i = 0; i < count; ++i) {
    int32_t start = 0;
    int32_t length = 0;
    const bool rtl = ubidi_getVisualRun(line, i, &start, &length) == UBIDI_RTL;
    const std::uint32_t from = begin + static_cast<std::uint32_t>(start);
    runs.push_back({from, from + static_cast<std::uint32_t>(length), rtl});
  }
}

bool hangs(char16_t unit) {
  if (unit < 0x80) return unit == u' ' || unit == u'\t';
  if (unit < 0x1680 && unit != 0x61C) return false;
  return unit == line_separator || is_bidi_control(unit) || u_charDirection(unit) == U_WHITE_SPACE_NEUTRAL;
}

}  // namespace skabelon
