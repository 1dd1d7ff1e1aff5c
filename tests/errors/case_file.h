// A case file: input files and the whole text that is to be said of them.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace skabelon::test {

/// "run: load" or "run: data kit.xml", then parts that begin with "--- path"; the last is "--- expected"; "--- edit
/// path" is followed by lines "old ==> new" that change one of the project's own files. In the files
/// {{repeat N TEXT}} stands for TEXT N times and {{bytes FF FE}} for those bytes.
struct CaseFile {
  struct Edit {
    std::string path, from, to;
  };
  std::string name;
  std::string action;  ///< "load" or "data"
  std::string path;    ///< data: the kit
  std::map<std::string, std::string> files;
  std::vector<Edit> edits;
  std::string expected;
  std::string head;  ///< everything before the expected text, to write the file again
};

CaseFile read_case(const std::string& path);

}  // namespace skabelon::test
