// A kit file and the files it refers to -> Data.
#include "input/data_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/sha256.h"
#include "input/picture.h"
#include "input/projection.h"
#include "input/values.h"
#include "input/vocabulary_check.h"

namespace skabelon {
namespace {

constexpr const char* data_uri = "urn:skabelon:data:1";

class DataReader {
 public:
  DataReader(const Files& files, const std::vector<std::string>& languages, const Vocabulary& vocabulary,
             Sources& sources, Sink& sink)
      : files_(files), languages_(languages), vocabulary_(vocabulary), sources_(sources), sink_(sink) {}

  Data run(const std::string& path) {
    Data data;
    data.path = path;
    std::optional<DataNode> kit = read(path, "kit");
    if (!kit) return data;
    data.span = kit->span;
    for (DataNode& child : kit->children)
      if (!child.attribute("ref").empty()) resolve(child);
    for (const char* shared : {"laws", "reviews"}) add_shared(*kit, shared);
    record(*kit, data);
    pictures(*kit, data);
    for (const std::string& language : languages_) data.views[language] = project(*kit, language);
    data.digest = digest_.hex();
    return data;
  }

 private:
  std::optional<DataNode> read(const std::string& path, std::string_view root) {
    const std::optional<XmlNode> node = read_xml(files_, path, root, data_uri, sources_, sink_);
    if (!node) return {};
    digest_.add_counted(sources_.text(node->span.file));
    return check_data(*node, languages_, vocabulary_, sink_);
  }

  /// Puts the content of the file that `node` refers to in its place.
  void resolve(DataNode& node) {
    const DataAttribute ref = node.attributes.front();
    if (!is_id(ref.value)) return;  // reported already; it may not reach the file system
    if (!met_.insert(node.name + ' ' + ref.value).second) {
      sink_.error(ref.span, fmt::format("the kit has the {} '{}' twice", node.name, ref.value));
      return;
    }
    const std::string folder = node.name == "municipality" ? "data/municipalities" : fmt::format("data/{}s", node.name);
    const std::string path = folder + '/' + ref.value + ".xml";
    if (!files_.exists(path)) {
      std::vector<std::string> ids;
      for (const std::string& name : files_.list(folder))
        if (name.ends_with(".xml")) ids.push_back(name.substr(0, name.size() - 4));
      sink_.error(ref.span, fmt::format("there is no {}{}", path, suggestion(ref.value, ids)));
      return;
    }
    std::optional<DataNode> read_node = read(path, node.name);
    if (!read_node) return;
    if (read_node->attribute("id") != ref.value && !read_node->attribute("id").empty())
      sink_.error(read_node->span, fmt::format("the id is that of the file: write id=\"{}\"", ref.value));
    node = std::move(*read_node);
  }

  /// What all kits share stands in a file of its own, unless the kit holds it itself.
  void add_shared(DataNode& kit, const std::string& name) {
    for (const DataNode& child : kit.children)
      if (child.name == name) return;
    const std::string path = "data/" + name + ".xml";
    if (!files_.exists(path)) return;
    if (std::optional<DataNode> node = read(path, name)) kit.children.push_back(std::move(*node));
  }

  void record(const DataNode& kit, Data& data) {
    for (const DataNode& child : kit.children) {
      const std::string& id = child.attribute("id");
      if (id.empty()) continue;
      std::vector<std::string>& ids = data.records[child.name];
      if (std::find(ids.begin(), ids.end(), id) != ids.end())
        sink_.error(child.span, fmt::format("the kit has the {} '{}' twice", child.name, id));
      ids.push_back(id);
    }
  }

  void pictures(const DataNode& node, Data& data) {
    if (node.name == "logo") picture(node, data);
    for (const DataNode& child : node.children) pictures(child, data);
  }

  void picture(const DataNode& node, Data& data) {
    for (const DataAttribute& attribute : node.attributes) {
      if (attribute.name != "path" || data.pictures.contains(attribute.value)) continue;
      if (!is_plain_path(attribute.value)) {
        sink_.error(attribute.span, "a picture's path leads down from the project's folder: no '..', no '/' first");
        continue;
      }
      PictureRef picture = load_picture(files_, attribute.value, attribute.span, sink_);
      if (picture == nullptr) continue;
      digest_.add_counted(picture->file);
      data.pictures.emplace(attribute.value, std::move(picture));
    }
  }

  const Files& files_;
  const std::vector<std::string>& languages_;
  const Vocabulary& vocabulary_;
  Sources& sources_;
  Sink& sink_;
  Sha256 digest_;
  std::set<std::string> met_;  ///< references followed
};

}  // namespace

Data read_data(const Files& files, const std::string& path, const std::vector<std::string>& languages,
               const Vocabulary& vocabulary, Sources& sources, Sink& sink) {
  return DataReader(files, languages, vocabulary, sources, sink).run(path);
}

}  // namespace skabelon
