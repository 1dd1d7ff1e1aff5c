// Looking things up in a template.
#include "model/catalog.h"

namespace skabelon {

const std::string& TemplateNode::attribute(std::string_view name, const std::string& otherwise) const {
  const auto found = attributes.find(name);
  return found == attributes.end() ? otherwise : found->second.value;
}

}  // namespace skabelon
