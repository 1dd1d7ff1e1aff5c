// Zip -> parts, by libzip.
#include "unit/odt/package_reader.h"

#include <zip.h>

#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

namespace skabelon::odt_sample {

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

}  // namespace skabelon::odt_sample
