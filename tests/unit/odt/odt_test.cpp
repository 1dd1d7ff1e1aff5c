// Small documents -> the XML they become.
#include "odt/odt.h"

#include <catch2/catch.hpp>
#include <sstream>

#include "support/odt_reader.h"
#include "unit/odt/sample.h"

using namespace skabelon;
using namespace skabelon::odt_sample;
using namespace skabelon::test;
using Catch::Matchers::Contains;

namespace {

std::string written(const Document& document, const PageLabels& labels = {}) {
  return write_odt(document, labels, house().fonts);
}

std::string written_body(Blocks blocks, const std::string& tag = "da") {
  Document made = document(house().language(tag), "T");
  made.number_column = true;
  made.blocks = std::move(blocks);
  return body(written(made));
}

Inline words(const std::string& text) {
  Inline item;
  item.content = Text{text};
  return item;
}

std::string points(Length length) {
  std::ostringstream out;
  out << length.points() << "pt";
  return out.str();
}

template <class Content>
Block block(const Language& language, Content content, const std::string& style = {}) {
  Block made;
  made.content = std::move(content);
  made.language = &language;
  made.style = style;
  return made;
}

}  // namespace

TEST_CASE("a package opens with its stored mimetype and lists every part") {
  const std::vector<Entry> entries = read_package(written(agreement("ar", false)));
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.push_back(entry.name);
  CHECK(names == std::vector<std::string>{"mimetype", "content.xml", "styles.xml", "meta.xml", "Pictures/1.png",
                                          "Fonts/NotoNaskhArabic-Regular.ttf", "Fonts/NotoNaskhArabic-Bold.ttf",
                                          "META-INF/manifest.xml"});
  CHECK(entries.front().stored);
  CHECK(entries.front().bytes == "application/vnd.oasis.opendocument.text");
  for (std::size_t i = 1; i + 1 < entries.size(); ++i) {
    CHECK_THAT(entries.back().bytes, Contains("manifest:full-path=\"" + entries[i].name + "\""));
  }
}

TEST_CASE("embedded fonts come out of the package as they went in") {
  const std::string bytes = written(agreement("ti", false));
  const Font* font = house().fonts.find("Noto Sans Ethiopic", true);
  REQUIRE(font != nullptr);
  CHECK(part(bytes, "Fonts/NotoSansEthiopic-Bold.ttf") == *font->bytes);
  CHECK_THAT(part(bytes, "styles.xml"), Contains("xlink:href=\"Fonts/NotoSansEthiopic-Bold.ttf\""));
}

TEST_CASE("the same document gives the same bytes") {
  for (const char* tag : {"da", "ar", "fa", "ti"}) {
    CHECK(written(agreement(tag, true)) == written(agreement(tag, true)));
    CHECK(written(consent_form(tag)) == written(consent_form(tag)));
  }
}

TEST_CASE("markup, controls and runs of spaces in text") {
  const Language& da = house().da;
  CHECK(written_body({paragraph(da, text("A & B < \"C\" > D\x01\x1F"))}, "da") ==
        "<text:p text:style-name=\"P1\">A &amp; B &lt; \"C\" &gt; D</text:p>");
  CHECK(written_body({block(da, Heading{1, text(" to  ord\tog\nlinje")}, "title")}) ==
        "<text:p text:style-name=\"title\">\n<text:s/>to <text:s/>ord<text:tab/>og<text:line-break/>linje</text:p>");
}

TEST_CASE("clauses are sections with a bookmarked heading and one continued list") {
  const Language& da = house().da;
  CHECK(
      written_body(
          {clause(
               da, "purpose", "1",
               {heading(da, 2, "Formål"), paragraph(da, text("Tekst."), "body", "1.1"), paragraph(da, text("Mere."))}),
           clause(da, "meetings", "2", {heading(da, 2, "Møder"), paragraph(da, text("To."), "body", "2.1")})}) ==
      "<text:section text:style-name=\"S1\" text:name=\"clause.purpose\">\n"
      "<text:list xml:id=\"clauses-1\" text:style-name=\"Clauses\">\n"
      "<text:list-item>\n"
      "<text:h text:style-name=\"P1\" text:outline-level=\"1\">\n"
      "<text:bookmark-start text:name=\"cl_purpose\"/>Formål<text:bookmark-end text:name=\"cl_purpose\"/>\n</text:h>\n"
      "<text:list>\n"
      "<text:list-item>\n"
      "<text:p text:style-name=\"body\">Tekst.</text:p>\n"
      "</text:list-item>\n"
      "</text:list>\n"
      "</text:list-item>\n"
      "</text:list>\n"
      "<text:p text:style-name=\"P2\">Mere.</text:p>\n"
      "</text:section>\n"
      "<text:section text:style-name=\"S1\" text:name=\"clause.meetings\">\n"
      "<text:list xml:id=\"clauses-2\" text:style-name=\"Clauses\" text:continue-list=\"clauses-1\">\n"
      "<text:list-item>\n"
      "<text:h text:style-name=\"heading-1\" text:outline-level=\"1\">\n"
      "<text:bookmark-start text:name=\"cl_meetings\"/>Møder<text:bookmark-end text:name=\"cl_meetings\"/>\n</text:h>\n"
      "<text:list>\n"
      "<text:list-item>\n"
      "<text:p text:style-name=\"body\">To.</text:p>\n"
      "</text:list-item>\n"
      "</text:list>\n"
      "</text:list-item>\n"
      "</text:list>\n"
      "</text:section>");
}

TEST_CASE("a number that does not follow restarts the list, a label that is no number stays text") {
  const Language& da = house().da;
  const std::string made = written_body(
      {clause(da, "later", "4", {heading(da, 2, "Fire")}), clause(da, "principle", "g", {heading(da, 2, "Princip")})});
  CHECK_THAT(made, Contains("<text:list-item text:start-value=\"4\">"));
  CHECK_THAT(made, Contains("g\u00A0\u00A0Princip"));
}

TEST_CASE("values are variables, one a field and text") {
  const Language& da = house().da;
  const std::string made = written_body({paragraph(
      da, {value("name", "Syd & Co."), words(", "), value("name", "Nord"), words(", "), value("name", "Syd & Co.")})});
  CHECK_THAT(
      made,
      Contains(
          "<text:user-field-decl office:value-type=\"string\" office:string-value=\"Syd &amp; Co.\" "
          "text:name=\"name\"/>\n"
          "<text:user-field-decl office:value-type=\"string\" office:string-value=\"Nord\" text:name=\"name-2\"/>"));
  CHECK_THAT(made, Contains("<text:user-field-get text:name=\"name\">Syd &amp; Co.</text:user-field-get>, "
                            "<text:user-field-get text:name=\"name-2\">Nord</text:user-field-get>, "
                            "<text:user-field-get text:name=\"name\">Syd &amp; Co.</text:user-field-get>"));
}

TEST_CASE("values in right-to-left text are isolated and in their own font") {
  const Language& ar = house().ar;
  const std::string made = written_body({block(ar,
                                               Heading{1,
                                                       {words("للاتصال: "), value("phone", "+45 72 20", true),
                                                        words(" و"), value("name", "Syd", false, &house().da)}},
                                               "title")},
                                        "ar");
  const std::string font = "Noto_20_Sans_20_" + points(house().style.paragraph("title").of(ScriptClass::latin).size);
  // Text and no variables: LibreOffice would break these in the middle of a word.
  CHECK_THAT(made, Contains("<text:span text:style-name=\"" + font + "\">\u2066+45\u202F72\u202F20\u2069</text:span>"));
  CHECK_THAT(made, Contains("<text:span text:style-name=\"da\">\u2066Syd\u2069</text:span>"));
  CHECK_THAT(made, !Contains("user-field"));
  const std::string danish = written_body({paragraph(house().da, {value("phone", "+45 72 20", true)})});
  CHECK_THAT(danish, !Contains("\u2066"));
}

TEST_CASE("a right-to-left line isolates what runs from left to right, with its brackets, in one format") {
  const Language& ar = house().ar;
  const auto shown = [&](Inlines inlines) { return written_body({paragraph(ar, std::move(inlines))}, "ar"); };
  CHECK_THAT(shown({words("عند البلدية (kommune) بنفسك")}), Contains("\u2066(kommune)\u2069"));
  // The translator's marks give way: LibreOffice cuts the word after a mark.
  const std::string law =
      shown({words("حسب (\u200E"), value("law", "barnets lov", false, &house().da), words(" § 135\u200E).")});
  CHECK_THAT(law, Contains("\u2066(barnets lov § 135)\u2069</text:span>."));
  CHECK_THAT(law, !Contains("\u200E"));
  // A single mark is the translator's own matter; so are brackets around Arabic, and around a number.
  CHECK_THAT(shown({words("رقم\u200E (الشباب) (12)")}), Contains("\u200E") && !Contains("\u2066"));
  // A value in the line's own direction needs nothing, a date neither; in an isolate LibreOffice loses its spaces.
  const std::string own =
      shown({words("من "), value("time", "16:00 إلى 18:00"), words(" "), value("day", "01.02.2026")});
  CHECK_THAT(own, Contains("16:00 إلى 18:00") && !Contains("\u2066") && !Contains("\u2068"));
  // A surrogate pair stays whole.
  CHECK_THAT(shown({words("مع "), value("name", "Li 𠀀", false, &house().da)}), Contains("\u2066Li 𠀀\u2069"));
}

TEST_CASE("a tick box is as large as the sheet says and stands in the middle of its line") {
  Document made = document(house().da, "T");
  ListItem item;
  item.blocks = {paragraph(house().da, text("Klar"))};
  made.blocks = {block(house().da, List{List::Kind::checklist, {item}}, "")};
  const FormStyle& form = house().style.form;
  const Length size = scaled(form.tick, 1000, 719);  // the symbol's box in em
  const Length leading = house().style.paragraph("body").of(ScriptClass::latin).leading;
  const int lowered = static_cast<int>((form.tick / 2 - leading * 3 / 10).raw * 100 / size.raw);
  REQUIRE(lowered > 0);
  const std::string styles = part(written(made), "styles.xml");
  CHECK_THAT(styles, Contains("fo:font-size=\"" + points(size).substr(0, 5)));
  CHECK_THAT(styles, Contains("style:text-position=\"-" + std::to_string(lowered) + "% 100%\""));
}

TEST_CASE("brackets inside Arabic get a span that names both fonts") {
  Document made = document(house().ar, "T");
  made.blocks = {paragraph(house().ar, text("الشباب (من) هنا"))};
  const std::string bytes = written(made);
  CHECK_THAT(body(bytes), Contains("<text:span text:style-name=\"Noto_20_Sans_20_11pt\">(</text:span>من"));
  const std::string font = style(bytes, "styles.xml", "Noto_20_Sans_20_11pt");
  CHECK_THAT(font, Contains("style:font-name=\"Noto Sans\"") && Contains("style:font-name-complex=\"Noto Sans\"") &&
                       Contains("style:font-size-complex=\"11pt\""));
}

TEST_CASE("paragraph styles say direction, side and every kind of script") {
  Document made = document(house().ar, "T");
  made.languages = {&house().ar, &house().da};
  made.blocks = {paragraph(house().ar, text("نص")), paragraph(house().da, text("Tekst"), "gloss")};
  const std::string bytes = written(made);
  const ParagraphStyle& look = house().style.paragraph("body");
  const std::string arabic = style(bytes, "styles.xml", "body");
  CHECK_THAT(arabic, Contains("fo:line-height=\"" + points(look.of(ScriptClass::arabic).leading) + "\"") &&
                         Contains("fo:text-align=\"right\"") && Contains("style:writing-mode=\"rl-tb\"") &&
                         Contains("fo:font-size=\"" + points(look.of(ScriptClass::latin).size) + "\"") &&
                         Contains("style:font-size-complex=\"" + points(look.of(ScriptClass::arabic).size) + "\"") &&
                         Contains("style:font-name-complex=\"Noto Naskh Arabic\"") && Contains("fo:language=\"da\"") &&
                         Contains("style:language-complex=\"ar\"") && Contains("style:country-complex=\"SA\""));
  const std::string danish = style(bytes, "styles.xml", "gloss_20_da");
  CHECK_THAT(danish, Contains("style:display-name=\"gloss da\"") && Contains("fo:text-align=\"left\"") &&
                         Contains("style:writing-mode=\"lr-tb\"") &&
                         Contains("style:parent-style-name=\"Standard_20_da\""));
  CHECK_THAT(part(bytes, "styles.xml"), !Contains("fo:text-align=\"start\""));
}

TEST_CASE("the body area is the PDF's") {
  Document made = document(house().da, "T");
  made.running.header = text("T");
  const std::string styles = part(written(made), "styles.xml");
  // 13 mm to the baseline less 0.8 of 13 pt; header and footer fill the rest of the 24 mm.
  CHECK_THAT(styles, Contains("fo:margin-top=\"9.331mm\" fo:margin-bottom=\"11.083mm\""));
  CHECK_THAT(styles, Contains("fo:min-height=\"14.669mm\"") && Contains("fo:min-height=\"12.917mm\""));
  CHECK_THAT(styles, Contains("<style:header-first>"));
}

TEST_CASE("contents carry our own page numbers") {
  const Language& da = house().da;
  Document made = document(da, "T");
  Block first = heading(da, 2, "Formål");
  first.id = "purpose/h";
  made.blocks = {block(da, Toc{1}), clause(da, "purpose", "1", {first})};
  const std::string toc = body(written(made, {{"purpose/h", "7"}}));
  CHECK_THAT(toc, Contains("xlink:href=\"#cl_purpose\"") && Contains("1<text:tab/>Formål<text:tab/>7</text:a>"));
}

TEST_CASE("a part breaks the page, and the footer names the part that the page is in") {
  const Language& da = house().da;
  Document made = document(da, "T");
  Block first = clause(da, "a", "1", {heading(da, 2, "Ansatte"), paragraph(da, text("Tekst"))});
  std::get<Clause>(first.content).part = true;
  std::get<Clause>(first.content).blocks[0].style = "part-title";
  made.blocks = {paragraph(da, text("Forord")), first};
  const std::string bytes = written(made);
  CHECK_THAT(part(bytes, "styles.xml"), Contains("<text:chapter text:display=\"name\" text:outline-level=\"1\""));
  const std::string words_of_body = body(bytes);
  const std::size_t at = words_of_body.find("<text:h text:style-name=\"") + 25;
  const std::string style_name = words_of_body.substr(at, words_of_body.find('"', at) - at);
  const std::string look = style(bytes, "content.xml", style_name);
  CHECK_THAT(look, Contains("style:parent-style-name=\"part-title\""));
  CHECK_THAT(look, Contains("fo:break-before=\"page\""));
  made.blocks = {paragraph(da, text("Forord"))};
  CHECK(part(written(made), "styles.xml").find("text:chapter") == std::string::npos);
}

TEST_CASE("an empty field is a bordered cell to click into, a known one holds its value") {
  const Language& da = house().da;
  Field open;
  open.id = open.name = "name";
  open.number = "1";
  open.width = 6;
  open.label = {paragraph(da, text("Dit navn"), "label")};
  Field known = open;
  known.value = {value("contact", "Anna")};
  Document made = document(da, "T");
  made.blocks = {block(da, FieldRow{{open, known}})};
  const std::string bytes = written(made);
  CHECK_THAT(body(bytes), Contains("<text:span text:style-name=\"strong\">1\u00A0\u00A0</text:span>Dit navn"));
  CHECK_THAT(
      body(bytes),
      Contains("<text:placeholder text:placeholder-type=\"text\" text:description=\"Dit navn\">…</text:placeholder>"));
  CHECK_THAT(body(bytes), Contains("<text:user-field-get text:name=\"contact\">Anna</text:user-field-get>"));
  CHECK_THAT(part(bytes, "content.xml"), Contains("fo:border-left=\"0.8pt solid #555555\"") &&
                                             Contains("style:min-row-height=\"11mm\"") &&
                                             Contains("style:column-width=\"77mm\""));
}

TEST_CASE("a framed box is one cell that keeps together; with a heading it is bordered paragraphs") {
  const Language& da = house().da;
  Document made = document(da, "T");
  made.blocks = {block(da, Box{{paragraph(da, text("EKSEMPEL"), "notice")}}, "notice"),
                 block(da, Box{{heading(da, 3, "Sag"), paragraph(da, text("Tekst"))}}, "case")};
  const std::string bytes = written(made);
  CHECK_THAT(part(bytes, "content.xml"), Contains("style:may-break-between-rows=\"false\""));
  const std::string text_of = body(bytes);
  const std::size_t heading_at = text_of.find("<text:h ");
  CHECK(heading_at > text_of.find("</table:table>"));
  CHECK(text_of.find("<table:table ", heading_at) == std::string::npos);
}

namespace {

/// Half a square in the accent over a level line.
PictureRef drawing() {
  auto made = std::make_shared<Picture>();
  made->width = 1000;
  made->height = 500;
  PicturePath filled;
  filled.outlines = {{{100, 0}, {{{{100, 0}, {300, 0}, {300, 0}}}, {{{300, 400}, {100, 400}, {100, 100}}}}, true}};
  filled.fill = Color{1, 2, 3};
  PicturePath level;
  level.outlines = {{{0, 500}, {{{{0, 500}, {1000, 500}, {1000, 500}}}}, false}};
  level.stroke = Color{};
  level.stroke_width = 10;
  made->paths = {filled, level};
  return made;
}

}  // namespace

TEST_CASE("a drawing is a group of paths in the line, as large as the picture, each path in its own box") {
  const Language& ar = house().ar;
  Document made = document(ar, "T");
  made.blocks = {block(ar, Image{drawing(), "شكل", Length::millimetres(20)})};
  const std::string bytes = written(made);
  const std::string text_of = body(bytes);
  CHECK_THAT(text_of, Contains("text:anchor-type=\"as-char\""));
  CHECK_THAT(text_of, Contains("<svg:title>شكل</svg:title>"));
  CHECK_THAT(text_of, Contains("svg:x=\"0mm\" svg:y=\"0mm\" svg:width=\"20mm\" svg:height=\"10mm\""));
  // The curve goes down to 0.75 of its control points' depth, 325 units.
  CHECK_THAT(text_of, Contains("svg:x=\"2mm\" svg:y=\"0mm\" svg:width=\"4mm\""));
  CHECK_THAT(text_of, Contains("svg:d=\"M0 0L200 0C200 400 0 400 0 100Z\""));
  CHECK_THAT(text_of, Contains("svg:x1=\"0mm\" svg:y1=\"10mm\" svg:x2=\"20mm\" svg:y2=\"10mm\""));
  CHECK_THAT(part(bytes, "content.xml"), Contains("draw:fill=\"solid\" draw:fill-color=\"#010203\""));
  CHECK_THAT(part(bytes, "content.xml"), Contains("svg:stroke-width=\"0.2mm\""));
  for (const Entry& entry : read_package(bytes)) CHECK_FALSE(entry.name.starts_with("Pictures/"));
}

TEST_CASE("a box that begins with a picture has it in a column of its own, with the rest beside it") {
  const Language& da = house().da;
  Document made = document(da, "T");
  made.blocks = {block(da,
                       Box{{block(da, Image{drawing(), "Bus", Length::millimetres(34)}), paragraph(da, text("Gå")),
                            paragraph(da, text("Vent"))}},
                       "pictured")};
  const std::string text_of = body(written(made));
  const std::size_t second = text_of.find("<table:table-cell", text_of.find("<draw:g"));
  REQUIRE(second != std::string::npos);
  CHECK(text_of.find("Gå") > second);
  CHECK(text_of.find("Vent") > second);
  CHECK(text_of.find("<table:table-row", second) == std::string::npos);
  CHECK_THAT(part(written(made), "content.xml"), Contains("style:column-width=\"40mm\""));
}

TEST_CASE("one heading a pair of languages is in the outline") {
  const std::string made = body(written(consent_form("ar")));
  CHECK_THAT(made, !Contains("text:outline-level"));
  const Language& ar = house().ar;
  Parallel parallel;
  parallel.rows.push_back({{heading(ar, 2, "الغرض")}, {heading(house().da, 2, "Formål")}});
  const std::string stacked = written_body({block(ar, parallel)}, "ar");
  CHECK(stacked.find("text:outline-level") == stacked.rfind("text:outline-level"));
  CHECK_THAT(stacked, Contains("Formål</text:p>"));
}

TEST_CASE("lists bring their labels and hang mirrored in right-to-left text") {
  const Language& ar = house().ar;
  List letters{List::Kind::letter, {{"", "a)", {paragraph(ar, text("نص"))}, {}}}};
  Document made = document(ar, "T");
  made.blocks = {block(ar, letters)};
  const std::string styles = part(written(made), "styles.xml");
  CHECK_THAT(styles, Contains("style:num-format=\"a\" style:num-suffix=\")\"") && Contains("fo:text-align=\"end\"") &&
                         Contains("fo:text-indent=\"-7.5mm\" fo:margin-left=\"7.5mm\""));
}

TEST_CASE("signatures are a table that never splits") {
  const std::string bytes = written(agreement("da", false));
  const std::string content = part(bytes, "content.xml");
  CHECK_THAT(content, Contains("fo:border-top=\"0.8pt solid #555555\"") && Contains("style:join-border=\"false\""));
  CHECK_THAT(content, Contains("fo:margin-right=\"5mm\""));  // 70 mm column, 65 mm line
}

TEST_CASE("meta.xml names title, language, date and template") {
  const std::string meta = part(written(agreement("ar", false)), "meta.xml");
  CHECK_THAT(meta, Contains("<dc:title>اتفاقية تعاون</dc:title><dc:language>ar-SA</dc:language>") &&
                       Contains("<dc:date>2026-03-01T00:00:00</dc:date>") &&
                       Contains("<meta:user-defined meta:name=\"template\" "
                                "meta:value-type=\"string\">cooperation-agreement</meta:user-defined>"));
}

TEST_CASE("cells say their start side as left, which a right-to-left table mirrors") {
  const Language& ar = house().ar;
  Field digits;
  digits.id = digits.name = "phone";
  digits.kind = Field::Kind::digits;
  digits.digits = 2;
  digits.label = {paragraph(ar, text("هاتف"), "label")};
  Document made = document(ar, "T");
  made.blocks = {block(ar, FieldRow{{digits}})};
  const std::string content = part(written(made), "content.xml");
  CHECK_THAT(content, Contains("fo:border-left=\"0.8pt solid #555555\" fo:border-right=\"0.8pt solid #555555\"") &&
                          Contains("fo:border-left=\"none\" fo:border-right=\"0.8pt solid #555555\""));
}

TEST_CASE("a cover is a page of its own with a master page of its own") {
  const std::string bytes = written(agreement("ar", true));
  CHECK_THAT(part(bytes, "content.xml"),
             Contains("style:master-page-name=\"Cover\"") && Contains("style:master-page-name=\"Standard\""));
  const std::string styles = part(bytes, "styles.xml");
  CHECK_THAT(styles, Contains("style:next-style-name=\"Standard\"") && Contains("draw:fill-color=\"#1f4e79\"") &&
                         !Contains("style:header-first"));
}

TEST_CASE("free space above is dropped where a page starts") {
  const Language& da = house().da;
  Document made = document(da, "T");
  made.blocks = {heading(da, 2, "A"), heading(da, 2, "B"), block(da, PageBreak{}), heading(da, 2, "C")};
  const std::string bytes = written(made);
  CHECK_THAT(body(bytes), Contains("text:style-name=\"P1\" text:outline-level=\"1\">A") &&
                              Contains("text:style-name=\"heading-1\" text:outline-level=\"1\">B") &&
                              Contains("text:style-name=\"P2\" text:outline-level=\"1\">C"));
  CHECK_THAT(style(bytes, "content.xml", "P1"), Contains("fo:margin-top=\"0pt\""));
  CHECK_THAT(style(bytes, "content.xml", "P2"),
             Contains("fo:margin-top=\"0pt\" fo:margin-bottom=\"8pt\" fo:break-before=\"page\""));
}
