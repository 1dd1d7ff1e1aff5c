// The large-print edition: nothing in it is small, nothing leaves its place.
#include <catch2/catch.hpp>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "plan.h"

namespace skabelon::test {
namespace {

constexpr Length least = Length::points(14);

/// The demo kit's documents in large print; each has sides to keep to.
template <class Look>
void each_large(const Look& look) {
  const Kit& kit = Kit::get();
  for (Case one : kit.demo()) {
    one.request.large_print = true;
    Sink sink(kit.sources());
    const Document document = assemble(kit.catalog(), kit.data(one.kit), one.request, sink);
    const Pages pages = layout(document, kit.catalog().fonts, sink);
    INFO(one.name());
    look(document, pages);
  }
}

}  // namespace

TEST_CASE("no style of the large-print edition is under 14 pt, and its body is 16 pt") {
  const StyleSheet& large = Kit::get().catalog().editions.at(large_print_edition);
  for (const auto& [name, style] : large.paragraphs)
    for (const ScriptStyle& script : style.scripts) {
      INFO(name << ", " << script.family);
      CHECK(script.size >= least);
      CHECK(script.leading >= script.size);
    }
  CHECK(large.paragraph("body").of(ScriptClass::latin).size == Length::points(16));
  CHECK(large.paragraph("body").of(ScriptClass::arabic).size > Length::points(16));
}

TEST_CASE("every document in large print is set large, and stays between the margins") {
  std::size_t runs = 0;
  each_large([&](const Document& document, const Pages& pages) {
    const Length side = document.styles().page.margin_side;
    const Length slack = Length::points(0.5);
    for (const Page& page : pages.pages)
      for (const Mark& mark : page.marks) {
        if (const auto* frame = std::get_if<Frame>(&mark.content)) {
          CHECK(frame->rect.x >= side - slack);
          CHECK(frame->rect.right() <= pages.width - side + slack);
        }
        const auto* run = std::get_if<GlyphRun>(&mark.content);
        if (run == nullptr) continue;
        ++runs;
        const auto [left, right] = extent(*run);
        INFO("page " << page.label);
        CHECK(run->size >= least);
        if (left == right) continue;
        CHECK(left >= side - slack);
        CHECK(right <= pages.width - side + slack);
      }
  });
  CHECK(runs > 1000);
}

TEST_CASE("large print goes before the edition that a template names, and is told by the file's name") {
  const Kit& kit = Kit::get();
  Order order{"consent-form", {}, {"ar", "da"}, {Format::pdf}, {2026, 3, 1}, true};
  Sink sink(kit.sources());
  const Plan large = plan(kit.catalog(), kit.data("syd"), order, sink);
  REQUIRE(large.requests.size() == 2);
  CHECK(file_stem(large.requests[0]) == "consent-form.large.ar");
  CHECK(file_stem(large.requests[1]) == "consent-form.large.da");
  CHECK(kit.catalog().templates.at("consent-form").pair_edition == "sheet");
  const Document document = assemble(kit.catalog(), kit.data("syd"), large.requests[1], sink);
  CHECK(document.styles().form.list_column == Length::millimetres(11));
  CHECK(document.styles().page.margin_side == Length::millimetres(22));
  order.large_print = false;
  CHECK(file_stem(plan(kit.catalog(), kit.data("syd"), order, sink).requests.at(0)) == "consent-form.ar");
}

}  // namespace skabelon::test
