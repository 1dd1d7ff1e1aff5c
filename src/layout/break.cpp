// Text -> the places where a line may end: ICU's (UAX #14) with our tailoring.
#include "layout/break.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/diagnostic.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(Error::Kind::machine, std::string("ICU: ") + u_errorName(status));
}

/// An ICU break iterator. To open one takes about a millisecond: once a thread, kind and locale.
class Iterator {
 public:
  Iterator(UBreakIteratorType type, const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    iterator_ = ubrk_open(type, locale, nullptr, 0, &status);
    check(status);
  }
  ~Iterator() { ubrk_close(iterator_); }
  Iterator(const Iterator&) = delete;
  Iterator& operator=(const Iterator&) = delete;

  UBreakIterator* on(std::u16string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(iterator_, text.data(), static_cast<int32_t>(text.size()), &status);
    check(status);
    return iterator_;
  }
  UBreakIterator* get() { return iterator_; }

 private:
  UBreakIterator* iterator_;
};

Iterator& line_iterator(const std::string& locale) {
  thread_local std::map<std::string, Iterator, std::less<>> iterators;
  const auto known = iterators.find(locale);
  if (known != iterators.end()) return known->second;
  return iterators.try_emplace(locale, UBRK_LINE, locale.c_str()).first->second;
}

Iterator& grapheme_iterator() {
  thread_local Iterator iterator(UBRK_CHARACTER, "");
  return iterator;
}

bool is_ethiopic_letter(char16_t unit) {
  if (unit < 0x1200) return false;
  UErrorCode status = U_ZERO_ERROR;
  return u_isalpha(unit) && uscript_getScript(unit, &status) == USCRIPT_ETHIOPIC;
}

bool is_ethiopic_punctuation(char16_t unit) { return unit >= 0x1362 && unit <= 0x1366; }

/// The character next to a place in the text, past isolates; 0 where there is none.
char16_t unit_before(std::u16string_view text, std::size_t position) {
  while (position > 0 && is_bidi_control(text[position - 1])) --position;
  return position > 0 ? text[position - 1] : u'\0';
}
char16_t unit_after(std::u16string_view text, std::size_t position) {
  while (position < text.size() && is_bidi_control(text[position])) ++position;
  return position < text.size() ? text[position] : u'\0';
}

/// Quotation marks of a language; 0 where it has none of one unit.
struct Quotes {
  char16_t open = 0, close = 0;
  explicit Quotes(const Language& language) : open(only(language.quote_open)), close(only(language.quote_close)) {
    if (open == close) open = close = 0;  // ”…” as in Finnish: nobody knows which side is meant
  }
  static char16_t only(const std::string& mark) {
    const std::u16string units = to_utf16(mark);
    return units.size() == 1 ? units[0] : u'\0';
  }
};

/// "§ 264" at or after `at`: the law before it is half of what it says.
bool names_paragraph(std::u16string_view text, std::uint32_t at) {
  const std::size_t sign = text.find(u'§', at);
  return sign != std::u16string_view::npos && sign + 2 < text.size() &&
         (text[sign + 1] == u' ' || text[sign + 1] == u'\u00A0') && u_isdigit(text[sign + 2]);
}

/// True where ICU would end a line and we do not.
bool is_forbidden(std::u16string_view text, std::uint32_t at, const Quotes& quotes) {
  const char16_t before = unit_before(text, at);
  if (before == u'/' || before == u'-') {
    std::size_t joint = at;
    while (text[joint - 1] != before) --joint;
    return is_ethiopic_letter(unit_before(text, joint - 1)) && is_ethiopic_letter(unit_after(text, at));
  }
  if (before != u' ') return false;
  std::size_t spaces = at;
  while (spaces > 0 && (text[spaces - 1] == u' ' || is_bidi_control(text[spaces - 1]))) --spaces;
  const char16_t word = spaces > 0 ? text[spaces - 1] : u'\0';
  const char16_t next = unit_after(text, at);
  if (quotes.open != 0 && (word == quotes.open || next == quotes.close)) return true;
  if (next == u'§' && names_paragraph(text, at)) return true;
  return (next == u'%' || next == u'‰' || next == u'٪') && u_isdigit(word);
}

/// ።ሰላም: many write no space, and ICU, which gives these marks the class of letters, would not break.
void add_after_ethiopic_punctuation(std::u16string_view text, std::vector<std::uint32_t>& breaks) {
  std::vector<std::uint32_t> more;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!is_ethiopic_punctuation(text[i])) continue;
    std::size_t next = i + 1;
    while (next < text.size() && text[next] == pop_directional_isolate) ++next;
    UChar32 c = unit_after(text, next);
    if (U16_IS_LEAD(c) && next + 1 < text.size()) c = U16_GET_SUPPLEMENTARY(c, text[next + 1]);
    if (u_isalpha(c)) more.push_back(static_cast<std::uint32_t>(next));
  }
  if (more.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(breaks.size());
  breaks.insert(breaks.end(), more.begin(), more.end());
  std::inplace_merge(breaks.begin(), breaks.begin() + middle, breaks.end());
  breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
}

}  // namespace

void line_breaks(std::u16string_view text, const Language& language, std::vector<std::uint32_t>& breaks) {
  breaks.clear();
  if (text.empty()) return;
  const Quotes quotes(language);
  UBreakIterator* const iterator = line_iterator(language.icu_locale).on(text);
  for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    const auto position = static_cast<std::uint32_t>(at);
    if (position == text.size() || !is_forbidden(text, position, quotes)) breaks.push_back(position);
  }
  add_after_ethiopic_punctuation(text, breaks);
  keep_words_together(text, language, 0, static_cast<std::uint32_t>(text.size()), breaks);
}

void keep_together(std::vector<std::uint32_t>& breaks, std::uint32_t begin, std::uint32_t end) {
  const auto first = std::upper_bound(breaks.begin(), breaks.end(), begin);
  breaks.erase(first, std::lower_bound(first, breaks.end(), end));
}

void keep_words_together(std::u16string_view text, const Language& language, std::uint32_t begin, std::uint32_t end,
                         std::vector<std::uint32_t>& breaks) {
  for (const std::string& word : language.unbreakable) {
    const std::u16string units = to_utf16(word);
    if (units.size() < 2) continue;
    const auto part = text.substr(0, end);
    for (std::size_t at = part.find(units, begin); at != std::u16string_view::npos; at = part.find(units, at + 1)) {
      const bool inside_word = at > 0 && u_isalpha(text[at - 1]) && u_isalpha(units[0]);
      const auto from = static_cast<std::uint32_t>(at);
      if (!inside_word) keep_together(breaks, from, from + static_cast<std::uint32_t>(units.size()));
    }
  }
}

std::uint32_t Graphemes::at_or_before(std::uint32_t position) {
  Iterator& iterator = grapheme_iterator();
  if (!open_) iterator.on(text_);
  open_ = true;
  if (ubrk_isBoundary(iterator.get(), static_cast<int32_t>(position))) return position;
  const int32_t boundary = ubrk_preceding(iterator.get(), static_cast<int32_t>(position));
  return boundary == UBRK_DONE ? 0 : static_cast<std::uint32_t>(boundary);
}

std::uint32_t Graphemes::after(std::uint32_t position) {
  Iterator& iterator = grapheme_iterator();
  if (!open_) iterator.on(text_);
  open_ = true;
  const int32_t boundary = ubrk_following(iterator.get(), static_cast<int32_t>(position));
  return boundary == UBRK_DONE ? static_cast<std::uint32_t>(text_.size()) : static_cast<std::uint32_t>(boundary);
}

}  // namespace skabelon
