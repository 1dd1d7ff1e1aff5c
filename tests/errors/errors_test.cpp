// Wrong input with the whole text that is said of it; the program's own templates and data say nothing.
#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/diagnostic.h"
#include "base/files.h"
#include "errors/case_file.h"
#include "input/load.h"

using namespace skabelon;

namespace {

const std::string root = SKABELON_ROOT;
const std::string cases = root + "/tests/errors/cases";

/// Fonts and dictionaries of this machine, and nothing of the project.
class MachineFiles : public Files {
 public:
  bool exists(const std::string& path) const override { return path.starts_with('/') && disk_.exists(path); }
  std::string read(const std::string& path, std::size_t limit) const override {
    if (!path.starts_with('/')) throw Error(Error::Kind::input, "cannot read " + path + ": no such file");
    return disk_.read(path, limit);
  }
  std::vector<std::string> list(const std::string&) const override { return {}; }

 private:
  DiskFiles disk_{"/"};
};

/// The least that a project needs; a case adds to it and replaces.
std::map<std::string, std::string> project() {
  const DiskFiles disk(root);
  std::map<std::string, std::string> files;
  for (const char* path : {"templates/style.xml", "fonts/fonts.xml", "locales/da/locale.xml", "locales/en/locale.xml"})
    files[path] = disk.read(path, Files::default_limit);
  files["templates/common.xml"] =
      "<common xmlns=\"urn:skabelon:template:1\"><wording id=\"page-of\">Side {page} af {pages}</wording></common>\n";
  return files;
}

/// What the program says of a case.
std::string run(const test::CaseFile& made) {
  std::map<std::string, std::string> input = project();
  for (const auto& [path, text] : made.files) input[path] = text;
  for (const auto& [path, from, to] : made.edits) {
    const std::size_t at = input.at(path).find(from);
    REQUIRE(at != std::string::npos);
    input[path].replace(at, from.size(), to);
  }
  const MachineFiles machine;
  const MemoryFiles files(std::move(input), &machine);
  Sources sources;
  Sink sink(sources);
  std::string thrown;
  try {
    if (made.action == "data") {
      Catalog catalog;
      for (const char* tag : {"ar", "da", "en"}) catalog.locales[tag].language.tag = tag;
      load_data(files, catalog, made.path, sources, sink);
    } else {
      load(files, sources, sink);
    }
  } catch (const Error& error) {
    thrown =
        std::string("thrown") + (error.kind() == Error::Kind::machine ? " (machine): " : ": ") + error.what() + "\n";
  }
  return to_text(sink.diagnostics(), sources) + thrown;
}

std::vector<std::string> case_paths() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(cases)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

TEST_CASE("what is said of wrong input") {
  const bool update = std::getenv("SKABELON_UPDATE") != nullptr;
  const std::vector<std::string> paths = case_paths();
  CHECK(paths.size() >= 40);
  for (const std::string& path : paths) {
    const test::CaseFile made = test::read_case(path);
    const auto begin = std::chrono::steady_clock::now();
    const std::string said = run(made);
    const auto taken = std::chrono::steady_clock::now() - begin;
    INFO("case: " << made.name);
    CHECK(said == made.expected);
    CHECK(taken < std::chrono::seconds(5));  // a machine under load; alone each takes a fraction of a second
    if (update && said != made.expected) std::ofstream(path, std::ios::binary) << made.head << said;
  }
}

TEST_CASE("the project's own templates, languages and data are without fault") {
  const DiskFiles files(root);
  Sources sources;
  Sink sink(sources);
  const Catalog catalog = load(files, sources, sink);
  for (const std::string& name : files.list("data/examples"))
    load_data(files, catalog, "data/examples/" + name, sources, sink);
  std::string errors;
  for (const Diagnostic& diagnostic : sink.diagnostics())
    if (diagnostic.severity == Severity::error) errors += to_text(diagnostic, sources);
  CHECK(errors == "");
  CHECK(catalog.templates.size() > 1);
}
