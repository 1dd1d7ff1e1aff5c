// Bytes as a locale.xml -> what reads languages, and a document in the language that they make.
#include "input/locale.h"
#include "fuzz/ground.h"
#include "input/load.h"

namespace skabelon::fuzz {
namespace {

/// The dictionaries are the machine's and not the input's: small ones keep a run short.
const std::map<std::string, std::string> dictionaries{
    {"/usr/share/hyphen/hyph_da_DK.dic", "UTF-8\n1ba\n1ge\n"},
    {"/usr/share/hyphen/hyph_en_GB.dic", "ISO8859-1\n1b\xE6\n"},
    {"d", "UTF-8\n"},
};

}  // namespace

void run(const std::string& bytes, Sources& sources, Sink& sink) {
  Ground& base = ground();
  const std::string written = id_in(bytes, " language", "da");
  const std::string tag = base.catalog.locales.contains(written) ? written : "da";
  std::map<std::string, std::string> files = dictionaries;
  files["locales/" + tag + "/locale.xml"] = bytes;
  Language language = load_language(MemoryFiles(files), tag, sources, sink);
  if (sink.has_errors()) return;
  const Instead languages(base.catalog.locales.at(tag).language, language);
  const Instead templates(base.catalog.templates, base.small);
  compose_all(base.catalog, base.kit, {tag}, sources);
  render(base.catalog, base.kit, bytes.size(), sources);
}

}  // namespace skabelon::fuzz
