// Templates and data -> documents: structure, numbers, records, languages.
#include <catch2/catch.hpp>

#include "compose/brand.h"
#include "kits.h"
#include "project.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

std::string composed(const std::string& attributes, const std::string& content, const std::string& kit) {
  Project p;
  p.form(attributes, content).kit(kit);
  const std::string dump = p.dump();
  CHECK(p.said().empty());
  return dump;
}

}  // namespace

TEST_CASE("clauses and their paragraphs are numbered; what is empty takes no number") {
  CHECK(composed("body=\"body\" numbered=\"true\"", R"(<title>Aftale</title>
    <clause id="a" required="true"><h id="h">A</h><p id="p1">Et.</p>
      <when test="municipality/phone"><p id="p2">Nej.</p></when>
      <clause id="b"><h>B</h><p id="q">Indre.</p></clause>
      <p id="n" style="note">Bemærk.</p><p id="p3">Tre.</p></clause>
    <clause id="gone"><h>Væk</h><when test="municipality/phone"><p id="p">Nej.</p></when></clause>
    <clause id="c"><h>C</h><p id="p">Se <ref to="a/b" show="number"/>, <ref to="a" show="title"/>.</p></clause>)",
                 municipality) ==
        R"(h1.title@da #title: Aftale
clause@da #a (1) from t required
  h2.heading-1@da #a/h (1): A
  p.body@da #a/p1 (1.1): Et.
  clause@da #a/b (1.2) from t
    h3.heading-2@da #a/b/h (1.2): B
    p.body@da #a/b/q: Indre.
  p.note@da #a/n: Bemærk.
  p.body@da #a/p3 (1.3): Tre.
clause@da #c (2) from t
  h2.heading-1@da #c/h (2): C
  p.body@da #c/p (2.1): Se {ref a/b=1.2}, {ref a=A}.
)");
}

TEST_CASE("lists keep labels of their own") {
  CHECK(composed("body=\"body\" numbered=\"true\"", R"(<title>T</title><clause id="c"><h>C</h>
    <list id="l" kind="letter"><item id="a">A<list id="m"><item id="x">X<list id="n"><item id="z">Z</item></list></item></list></item>
      <when test="municipality/phone"><item id="no">Nej</item></when><item id="b">B</item></list>
    <list id="d" kind="checklist"><item id="x">X</item></list>
    <list id="e"><when test="municipality/phone"><item id="x">X</item></when></list></clause>)",
                 municipality) ==
        R"(h1.title@da #title: T
clause@da #c (1) from t
  h2.heading-1@da #c/h (1): C
  list letter@da #c/l
    item #c/l/a (a))
      p.body@da #c/l/a keep: A
      list bullet@da #c/l/a/m
        item #c/l/a/m/x (–)
          p.body@da #c/l/a/m/x keep: X
          list bullet@da #c/l/a/m/x/n
            item #c/l/a/m/x/n/z (–)
              p.body@da #c/l/a/m/x/n/z: Z
    item #c/l/b (b))
      p.body@da #c/l/b: B
  list checklist@da #c/d
    item #c/d/x ()
      p.body@da #c/d/x: X
)");
}

TEST_CASE("for-each has lets of its own and numbers its ids") {
  CHECK(composed("body=\"body\"", R"(<title>T</title><clause id="c">
    <for-each select="organisation"><let name="name" type="text" select="name"/><p id="p">{index}/{last} {name}</p>
      <list id="l"><for-each select="contact"><let name="who" type="text" select="name"/><item id="i">{who}, {name}</item></for-each></list>
    </for-each></clause>)",
                 municipality + organisation("x", {"A", "B"}) + organisation("y")) ==
        R"(h1.title@da #title: T
clause@da #c from t
  p.body@da #c/p-1 keep: {index=1}/{last=2} {name=Forening x}
  list bullet@da #c/l-1
    item #c/l/i-1-1 (•)
      p.body@da #c/l/i-1-1: {who=A}, {name=Forening x}
    item #c/l/i-1-2 (•)
      p.body@da #c/l/i-1-2: {who=B}, {name=Forening x}
  p.body@da #c/p-2: {index=2}/{last=2} {name=Forening y}
)");
}

TEST_CASE("fields share rows while they fit and are numbered through the document") {
  CHECK(composed("body=\"form-body\"", R"(<let name="m" type="text" select="municipality/name"/><title>T</title>
    <clause id="c"><field id="a" width="half" value="m"><label>A</label><hint>Vink</hint></field>
      <field id="b" width="third" kind="digits" digits="8"><label>B</label></field>
      <when test="municipality/phone"><field id="no"><label>No</label></field></when>
      <check id="d" width="third" number="false"><label>D</label></check>
      <choice id="e"><label>E</label><item id="yes">Ja</item><item id="no">Nej</item></choice>
      <p id="p">Tekst</p><field id="f" kind="area" lines="4"><label>F</label></field></clause>)",
                 municipality) ==
        R"(h1.title@da #title: T
clause@da #c from t
  fields@da #c/a/row
    field line #c/a width=6 (1) value: {m=Syd Kommune}
      p.label@da #c/a/label: A
      p.hint@da #c/a/hint: Vink
    field digits #c/b width=4 (2) digits=8
      p.label@da #c/b/label: B
  fields@da #c/d/row
    field check #c/d width=4
      p.label@da #c/d/label: D
  fields@da #c/e/row
    field choice #c/e width=12 (3)
      p.label@da #c/e/label: E
      option #c/e/yes
        p.option@da #c/e/yes: Ja
      option #c/e/no
        p.option@da #c/e/no: Nej
  p.form-body@da #c/p: Tekst
  fields@da #c/f/row
    field area #c/f width=12 (4) lines=4
      p.label@da #c/f/label: F
)");
}

TEST_CASE("the title of a part is larger, those within it are as always") {
  Project project;
  project.form("numbered=\"true\"", R"(<title>T</title>
    <clause id="a" part="true"><h>Ansatte</h><clause id="in"><h>Rammer</h><p id="p">P</p></clause></clause>
    <clause id="b"><h>Andre</h><p id="p">P</p></clause>)");
  project.kit("<municipality id=\"m\" kind=\"municipality\"><name>M</name></municipality>");
  project.load();
  const Document made = project.compose();
  const Clause& part = std::get<Clause>(made.blocks.at(1).content);
  CHECK(part.part);
  CHECK(part.blocks.at(0).style == "part-title");
  CHECK(std::get<Heading>(part.blocks[0].content).level == 2);
  const Clause& within = std::get<Clause>(part.blocks.at(1).content);
  CHECK_FALSE(within.part);
  CHECK(within.blocks.at(0).style == "heading-2");
  CHECK(std::get<Clause>(made.blocks.at(2).content).blocks.at(0).style == "heading-1");
}

TEST_CASE("a drawing in the default accent takes the publisher's") {
  Project project;
  project.file("templates/pictures/a.svg",
               R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g stroke="#1f4e79" fill="#edf1f5">)"
               R"(<path d="M1 1h5v5z"/><path d="M1 1h5v5z" fill="#123456"/></g></svg>)");
  project.form("", R"(<title>T</title><clause id="c"><h>H</h><box id="b" style="pictured">
    <image src="pictures/a.svg" width="20mm">En trekant</image><p id="p">P</p></box></clause>)");
  const auto drawing = [&](const std::string& color) {
    project.kit("<municipality id=\"m\" kind=\"municipality\"><name>M</name>" + color + "</municipality>");
    project.load();
    const Document made = project.compose();
    const Blocks& clause = std::get<Clause>(made.blocks.at(1).content).blocks;
    const Image image = std::get<Image>(std::get<Box>(clause.at(1).content).blocks.at(0).content);
    CHECK(image.alternative == "En trekant");
    CHECK(image.width == Length::millimetres(20));
    return image.picture->paths;
  };
  const std::vector<PicturePath> plain = drawing("");
  CHECK(plain[0].fill == Color{0xed, 0xf1, 0xf5});
  CHECK(plain[0].stroke == Color{0x1f, 0x4e, 0x79});
  const std::vector<PicturePath> branded = drawing("<color>#005500</color>");
  CHECK(branded[0].fill == Color{0xeb, 0xf1, 0xeb});
  CHECK(branded[0].stroke == Color{0, 0x55, 0});
  CHECK(branded[1].fill == Color{0x12, 0x34, 0x56});
}

TEST_CASE("tables, quotes, boxes and signatures") {
  CHECK(composed("body=\"body\"", R"(<title>T</title><clause id="c">
    <table id="t" columns="2 1" align="start end" grid="true"><row header="true"><cell id="h1">H1</cell><cell id="h2">H2</cell></row>
      <row height="12mm"><cell id="x" header="true">X</cell><cell/></row></table>
    <table id="empty" columns="1"><row header="true"><cell id="h">H</cell></row>
      <when test="municipality/phone"><row><cell id="x">X</cell></row></when></table>
    <quote id="q"><p id="p1">Først.</p><p id="p2">Så.</p><speaker>Frivillig</speaker></quote>
    <box id="b" style="strip"><p id="p">I boks</p></box>
    <box id="none" style="tint"><when test="municipality/phone"><p id="p">Nej</p></when></box>
    <signature id="s"><party role="authority"><p id="who">Kommunen</p><p id="name">Navn</p></party>
      <party role="other"><p id="who">Foreningen</p><label>Her</label></party></signature></clause>)",
                 municipality) ==
        R"(h1.title@da #title: T
clause@da #c from t
  table@da #c/t keep 2 1 grid
    header row
      header cell
        p.table-head@da #c/t/h1: H1
      header cell
        p.table-head@da #c/t/h2: H2
    row
      header cell
        p.table-head@da #c/t/x: X
      cell
  p.quote@da #c/q/p1: »Først.
  p.quote@da #c/q/p2: Så.«
  p.speaker@da #c/q/speaker: Frivillig
  box.strip@da #c/b
    p.body@da #c/b/p: I boks
  signatures@da #c/s
    party authority
      p.signature-party@da #c/s/authority/who: Kommunen
      p.signature-name@da #c/s/authority/name: Navn
      line
        p.signature-label@da #c/s/authority/label-1: Sted og dato
      line
        p.signature-label@da #c/s/authority/label-2: Underskrift
    party other
      p.signature-party@da #c/s/other/who: Foreningen
      line
        p.signature-label@da #c/s/other/label: Her
)");
}

TEST_CASE("paragraphs and lists of a cell have its style and no number of the clause") {
  CHECK(composed("body=\"body\" numbered=\"true\"", R"(<title>T</title><clause id="c"><h>C</h>
    <table id="t" columns="1 1">
      <row><cell id="h" header="true"><p id="p">H</p></cell><cell/></row>
      <row><cell id="x"><p id="head">Spørg</p><list id="l"><item id="a">Hvem?</item><item id="b">Hvad?</item></list>
        <p id="end" style="note">Tak</p></cell><cell id="y">Y</cell></row></table>
    <p id="p1">Et.</p></clause>)",
                 municipality) ==
        R"(h1.title@da #title: T
clause@da #c (1) from t
  h2.heading-1@da #c/h (1): C
  table@da #c/t 1 1
    row
      header cell
        p.table-head@da #c/t/h/p: H
      cell
    row
      cell
        p.table-cell@da #c/t/x/head keep: Spørg
        list bullet@da #c/t/x/l in cell
          item #c/t/x/l/a (•)
            p.table-cell@da #c/t/x/l/a: Hvem?
          item #c/t/x/l/b (•)
            p.table-cell@da #c/t/x/l/b: Hvad?
        p.note@da #c/t/x/end: Tak
      cell
        p.table-cell@da #c/t/y: Y
  p.body@da #c/p1 (1.1): Et.
)");
}

TEST_CASE("a cover takes the title and a letter has its head above it") {
  CHECK(composed("body=\"body\"",
                 R"(<title>Titel</title><cover><p id="sub">Under</p><p id="foot" style="cover-foot">Nede</p></cover>
    <toc/><page-break/><clause id="c"><h>C</h><p id="p">X</p></clause>)",
                 municipality) ==
        R"(cover@da #cover
  h1.cover-title@da #title: Titel
  p.cover-text@da #sub: Under
  p.cover-foot@da #foot: Nede
p.contents-title@da #contents keep: Indhold
toc depth=1@da #toc
page-break
clause@da #c from t
  h2.heading-1@da #c/h: C
  p.body@da #c/p: X
)");
  CHECK(composed("body=\"body\"", "<title>Brev</title><letterhead/><clause id=\"c\"><p id=\"p\">X</p></clause>",
                 "<municipality id=\"s\" kind=\"municipality\"><name>S</name><postcode>0999</postcode><city>By</city>"
                 "</municipality>") ==
        R"(box.slip@da #letterhead
  p.signature-party@da #letterhead/name: {name=S}
  p.note@da #letterhead/city: {city!=0999 By}
  p.note@da #letterhead/date: {date=01.03.2026}
h1.title@da #title: Brev
clause@da #c from t
  p.body@da #c/p: X
)");
}

TEST_CASE("a volunteer belongs to the organisation that the record names, or to the only one") {
  const auto shown = [](const std::string& belongs, const std::string& organisations) {
    Project p;
    p.form("record=\"volunteer\"", R"x(<let name="o" type="text" select="organisation/name" required="false"/>
      <let name="known" type="keyword" values="true false" select="boolean(organisation)"/>
      <title>T</title><clause id="c"><p id="p">Hos {known, select, true {{o}} other {nogen}}</p></clause>)x");
    p.kit(municipality + organisations + "<volunteer id=\"v\" affiliation=\"association\"" + belongs +
          "><name>V</name></volunteer>");
    const std::string all = p.dump();
    const std::size_t at = all.find("Hos ");
    return at == std::string::npos ? p.said() : all.substr(at, all.find('\n', at) - at);
  };
  const std::string two = organisation("a", {"A"}) + organisation("b", {"B"});
  CHECK(shown(" organisation=\"b\"", two) == "Hos {o=Forening b}");
  CHECK(shown("", organisation("a", {"A"})) == "Hos {o=Forening a}");
  CHECK(shown("", two) == "Hos nogen");
}

TEST_CASE("of several records one is chosen, and XPath sees no other") {
  Project p;
  p.form("record=\"organisation\"", R"x(<let name="o" type="text" select="organisation/name"/>
    <let name="count" type="number" select="count(organisation)"/><let name="who" type="list" select="//contact/name"/>
    <title>T</title><clause id="c"><p id="p">{o} {count} {who}</p></clause>)x");
  p.kit(municipality + organisation("a", {"A"}) + organisation("b", {"B"}) + organisation("c", {"C"}));
  p.compose();
  CHECK(p.said() ==
        "data/kit.xml:1:1: error: t is made for one organisation, and data/kit.xml has several\n"
        "note: name one with --record: a, b, c\n");
  p.load();
  p.request.record = "d";
  p.compose();
  CHECK(p.said().find("error: there is no organisation “d” in data/kit.xml\n") != std::string::npos);
  p.load();
  p.request.record = "b";
  CHECK(p.dump().find("{o=Forening b} {count=1} {who=B}\n") != std::string::npos);
  const Document document = p.compose();
  const auto& text = std::get<Paragraph>(std::get<Clause>(document.blocks[1].content).blocks[0].content).text;
  const Span name = text[0].span;
  CHECK(p.sink().sources().text(name.file).substr(name.begin, name.end - name.begin) == "Forening b");
  CHECK(p.said().empty());
}

TEST_CASE("an unknown template and a reference to what is not there") {
  Project p;
  p.form("", R"(<title>T</title><clause id="c"><p id="p">Se <ref to="gone" show="number"/>.</p></clause>
    <clause id="gone"><h>G</h><when test="municipality/phone"><p id="p">X</p></when></clause>)");
  p.kit(municipality);
  p.compose();
  CHECK(p.said().find("error: “gone” is referred to, but is not in this document\n") != std::string::npos);
  p.load();
  p.request.template_id = "tt";
  p.compose();
  CHECK(p.said() == "error: there is no template “tt”\nnote: did you mean “t”?\n");
}

TEST_CASE("for-eaches within one another that multiply without end are refused") {
  Project p;
  std::string open;
  std::string close;
  for (int i = 0; i < 8; ++i) {
    open += "<for-each select=\"//*\">";
    close += "</for-each>";
  }
  p.form("", "<title>T</title>" + open + "<p id=\"p\">A</p>" + close);
  p.kit("<municipality id=\"s\" kind=\"municipality\"><name>S</name></municipality>" +
        std::string("<organisation id=\"o\" kind=\"network\"><name>O</name></organisation>"));
  CHECK(p.compose().blocks.size() < 1'000);
  CHECK(p.said().find("error: the document repeats more than 1000 times by <for-each>") != std::string::npos);
}

TEST_CASE("what is not translated stands in Danish, but never in a form") {
  const std::string content = "<title>T</title><clause id=\"c\"><p id=\"p\">Hej</p></clause>";
  Project p;
  p.form("", content).kit(municipality);
  p.translation("en", "t", {{"title", "signed-off", "T", "The title"}});
  CHECK(p.dump("en") == "h1.title@en #title: The title\nclause@en #c from t\n  p.body@da #c/p: Hej\n");
  CHECK(p.said().find("warning: “c/p” of t has no translation into en: the Danish stands there\n") !=
        std::string::npos);
  Project form;
  form.form("form=\"true\"", content).kit(municipality);
  form.translation("en", "t", {{"title", "signed-off", "T", "The title"}});
  form.compose("en");
  CHECK(form.said().find("error: “c/p” has no translation into en\n") != std::string::npos);
}

TEST_CASE("what nobody has reviewed, and examples, are said first of all") {
  Project p;
  p.form("", "<title>T</title><cover><p id=\"s\">S</p></cover><clause id=\"c\"><p id=\"p\">Hej</p></clause>");
  p.kit(municipality, "example=\"true\"");
  p.translation("en", "t",
                {{"title", "needs-review-translation", "T", "Title"},
                 {"s", "signed-off", "S", "Es"},
                 {"c/p", "signed-off", "Hej", "Hello"}});
  p.translation(
      "en", "common",
      {{"not-reviewed", "signed-off",
        "Ingen med dette modersmål har godkendt oversættelsen endnu. Spørg, hvis noget er uklart.", "Not read yet."}});
  const std::string english = p.dump("en");
  INFO(english);
  CHECK(english.find("cover@en #cover\n  box.notice@en #notice\n    p.notice@en #notice/not-reviewed: Not read yet.\n"
                     "    p.notice@da #notice/example: EKSEMPEL.") == 0);
  CHECK(p.said().find("warning: the translation into en is not signed off: 1 sentences") != std::string::npos);
  CHECK(p.dump("da").find("not-reviewed") == std::string::npos);
}

TEST_CASE("the version is of wording and data, not of the language") {
  Project p;
  p.form("", "<title>T</title><clause id=\"c\"><p id=\"p\">Hej</p></clause>").kit(municipality);
  const Document danish = p.compose("da");
  const Document arabic = p.compose("ar");
  CHECK(danish.meta.version.size() == 8);
  CHECK(danish.meta.version == arabic.meta.version);
  CHECK(danish.meta.author == "Syd Kommune");
  CHECK(danish.meta.date == "2026-03-01");
  p.request.date = {2026, 3, 2};
  CHECK(p.compose("da").meta.version != danish.meta.version);
  Project other;
  other.form("", "<title>T</title><clause id=\"c\"><p id=\"p\">Hej!</p></clause>").kit(municipality);
  CHECK(other.compose("da").meta.version != danish.meta.version);
}

TEST_CASE("running matter") {
  Project p;
  p.form("record=\"organisation\"", "<title>Titel</title><clause id=\"c\"><p id=\"p\">Hej</p></clause>");
  p.kit(municipality + organisation("o"));
  Document document = p.compose("da");
  Document shown = document;
  shown.blocks.clear();
  for (const Inlines& line : {document.running.header, document.running.footer_start, document.running.footer_end}) {
    Block block;
    block.content = Paragraph{line};
    shown.blocks.push_back(block);
  }
  CHECK(dump(shown) ==
        "p: Titel\np: {document!=t/o}, version {version!=" + document.meta.version + "}\np: Side {page} af {pages}\n");
  CHECK(document.running.first_page_header);
}

TEST_CASE("a publisher's colour is darkened until it can be read") {
  for (const Color color : {Color{255, 255, 0}, Color{0, 128, 255}, Color{255, 255, 255}}) {
    const Color made = readable(color);
    CHECK(contrast_with_white(made) >= 4.5);
    CHECK(contrast_with_white(made) < 4.8);
  }
  CHECK(readable({31, 78, 121}) == Color{31, 78, 121});
  CHECK(contrast_with_white({0, 0, 0}) == Approx(21));
  Project p;
  p.form("", "<title>T</title><clause id=\"c\"><p id=\"p\">X</p></clause>");
  p.kit("<municipality id=\"s\" kind=\"municipality\"><name>S</name><color>#7a1f4e</color></municipality>");
  const Document document = p.compose();
  REQUIRE(document.style == nullptr);
  CHECK(document.styles().paragraph("heading-1").color == Color{0x7a, 0x1f, 0x4e});
  CHECK(document.styles().paragraph("body").color == p.catalog().style.text);
  CHECK(document.styles().boxes.at("tint").fill == document.styles().tint);
  CHECK(document.styles().tint == Color{0xf4, 0xed, 0xf1});
}
