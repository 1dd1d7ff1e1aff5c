// Bytes as a template, a shared clause or the common sentences -> what reads templates, and the documents they make.
#include "fuzz/ground.h"
#include "input/load.h"

namespace skabelon::fuzz {
namespace {

/// The largest template that is made into documents: larger ones cost too much time for each input.
constexpr std::size_t most_rendered = 3'000;

/// The file that such bytes would be.
std::string path_of(const std::string& bytes) {
  if (bytes.find("<common") != std::string::npos) return "templates/common.xml";
  const bool shared = bytes.find("<shared") != std::string::npos;
  return (shared ? "templates/shared/" : "templates/") + id_in(bytes, " id", "x") + ".xml";
}

/// The input, the common sentences, and the real shared clauses that it names.
std::map<std::string, std::string> project_of(const std::string& bytes) {
  const Files& disk = ground().disk;
  std::map<std::string, std::string> files;
  files["templates/common.xml"] = disk.read("templates/common.xml", Files::default_limit);
  for (const std::string& name : disk.list("templates/shared"))
    if (bytes.find('"' + name.substr(0, name.size() - 4) + '"') != std::string::npos)
      files["templates/shared/" + name] = disk.read("templates/shared/" + name, Files::default_limit);
  files[path_of(bytes)] = bytes;
  return files;
}

}  // namespace

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  TemplateSet set = read_templates(MemoryFiles(project_of(bytes)), base.names, Vocabulary{}, sources, sink);
  if (sink.has_errors() || set.templates.empty() || bytes.size() > most_rendered) return;
  const Instead templates(base.catalog.templates, set.templates);
  const Data data = load_data(base.disk, base.catalog, "data/examples/syd.xml", sources, sink);
  if (!sink.has_errors()) render(base.catalog, data, bytes.size(), sources);
}

}  // namespace skabelon::fuzz
