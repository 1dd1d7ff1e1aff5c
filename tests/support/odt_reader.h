// The bytes of an .odt -> its parts, for assertions and for reading.
#pragma once

#include <string>
#include <vector>

namespace skabelon::test {

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
/// A part for golden files: a line an element with its attributes as the file orders them, a line |a text|, children
/// below their parent; what cannot be seen (bidi controls, soft hyphens, no-break spaces) as \u{2068}.
std::string readable(const std::string& xml);

}  // namespace skabelon::test
