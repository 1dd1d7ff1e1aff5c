// Bytes as a kit, a municipality, an organisation or the laws -> what reads data, and the documents they fill.
#include "fuzz/ground.h"
#include "input/load.h"

namespace skabelon::fuzz {
namespace {

constexpr const char* kit_path = "data/examples/kit.xml";
constexpr std::size_t most_rendered = 3'000;  ///< larger ones cost too much time for each input

/// The input where it belongs, and below it a kit that refers to it.
std::map<std::string, std::string> project_of(const std::string& bytes) {
  const std::string open = "<kit xmlns=\"urn:skabelon:data:1\" id=\"kit\">";
  const std::string id = id_in(bytes, " id", "x");
  if (bytes.find("<kit") != std::string::npos) return {{kit_path, bytes}};
  if (bytes.find("<municipality") != std::string::npos)
    return {{kit_path, open + "<municipality ref=\"" + id + "\"/><organisation ref=\"netvaerk-faxe\"/></kit>"},
            {"data/municipalities/" + id + ".xml", bytes}};
  if (bytes.find("<organisation") != std::string::npos)
    return {{kit_path, open + "<municipality ref=\"syd\"/><organisation ref=\"" + id + "\"/></kit>"},
            {"data/organisations/" + id + ".xml", bytes}};
  if (bytes.find("<reviews") != std::string::npos)
    return {{kit_path, open + "<municipality ref=\"syd\"/></kit>"}, {"data/reviews.xml", bytes}};
  if (bytes.find("<laws") != std::string::npos)
    return {{kit_path, open + "<municipality ref=\"syd\"/><consent legal-basis=\"consent\"/></kit>"},
            {"data/laws.xml", bytes}};
  return {{kit_path, bytes}};
}

}  // namespace

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  const MemoryFiles files(project_of(bytes), &base.disk);
  const Data data = load_data(files, base.catalog, kit_path, sources, sink);
  if (sink.has_errors()) return;
  compose_all(base.catalog, data, {bytes.size() % 2 == 0 ? "da" : "fa"}, sources);
  if (bytes.size() > most_rendered) return;
  const Instead templates(base.catalog.templates, base.small);
  render(base.catalog, data, bytes.size(), sources);
}

}  // namespace skabelon::fuzz
