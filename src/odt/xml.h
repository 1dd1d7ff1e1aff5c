// Small tools over pugixml: elements with attributes, clean text, lengths as OpenDocument writes them.
#pragma once

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "model/style.h"

namespace skabelon::odt {

struct Attr {
  const char* name;
  std::string value;
};
using Attrs = std::vector<Attr>;

/// Appends an element. Attributes with an empty value are left out.
pugi::xml_node add(pugi::xml_node parent, const char* name, std::initializer_list<Attr> attributes = {});
void set(pugi::xml_node node, const Attrs& attributes);
/// Appends text that holds no white space needing care (numbers, titles in meta.xml).
void add_text(pugi::xml_node node, std::string_view text);

/// The text without what XML 1.0 forbids: controls but tab and line feed, U+FFFE, U+FFFF.
std::string clean(std::string_view text);

/// "12.5pt", "14mm": at most three decimals, none where they are zero.
std::string pt(Length length);
std::string mm(Length length);
/// "#1f4e79"
std::string hex(Color color);

/// A name as xs:NCName: "body da" -> "body_20_da" (the way OpenDocument encodes style names).
std::string ncname(std::string_view display_name);

/// The document with an XML declaration, without any white space of its own.
std::string to_bytes(const pugi::xml_document& document);

/// Starts a part: its root element with the namespaces it needs and office:version.
pugi::xml_node root(pugi::xml_document& document, const char* name);

}  // namespace skabelon::odt
