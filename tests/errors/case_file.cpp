// A case file: input files and the whole text that is to be said of them.
#include "errors/case_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace skabelon::test {
namespace {

std::string repeat(std::istringstream& words) {
  std::size_t count = 0;
  words >> count;
  std::string text;
  std::getline(words, text);
  text.erase(0, 1);
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string bytes(std::istringstream& words) {
  std::string out;
  for (std::string byte; words >> byte;) out += static_cast<char>(std::stoi(byte, nullptr, 16));
  return out;
}

/// Replaces {{repeat …}} and {{bytes …}}.
std::string expand(const std::string& text) {
  std::string out;
  std::size_t at = 0;
  for (std::size_t open = 0; (open = text.find("{{", at)) != std::string::npos;) {
    const std::size_t close = text.find("}}", open);
    std::istringstream words(text.substr(open + 2, close - open - 2));
    std::string verb;
    words >> verb;
    const bool known = close != std::string::npos && (verb == "repeat" || verb == "bytes");
    if (!known) {
      out += text.substr(at, open + 2 - at);
      at = open + 2;
      continue;
    }
    out += text.substr(at, open - at) + (verb == "repeat" ? repeat(words) : bytes(words));
    at = close + 2;
  }
  return out + text.substr(at);
}

}  // namespace

CaseFile read_case(const std::string& path) {
  CaseFile out;
  out.name = std::filesystem::path(path).stem().string();
  std::ifstream in(path, std::ios::binary);
  std::string line;
  std::string part;
  std::string edited;
  while (std::getline(in, line)) {
    if (part != "expected") out.head += line + '\n';
    if (line.starts_with("--- ")) {
      part = line.substr(4);
      if (part.starts_with("edit "))
        edited = part.substr(5);
      else if (part != "expected")
        out.files[part];
    } else if (part == "expected") {
      out.expected += line + '\n';
    } else if (part.starts_with("edit ")) {
      const std::size_t arrow = line.find(" ==> ");
      if (arrow == std::string::npos) throw std::runtime_error(path + ": an edit is 'old ==> new'");
      out.edits.push_back({edited, line.substr(0, arrow), line.substr(arrow + 5)});
    } else if (!part.empty()) {
      out.files[part] += line + '\n';
    } else if (line.starts_with("run: ")) {
      std::istringstream words(line.substr(5));
      words >> out.action >> out.path;
    }
  }
  if (out.action.empty() || part != "expected") throw std::runtime_error(path + " is no case file");
  for (auto& [name, text] : out.files) text = expand(text);
  return out;
}

}  // namespace skabelon::test
