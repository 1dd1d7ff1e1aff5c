// The files of the project -> the ground of the fuzz targets; a catalog and data -> documents whose bytes nobody reads.
#include "fuzz/ground.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "compose/compose.h"
#include "input/load.h"
#include "input/values.h"
#include "pipeline.h"

namespace skabelon::fuzz {
namespace {

/// Where a kit can be at its most various: once for each of its organisations, else once.
std::vector<std::string> records(const Template& type, const Data& data) {
  const auto found = data.records.find(type.record);
  return type.record.empty() || found == data.records.end() ? std::vector<std::string>{""} : found->second;
}

/// Shares the spans of the ground: its files come first, in the same order.
void copy_sources(const Sources& from, FileId count, Sources& to) {
  for (FileId id = 1; id <= count; ++id) to.add(from.path(id), from.text(id));
}

}  // namespace

Ground::Ground() : disk(SKABELON_ROOT) {
  catalog = load(disk, sources, sink);
  for (const auto& [name, paragraph] : catalog.style.paragraphs) names.paragraphs.push_back(name);
  for (const auto& [name, box] : catalog.style.boxes) names.boxes.push_back(name);
  for (const auto& [name, edition] : catalog.editions) names.editions.push_back(name);
  units = read_templates(disk, names, Vocabulary{}, sources, sink).units;
  const MemoryFiles one({{"templates/every-value.xml", disk.read("tests/fuzz/every-value.xml", Files::default_limit)},
                         {"templates/common.xml", disk.read("templates/common.xml", Files::default_limit)}});
  small = read_templates(one, names, Vocabulary{}, sources, sink).templates;
  kit = load_data(disk, catalog, "data/examples/syd.xml", sources, sink);
  if (sink.has_errors()) fail(to_text(sink.diagnostics(), sources));
}

Ground& ground() {
  static Ground once;
  return once;
}

void fail(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::abort();
}

std::string id_in(std::string_view text, std::string_view name, const std::string& otherwise) {
  const std::string before = std::string(name) + "=\"";
  const std::size_t found = text.find(before);
  if (found == std::string_view::npos) return otherwise;
  const std::size_t begin = found + before.size();
  const std::size_t end = text.find('"', begin);
  if (end == std::string_view::npos) return otherwise;
  const std::string id(text.substr(begin, end - begin));
  return is_id(id) ? id : otherwise;
}

void render(const Catalog& catalog, const Data& data, std::size_t choice, Sources& sources) {
  static const std::array<std::vector<std::string>, 6> choices{
      {{"da"}, {"ar"}, {"ar", "da"}, {"da"}, {"ti", "da"}, {"fa", "da"}}};
  const std::vector<std::string>& languages = choices[choice % choices.size()];
  const Arrangement arrangement = choice % 4 == 0 ? Arrangement::columns : Arrangement::stacked;
  for (const auto& [id, type] : catalog.templates) {
    for (const std::string& record : records(type, data)) {
      const Request request{id, record, languages, arrangement, {2026, 3, 1}, {Format::pdf, Format::odt}, false};
      Sink sink(sources);
      try {
        generate(catalog, data, request, sink);
      } catch (const Error& refused) {
        // Fonts and libraries are all there: what the writers call the machine's fault would be ours.
        if (refused.kind() == Error::Kind::machine) fail(refused.what());
      }
      to_text(sink.diagnostics(), sources);
    }
  }
}

void compose_all(const Catalog& catalog, const Data& data, const std::vector<std::string>& languages,
                 Sources& sources) {
  for (const auto& [id, type] : catalog.templates) {
    for (const std::string& record : records(type, data)) {
      for (const std::string& language : languages) {
        const Request request{id, record, {language}, Arrangement::stacked, {2026, 3, 1}, {}, false};
        Sink sink(sources);
        dump(compose(catalog, data, request, language, sink));
        to_text(sink.diagnostics(), sources);
      }
    }
  }
}

}  // namespace skabelon::fuzz

extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*arguments*/) {
  skabelon::fuzz::ground();  // takes a second, which is no input's
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace skabelon;
  static const FileId count = fuzz::ground().sources.add("", "") - 1;
  Sources sources;
  fuzz::copy_sources(fuzz::ground().sources, count, sources);
  Sink sink(sources);
  try {
    fuzz::run(std::string(reinterpret_cast<const char*>(data), size), sources, sink);
  } catch (const Error&) {
    // The way to refuse an input.
  }
  to_text(sink.diagnostics(), sources);
  return 0;
}
