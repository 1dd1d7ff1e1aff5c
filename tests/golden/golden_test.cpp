// The demo kit -> readable text, compared with tests/golden/expected. SKABELON_UPDATE=1 rewrites what differs and
// still fails that run: read the difference before it is committed. A file that nothing makes fails too.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <utility>

#include "cases/kit.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"
#include "support/odt_reader.h"
#include "support/pdf_reader.h"

namespace skabelon::test {
namespace {
namespace fs = std::filesystem;

const fs::path folder = fs::path(SKABELON_ROOT) / "tests/golden/expected";

/// The version changes with every word of the kit, and where its digits stand changes the runs of a right-to-left
/// footer: golden texts are made with one of their own.
void fix_version(Document& document) {
  const std::string version = std::exchange(document.meta.version, "1a2b3c4d");
  for (Inline& item : document.running.footer_start) {
    auto* value = std::get_if<Value>(&item.content);
    if (value != nullptr && value->text == version) value->text = document.meta.version;
  }
}

class Goldens {
 public:
  void compare(const std::string& name, const std::string& text) {
    made_.insert(name);
    const bool there = fs::exists(folder / name);
    const std::string expected = there ? DiskFiles(folder).read(name, Files::default_limit) : "";
    if (expected == text) return;
    if (std::getenv("SKABELON_UPDATE") != nullptr) write_whole(folder / name, text);
    const auto [ours, theirs] = std::mismatch(text.begin(), text.end(), expected.begin(), expected.end());
    const auto line = 1 + std::count(text.begin(), ours, '\n');
    FAIL_CHECK("tests/golden/expected/" << name << " differs from line " << line << " on:\n"
                                        << line_at(text, ours) << "\ninstead of\n"
                                        << line_at(expected, theirs));
  }

  void report_orphans() const {
    for (const std::string& name : DiskFiles(folder).list("")) {
      INFO(name);
      CHECK(made_.contains(name));
    }
  }

 private:
  static std::string line_at(const std::string& text, std::string::const_iterator at) {
    const auto offset = static_cast<std::size_t>(at - text.begin());
    const std::size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  }

  std::set<std::string> made_;
};

}  // namespace

TEST_CASE("the demo kit reads as it was read last") {
  const Kit& kit = Kit::get();
  Goldens goldens;
  for (const Case& one : kit.demo()) {
    Sink sink(kit.sources());
    Document document = assemble(kit.catalog(), kit.data(one.kit), one.request, sink);
    const std::string name = one.request.template_id + "." + one.request.languages[0];
    fix_version(document);
    goldens.compare(name + ".document.txt", dump(document));
    if (one.request.languages[0] != "da" && one.request.languages[0] != "ar") continue;
    const Pages pages = layout(document, kit.catalog().fonts, sink);
    goldens.compare(name + ".pages.txt", dump(pages));
    const bool form = one.request.template_id == "consent-form";
    if (form || one.request.languages[0] == "da") {
      const std::string odt = write_odt(document, page_labels(pages), kit.catalog().fonts);
      for (const char* part_name : {"content", "styles"})
        goldens.compare(name + "." + part_name + ".txt", readable(part(odt, part_name + std::string(".xml"))));
    }
    if (!form) continue;
    goldens.compare(name + ".pdf.txt", normalised_pdf(write_pdf(pages, true)));
  }
  goldens.report_orphans();
}

}  // namespace skabelon::test
