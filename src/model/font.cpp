// Looking fonts up: by character, by family.
#include "model/font.h"

#include <algorithm>

namespace skabelon {

bool Font::has(char32_t code_point) const {
  const auto after = std::upper_bound(coverage.begin(), coverage.end(), code_point,
                                      [](char32_t c, const auto& range) { return c < range.first; });
  return after != coverage.begin() && code_point <= std::prev(after)->second;
}

const Font* FontSet::find(const std::string& family, bool bold) const {
  const Font* other = nullptr;
  for (const auto& font : fonts) {
    if (font->family != family) continue;
    if (font->bold == bold) return font.get();
    other = font.get();
  }
  return other;
}

}  // namespace skabelon
