// A kit's data, checked: the resolved tree that XPath sees, once a language. Holds the pugixml document.
#pragma once

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/span.h"
#include "model/picture.h"

namespace skabelon {

/// The tree as one language sees it: of siblings alike but for xml:lang one stays.
struct DataView {
  pugi::xml_document tree;  ///< <kit> at the top, references to municipalities and organisations resolved
  std::unordered_map<const void*, Span> spans;             ///< by xml_node::internal_object() or xml_attribute's
  std::unordered_map<const void*, std::string> languages;  ///< of elements that carried xml:lang
};

/// A kit file with all it refers to. Immutable after loading.
struct Data {
  std::string path;
  std::map<std::string, std::unique_ptr<DataView>> views;  ///< by language tag of the catalog
  std::map<std::string, PictureRef> pictures;              ///< logos, by the path written in the data
  Span span;
  /// SHA-256 over the files read, hexadecimal: a share of the documents' version.
  std::string digest;
  /// Ids of the kit's elements of that name, in order: {"organisation": ["rk-syd"]}.
  std::map<std::string, std::vector<std::string>> records;
};

}  // namespace skabelon
