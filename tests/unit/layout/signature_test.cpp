// Signature blocks: two parties a row, never split, never alone.
#include <catch2/catch.hpp>

#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

Block signatures(int parties) {
  Signatures all;
  for (int i = 0; i < parties; ++i) {
    SignatureParty party;
    party.role = "role" + std::to_string(i);
    party.who = {p("Party", "signature-party")};
    if (i == 0) party.who.push_back(p("Title", "signature-name"));
    party.line_labels = {{p("Date", "signature-label")}, {p("Signature", "signature-label")}};
    all.parties.push_back(std::move(party));
  }
  return block(std::move(all));
}

}  // namespace

TEST_CASE("lines of two parties stand side by side at one height") {
  const Pages pages = lay_out(document({signatures(2)}));
  // 4 mm above; two lines of who; 14 mm free; a line of 65 mm; its label; again.
  CHECK(shapes_of(pages.pages[0]) ==
        "line 25,53.3–90,53.3\nline 25,72.5–90,72.5\nline 108,53.3–173,53.3\nline 108,72.5–173,72.5\n");
  CHECK(text_of(pages.pages[0]) ==
        "25,32.5 Party\n25,38.2 Title\n25,57.5 Date\n25,76.7 Signature\n"
        "108,32.5 Party\n108,57.5 Date\n108,76.7 Signature\n");
  REQUIRE(pages.signatures.size() == 2);
  CHECK(pages.signatures[1].role == "role1");
  CHECK(pages.signatures[1].rect.x.millimetres() == Approx(108).margin(0.05));
  CHECK(pages.signatures[1].rect.width.millimetres() == Approx(65).margin(0.05));
  CHECK(pages.signatures[1].rect.bottom().millimetres() == Approx(72.5).margin(0.05));
}

TEST_CASE("a signature row never splits and takes what is signed along") {
  for (int before = 20; before <= 44; ++before) {
    const Pages pages = lay_out(document({lines("a", before), h(2, "Sign"), signatures(2)}));
    INFO(before << flow_of(pages));
    REQUIRE(pages.signatures.size() == 2);
    const std::int32_t page = pages.signatures[0].page;
    CHECK(pages.signatures[1].page == page);
    const std::string words = text_of(pages.pages[static_cast<std::size_t>(page)]);
    for (const char* word : {"Sign", "Party", "Title", "Date", "Signature", " a"})
      CHECK(words.find(word) != std::string::npos);
  }
}

TEST_CASE("a block under half a page keeps together, a higher one breaks between rows") {
  const Pages small = lay_out(document({lines("a", 30), signatures(4)}));
  for (const SignaturePlace& place : small.signatures) CHECK(place.page == small.signatures[0].page);
  const Pages large = lay_out(document({lines("a", 30), signatures(6)}));
  CHECK(large.signatures.front().page == 0);
  CHECK(large.signatures.back().page == 1);
  for (std::size_t i = 0; i < 6; i += 2) CHECK(large.signatures[i].page == large.signatures[i + 1].page);
}
