// A kit file -> Data for the languages of a catalog.
#include "input/data_reader.h"
#include "input/load.h"

namespace skabelon {

Data load_data(const Files& files, const Catalog& catalog, const std::string& path, Sources& sources, Sink& sink) {
  std::vector<std::string> languages;
  for (const auto& [tag, locale] : catalog.locales) languages.push_back(tag);
  return read_data(files, path, languages, Vocabulary{}, sources, sink);
}

}  // namespace skabelon
