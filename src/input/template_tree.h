// One template file -> its tree, lets and sentences; <include> stays as it is.
#pragma once

#include <string>
#include <vector>

#include "input/template_reader.h"

namespace skabelon {

/// Attribute of the placeholder (Element::root) that stands for an <include>.
inline constexpr const char* include_attribute = "clause";

/// A file read: its root's children are title, cover, blocks; lets are apart.
struct TemplateFile {
  TemplateNode root;
  std::vector<Let> lets;
  std::vector<Unit> units;
};

struct TreeContext {
  const Files& files;
  const StyleNames& styles;
  const Vocabulary& vocabulary;
  Sink& sink;
};

/// Reads the tree below `node`, a checked <template> or <shared>. `origin` names it in units.
TemplateFile read_tree(const XmlNode& node, const std::string& origin, const TreeContext& context);

/// The path of ids from `prefix` down to a node: what units and references are named by.
std::string path_of(const TemplateNode& node, const std::string& prefix);
/// Reports ids that are there twice, below `root`; included clauses count as one id each.
void check_ids(const TemplateNode& root, const std::string& origin, Sink& sink);

}  // namespace skabelon
