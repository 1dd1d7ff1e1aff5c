// An XPath of a template -> do its names exist in the data? XPath itself answers nothing for an unknown name.
#pragma once

#include <set>
#include <span>
#include <string>

#include "base/diagnostic.h"
#include "input/vocabulary.h"
#include "input/xml.h"

namespace skabelon {

/// The tables of names; tests bring their own.
struct Vocabulary {
  std::span<const ElementRule> elements = element_rules();
  std::span<const AttributeRule> attributes = attribute_rules();
};

/// What an expression may stand at: names of elements. Empty: not known, then any name of the data will do.
using XPathContext = std::set<std::string, std::less<>>;

/// Checks syntax, functions and every name of `expression` where it stands, from `context` on. Returns the elements it
/// selects (empty: none, or no elements).
XPathContext check_xpath(const XmlText& expression, const XPathContext& context, const Vocabulary& vocabulary,
                         Sink& sink);

}  // namespace skabelon
