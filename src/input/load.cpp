// The project's files -> the Catalog: fonts, looks, templates, languages and their translations, step by step.
#include "input/load.h"

#include <map>
#include <set>
#include <utility>

#include "base/sha256.h"
#include "input/fonts.h"
#include "input/locale.h"
#include "input/picture.h"
#include "input/review.h"
#include "input/style.h"
#include "input/template_reader.h"
#include "input/translations.h"

namespace skabelon {
namespace {

/// Passes everything through and remembers the digest of each file read.
class RecordingFiles : public Files {
 public:
  explicit RecordingFiles(const Files& below) : below_(below) {}

  bool exists(const std::string& path) const override { return below_.exists(path); }
  std::string read(const std::string& path, std::size_t limit) const override {
    std::string bytes = below_.read(path, limit);
    read_.emplace(path, sha256_hex(bytes));
    return bytes;
  }
  std::vector<std::string> list(const std::string& folder) const override { return below_.list(folder); }

  /// Adds what was read from `path`, or the path alone.
  void add(Sha256& hash, const std::string& path) const {
    hash.add_counted(path);
    if (const auto found = read_.find(path); found != read_.end()) hash.add_counted(found->second);
  }

 private:
  const Files& below_;
  mutable std::map<std::string, std::string> read_;
};

StyleNames names_of(const Catalog& catalog) {
  StyleNames names;
  for (const auto& [name, paragraph] : catalog.style.paragraphs) names.paragraphs.push_back(name);
  for (const auto& [name, box] : catalog.style.boxes) names.boxes.push_back(name);
  for (const auto& [name, edition] : catalog.editions) names.editions.push_back(name);
  return names;
}

/// Files that a template is made from: its own, those of its shared clauses and its pictures.
void collect(const TemplateNode& node, std::set<std::string>& paths) {
  if (!node.origin.empty()) paths.insert("templates/" + node.origin + ".xml");
  if (const auto source = node.attributes.find("src"); source != node.attributes.end())
    paths.insert(illustration_folder + source->second.value);
  for (const TemplateNode& child : node.children) collect(child, paths);
}

std::string digest_of(const Template& type, const Catalog& catalog, const RecordingFiles& files) {
  std::set<std::string> paths{"templates/" + type.id + ".xml", "templates/common.xml", "templates/style.xml",
                              "fonts/fonts.xml"};
  for (const auto& [tag, locale] : catalog.locales) paths.insert("locales/" + tag + "/locale.xml");
  collect(type.root, paths);
  Sha256 hash;
  for (const std::string& path : paths) files.add(hash, path);
  for (const auto& [tag, wording] : catalog.wordings.at(type.id)) hash.add_counted(tag).add_counted(wording);
  return hash.hex();
}

/// Every folder of locales/ with its language; Danish, the source, must be among them.
std::map<std::string, Locale> load_locales(const Files& files, Sources& sources, Sink& sink) {
  std::map<std::string, Locale> locales;
  for (const std::string& tag : language_tags(files)) locales[tag].language = load_language(files, tag, sources, sink);
  if (!locales.contains("da"))
    sink.error({}, "locales/da/locale.xml is missing: Danish is the language of the templates");
  return locales;
}

void load_all_translations(const Files& files, const std::vector<Unit>& units, std::map<std::string, Locale>& locales,
                           Sources& sources, Sink& sink) {
  for (auto& [tag, locale] : locales)
    if (tag != "da") locale.translations = load_translations(files, units, locale.language, sources, sink);
}

/// The pictures that a template shows; each is read once.
void load_pictures(const TemplateNode& node, const Files& files, Catalog& catalog, Sources& sources, Sink& sink) {
  const auto source = node.element == Element::image ? node.attributes.find("src") : node.attributes.end();
  if (source != node.attributes.end() && !catalog.pictures.contains(source->second.value)) {
    const auto& [path, span] = source->second;
    if (PictureRef picture = load_illustration(files, illustration_folder + path, span, sources, sink))
      catalog.pictures.emplace(path, std::move(picture));
  }
  for (const TemplateNode& child : node.children) load_pictures(child, files, catalog, sources, sink);
}

}  // namespace

Catalog load(const Files& files, Sources& sources, Sink& sink) {
  const RecordingFiles recorded(files);
  Catalog catalog;
  catalog.fonts = load_fonts(recorded, sources, sink, &catalog.color_profile);
  Styles styles = load_style(recorded, catalog.fonts, sources, sink);
  catalog.style = std::move(styles.standard);
  catalog.editions = std::move(styles.editions);
  catalog.locales = load_locales(recorded, sources, sink);
  TemplateSet set = read_templates(recorded, names_of(catalog), Vocabulary{}, sources, sink);
  // A fault in the Danish would be reported again for every language.
  if (!sink.has_errors()) load_all_translations(recorded, set.units, catalog.locales, sources, sink);
  const bool paths_are_right = !sink.has_errors();
  for (const auto& [id, type] : set.templates) {
    if (paths_are_right) load_pictures(type.root, recorded, catalog, sources, sink);
    for (const auto& [tag, locale] : catalog.locales)
      catalog.wordings[id][tag] = wording_digest(type, set.units, locale.translations);
    catalog.digests[id] = digest_of(type, catalog, recorded);
  }
  catalog.templates = std::move(set.templates);
  catalog.common = std::move(set.common);
  return catalog;
}

}  // namespace skabelon
