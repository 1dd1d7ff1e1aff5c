// The structure tree under construction (ISO 32000-1, 14.7).
#pragma once

#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "model/pages.h"

namespace skabelon {

/// Who owns what of a paragraph's segments.
struct Leaves {
  std::vector<std::int32_t> owners;  ///< node of each segment's marks
  std::vector<std::int32_t> links;   ///< Link node around it, or -1
};

/// Adds nodes in reading order and notes a language only where it differs from the parent's.
class Structure {
 public:
  explicit Structure(const Language& main);

  /// `language` null: the parent's.
  std::int32_t add(std::int32_t parent, Role role, const Language* language = nullptr, const std::string& id = {});
  StructureNode& at(std::int32_t node) { return nodes_[static_cast<std::size_t>(node)]; }
  /// Nodes for the segments of a paragraph. With `label_first` the first segment is a label.
  /// One leaf serves neighbours of one language; where text runs right-to-left every segment has a leaf of its own.
  Leaves add_leaves(std::int32_t paragraph, const std::vector<Segment>& segments, bool any_rtl, bool label_first);
  std::vector<StructureNode> take() { return std::move(nodes_); }

 private:
  const Language* language_of(std::int32_t node) const { return languages_[static_cast<std::size_t>(node)]; }
  std::vector<StructureNode> nodes_;
  std::vector<const Language*> languages_;  ///< of every node, inherited ones too
};

}  // namespace skabelon
