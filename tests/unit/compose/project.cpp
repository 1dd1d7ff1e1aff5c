// A project of literals over the parts of the real one that every document needs.
#include "project.h"

#include <catch2/catch.hpp>

#include "base/files.h"
#include "compose/compose.h"
#include "edit/pair.h"
#include "input/load.h"

namespace skabelon::test {
namespace {

/// What a test does not bring: fonts, looks, locales and common sentences, but no template, translation or data.
class Ground : public Files {
 public:
  bool exists(const std::string& path) const override { return shown(path) && disk_.exists(path); }
  std::string read(const std::string& path, std::size_t limit) const override {
    if (!exists(path)) throw Error(Error::Kind::input, "cannot read " + path + ": no such file");
    return disk_.read(path, limit);
  }
  std::vector<std::string> list(const std::string& folder) const override {
    std::vector<std::string> names;
    for (const std::string& name : disk_.list(folder))
      if (folder == "locales" || shown(folder + "/" + name)) names.push_back(name);
    return names;
  }

 private:
  static bool shown(const std::string& path) {
    return path.starts_with("/usr/") || path.starts_with("fonts/") || path == "templates/style.xml" ||
           path == "templates/common.xml" || (path.starts_with("locales/") && path.ends_with("/locale.xml"));
  }
  DiskFiles disk_{SKABELON_ROOT};
};

const Ground& ground() {
  static const Ground files;
  return files;
}

}  // namespace

Project& Project::file(const std::string& path, const std::string& text) {
  files_[path] = text;
  return *this;
}

Project& Project::form(const std::string& attributes, const std::string& content) {
  return file("templates/t.xml", "<template xmlns=\"urn:skabelon:template:1\" id=\"t\" version=\"1\" " + attributes +
                                     ">" + content + "</template>");
}

Project& Project::kit(const std::string& content, const std::string& attributes) {
  return file("data/kit.xml", "<kit xmlns=\"urn:skabelon:data:1\" id=\"kit\" " + attributes + ">" + content + "</kit>");
}

Project& Project::translation(const std::string& language, const std::string& origin,
                              const std::vector<std::vector<std::string>>& units) {
  std::string text =
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"templates/" + origin +
      ".xml\" source-language=\"da\" target-language=\"" + language + "\" datatype=\"xml\"><body>";
  for (const auto& unit : units)
    text += "<trans-unit id=\"" + unit.at(0) + "\"><source>" + unit.at(2) + "</source><target state=\"" + unit.at(1) +
            "\">" + unit.at(3) + "</target></trans-unit>";
  return file("locales/" + language + "/" + origin + ".xlf", text + "</body></file></xliff>");
}

Project& Project::native_digits(const std::string& language) {
  std::string locale = ground().read("locales/" + language + "/locale.xml", Files::default_limit);
  const std::string western = "use=\"western\"";
  locale.replace(locale.find(western), western.size(), "use=\"native\"");
  return file("locales/" + language + "/locale.xml", locale);
}

void Project::load() {
  const MemoryFiles files(files_, &ground());
  sources_ = std::make_unique<Sources>();
  Sink loading(*sources_);
  catalog_ = std::make_unique<Catalog>(skabelon::load(files, *sources_, loading));
  if (!loading.has_errors())
    data_ = std::make_unique<Data>(load_data(files, *catalog_, "data/kit.xml", *sources_, loading));
  std::string errors;
  for (const Diagnostic& diagnostic : loading.diagnostics())
    if (diagnostic.severity == Severity::error) errors += to_text(diagnostic, *sources_);
  if (!errors.empty()) FAIL(errors);
  sink_ = std::make_unique<Sink>(*sources_);
}

Document Project::compose(const std::string& language) {
  if (data_ == nullptr) load();
  request.languages = {language};
  return skabelon::compose(*catalog_, *data_, request, language, *sink_);
}

Document Project::paired(const std::string& reader, const std::string& other) {
  if (data_ == nullptr) load();
  request.languages = {reader, other};
  Document first = skabelon::compose(*catalog_, *data_, request, reader, *sink_);
  Document second = skabelon::compose(*catalog_, *data_, request, other, *sink_);
  return pair(std::move(first), std::move(second), request.arrangement, *sink_);
}

std::string Project::dump(const std::string& language) { return skabelon::dump(compose(language)); }

std::string Project::said() const {
  const std::string all = to_text(sink_->diagnostics(), *sources_);
  std::string out;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    const std::string line = all.substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with("  note: "))
      out += line.substr(2) + "\n";
    else if (!line.starts_with("  "))
      out += line + "\n";
  }
  return out;
}

}  // namespace skabelon::test
