// A glyph run -> the piece of source text that each of its glyphs stands for.
#include "pdf/glyph_text.h"

#include <algorithm>

namespace skabelon::pdf {
namespace {

/// ToUnicode cannot say "nothing" in a way that every reader takes.
constexpr std::u16string_view word_joiner = u"\u2060";

/// Cuts `text` into as many pieces as there are glyphs, a code point each; the last takes what is left over. A
/// single code point goes to the first glyph.
void split(std::u16string_view text, std::u16string_view* pieces, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (text.empty()) {
      pieces[i] = word_joiner;
      continue;
    }
    const bool pair = text.size() > 1 && (text[0] & 0xFC00U) == 0xD800U;
    const std::size_t length = i + 1 == count ? text.size() : (pair ? 2 : 1);
    pieces[i] = text.substr(0, length);
    text.remove_prefix(length);
  }
}

bool same_cluster(const Glyph& a, const Glyph& b) { return a.text_begin == b.text_begin && a.text_end == b.text_end; }

}  // namespace

void glyph_texts(const GlyphRun& run, std::vector<std::u16string_view>& pieces) {
  const std::vector<Glyph>& glyphs = run.glyphs;
  const std::u16string_view text = run.text;
  pieces.resize(glyphs.size());
  for (std::size_t begin = 0; begin < glyphs.size();) {
    std::size_t end = begin + 1;
    while (end < glyphs.size() && same_cluster(glyphs[begin], glyphs[end])) ++end;
    const std::size_t from = std::min<std::size_t>(glyphs[begin].text_begin, text.size());
    const std::size_t to = std::clamp<std::size_t>(glyphs[begin].text_end, from, text.size());
    split(text.substr(from, to - from), &pieces[begin], end - begin);
    // Glyphs stand from left to right: in right-to-left text the first in logical order is the last of its cluster.
    if (run.rtl)
      std::reverse(pieces.begin() + static_cast<std::ptrdiff_t>(begin),
                   pieces.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
  }
}

}  // namespace skabelon::pdf
