// Text -> runs of one font: classes of script first, then a font for every character with its marks.
#include "text/font_runs.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <array>
#include <string>

#include "text/unicode.h"

namespace skabelon {
namespace {

bool is_ignorable(UChar32 c) { return c >= 0xAD && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0; }

/// Stays with the character before it: combining marks and what is never seen.
bool extends_cluster(UChar32 c) { return c >= 0xAD && ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || is_ignorable(c)); }

/// White space and controls: drawn, if at all, as a space.
bool is_blank(UChar32 c) { return (U_GET_GC_MASK(c) & (U_GC_Z_MASK | U_GC_CC_MASK)) != 0; }

/// The class a strong character belongs to; none for neutrals and digits.
std::optional<ScriptClass> class_of(UChar32 c) {
  if (c < 0x80) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter ? std::optional(ScriptClass::latin) : std::nullopt;
  }
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_ARABIC:
      return ScriptClass::arabic;
    case USCRIPT_ETHIOPIC:
      return ScriptClass::ethiopic;
    case USCRIPT_COMMON:
      // Arabic comma, question mark, tatweel and digits are common to several scripts (UAX #24, 2.8).
      if (uscript_hasScript(c, USCRIPT_ARABIC) != 0) return ScriptClass::arabic;
      if (uscript_hasScript(c, USCRIPT_ETHIOPIC) != 0) return ScriptClass::ethiopic;
      return std::nullopt;
    case USCRIPT_INHERITED:
    case USCRIPT_UNKNOWN:
      return std::nullopt;
    default:
      return ScriptClass::latin;
  }
}

/// Gives each character its class in reading order: strong ones their own, neutrals that of the run they stand in.
class Classes {
 public:
  explicit Classes(ScriptClass base) : current_(base) {}

  ScriptClass next(UChar32 c) {
    if (const auto strong = class_of(c)) return current_ = *strong;
    step_over_pair(c);
    return current_;
  }
  /// Inside a span of a given class only isolates matter: what follows the span goes on as before it.
  void skip(UChar32 c) { step_over_pair(c); }

 private:
  // A text nested deeper than this pairs no more, as in UAX #9, BD16.
  static constexpr std::size_t depth = 63;
  struct Open {
    UChar32 closing;
    ScriptClass script;
  };

  void step_over_pair(UChar32 c) {
    if (c < '(') return;
    if (c >= left_to_right_isolate && c <= first_strong_isolate) {
      push(pop_directional_isolate);
    } else if (c == pop_directional_isolate) {
      if (const Open* open = close(c)) current_ = open->script;
    } else if (const auto kind = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE); kind == U_BPT_OPEN) {
      push(u_getBidiPairedBracket(c));
    } else if (kind == U_BPT_CLOSE) {
      if (const Open* open = close(c)) current_ = open->script;
    }
  }
  void push(UChar32 closing) {
    if (size_ < depth) open_[size_++] = {closing, current_};
  }
  const Open* close(UChar32 c) {
    for (std::size_t i = size_; i-- > 0;) {
      if (open_[i].closing == c) {
        size_ = i;
        return &open_[i];
      }
      if (open_[i].closing == pop_directional_isolate) return nullptr;  // a bracket does not reach out of its isolate
    }
    return nullptr;
  }

  ScriptClass current_;
  std::array<Open, depth> open_;
  std::size_t size_ = 0;
};

bool covers(const Font& font, UChar32 c) {
  if (font.has(static_cast<char32_t>(c))) return true;
  if (is_blank(c)) return font.has(U' ');
  if (is_ignorable(c)) return true;
  if (c < 0x80) return false;
  if (c == 0x2011) return font.has(U'\u2010');  // the shaper draws the non-breaking hyphen so
  // The shaper takes a character apart when the font has only its parts.
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfd = unorm2_getNFDInstance(&status);
  std::array<UChar, 8> parts;
  const int32_t length = unorm2_getDecomposition(nfd, c, parts.data(), static_cast<int32_t>(parts.size()), &status);
  if (length <= 0 || U_FAILURE(status)) return false;
  for (int32_t i = 0; i < length;) {
    UChar32 part;
    U16_NEXT(parts, i, length, part);
    if (!font.has(static_cast<char32_t>(part))) return false;
  }
  return true;
}

bool covers_all(const Font& font, std::u16string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c;
    U16_NEXT_OR_FFFD(text, i, text.size(), c);
    if (!covers(font, c)) return false;
  }
  return true;
}

std::u16string composed(std::u16string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* const nfc = unorm2_getNFCInstance(&status);
  std::u16string result(text.size() + 8, u'\0');
  const int32_t length = unorm2_normalize(nfc, text.data(), static_cast<int32_t>(text.size()), result.data(),
                                          static_cast<int32_t>(result.size()), &status);
  if (U_FAILURE(status)) return std::u16string(text);
  result.resize(static_cast<std::size_t>(length));
  return result;
}

/// Which font serves a character: its class's own, else the first of all families that has it.
class Chooser {
 public:
  Chooser(const ParagraphStyle& style, const FontSet& fonts) : style_(style), fonts_(fonts) {}

  /// For a base with its marks; null where no single font has them all.
  const Font* font(std::u16string_view cluster, ScriptClass script, bool bold) {
    if (cluster.size() != 1) return search(cluster, script, bold);
    Recent& recent = recent_[cluster[0] % recent_.size()];
    const auto wanted = static_cast<std::uint32_t>(cluster[0]) << 4U | static_cast<std::uint32_t>(script) << 1U |
                        static_cast<std::uint32_t>(bold);
    if (recent.wanted != wanted) recent = {wanted, search(cluster, script, bold)};
    return recent.font;
  }

 private:
  /// Answers given lately, by the character's low bits: a text has few different ones.
  struct Recent {
    std::uint32_t wanted = ~std::uint32_t{0};
    const Font* font = nullptr;
  };

  const Font* search(std::u16string_view cluster, ScriptClass script, bool bold) {
    const bool simple = cluster.size() == 1;
    const std::u16string whole = simple ? std::u16string() : composed(cluster);
    const auto fits = [&](const Font* font) {
      if (font == nullptr) return false;
      return simple ? covers(*font, cluster[0]) : covers_all(*font, cluster) || covers_all(*font, whole);
    };
    const Font* const own = primary(script, bold);
    if (fits(own)) return own;
    for (const Font* other : fallback(bold)) {
      if (fits(other)) return other;
    }
    return nullptr;
  }

  const Font* primary(ScriptClass script, bool bold) {
    auto& known = primary_[static_cast<std::size_t>(script)][bold ? 1 : 0];
    if (!known) known = fonts_.find(style_.of(script).family, bold);
    return *known;
  }
  const std::vector<const Font*>& fallback(bool bold) {
    auto& known = fallback_[bold ? 1 : 0];
    if (known.empty()) {
      for (const std::string& family : fonts_.families) {
        if (const Font* font = fonts_.find(family, bold)) known.push_back(font);
      }
    }
    return known;
  }

  const ParagraphStyle& style_;
  const FontSet& fonts_;
  std::array<std::array<std::optional<const Font*>, 2>, script_classes> primary_;
  std::array<std::vector<const Font*>, 2> fallback_;
  std::array<Recent, 128> recent_;
};

class Runs {
 public:
  Runs(std::u16string_view text, const ParagraphStyle& style, const FontSet& fonts)
      : text_(text), style_(style), chooser_(style, fonts) {}

  /// Adds a base character with its marks.
  void add(std::size_t begin, std::size_t end, ScriptClass script, bool bold) {
    const auto cluster = text_.substr(begin, end - begin);
    const Font* const font = chooser_.font(cluster, script, bold);
    UChar32 c;
    std::size_t next = 0;
    U16_NEXT_OR_FFFD(cluster, next, cluster.size(), c);
    if (font != nullptr || next == cluster.size()) {
      extend(begin, end, font, script);
      return;
    }
    // No font has base and marks together: each for itself, what is never seen with the character before it.
    for (std::size_t at = 0; at < cluster.size();) {
      next = at;
      U16_NEXT_OR_FFFD(cluster, next, cluster.size(), c);
      while (next < cluster.size()) {
        std::size_t after = next;
        U16_NEXT_OR_FFFD(cluster, after, cluster.size(), c);
        if (!is_ignorable(c)) break;
        next = after;
      }
      extend(begin + at, begin + next, chooser_.font(cluster.substr(at, next - at), script, bold), script);
      at = next;
    }
  }
  std::vector<FontRun> take() { return std::move(runs_); }

 private:
  void extend(std::size_t begin, std::size_t end, const Font* font, ScriptClass script) {
    // A family that was meant for another class brings its size along; its own and symbols keep the class.
    if (font != nullptr && !font->symbols && font->family != style_.of(script).family) script = font->script;
    if (!runs_.empty() && runs_.back().font == font && runs_.back().script == script) {
      runs_.back().end = end;
    } else {
      runs_.push_back({begin, end, font, script});
    }
  }

  std::u16string_view text_;
  const ParagraphStyle& style_;
  Chooser chooser_;
  std::vector<FontRun> runs_;
};

}  // namespace

std::vector<FontRun> font_runs(std::u16string_view text, const std::vector<ClassSpan>& spans, ScriptClass base,
                               const ParagraphStyle& style, const FontSet& fonts) {
  Runs runs(text, style, fonts);
  Classes classes(base);
  for (const ClassSpan& span : spans) {
    for (std::size_t at = span.begin; at < span.end;) {
      std::size_t next = at;
      UChar32 c;
      U16_NEXT_OR_FFFD(text, next, span.end, c);
      if (span.forced) classes.skip(c);
      const ScriptClass script = span.forced ? *span.forced : classes.next(c);
      while (next < span.end) {
        std::size_t after = next;
        U16_NEXT_OR_FFFD(text, after, span.end, c);
        // An isolate opens or closes a run of its own; it hides in no cluster.
        if (!extends_cluster(c) || is_bidi_control(static_cast<char32_t>(c))) break;
        next = after;
      }
      runs.add(at, next, script, span.bold);
      at = next;
    }
  }
  return runs.take();
}

}  // namespace skabelon
