// A small table of names of the data, so that these tests do not change with the real one.
#pragma once

#include <array>

#include "input/xpath_check.h"

namespace skabelon::test {

constexpr ElementRule element(std::string_view parent, std::string_view name, DataType type = DataType::group,
                              Occurs occurs = Occurs::optional, bool localized = false,
                              std::string_view keywords = {}) {
  return {parent, name, type, occurs, localized, keywords};
}
constexpr AttributeRule attribute(std::string_view of, std::string_view name, DataType type, bool required = false,
                                  std::string_view keywords = {}) {
  return {of, name, type, required, keywords};
}

inline constexpr std::array elements{
    element("", "kit"),
    element("", "municipality"),
    element("", "organisation"),
    element("", "laws"),
    element("kit", "municipality", DataType::group, Occurs::required),
    element("kit", "organisation", DataType::group, Occurs::repeated),
    element("kit", "laws"),
    element("municipality", "name", DataType::line, Occurs::required, true),
    element("municipality", "about", DataType::text, Occurs::optional, true),
    element("municipality", "logo", DataType::line),
    element("organisation", "name", DataType::line),
    element("organisation", "contact", DataType::group, Occurs::repeated),
    element("organisation", "network", DataType::flag),
    element("contact", "phone", DataType::phone),
    element("contact", "reads", DataType::keyword, Occurs::optional, false, "office evenings"),
    element("laws", "law", DataType::group, Occurs::repeated),
    element("law", "title", DataType::line),
};
inline constexpr std::array attributes{
    attribute("kit", "id", DataType::id, true),
    attribute("municipality", "id", DataType::id, true),
    attribute("municipality", "kind", DataType::keyword, true, "municipality region"),
    attribute("logo", "path", DataType::line, true),
    attribute("organisation", "ref", DataType::id),
    attribute("organisation", "id", DataType::id, true),
    attribute("organisation", "since", DataType::date),
    attribute("law", "id", DataType::id, true),
};
inline const Vocabulary vocabulary{elements, attributes};

}  // namespace skabelon::test
