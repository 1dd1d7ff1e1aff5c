// Words -> the places where they may be divided, by the patterns of their language (libhyphen).
#include "layout/hyphenate.h"

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

#include "base/diagnostic.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr std::size_t letters_before = 2;
constexpr std::size_t letters_after = 3;

/// Dictionaries read in this process, by content; reading one takes a millisecond, using one changes nothing in it.
class Dictionaries {
 public:
  HyphenDict* get(const std::shared_ptr<const std::string>& text) {
    const std::lock_guard lock(mutex_);
    for (const Entry& entry : entries_) {
      if (entry.text == text || *entry.text == *text) return entry.dictionary;
    }
    entries_.push_back({text, read(*text)});
    return entries_.back().dictionary;
  }

 private:
  struct Entry {
    std::shared_ptr<const std::string> text;
    HyphenDict* dictionary;
  };

  /// The first line names the encoding; our bytes are UTF-8 whatever it says.
  static HyphenDict* read(const std::string& text) {
    const std::size_t line = text.find('\n');
    std::string utf8 = "UTF-8\n" + (line == std::string::npos ? std::string() : text.substr(line + 1));
    std::FILE* const file = fmemopen(utf8.data(), utf8.size(), "r");
    if (file == nullptr) throw Error(Error::Kind::machine, "no memory for a hyphenation dictionary");
    HyphenDict* const dictionary = hnj_hyphen_load_file(file);
    std::fclose(file);
    if (dictionary == nullptr) throw Error(Error::Kind::machine, "a hyphenation dictionary cannot be read");
    return dictionary;
  }

  std::mutex mutex_;
  std::vector<Entry> entries_;
};

HyphenDict* dictionary_of(const Language& language) {
  static Dictionaries& dictionaries = *new Dictionaries;  // never destroyed: threads may outlive static objects
  return language.hyphenation == nullptr ? nullptr : dictionaries.get(language.hyphenation);
}

bool is_letter(UChar32 c) { return u_isalpha(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

struct Word {
  std::size_t begin = 0, end = 0;
};

/// The one word in a piece; empty where there are several, or what is in it forbids to divide it.
Word word_in(std::u16string_view piece) {
  Word word;
  bool seen = false;
  bool inside = false;
  for (std::size_t at = 0; at < piece.size();) {
    std::size_t next = at;
    UChar32 c;
    U16_NEXT_OR_FFFD(piece, next, piece.size(), c);
    const bool letter = is_letter(c);
    if (letter && inside) {
      word.end = next;
    } else if (letter && !seen) {
      word = {at, next};
      seen = true;
    } else if (letter) {
      return {};  // a second word: an address, an abbreviation, an apostrophe
    }
    inside = letter;
    if (u_isdigit(c) || c == '@' || c == soft_hyphen) return {};
    if (letter && at != word.begin && (u_isupper(c) || u_istitle(c))) return {};
    at = next;
  }
  return word;
}

}  // namespace

std::vector<std::uint32_t> hyphenation_points(std::u16string_view piece, const Language& language) {
  std::vector<std::uint32_t> points;
  if (language.hyphenation == nullptr || piece.size() > longest_divided) return points;
  const Word word = word_in(piece);
  if (word.end - word.begin < letters_before + letters_after) return points;
  HyphenDict* const dictionary = dictionary_of(language);

  std::u16string lower;
  std::vector<std::size_t> starts;  // of each code point, in the piece
  for (std::size_t at = word.begin; at < word.end;) {
    UChar32 c;
    starts.push_back(at);
    U16_NEXT_OR_FFFD(piece, at, word.end, c);
    append(lower, static_cast<char32_t>(u_tolower(c)));
  }
  const std::string utf8 = to_utf8(lower);
  std::string marks(utf8.size() + 5, '\0');
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  const int failed = hnj_hyphen_hyphenate2(dictionary, utf8.data(), static_cast<int>(utf8.size()), marks.data(),
                                           nullptr, &replacements, &positions, &cuts);
  for (std::size_t i = 0; failed == 0 && i + 1 < starts.size(); ++i) {
    // An odd digit after a character divides there; with a replacement the spelling would change: not done.
    const bool divides = (static_cast<unsigned char>(marks[i]) & 1U) != 0;
    const bool changes = replacements != nullptr && replacements[i] != nullptr;
    if (divides && !changes && i + 1 >= letters_before && starts.size() - (i + 1) >= letters_after) {
      points.push_back(static_cast<std::uint32_t>(starts[i + 1]));
    }
  }
  if (replacements != nullptr) {
    for (std::size_t i = 0; i < utf8.size(); ++i) std::free(replacements[i]);
  }
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  return points;
}

}  // namespace skabelon
