// The grammar of templates as two tables: which element may hold what, and which attributes it has.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "model/catalog.h"

namespace skabelon {

/// What stands between an element's tags.
enum class Holds : std::uint8_t {
  nothing,
  elements,
  wording,
  wording_then_list,
  wording_or_elements  ///< one of the two, never both (a cell)
};
/// Whether an element has an id, and how the path of its words' unit goes on.
enum class Naming : std::uint8_t {
  none,        ///< adds nothing to the path
  id,          ///< needs an id
  optional,    ///< an id, or its own name ("h"; "label", counted where there are several)
  when_worded  ///< needs an id when it has words, or elements that hold them (a cell)
};

struct ElementForm {
  std::string_view name;
  Element element;
  Holds holds;
  Naming naming;
  std::string_view children;  ///< names; "*": what the parent may hold; blocks: see template_forms.cpp
};

enum class AttributeKind : std::uint8_t {
  text,
  boolean,
  id,
  keyword,
  count,
  columns,
  alignments,
  length,
  xpath,
  paragraph_style,
  edition,
  box_style,
  let,
  picture,
  record,
  let_name,
  words
};

struct AttributeForm {
  std::string_view element;
  std::string_view name;
  AttributeKind kind;
  bool required = false;
  std::string_view keywords = {};
};

std::span<const ElementForm> element_forms();
std::span<const AttributeForm> attribute_forms();
/// The form of that name, or null.
const ElementForm* find_form(std::string_view name);
/// Names an element of that form may hold, "blocks" spelt out.
std::vector<std::string> child_names(const ElementForm& form);

}  // namespace skabelon
