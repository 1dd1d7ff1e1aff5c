// What a document is, asked of its blocks.
#include "model/document.h"

#include <algorithm>

namespace skabelon {

bool has_chapters(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    const auto* clause = std::get_if<Clause>(&block.content);
    return (clause != nullptr && clause->part) || std::holds_alternative<Toc>(block.content);
  });
}

}  // namespace skabelon
