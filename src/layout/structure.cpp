// Blocks and segments -> nodes of the structure tree.
#include "layout/structure.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

bool same(const Language* a, const Language* b) { return a == b || (a != nullptr && b != nullptr && a->tag == b->tag); }

}  // namespace

Structure::Structure(const Language& main) {
  StructureNode root;
  root.language = &main;
  nodes_.push_back(std::move(root));
  languages_.push_back(&main);
}

std::int32_t Structure::add(std::int32_t parent, Role role, const Language* language, const std::string& id) {
  const auto index = static_cast<std::int32_t>(nodes_.size());
  const Language* inherited = language_of(parent);
  StructureNode node;
  node.role = role;
  node.parent = parent;
  node.id = id;
  if (language != nullptr && !same(language, inherited)) node.language = language;
  languages_.push_back(language != nullptr ? language : inherited);
  nodes_.push_back(std::move(node));
  at(parent).children.push_back(index);
  return index;
}

Leaves Structure::add_leaves(std::int32_t paragraph, const std::vector<Segment>& segments, bool any_rtl,
                             bool label_first) {
  Leaves leaves{std::vector<std::int32_t>(segments.size(), paragraph), std::vector<std::int32_t>(segments.size(), -1)};
  bool plain = !any_rtl && !label_first && at(paragraph).children.empty();
  for (const Segment& segment : segments)
    plain = plain && segment.link.empty() && same(segment.language, language_of(paragraph));
  if (plain) return leaves;

  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const bool label = label_first && i == 0;
    const Segment* before = i > (label_first ? 1U : 0U) ? &segments[i - 1] : nullptr;
    const bool same_link = before != nullptr && before->link == segment.link;
    if (same_link)
      leaves.links[i] = leaves.links[i - 1];
    else if (!segment.link.empty())
      leaves.links[i] = add(paragraph, Role::link, segment.language);
    if (!any_rtl && same_link && same(before->language, segment.language)) {
      leaves.owners[i] = leaves.owners[i - 1];
      continue;
    }
    const std::int32_t owner =
        add(leaves.links[i] >= 0 ? leaves.links[i] : paragraph, label ? Role::label : Role::span, segment.language);
    leaves.owners[i] = owner;
    if (any_rtl) {
      at(owner).has_actual_text = true;
      at(owner).actual_text = without_bidi_controls(segment.text);
    }
  }
  return leaves;
}

}  // namespace skabelon
