// Checked data in all languages -> the tree that one language sees.
#include "input/projection.h"

namespace skabelon {
namespace {

/// How well an element serves `language`; 0: not at all.
int fitness(const DataNode& node, const std::string& language) {
  if (node.language == language) return 3;
  if (node.language == "da") return 2;
  return node.language.empty() ? 1 : 0;
}

bool stays(const DataNode& node, const DataNode& parent, const std::string& language) {
  if (!node.localized) return true;
  const int mine = fitness(node, language);
  if (mine == 0) return false;
  for (const DataNode& other : parent.children)
    if (&other != &node && other.name == node.name && fitness(other, language) > mine) return false;
  return true;
}

void add(const DataNode& node, const std::string& language, pugi::xml_node parent, DataView& view) {
  pugi::xml_node made = parent.append_child(node.name.c_str());
  view.spans[made.internal_object()] = node.span;
  if (!node.language.empty()) view.languages[made.internal_object()] = node.language;
  for (const DataAttribute& attribute : node.attributes) {
    pugi::xml_attribute written = made.append_attribute(attribute.name.c_str());
    written.set_value(attribute.value.c_str());
    view.spans[written.internal_object()] = attribute.span;
  }
  if (!node.value.empty()) made.append_child(pugi::node_pcdata).set_value(node.value.c_str());
  for (const DataNode& child : node.children)
    if (stays(child, node, language)) add(child, language, made, view);
}

}  // namespace

std::unique_ptr<DataView> project(const DataNode& kit, const std::string& language) {
  auto view = std::make_unique<DataView>();
  add(kit, language, view->tree, *view);
  return view;
}

}  // namespace skabelon
