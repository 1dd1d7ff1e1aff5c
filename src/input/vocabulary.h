// The one table of names that data may hold: elements, attributes, their types. XPath in templates is checked
// against it, data files are checked by it, data.rnc says the same for editors (a test compares their verdicts).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace skabelon {

/// How the text of an element or attribute is checked.
/// line: one line of text; text: several lines allowed; flag: an empty element, present or not;
/// group: holds elements only; id: [a-z][a-z0-9-]*; color: #1f4e79; keyword: one of a list.
enum class DataType : std::uint8_t {
  group,
  flag,
  line,
  text,
  number,
  date,
  time,
  keyword,
  phone,
  cvr,
  postcode,
  email,
  url,
  color,
  id
};
enum class Occurs : std::uint8_t { required, optional, repeated };  ///< repeated: none or more

struct ElementRule {
  std::string_view parent;  ///< "" for a file's root element
  std::string_view name;
  DataType type = DataType::line;
  Occurs occurs = Occurs::optional;
  bool localized = false;     ///< may stand several times with different xml:lang
  std::string_view keywords;  ///< keyword: values, separated by spaces
};
struct AttributeRule {
  std::string_view element;
  std::string_view name;
  DataType type = DataType::line;
  bool required = false;
  std::string_view keywords;
};

std::span<const ElementRule> element_rules();
std::span<const AttributeRule> attribute_rules();

}  // namespace skabelon
