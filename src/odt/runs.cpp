// Inlines -> runs with the fonts that must be named. LibreOffice takes the western font for Latin script, the
// complex one for Arabic and Ethiopic, and for neutral characters what stands around them; our classes differ there.
#include "odt/runs.h"

#include <algorithm>

#include "text/font_runs.h"
#include "text/unicode.h"

namespace skabelon::odt {
namespace {

struct Piece {
  std::size_t item = 0;
  std::size_t begin = 0, end = 0;  ///< UTF-16 units of the paragraph
};

bool in(char16_t c, char16_t first, char16_t last) { return c >= first && c <= last; }

bool is_arabic(char16_t c) { return in(c, 0x0590, 0x08FF) || in(c, 0xFB1D, 0xFDFF) || in(c, 0xFE70, 0xFEFC); }
bool is_ethiopic(char16_t c) { return in(c, 0x1200, 0x139F) || in(c, 0x2D80, 0x2DDF) || in(c, 0xAB00, 0xAB2F); }
bool is_blank(char16_t c) {
  return c == ' ' || c == 0xA0 || c == '\n' || c == '\t' || c == soft_hyphen || is_bidi_control(c);
}
bool is_letter(char16_t c) {
  return in(c, 'A', 'Z') || in(c, 'a', 'z') || (in(c, 0xC0, 0x24F) && c != 0xD7 && c != 0xF7) || in(c, 0x370, 0x52F);
}

/// Latin text in a Latin paragraph needs no naming of fonts, and is most of what there is.
bool is_plain_latin(const std::u16string& text) {
  return std::all_of(text.begin(), text.end(), [](char16_t c) { return c < 0x590 || in(c, 0x2010, 0x206F); });
}

/// Whether LibreOffice sets a neutral character in the complex font.
/// Right-to-left runs and numbers in them do; Basic Latin and Latin-1 elsewhere never do.
bool neutral_is_complex(char16_t c, bool rtl, const FontRun& run, bool has_letters, bool before) {
  if (rtl || run.script == ScriptClass::arabic) return run.script != ScriptClass::latin || !has_letters;
  return c < 0x250 ? false : before;
}

/// True where all characters of the run get its font and size from the paragraph style.
bool is_expected(const std::u16string& text, const FontRun& run, const Length& size, const ParagraphStyle& look,
                 const Language& language) {
  const ScriptStyle& western = look.of(ScriptClass::latin);
  const ScriptStyle& complex = look.of(language.script == ScriptClass::latin ? ScriptClass::arabic : language.script);
  const bool as_western = run.font->family == western.family && size == western.size;
  const bool as_complex = run.font->family == complex.family && size == complex.size;
  if (as_western && as_complex) return true;
  const bool has_letters = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(run.begin),
                                       text.begin() + static_cast<std::ptrdiff_t>(run.end), is_letter);
  bool before = run.begin > 0 && (is_arabic(text[run.begin - 1]) || is_ethiopic(text[run.begin - 1]));
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const char16_t c = text[i];
    if (is_blank(c)) continue;
    const bool strong_complex = is_arabic(c) || is_ethiopic(c);
    const bool taken =
        strong_complex || (!is_letter(c) && neutral_is_complex(c, language.rtl(), run, has_letters, before));
    if (!(taken ? as_complex : as_western)) return false;
    before = taken;
  }
  return true;
}

bool is_bold(const Inline& item, const StyleSheet& sheet, const ParagraphStyle& look) {
  const auto found = sheet.characters.find(item.style);
  return look.bold || (found != sheet.characters.end() && found->second.bold);
}

}  // namespace

std::string shown_text(const Inline& item, const PageLabels& labels) {
  if (const auto* text = std::get_if<Text>(&item.content)) return text->text;
  if (const auto* value = std::get_if<Value>(&item.content)) return value->text;
  if (const auto* ref = std::get_if<Ref>(&item.content)) {
    if (ref->show != Ref::Show::page) return ref->text;
    const auto found = labels.find(ref->target);
    return found != labels.end() ? found->second : ref->text;
  }
  if (std::holds_alternative<Break>(item.content)) return "\n";
  return "1";
}

std::vector<Run> font_stretches(const Inlines& inlines, const PageLabels& labels, const ParagraphStyle& look,
                                const Language& language, const StyleSheet& sheet, const FontSet& fonts) {
  std::u16string text;
  std::vector<ClassSpan> spans;
  std::vector<Piece> pieces;
  std::vector<Run> runs;
  bool own_class = true;
  for (std::size_t i = 0; i < inlines.size(); ++i) {
    const Inline& item = inlines[i];
    const auto* value = std::get_if<Value>(&item.content);
    std::optional<ScriptClass> forced;
    if (value != nullptr && value->fixed) forced = ScriptClass::latin;
    if (item.language != nullptr && item.language != &language) forced = item.language->script;
    if (forced && *forced != language.script) own_class = false;
    const std::size_t from = text.size();
    // Isolated as in the layout: what follows a value goes on in the class that stood before it.
    if (value != nullptr) text += value->fixed ? left_to_right_isolate : first_strong_isolate;
    const std::size_t begin = text.size();
    text += to_utf16(shown_text(item, labels));
    pieces.push_back({i, begin, text.size()});
    if (value != nullptr) text += pop_directional_isolate;
    if (text.size() > from) spans.push_back({from, text.size(), forced, is_bold(item, sheet, look)});
  }
  if (language.script == ScriptClass::latin && own_class && is_plain_latin(text)) {
    for (const Piece& piece : pieces) runs.push_back({piece.item, shown_text(inlines[piece.item], labels), {}, {}});
    return runs;
  }

  const std::vector<FontRun> cuts = font_runs(text, spans, language.script, look, fonts);
  std::size_t cut = 0;
  for (const Piece& piece : pieces) {
    std::size_t at = piece.begin;
    do {
      while (cut < cuts.size() && cuts[cut].end <= at && at < piece.end) ++cut;
      const std::size_t end = cut < cuts.size() ? std::min(piece.end, cuts[cut].end) : piece.end;
      Run run{piece.item, to_utf8(std::u16string_view(text).substr(at, end - at)), {}, {}};
      if (cut < cuts.size() && cuts[cut].font != nullptr && end > at) {
        const FontRun stretch{at, end, cuts[cut].font, cuts[cut].script};
        const Length size = look.of(stretch.script).size;
        if (!is_expected(text, stretch, size, look, language)) {
          run.family = stretch.font->family;
          run.size = size;
        }
      }
      const bool joins = !runs.empty() && runs.back().item == piece.item && runs.back().family == run.family &&
                         runs.back().size == run.size;
      if (joins) {
        runs.back().text += run.text;
      } else {
        runs.push_back(std::move(run));
      }
      at = end;
    } while (at < piece.end);
  }
  return runs;
}

}  // namespace skabelon::odt
