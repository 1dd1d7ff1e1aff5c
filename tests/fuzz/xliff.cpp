// Bytes as an XLIFF file -> what reads translations, what brings them up to date, and what writes them again.
#include <algorithm>
#include <iterator>
#include <map>

#include "fuzz/ground.h"
#include "input/i18n.h"
#include "input/load.h"
#include "input/translations.h"
#include "input/xliff.h"

namespace skabelon::fuzz {
namespace {

/// The origin that the file says it translates, else one with plurals and markup.
std::string origin_of(const std::string& bytes) {
  for (const Unit& unit : ground().units)
    if (bytes.find("templates/" + unit.origin + ".xml") != std::string::npos) return unit.origin;
  return "consent-form";
}

bool uses(const TemplateNode& node, const std::string& origin) {
  return node.origin == origin || std::any_of(node.children.begin(), node.children.end(),
                                              [&](const TemplateNode& child) { return uses(child, origin); });
}

/// The templates that the origin's translations reach; two are enough.
std::map<std::string, Template> reached(const std::map<std::string, Template>& all, const std::string& origin) {
  std::map<std::string, Template> some;
  for (const auto& [id, type] : all)
    if (some.size() < 2 && uses(type.root, origin)) some.emplace(id, type);
  return some;
}

/// What is written must be read as what it was.
void check_written(const std::string& language, const std::string& origin, const std::vector<XliffUnit>& units) {
  const std::string text = write_xliff(language, origin, units);
  Sources sources;
  Sink sink(sources);
  const auto again = read_xliff(MemoryFiles({{xliff_path(language, origin), text}}), language, origin, sources, sink);
  if (!again) fail("what write_xliff wrote is refused:\n" + text + to_text(sink.diagnostics(), sources));
  if (write_xliff(language, origin, *again) != text) fail("write_xliff does not write what it read:\n" + text);
}

}  // namespace

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  const std::string written = id_in(bytes, "target-language", "ar");
  const std::string language = written != "da" && base.catalog.locales.contains(written) ? written : "ar";
  const std::string origin = origin_of(bytes);
  std::vector<Unit> danish;
  std::copy_if(base.units.begin(), base.units.end(), std::back_inserter(danish),
               [&](const Unit& unit) { return unit.origin == origin; });
  const MemoryFiles files({{xliff_path(language, origin), bytes}});
  Locale& locale = base.catalog.locales.at(language);
  Translations translations = load_translations(files, danish, locale.language, sources, sink);
  const auto units = read_xliff(files, language, origin, sources, sink);
  if (!units) return;
  std::vector<const Unit*> wanted;
  for (const Unit& unit : danish) wanted.push_back(&unit);
  check_written(language, origin, merge_units(wanted, *units, sink));
  if (sink.has_errors()) return;
  const Instead ours(locale.translations, translations);
  std::map<std::string, Template> templates = reached(base.catalog.templates, origin);
  const Instead fewer(base.catalog.templates, templates);
  compose_all(base.catalog, base.kit, {language}, sources);
}

}  // namespace skabelon::fuzz
