// A kit file -> Data for the languages of a catalog, with the pictures its templates show.
#include "input/data_reader.h"
#include "input/load.h"
#include "input/picture.h"

namespace skabelon {
namespace {

void add_pictures(const TemplateNode& node, const Files& files, Data& data, Sink& sink) {
  const auto source = node.element == Element::image ? node.attributes.find("src") : node.attributes.end();
  if (source != node.attributes.end() && !data.pictures.contains(source->second.value))
    if (PictureRef picture = load_picture(files, source->second.value, source->second.span, sink))
      data.pictures.emplace(source->second.value, std::move(picture));
  for (const TemplateNode& child : node.children) add_pictures(child, files, data, sink);
}

}  // namespace

Data load_data(const Files& files, const Catalog& catalog, const std::string& path, Sources& sources, Sink& sink) {
  std::vector<std::string> languages;
  for (const auto& [tag, locale] : catalog.locales) languages.push_back(tag);
  Data data = read_data(files, path, languages, Vocabulary{}, sources, sink);
  for (const auto& [id, made] : catalog.templates) add_pictures(made.root, files, data, sink);
  return data;
}

}  // namespace skabelon
