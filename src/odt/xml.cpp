// Elements, text and lengths -> pugixml nodes and the bytes of a part.
#include "odt/xml.h"

#include <fmt/format.h>

#include <array>

namespace skabelon::odt {
namespace {

constexpr std::array<std::array<const char*, 2>, 10> namespaces{{
    {"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
    {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
    {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
    {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
    {"xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"},
    {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
    {"xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"},
    {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
    {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    {"xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"},
}};

struct Bytes : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

std::string decimal(double value) {
  std::string text = fmt::format("{:.3f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

}  // namespace

pugi::xml_node add(pugi::xml_node parent, const char* name, std::initializer_list<Attr> attributes) {
  pugi::xml_node node = parent.append_child(name);
  for (const Attr& attribute : attributes) {
    if (!attribute.value.empty()) node.append_attribute(attribute.name).set_value(clean(attribute.value).c_str());
  }
  return node;
}

void set(pugi::xml_node node, const Attrs& attributes) {
  for (const Attr& attribute : attributes) {
    if (!attribute.value.empty()) node.append_attribute(attribute.name).set_value(clean(attribute.value).c_str());
  }
}

void add_text(pugi::xml_node node, std::string_view text) {
  node.append_child(pugi::node_pcdata).set_value(clean(text).c_str());
}

std::string clean(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 && byte != '\t' && byte != '\n') continue;
    if (byte == 0xEF && (text.substr(i, 3) == "\xEF\xBF\xBE" || text.substr(i, 3) == "\xEF\xBF\xBF")) {
      i += 2;
      continue;
    }
    result += text[i];
  }
  return result;
}

std::string pt(Length length) { return decimal(length.points()) + "pt"; }
std::string mm(Length length) { return decimal(length.millimetres()) + "mm"; }

std::string hex(Color color) { return fmt::format("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue); }

std::string ncname(std::string_view display_name) {
  std::string name;
  for (const char c : display_name) {
    const bool first = name.empty();
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (!first && is_name_byte(c))) {
      name += c;
    } else {
      name += fmt::format("_{:x}_", static_cast<unsigned char>(c));
    }
  }
  return name;
}

std::string to_bytes(const pugi::xml_document& document) {
  Bytes bytes;
  bytes.text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  document.save(bytes, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(bytes.text);
}

pugi::xml_node root(pugi::xml_document& document, const char* name) {
  pugi::xml_node node = document.append_child(name);
  for (const auto& entry : namespaces) node.append_attribute(entry[0]).set_value(entry[1]);
  node.append_attribute("office:version").set_value("1.3");
  return node;
}

}  // namespace skabelon::odt
