// Bytes as a locale.xml -> what reads languages, and a document in the language that they make.
#include <cstdint>

#include "fuzz/ground.h"
#include "input/load.h"
#include "input/locale.h"

namespace skabelon::fuzz {
namespace {

/// The dictionaries are the machine's and not the input's: small ones keep a run short.
const std::map<std::string, std::string> dictionaries{
    {"/usr/share/hyphen/hyph_da_DK.dic", "UTF-8\n1ba\n1ge\n"},
    {"/usr/share/hyphen/hyph_en_GB.dic", "ISO8859-1\n1b\xE6\n"},
    {"d", "UTF-8\n"},
};

const Data& kit() {
  static Sources sources;
  static Sink sink(sources);
  static const Data data = load_data(ground().disk, ground().catalog, "data/examples/syd.xml", sources, sink);
  return data;
}

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  const std::string written = id_in(bytes, " language", "da");
  const std::string tag = base.catalog.locales.contains(written) ? written : "da";
  std::map<std::string, std::string> files = dictionaries;
  files["locales/" + tag + "/locale.xml"] = bytes;
  Language language = load_language(MemoryFiles(files), tag, sources, sink);
  if (sink.has_errors()) return;
  std::swap(base.catalog.locales.at(tag).language, language);
  std::swap(base.catalog.templates, base.small);
  compose_all(base.catalog, kit(), {tag}, sources);
  render(base.catalog, kit(), bytes.size(), sources);
  std::swap(base.catalog.templates, base.small);
  std::swap(base.catalog.locales.at(tag).language, language);
}

}  // namespace
}  // namespace skabelon::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  skabelon::fuzz::attempt([&](skabelon::Sources& sources, skabelon::Sink& sink) {
    skabelon::fuzz::run(bytes, sources, sink);
  });
  return 0;
}
