// The bytes of an .odt -> its parts, for assertions.
#pragma once

#include <string>
#include <vector>

namespace skabelon::odt_sample {

struct Entry {
  std::string name;
  bool stored = false;
  std::string bytes;
};
/// In the order of the file.
std::vector<Entry> read_package(const std::string& bytes);
std::string part(const std::string& bytes, const std::string& name);
/// What stands inside <office:text>, a line an element.
std::string body(const std::string& bytes);
/// One style of a part as XML, by its style:name.
std::string style(const std::string& bytes, const std::string& part_name, const std::string& style_name);

}  // namespace skabelon::odt_sample
