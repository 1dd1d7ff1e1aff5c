// write_pdf as a whole: written, read back, compared.
#include "pdf/pdf.h"

#include <catch2/catch.hpp>
#include <thread>

#include "base/diagnostic.h"
#include "sample.h"
#include "support/pdf_reader.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

using Texts = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A document of one line.
Pages one_line(const std::u16string& text, const Language& language, bool actual_text) {
  Setter set(language);
  set.block(Role::paragraph, 0, text, language, at(language.rtl() ? 524 : 71, 100), 11);
  if (!actual_text)
    for (StructureNode& node : set.pages.structure) node.has_actual_text = false;
  return set.pages;
}

}  // namespace

TEST_CASE("a document is read back as it was written") {
  const PdfReading reading = read_pdf(write_pdf(sample(), false));
  CHECK(reading.faults == Texts{});
  CHECK(reading.blocks == sample_blocks());
  CHECK(reading.contents == Texts{"Papirer"});
  CHECK(reading.pages == 2);
  CHECK(reading.title == "Aftale – مرحباً – ሰላም");
  CHECK(reading.author == "Foreningen <Åben & Glad>");
  CHECK(reading.language == "da");
  CHECK_FALSE(reading.right_to_left);
  CHECK(reading.artifacts == Texts{"Aftale", "Side 2 af 2"});
  CHECK(reading.alternatives == Texts{"Byens våben"});
  CHECK(reading.outline == Texts{"Velkommen", "  مرحباً بكم", "  Papirer", "Slut"});
}

TEST_CASE("plain and compressed say the same") {
  const std::string plain = write_pdf(sample(), true);
  CHECK(contains(plain, "/Artifact<</Type/Pagination/Subtype/Header>>BDC"));
  CHECK(contains(plain, "beginbfchar"));
  CHECK(normalised_pdf(plain) == normalised_pdf(write_pdf(sample(), false)));
}

TEST_CASE("the same pages give the same bytes, in any thread") {
  const Pages pages = sample();
  const std::string expected = write_pdf(pages, false);
  CHECK(write_pdf(sample(), false) == expected);
  std::vector<std::string> written(4);
  std::vector<std::thread> threads;
  for (std::string& bytes : written)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) bytes = write_pdf(pages, false);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& bytes : written) CHECK((bytes == expected));
}

TEST_CASE("other content has another identifier") {
  const auto id = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID")); };
  CHECK(id(write_pdf(one_line(u"ja", languages().da, false), false)) !=
        id(write_pdf(one_line(u"aj", languages().da, false), false)));
}

TEST_CASE("every script is read from its glyphs alone") {
  const Languages& l = languages();
  const auto read = [](const std::u16string& text, const Language& language) {
    const PdfReading reading = read_pdf(write_pdf(one_line(text, language, false), false));
    CHECK(reading.faults == Texts{});
    return reading.blocks.at(0);
  };
  const std::u16string danish = u"blåbærgrød på øen: fjord, affald, office – ☐";
  CHECK(read(danish, l.da) == to_utf8(danish));
  const std::u16string tigrinya = u"ሰላም! ወረቓቕትኹም፡ ሒዝኩም ምጽኡ።";
  CHECK(read(tigrinya, l.ti) == to_utf8(tigrinya));
  // Right-to-left glyphs stand in visual order: reversed by clusters they are the text (pdf readers do the same).
  CHECK(read(u"ابت", l.ar) == to_utf8(u"تبا"));
  CHECK(read(u"لا", l.ar) == to_utf8(u"ال"));
}

TEST_CASE("a language from right to left sets the reading direction") {
  const std::u16string text = u"می‌خواهم نامه‌ای";
  const PdfReading reading = read_pdf(write_pdf(one_line(text, languages().fa, true), false));
  CHECK(reading.faults == Texts{});
  CHECK(reading.blocks == Texts{to_utf8(text)});
  CHECK(reading.right_to_left);
  CHECK(reading.language == "fa");
}

TEST_CASE("links lead to addresses and to anchors") {
  const PdfReading reading = read_pdf(write_pdf(sample(), false));
  REQUIRE(reading.links.size() == 2);
  CHECK(reading.links[0].target == "page 2 y 686.89");
  CHECK(reading.links[0].description == "Gå til Papirer");
  CHECK(reading.links[1].target == "https://www.aarhus.dk/%C3%A5ben?a=(1)");
  CHECK(reading.links[1].description == "Aarhus Kommune");
}

TEST_CASE("a picture stands once in the file, with its alpha as soft mask") {
  const std::string bytes = write_pdf(sample(), false);
  CHECK(contains(bytes, "/SMask"));
  CHECK_FALSE(contains(bytes, "/Interpolate"));
  std::size_t images = 0;
  for (std::size_t at = bytes.find("/Subtype/Image"); at != std::string::npos;
       at = bytes.find("/Subtype/Image", at + 1))
    ++images;
  CHECK(images == 2);  // colours and mask
}

TEST_CASE("more characters than a byte counts") {
  Setter set(languages().ti);
  std::u16string all;
  const auto paragraph = set.node(Role::paragraph, 0);
  const Font& font = *fonts().find("Noto Sans Ethiopic", false);
  for (int row = 0; row < 12; ++row) {
    std::u16string text;
    for (int column = 0; column < 32; ++column) {
      const auto c = static_cast<char16_t>(0x1200 + 32 * row + column);
      if (c < 0x135A && font.has(c)) text += c;
    }
    set.line(paragraph, text, languages().ti, at(71, 60 + 20.0 * row), 11);
    all += text;
  }
  REQUIRE(all.size() > 255);
  const PdfReading reading = read_pdf(write_pdf(set.pages, false));
  CHECK(reading.faults == Texts{});
  CHECK(reading.blocks == Texts{to_utf8(all)});
}

TEST_CASE("a text longer than a PDF string is kept whole") {
  Setter set(languages().ar);
  const auto span = set.node(Role::span, set.node(Role::paragraph, 0));
  StructureNode& node = set.pages.structure[static_cast<std::size_t>(span)];
  node.has_actual_text = true;
  for (int i = 0; i < 20000; ++i) node.actual_text += i % 7 == 0 ? u"\U0001F600" : u"ب";
  set.line(span, u"ببب", languages().ar, at(524, 100), 13);
  const std::string expected = to_utf8(node.actual_text);
  const PdfReading reading = read_pdf(write_pdf(set.pages, false));
  CHECK(reading.faults == Texts{});
  REQUIRE(reading.blocks.size() == 1);
  CHECK((reading.blocks[0] == expected));
}

TEST_CASE("many pages and links divide the ParentTree") {
  Setter set(languages().da);
  const auto paragraph = set.node(Role::paragraph, 0);
  for (int i = 0; i < 90; ++i) {
    if (i > 0) set.page();
    const auto link = set.node(Role::link, paragraph);
    const Rect rect = set.line(link, u"her ", languages().da, at(71, 100), 11);
    set.pages.pages.back().links.push_back({rect, "mailto:a@b.dk", "", link});
  }
  const std::string bytes = write_pdf(set.pages, false);
  const PdfReading reading = read_pdf(bytes);
  CHECK(reading.faults == Texts{});
  CHECK(contains(bytes, "/Limits [64 127]"));
  CHECK(reading.pages == 90);
  REQUIRE(reading.links.size() == 90);
  CHECK(reading.links[89].page == 89);
  CHECK(reading.links[89].description == "mailto:a@b.dk");
}

TEST_CASE("one paragraph over two pages is one block") {
  Setter set(languages().da);
  const auto paragraph = set.node(Role::paragraph, 0);
  set.line(paragraph, u"først her ", languages().da, at(71, 800), 11);
  set.page();
  set.line(paragraph, u"og så her", languages().da, at(71, 80), 11);
  const PdfReading reading = read_pdf(write_pdf(set.pages, false));
  CHECK(reading.faults == Texts{});
  CHECK(reading.blocks == Texts{"først her og så her"});
}

TEST_CASE("the metadata name both standards and the date") {
  const std::string bytes = write_pdf(sample(), false);
  CHECK(contains(bytes,
                 "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                 "<pdfuaid:part>1</pdfuaid:part>"));
  CHECK(contains(bytes, "<rdf:li>Foreningen &lt;Åben &amp; Glad&gt;</rdf:li>"));
  CHECK(contains(bytes, "<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate>"));
  CHECK(contains(bytes, "/CreationDate (D:20260301000000Z)"));
  CHECK(contains(bytes, "/Producer (Skabelon)"));
  CHECK_FALSE(contains(bytes, "Haru"));
  CHECK_FALSE(contains(bytes, "/ProcSet"));
}

TEST_CASE("what cannot be written right is not written") {
  const auto message = [](const Pages& pages) -> std::string {
    try {
      write_pdf(pages, false);
    } catch (const Error& error) {
      CHECK(error.kind() == Error::Kind::machine);
      return error.what();
    }
    return "written";
  };
  Pages no_profile = sample();
  no_profile.meta.color_profile = nullptr;
  CHECK(message(no_profile) == "PDF/A needs a colour profile, and the document has none");
  Pages no_anchor = sample();
  no_anchor.anchors.clear();
  CHECK(message(no_anchor) == "a link leads to #papers, which is not on the pages");
  Pages no_node = sample();
  no_node.pages[0].links[0].node = -1;
  CHECK(message(no_node) == "the link to #papers belongs to no node of the structure tree");
  Font broken;
  broken.id = 0xFFFFFFFF;
  broken.file_name = "broken.ttf";
  broken.bytes = std::make_shared<const std::string>("no font at all");
  Pages no_font = sample();
  std::get<GlyphRun>(no_font.pages[0].marks[0].content).font = &broken;
  CHECK(message(no_font) == "the font broken.ttf: not a TrueType font");
}

}  // namespace skabelon::test
