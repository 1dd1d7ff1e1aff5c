// Two languages in one document.
#include <catch2/catch.hpp>

#include "compose/compose.h"
#include "edit/pair.h"
#include "kits.h"
#include "project.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

Project project() {
  Project p;
  p.form("body=\"form-body\"", R"(<let name="m" type="text" select="municipality/name"/><title>Skema</title>
    <clause id="c"><h>Spørgsmål</h><p id="p">Hej {m}</p><p id="same">{m}</p>
      <list id="l"><item id="a">Punkt</item></list>
      <box id="b" style="strip"><p id="p">Boks</p></box>
      <table id="t" columns="1"><row><cell id="x">Celle</cell></row></table>
      <field id="f" value="m"><label>Navn</label><hint>Vink</hint></field>
      <choice id="o"><label>Svar</label><item id="yes">Ja</item></choice>
      <signature id="s"><party role="you"><p id="who">Dig</p><label>Her</label></party></signature></clause>)");
  p.kit(municipality);
  p.translation("en", "t",
                {{"title", "signed-off", "Skema", "Form"},
                 {"c/h", "signed-off", "Spørgsmål", "Questions"},
                 {"c/p", "signed-off", "Hej {m}", "Hello {m}"},
                 {"c/same", "signed-off", "{m}", "{m}"},
                 {"c/l/a", "signed-off", "Punkt", "Point"},
                 {"c/b/p", "signed-off", "Boks", "Box"},
                 {"c/t/x", "signed-off", "Celle", "Cell"},
                 {"c/f/label", "signed-off", "Navn", "Name"},
                 {"c/f/hint", "signed-off", "Vink", "Hint"},
                 {"c/o/label", "signed-off", "Svar", "Answer"},
                 {"c/o/yes", "signed-off", "Ja", "Yes"},
                 {"c/s/you/who", "signed-off", "Dig", "You"},
                 {"c/s/you/label", "signed-off", "Her", "Here"}});
  return p;
}

}  // namespace

TEST_CASE("each text is followed by its gloss; what is the same stands once") {
  Project p = project();
  const Document document = p.paired("en", "da");
  CHECK(dump(document) == R"(stacked@en #title.both keep
  h1.title@en #title keep: Form
  p.gloss@da #title.da keep: Skema
clause@en #c from t
  stacked@en #c/h.both keep
    h2.heading-1@en #c/h keep: Questions
    p.gloss@da #c/h.da keep: Spørgsmål
  stacked@en #c/p.both
    p.form-body@en #c/p keep: Hello [da:{m=Syd Kommune}]
    p.gloss@da #c/p.da: Hej {m=Syd Kommune}
  p.form-body@en #c/same keep: [da:{m=Syd Kommune}]
  list bullet@en #c/l
    item #c/l/a (•)
      p.form-body@en #c/l/a keep: Point
      p.gloss@da #c/l/a.da: Punkt
  box.strip@en #c/b
    p.form-body@en #c/b/p keep: Box
    p.gloss@da #c/b/p.da: Boks
  table@en #c/t 1
    row
      cell
        p.table-cell@en #c/t/x keep: Cell
        p.gloss@da #c/t/x.da: Celle
  fields@en #c/f/row
    field line #c/f width=12 (1) value: [da:{m=Syd Kommune}]
      p.label@en #c/f/label keep: Name
      p.gloss@da #c/f/label.da keep: Navn
      p.hint@en #c/f/hint keep: Hint
      p.gloss@da #c/f/hint.da keep: Vink
  fields@en #c/o/row
    field choice #c/o width=12 (2)
      p.label@en #c/o/label keep: Answer
      p.gloss@da #c/o/label.da keep: Svar
      option #c/o/yes
        p.option@en #c/o/yes keep: Yes
        p.gloss@da #c/o/yes.da: Ja
  signatures@en #c/s
    party you
      p.signature-party@en #c/s/you/who keep: You
      p.gloss@da #c/s/you/who.da keep: Dig
      line
        p.signature-label@en #c/s/you/label keep: Here
        p.gloss@da #c/s/you/label.da: Her
)");
  CHECK_FALSE(p.sink().has_errors());
  CHECK(document.meta.title == "Form");
  REQUIRE(document.languages.size() == 2);
  CHECK(document.languages[0]->tag == "en");
  CHECK(document.languages[1]->tag == "da");
}

TEST_CASE("a blank to write in stands once, in the reader's line") {
  Project p;
  p.form("body=\"form-body\"", R"(<title>Skema</title><clause id="c">
      <p id="date">Ja, indtil den ____ / ____ ______.</p><p id="months">Spørg om ____ måneder</p></clause>)");
  p.kit(municipality);
  p.translation("en", "t",
                {{"title", "signed-off", "Skema", "Form"},
                 {"c/date", "signed-off", "Ja, indtil den ____ / ____ ______.", "Yes, until ____ / ____ ______."},
                 {"c/months", "signed-off", "Spørg om ____ måneder", "Ask in ____ months"}});
  const std::string text = dump(p.paired("en", "da"));
  INFO(text);
  CHECK(text.find(": Yes, until ____ / ____ ______.\n") != std::string::npos);
  CHECK(text.find(": Ja, indtil den ….\n") != std::string::npos);
  CHECK(text.find(": Ask in ____ months\n") != std::string::npos);
  CHECK(text.find(": Spørg om … måneder\n") != std::string::npos);
}

TEST_CASE("in columns running text keeps its style and headings stay one") {
  Project p = project();
  p.request.arrangement = Arrangement::columns;
  const std::string all = dump(p.paired("en", "da"));
  CHECK(all.find("columns@en #c/p.both\n    p.form-body@en #c/p: Hello [da:{m=Syd Kommune}]\n"
                 "    p.form-body@da #c/p.da: Hej {m=Syd Kommune}\n") != std::string::npos);
  CHECK(all.find("p.gloss@da #c/h.da") != std::string::npos);
}

TEST_CASE("the notice of an unreviewed translation has its gloss") {
  Project p;
  p.form("", "<title>T</title><clause id=\"c\"><p id=\"p\">Hej</p></clause>").kit(municipality);
  p.translation("en", "t",
                {{"title", "signed-off", "T", "Title"}, {"c/p", "needs-review-translation", "Hej", "Hello"}});
  p.translation(
      "en", "common",
      {{"not-reviewed", "signed-off",
        "Ingen med dette modersmål har godkendt oversættelsen endnu. Spørg, hvis noget er uklart.", "Not read yet."}});
  const std::string all = dump(p.paired("en", "da"));
  CHECK(all.find("box.notice@en #notice\n  p.notice@en #notice/not-reviewed keep: Not read yet.\n"
                 "  p.gloss@da #notice/not-reviewed.da: Ingen med") == 0);
  CHECK_FALSE(p.sink().has_errors());

  // Nor on the same line where labels have it there: two directions in one paragraph are hard to read.
  const auto composed = [&p](const std::string& language) {
    return skabelon::compose(p.catalog(), p.data(), p.request, language, p.sink());
  };
  Document english = composed("en");
  english.own_style = english.styles();
  english.own_style.form.run_in_gloss = true;
  english.style = nullptr;
  const std::string compact = dump(pair(std::move(english), composed("da"), Arrangement::stacked, p.sink()));
  CHECK(compact.find("  p.gloss@da #notice/not-reviewed.da: Ingen med") != std::string::npos);
}

TEST_CASE("documents that do not match are errors that name the block") {
  Project p = project();
  Document english = p.compose("en");
  Document danish = p.compose("da");
  auto& blocks = std::get<Clause>(danish.blocks[1].content).blocks;
  blocks.erase(blocks.begin() + 1);
  Block extra = blocks.front();
  extra.id = "c/extra";
  blocks.push_back(extra);
  pair(std::move(english), std::move(danish), Arrangement::stacked, p.sink());
  CHECK(p.said().find("error: “c/p” stands in one of the two languages only\n") != std::string::npos);
  CHECK(p.said().find("error: “c/extra” stands in one of the two languages only\n") != std::string::npos);
}
