// A new language by docs/adding.md: Ukrainian for a form and a leaflet, laid over the project. Files alone, no code.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"
#include "support/pdf_reader.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {
namespace fs = std::filesystem;

const fs::path folder = fs::path(SKABELON_ROOT) / "tests/languages/uk";

std::map<std::string, std::string> files_of_the_language() {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    files["locales/uk/" + name] = DiskFiles(folder).read(name, Files::default_limit);
  }
  return files;
}

}  // namespace

TEST_CASE("a language is added by files alone") {
  const DiskFiles disk(SKABELON_ROOT);
  const std::map<std::string, std::string> added = files_of_the_language();
  // locale.xml, the common sentences, the two documents and the three clauses that they share.
  CHECK(added.size() == 7);
  const MemoryFiles files(added, &disk);
  Sources sources;
  Sink sink(sources);
  const Catalog catalog = load(files, sources, sink);
  const Data data = load_data(files, catalog, "data/examples/syd.xml", sources, sink);
  INFO(to_text(sink.diagnostics(), sources));
  REQUIRE_FALSE(sink.has_errors());
  for (const char* id : {"consent-form", "leaflet"}) {
    INFO(id);
    Sink own(sources);
    const Request request{id, "", {"uk", "da"}, Arrangement::stacked, {2026, 3, 1}, {}, false};
    const Document document = assemble(catalog, data, request, own);
    const Pages pages = layout(document, catalog.fonts, own);
    INFO(to_text(own.diagnostics(), sources));
    CHECK_FALSE(own.has_errors());
    CHECK(pages.pages.size() == 2);
    const PdfReading reading = read_pdf(write_pdf(pages, false));
    CHECK(reading.faults == std::vector<std::string>{});
    CHECK(reading.language == "uk");
    CHECK(reading.pages == 2);
    CHECK_FALSE(write_odt(document, page_labels(pages), catalog.fonts).empty());
    // Nothing fell back: what stands in Danish is the Danish of the pair.
    each_inlines(document.blocks, [&](const Block& block, const Inlines& inlines) {
      if (block.language->tag != "uk") return;
      for (const Inline& part : inlines) {
        const auto* text = std::get_if<Text>(&part.content);
        if (text == nullptr || part.language != nullptr || !part.link.empty()) continue;
        INFO(block.id << ": " << text->text);
        const std::u16string letters = to_utf16(text->text);
        CHECK(std::none_of(letters.begin(), letters.end(),
                           [](char16_t c) { return c == u'æ' || c == u'ø' || c == u'å'; }));
      }
    });
  }
}

}  // namespace skabelon::test
