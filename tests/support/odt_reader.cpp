// Zip -> parts, by libzip.
#include "support/odt_reader.h"

#include <fmt/format.h>
#include <zip.h>

#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

#include "text/unicode.h"

namespace skabelon::test {
namespace {

bool is_unseen(char16_t c) {
  return c < u' ' || c == u'\u00A0' || c == soft_hyphen || is_bidi_control(c) || (c >= u'\u2000' && c <= u'\u200D') ||
         c == u'\u202F' || c == u'\u2060' || c == u'\uFEFF';
}

std::string seen(const std::string& text) {
  std::u16string out;
  for (const char16_t c : to_utf16(text))
    out += is_unseen(c) ? to_utf16(fmt::format("\\u{{{:04X}}}", static_cast<unsigned>(c))) : std::u16string(1, c);
  return to_utf8(out);
}

void list(pugi::xml_node node, std::size_t depth, std::string& out) {
  out += std::string(2 * depth, ' ');
  if (node.type() != pugi::node_element) {
    out += '|' + seen(node.value()) + "|\n";
    return;
  }
  out += node.name();
  for (const pugi::xml_attribute attribute : node.attributes())
    out += fmt::format(" {}=\"{}\"", attribute.name(), seen(attribute.value()));
  out += '\n';
  for (const pugi::xml_node child : node.children()) list(child, depth + 1, out);
}

}  // namespace

std::vector<Entry> read_package(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (zip == nullptr) throw std::runtime_error(zip_error_strerror(&error));
  std::vector<Entry> entries;
  for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
    zip_stat_t status;
    zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &status);
    Entry entry{status.name, status.comp_method == ZIP_CM_STORE, std::string(status.size, '\0')};
    zip_file_t* file = zip_fopen_index(zip, static_cast<zip_uint64_t>(i), 0);
    if (zip_fread(file, entry.bytes.data(), status.size) != static_cast<zip_int64_t>(status.size)) entry.bytes.clear();
    zip_fclose(file);
    entries.push_back(std::move(entry));
  }
  zip_discard(zip);
  return entries;
}

std::string part(const std::string& bytes, const std::string& name) {
  for (const Entry& entry : read_package(bytes)) {
    if (entry.name == name) return entry.bytes;
  }
  throw std::out_of_range(name);
}

std::string body(const std::string& bytes) {
  const std::string content = part(bytes, "content.xml");
  const std::string open = "<office:text>";
  const std::size_t begin = content.find(open) + open.size();
  std::string text = content.substr(begin, content.find("</office:text>") - begin);
  for (std::size_t at = text.find("><"); at != std::string::npos; at = text.find("><", at)) text.insert(at + 1, "\n");
  return text;
}

std::string style(const std::string& bytes, const std::string& part_name, const std::string& style_name) {
  pugi::xml_document document;
  document.load_string(part(bytes, part_name).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
  const pugi::xml_node node = document.find_node(
      [&](pugi::xml_node one) { return style_name == one.attribute("style:name").value() && one.first_child(); });
  std::ostringstream out;
  node.print(out, "", pugi::format_raw);
  return out.str();
}

std::string readable(const std::string& xml) {
  pugi::xml_document document;
  const pugi::xml_parse_result result =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) throw std::runtime_error(result.description());
  std::string out;
  list(document.document_element(), 0, out);
  return out;
}

}  // namespace skabelon::test
