// Small files, good and bad: the schemas for editors and the program must agree on which is which.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "input/data_reader.h"
#include "input/template_reader.h"

using namespace skabelon;

namespace {

const std::string root = SKABELON_ROOT;

/// Names of the files below good/ or bad/ that begin with `kind`.
std::vector<std::string> files_of(const std::string& folder, const std::string& kind) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(root + "/tests/errors/schema/" + folder))
    if (entry.path().filename().string().starts_with(kind))
      names.push_back(folder + '/' + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::string text_of(const std::string& name) {
  std::ifstream in(root + "/tests/errors/schema/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The files that jing finds wrong.
std::set<std::string> wrong_by_schema(const std::string& schema, const std::vector<std::string>& names) {
  std::string command = "cd '" + root + "/tests/errors/schema' && jing -c '" + root + "/" + schema + "'";
  for (const std::string& name : names) command += " '" + name + "'";
  std::set<std::string> wrong;
  FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  char line[4096];
  while (std::fgets(line, sizeof line, pipe) != nullptr) {
    const std::string text = line;
    for (const std::string& name : names)
      if (text.find("/" + name + ":") != std::string::npos || text.starts_with(name + ":")) wrong.insert(name);
  }
  ::pclose(pipe);
  return wrong;
}

/// What the program says of a template file "template-….xml".
bool wrong_template(const std::string& text) {
  const std::string id = "x";
  const bool shared = text.find("<shared") != std::string::npos;
  const bool common = text.find("<common") != std::string::npos;
  std::map<std::string, std::string> files{{"templates/common.xml", "<common xmlns=\"urn:skabelon:template:1\"/>"}};
  files[common ? "templates/common.xml" : shared ? "templates/shared/x.xml" : "templates/x.xml"] = text;
  files["templates/shared/one.xml"] =
      "<shared xmlns=\"urn:skabelon:template:1\" id=\"one\"><clause id=\"one\"><h>H</h></clause></shared>";
  files["pictures/a.png"] = "";
  const MemoryFiles memory(std::move(files));
  Sources sources;
  Sink sink(sources);
  read_templates(memory, {}, {}, sources, sink);
  return sink.has_errors();
}

bool wrong_data(const std::string& text) {
  std::map<std::string, std::string> files;
  std::string kit = "kit.xml";
  if (text.find("<kit") == std::string::npos) {
    const std::string kind = text.find("<municipality") != std::string::npos ? "municipality" : "organisation";
    files["kit.xml"] =
        "<kit xmlns=\"urn:skabelon:data:1\" id=\"k\">" +
        (kind == "municipality"
             ? std::string("<municipality ref=\"x\"/>")
             : "<municipality id=\"m\" kind=\"region\"><name>M</name></municipality><organisation ref=\"x\"/>") +
        "</kit>";
    files[(kind == "municipality" ? "data/municipalities" : "data/organisations") + std::string("/x.xml")] = text;
  } else {
    files["kit.xml"] = text;
  }
  const MemoryFiles memory(std::move(files));
  Sources sources;
  Sink sink(sources);
  read_data(memory, kit, {"da", "en"}, {}, sources, sink);
  return sink.has_errors();
}

void compare(const std::string& kind, const std::string& schema, bool (*is_wrong)(const std::string&)) {
  std::vector<std::string> names = files_of("good", kind);
  const std::size_t good = names.size();
  for (const std::string& name : files_of("bad", kind)) names.push_back(name);
  REQUIRE(good >= 3);
  REQUIRE(names.size() >= good + 10);
  const std::set<std::string> by_schema = wrong_by_schema(schema, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    CAPTURE(names[i]);
    CHECK(by_schema.contains(names[i]) == (i >= good));
    CHECK(is_wrong(text_of(names[i])) == (i >= good));
  }
}

}  // namespace

TEST_CASE("schema and program agree") {
  if (std::system("jing >/dev/null 2>&1 </dev/null; test $? -ne 127") != 0) {
    WARN("skipped: jing is not installed (Debian package jing)");
    return;
  }
  compare("template", "templates/template.rnc", wrong_template);
  compare("data", "data/data.rnc", wrong_data);
}
