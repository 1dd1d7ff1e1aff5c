// Every template × language × kit: what it says while it is made, and that its words arrive on the page and in the PDF.
#include <catch2/catch.hpp>

#include "cases/kit.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "support/pdf_reader.h"

namespace skabelon::test {
namespace {

std::vector<std::string> all_comparable(const std::vector<std::string>& lines) {
  std::vector<std::string> out;
  for (const std::string& line : lines)
    if (std::string text = comparable(line); !text.empty()) out.push_back(std::move(text));
  return out;
}

}  // namespace

TEST_CASE("the catalog and the example kits load without a word") {
  const Kit& kit = Kit::get();
  INFO(to_text(kit.diagnostics(), kit.sources()));
  CHECK(kit.diagnostics().empty());
  CHECK(kit.cases().size() >= 2 * 5 * 4);
}

TEST_CASE("every document is made with no diagnostics but the one that its translation is not reviewed") {
  const Kit& kit = Kit::get();
  for (const Case& one : kit.cases()) {
    Sink sink(kit.sources());
    INFO(one.name());
    const Outputs outputs = generate(kit.catalog(), kit.data(one.kit), one.request, sink);
    CHECK(outputs.size() == 2);
    for (const Diagnostic& diagnostic : sink.diagnostics()) {
      INFO(to_text(diagnostic, kit.sources()));
      CHECK(diagnostic.severity == Severity::warning);
      CHECK(diagnostic.message.find("is not signed off") != std::string::npos);
      CHECK(one.request.languages[0] != "da");
    }
  }
}

TEST_CASE("the PDF of every demo document gives the document's words back, block by block") {
  const Kit& kit = Kit::get();
  for (const Case& one : kit.demo()) {
    Sink sink(kit.sources());
    INFO(one.name());
    const Document document = assemble(kit.catalog(), kit.data(one.kit), one.request, sink);
    const Pages pages = layout(document, kit.catalog().fonts, sink);
    const PdfReading reading = read_pdf(write_pdf(pages, false));
    CHECK(reading.faults == std::vector<std::string>{});
    CHECK(reading.title == document.meta.title);
    CHECK(reading.language == one.request.languages[0]);
    CHECK(all_comparable(reading.blocks) == all_comparable(plain_text(document, page_labels(pages))));
  }
}

}  // namespace skabelon::test
