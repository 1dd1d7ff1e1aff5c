// A municipality's logo, from its data to the header and the cover of PDF and ODT.
#include <array>
#include <catch2/catch.hpp>
#include <pugixml.hpp>
#include <qpdf/QPDF.hh>

#include "cases/kit.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"
#include "support/odt_reader.h"
#include "support/pdf_reader.h"

namespace skabelon::test {
namespace {

/// Drawn for these tests: 45 × 15 pixels, a dark blue field with a white bar in it and a transparent edge. Python's
/// zlib.compress(rows, 9) of rows b"\\0" + RGBA, between the chunks IHDR (8 bits, colour type 6) and IEND.
constexpr std::array<unsigned char, 103> logo{
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x2d, 0x00, 0x00, 0x00, 0x0f, 0x08, 0x06, 0x00, 0x00, 0x00, 0x70, 0x7e, 0x46, 0xa7, 0x00, 0x00, 0x00,
    0x2e, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x18, 0xaa, 0x40, 0xde, 0xaf, 0xf2, 0xff, 0x50, 0xc1,
    0xa3, 0x8e, 0x1e, 0x75, 0x34, 0x39, 0x8e, 0x1e, 0x4c, 0x60, 0xd4, 0xd1, 0xa3, 0x8e, 0x1e, 0xb1, 0x8e, 0x1e,
    0x2d, 0xf2, 0x46, 0x1d, 0x3d, 0xd4, 0x1d, 0x3d, 0xd4, 0x00, 0x00, 0xd4, 0x4f, 0x91, 0x10, 0x48, 0xb7, 0x12,
    0x7e, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
};
const std::string alternative = "Syd Kommunes våben";

/// The demo kit, its municipality with a logo.
struct Project {
  Sources sources;
  Sink sink{sources};
  Catalog catalog;
  Data data;

  explicit Project(const std::string& bytes) {
    const DiskFiles disk(SKABELON_ROOT);
    const std::string path = "data/municipalities/syd.xml";
    std::string municipality = disk.read(path, Files::default_limit);
    const std::string after = "</cvr>";
    municipality.insert(municipality.find(after) + after.size(),
                        "\n  <logo path=\"logos/syd.png\">" + alternative + "</logo>");
    const MemoryFiles files({{path, municipality}, {"logos/syd.png", bytes}}, &disk);
    catalog = load(files, sources, sink);
    data = load_data(files, catalog, "data/examples/syd.xml", sources, sink);
  }
};

const std::string& logo_bytes() {
  static const std::string bytes(logo.begin(), logo.end());
  return bytes;
}

struct Made {
  Document document;
  Pages pages;
};

Made made(const std::string& form, const std::string& language) {
  static Project project(logo_bytes());
  REQUIRE_FALSE(project.sink.has_errors());
  const Request request{form, "", {language}, Arrangement::stacked, {2026, 3, 1}, {}, false};
  Made result{assemble(project.catalog, project.data, request, project.sink), {}};
  result.pages = layout(result.document, project.catalog.fonts, project.sink);
  REQUIRE_FALSE(project.sink.has_errors());
  return result;
}

const FontSet& fonts() { return Kit::get().catalog().fonts; }

/// The only picture of a page.
struct Shown {
  const Mark* mark = nullptr;
  Rect rect;
};

Shown picture(const Page& page) {
  Shown shown;
  for (const Mark& mark : page.marks) {
    const auto* placed = std::get_if<PlacedPicture>(&mark.content);
    if (placed == nullptr) continue;
    CHECK(shown.mark == nullptr);
    CHECK(placed->picture->file == logo_bytes());
    shown = {&mark, placed->rect};
  }
  REQUIRE(shown.mark != nullptr);
  return shown;
}

bool near(Length a, Length b) { return std::abs(a.points() - b.points()) < 0.01; }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("the logo stands at the end side of every header, and on the start side of the cover as a figure") {
  for (const std::string language : {"da", "ar", "ti"}) {
    INFO(language);
    const bool rtl = language == "ar";
    const Made agreement = made("cooperation-agreement", language);
    const PageStyle& sheet = agreement.document.styles().page;
    const Pages& pages = agreement.pages;
    REQUIRE(pages.pages.size() > 2);
    const Length start = sheet.margin_side;
    const Length end = sheet.width - sheet.margin_side;
    for (std::size_t i = 1; i < pages.pages.size(); ++i) {
      const auto [mark, rect] = picture(pages.pages[i]);
      CHECK(mark->artifact == Artifact::header);
      CHECK(mark->node == -1);
      CHECK(near(rect.height, Length::millimetres(8)));
      CHECK(near(rect.width, Length::millimetres(24)));
      CHECK(near(rtl ? rect.x : rect.right(), rtl ? start : end));
      CHECK(rect.bottom() < sheet.margin_top);
    }
    const auto [mark, rect] = picture(pages.pages[0]);
    CHECK(near(rect.height, Length::millimetres(16)));
    CHECK(near(rtl ? rect.right() : rect.x, rtl ? end : start));
    REQUIRE(mark->node >= 0);
    const StructureNode& figure = pages.structure.at(static_cast<std::size_t>(mark->node));
    CHECK(figure.role == Role::figure);
    CHECK(figure.alternative == alternative);
    CHECK(figure.box == rect);
    CHECK(figure.page == 0);
  }
}

TEST_CASE("a form's narrow margin makes the logo smaller, so that a printer reaches all of it") {
  const Made form = made("task-description", "da");
  const PageStyle& sheet = form.document.styles().page;
  for (const Page& page : form.pages.pages) {
    const Rect rect = picture(page).rect;
    CHECK(near(rect.y, Length::millimetres(5)));
    CHECK(rect.bottom() < sheet.margin_top);
    CHECK(near(rect.width, rect.height * 3));
    CHECK(near(rect.right(), sheet.width - sheet.margin_side));
  }
  const std::string styles = part(write_odt(form.document, page_labels(form.pages), fonts()), "styles.xml");
  CHECK(styles.find("draw:name=\"Logo\" text:anchor-type=\"paragraph\" svg:x=\"182mm\" svg:y=\"5mm\"") !=
        std::string::npos);
}

TEST_CASE("the logo is one image of the PDF: a Figure on the cover, an artifact of the headers") {
  for (const std::string language : {"da", "ar"}) {
    INFO(language);
    const Pages pages = made("cooperation-agreement", language).pages;
    const std::string bytes = write_pdf(pages, false);
    const PdfReading reading = read_pdf(bytes);
    CHECK(reading.faults == std::vector<std::string>{});
    CHECK(reading.alternatives == std::vector<std::string>{alternative});
    const std::string listing = normalised_pdf(bytes);
    const std::size_t figure = listing.find("  Figure << /MCID ");
    REQUIRE(figure != std::string::npos);
    CHECK(figure < listing.find("page 2\n"));
    CHECK(count(listing, " Do\n") == pages.pages.size());
    CHECK(listing.find(" Do\n", figure) < listing.find(" << /", figure + 10));
    CHECK(count(listing, "  Figure << /MCID ") == 1);

    QPDF pdf;
    pdf.processMemoryFile("document", bytes.data(), bytes.size());
    std::vector<QPDFObjectHandle> images;
    for (QPDFObjectHandle object : pdf.getAllObjects())
      if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) images.push_back(object);
    REQUIRE(images.size() == 2);  // with its soft mask
    for (QPDFObjectHandle image : images) {
      CHECK(image.getDict().getKey("/Width").getIntValue() == 45);
      CHECK(image.getDict().getKey("/Height").getIntValue() == 15);
    }
  }
}

TEST_CASE("the ODT holds the logo once, named in header and cover with its words") {
  for (const std::string language : {"da", "ar"}) {
    INFO(language);
    const Made agreement = made("cooperation-agreement", language);
    const std::string bytes = write_odt(agreement.document, page_labels(agreement.pages), fonts());
    CHECK(part(bytes, "Pictures/1.png") == logo_bytes());
    CHECK(count(part(bytes, "META-INF/manifest.xml"),
                R"(manifest:full-path="Pictures/1.png" manifest:media-type="image/png")") == 1);
    CHECK(part(bytes, "META-INF/manifest.xml").find("Pictures/2.png") == std::string::npos);
    for (const char* name : {"styles.xml", "content.xml"}) {
      INFO(name);
      pugi::xml_document document;
      REQUIRE(document.load_string(part(bytes, name).c_str()));
      const pugi::xpath_node_set frames = document.select_nodes("//draw:frame[draw:image]");
      REQUIRE(frames.size() == 1);
      const pugi::xml_node frame = frames[0].node();
      CHECK(frame.child("draw:image").attribute("xlink:href").value() == std::string("Pictures/1.png"));
      CHECK(frame.child_value("svg:title") == alternative);
      const bool header = frame.select_node("ancestor::style:header[parent::style:master-page/@style:name='Standard']");
      CHECK(header == (std::string(name) == "styles.xml"));
      if (!header) {
        // The notice above it keeps its distance.
        const std::string notice = frame.parent().parent().child("table:table").attribute("table:style-name").value();
        const pugi::xml_node style = document.find_node(
            [&](pugi::xml_node one) { return notice == one.attribute("style:name").value() && one.first_child(); });
        CHECK(style.child("style:table-properties").attribute("fo:margin-bottom").as_double() > 5);
        continue;
      }
      // From the start side in either direction: 210 - 25 - 24 mm.
      CHECK(frame.attribute("svg:x").value() == std::string("161mm"));
      CHECK(frame.attribute("svg:width").value() == std::string("24mm"));
      CHECK(frame.attribute("svg:height").value() == std::string("8mm"));
    }
  }
}

TEST_CASE("a damaged logo is an error where the data names it") {
  std::string bytes = logo_bytes();
  bytes[60] ^= 0x20;  // in the pixels
  Project project(bytes);
  REQUIRE(project.sink.has_errors());
  const std::string said = to_text(project.sink.diagnostics(), project.sources);
  CHECK(said.starts_with("data/municipalities/syd.xml:12:15: error: the picture logos/syd.png is damaged: IDAT: "));
  CHECK(
      said.ends_with("\n    <logo path=\"logos/syd.png\">Syd Kommunes våben</logo>\n"
                     "                ^~~~~~~~~~~~~\n"));
}

}  // namespace skabelon::test
