// An element of a data file -> DataNode: every name in its place, every value of its type.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "input/xml.h"
#include "input/xpath_check.h"

namespace skabelon {

struct DataAttribute {
  std::string name;
  std::string value;
  Span span;
};

/// A checked element of the data.
struct DataNode {
  std::string name;
  std::string value;     ///< of elements that hold text, collapsed
  std::string language;  ///< xml:lang, or empty
  Span span;             ///< of the value; of groups and flags the start tag
  bool localized = false;
  std::vector<DataAttribute> attributes;  ///< without xml:lang
  std::vector<DataNode> children;

  /// The attribute's value, or empty.
  const std::string& attribute(std::string_view attribute_name) const;
};

/// Checks `node`, the root of a file, and all below. `languages`: the tags that xml:lang may name.
/// An element of the kit with a `ref` keeps that attribute alone; the file it names is for the caller to read.
DataNode check_data(const XmlNode& node, const std::vector<std::string>& languages, const Vocabulary& vocabulary,
                    Sink& sink);

}  // namespace skabelon
