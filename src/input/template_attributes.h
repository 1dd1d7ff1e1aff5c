// The attributes of a template's elements, checked against their forms.
#pragma once

#include <set>
#include <string>

#include "input/template_reader.h"

namespace skabelon {

/// What the attributes of an element are checked in.
struct AttributeContext {
  const Files& files;
  const StyleNames& styles;
  const Vocabulary& vocabulary;
  const Scope& scope;
  std::set<std::string>& used;  ///< lets that are used
  const XPathContext& place;    ///< where an XPath stands
  XPathContext selected;        ///< out: what the element's XPath selects
};

/// Reports unknown, missing and wrong attributes. The attributes but `id`, as written.
std::map<std::string, Attribute, std::less<>> read_attributes(const XmlNode& node, AttributeContext& context,
                                                              Sink& sink);

/// The let that a checked <let> declares; its type is text where that is wrong.
Let read_let(const XmlNode& node, AttributeContext& context, Sink& sink);

}  // namespace skabelon
