// Walks over documents and pages that several tests of the kit share.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/pages.h"

namespace skabelon::test {

/// Visits every block, the outer before the inner, in reading order.
void each_block(const Blocks& blocks, const std::function<void(const Block&)>& visit);
/// Visits every run of inlines in a block of text: paragraphs, headings, values of fields.
void each_inlines(const Blocks& blocks, const std::function<void(const Block&, const Inlines&)>& visit);

/// A run from its first to its last visible glyph: spaces hang over the end of a line. Equal where it has none.
std::pair<Length, Length> extent(const GlyphRun& run);

/// "page 2: text" of every run that reaches over a side margin, or stands below the foot of the text.
std::vector<std::string> out_of_place(const Document& document, const Pages& pages);

/// Marks of a node and of all below it, with their pages.
struct Placed {
  std::int32_t page = 0;
  const Mark* mark = nullptr;
};
class Tree {
 public:
  explicit Tree(const Pages& pages);
  const Pages& pages() const { return pages_; }
  /// All marks below `node`, in reading order.
  std::vector<Placed> below(std::int32_t node) const;
  bool inside(std::int32_t node, Role role) const;
  /// The language that holds at `node`: its own or the nearest above.
  const Language* language(std::int32_t node) const;
  std::string text(std::int32_t node) const;
  /// All nodes of that role, in reading order.
  std::vector<std::int32_t> all(Role role) const;

 private:
  void gather(std::int32_t node, std::vector<Placed>& found) const;
  void find(std::int32_t node, Role role, std::vector<std::int32_t>& found) const;
  const Pages& pages_;
  std::vector<std::vector<Placed>> marks_;  ///< by node
};

}  // namespace skabelon::test
