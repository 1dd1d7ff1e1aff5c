// The text of an attribute -> a value, with its fault at its place: what the readers of our own formats share.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/xml.h"

namespace skabelon {

/// The value that the attribute's text names in `table`. None where it names none (an error, with a suggestion)
/// or where the attribute is missing (no error).
template <typename Value>
std::optional<Value> read_keyword(const XmlNode& node, std::string_view name,
                                  std::initializer_list<std::pair<std::string_view, Value>> table, Sink& sink) {
  const XmlAttribute* found = node.attribute(name);
  if (found == nullptr) return std::nullopt;
  std::vector<std::string> known;
  std::string listed;
  for (const auto& [keyword, value] : table) {
    if (found->value.text == keyword) return value;
    known.emplace_back(keyword);
    listed += (listed.empty() ? "" : ", ") + known.back();
  }
  const std::string& text = found->value.text;
  const std::string hint = text.size() > 1 ? suggestion(text, known) : std::string();  // a digit is near every other
  sink.error(found->value.span, "'" + found->name + "' must be one of " + listed + ", not '" + text + "'" + hint);
  return std::nullopt;
}

/// A file of this machine, not of the project. Throws Error (machine) naming the package where it cannot be read.
inline std::string read_installed(const Files& files, const std::string& path, const std::string& package) {
  try {
    return files.read(path);
  } catch (const Error& failure) {
    throw Error(Error::Kind::machine, std::string(failure.what()) + "; install the Debian package " + package);
  }
}

}  // namespace skabelon
