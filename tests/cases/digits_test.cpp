// A language that writes its own digits: what the program counts is written in them, what people dial and type is not.
#include <algorithm>
#include <catch2/catch.hpp>

#include "cases/kit.h"
#include "layout/layout.h"
#include "odt/odt.h"
#include "pdf/pdf.h"
#include "support/odt_reader.h"
#include "support/pdf_reader.h"

namespace skabelon::test {
namespace {

constexpr const char* form = R"(<template xmlns="urn:skabelon:template:1" id="digits" version="1" numbered="true">
  <let name="starts" type="date" select="agreement/@starts"/>
  <let name="months" type="number" select="agreement/@notice-months"/>
  <let name="phone" type="phone" select="municipality/phone"/>
  <let name="cvr" type="cvr" select="municipality/cvr"/>
  <let name="postcode" type="postcode" select="municipality/postcode"/>
  <let name="email" type="email" select="municipality/email"/>
  <let name="web" type="url" select="municipality/web"/>
  <title>Tal</title>
  <toc depth="2"/>
  <page-break/>
  <clause id="a"><h>Tid</h>
    <p id="day">D {starts}</p>
    <p id="notice">M {months}</p>
    <p id="plural">{months, plural, one {# m} other {# m}}</p>
    <list id="l" kind="number"><item id="one">P</item></list>
    <clause id="in"><h>Inde</h><p id="see">S <ref to="a" show="number"/> <ref to="a" show="page"/></p></clause>
  </clause>
  <clause id="b"><h>Adresser</h>
    <p id="call">F {phone}</p><p id="number">C {cvr}</p><p id="place">P {postcode}</p>
    <p id="mail">E {email}</p><p id="web">W {web}</p>
    <field id="f" width="half"><label>Navn</label></field>
  </clause>
</template>)";

/// The wording with the letters of the language before each value: what the digits stand in.
std::string translation(const std::string& tag) {
  const std::vector<std::pair<std::string, std::string>> units{{"title", "Tal"},
                                                               {"a/h", "Tid"},
                                                               {"a/day", "D {starts}"},
                                                               {"a/notice", "M {months}"},
                                                               {"a/plural", "{months, plural, one {# m} other {# m}}"},
                                                               {"a/l/one", "P"},
                                                               {"a/in/h", "Inde"},
                                                               {"a/in/see", R"(S <x id="1"/> <x id="2"/>)"},
                                                               {"b/h", "Adresser"},
                                                               {"b/call", "F {phone}"},
                                                               {"b/number", "C {cvr}"},
                                                               {"b/place", "P {postcode}"},
                                                               {"b/mail", "E {email}"},
                                                               {"b/web", "W {web}"},
                                                               {"b/f/label", "Navn"}};
  const std::string few =
      tag == "ar" ? "zero {# ش} one {# ش} two {# ش} few {# ش} many {# ش} other {# ش}" : "one {# ش} other {# ش}";
  std::string text =
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file "
      "original=\"templates/digits.xml\" source-language=\"da\" target-language=\"" +
      tag + "\" datatype=\"xml\"><body>";
  for (const auto& [unit, danish] : units) {
    std::string target = "ش " + danish;
    if (unit == "a/plural") target = "{months, plural, " + few + "}";
    text += "<trans-unit id=\"" + unit + "\"><source>" + danish +
            "</source><target state=\"needs-review-translation\">" + target + "</target></trans-unit>";
  }
  return text + "</body></file></xliff>";
}

struct Made {
  Sources sources;
  Sink sink{sources};
  PdfReading pdf;
  std::string content, styles;

  explicit Made(const std::string& tag) {
    const DiskFiles disk(SKABELON_ROOT);
    const std::string path = "locales/" + tag + "/locale.xml";
    std::string locale = disk.read(path, Files::default_limit);
    const std::string western = "use=\"western\"";
    REQUIRE(locale.find(western) != std::string::npos);
    locale.replace(locale.find(western), western.size(), "use=\"native\"");
    const MemoryFiles files(
        {{path, locale}, {"templates/digits.xml", form}, {"locales/" + tag + "/digits.xlf", translation(tag)}}, &disk);
    const Catalog catalog = load(files, sources, sink);
    const Data data = load_data(files, catalog, "data/examples/syd.xml", sources, sink);
    INFO(to_text(sink.diagnostics(), sources));
    REQUIRE_FALSE(sink.has_errors());
    const Request request{"digits", "", {tag}, Arrangement::stacked, {2026, 3, 1}, {Format::pdf, Format::odt}, false};
    const Outputs outputs = generate(catalog, data, request, sink);
    pdf = read_pdf(outputs.at(0).bytes);
    content = part(outputs.at(1).bytes, "content.xml");
    styles = part(outputs.at(1).bytes, "styles.xml");
  }
};

/// The one of `texts` that begins with `words`, white space and isolates taken out.
std::string with(const std::vector<std::string>& texts, const std::string& words) {
  for (const std::string& text : texts)
    if (const std::string plain = comparable(text); plain.starts_with("ش " + words)) return plain;
  return {};
}

bool holds(const std::string& text, const std::string& part_of_it) {
  return text.find(part_of_it) != std::string::npos;
}

void check(const std::string& tag, const std::vector<std::string>& digits, const std::string& format) {
  const auto native = [&](const std::string& western) {
    std::string text;
    for (const char c : western)
      text += c >= '0' && c <= '9' ? digits[static_cast<std::size_t>(c - '0')] : std::string(1, c);
    return text;
  };
  const Made made(tag);
  const auto& [sources, sink, pdf, content, styles] = made;
  INFO(tag);
  CHECK(pdf.faults == std::vector<std::string>{});
  // Counted by the program.
  const std::string day = with(pdf.blocks, "D");
  CHECK(holds(day, native("2026")));
  CHECK(std::none_of(day.begin(), day.end(), [](char c) { return c >= '0' && c <= '9'; }));
  CHECK(with(pdf.blocks, "M") == "ش M " + native("3"));
  CHECK(std::count(pdf.blocks.begin(), pdf.blocks.end(), native("3") + " ش") == 1);
  CHECK(with(pdf.blocks, "S") == "ش S " + native("1") + " " + native("2"));
  REQUIRE(pdf.contents.size() == 3);
  CHECK(comparable(pdf.contents[0]).starts_with("ش Tid"));
  CHECK(pdf.contents[0].ends_with(native("2")));
  CHECK(pdf.outline.back().ends_with(native("2") + " ش Adresser"));
  CHECK(std::any_of(pdf.artifacts.begin(), pdf.artifacts.end(),
                    [&](const std::string& text) { return holds(text, native("2")); }));
  CHECK(holds(content, "<text:tab/>ش Tid<text:tab/>" + native("2") + "</text:a>"));
  CHECK(holds(content, native("2026")));
  CHECK(holds(styles, "style:num-format=\"" + format + "\""));
  CHECK(holds(content + styles, "text:list-level-style-number"));
  CHECK_FALSE(holds(content + styles, "style:num-format=\"1\""));
  // Dialled and typed.
  for (const char* fixed : {"+45 10 20 30 00", "12345678", "0000", "post@syd.example.org"}) {
    INFO(fixed);
    CHECK(std::any_of(pdf.blocks.begin(), pdf.blocks.end(),
                      [&](const std::string& text) { return holds(comparable(text), fixed); }));
    CHECK(holds(comparable(content), fixed));
  }
}

}  // namespace

TEST_CASE("in Arabic with Arabic-Indic digits all that is counted is written in them") {
  check("ar", {"٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"}, "١, ٢, ٣, ...");
}

TEST_CASE("in Farsi with its own digits all that is counted is written in them") {
  check("fa", {"۰", "۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "۹"}, "۱, ۲, ۳, ...");
}

}  // namespace skabelon::test
