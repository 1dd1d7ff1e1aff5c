// Sentences: values, their types and languages, choices, markup.
#include <catch2/catch.hpp>

#include "compose/sentence.h"
#include "kits.h"
#include "project.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

/// The line of the paragraph "c/p" in a dump, from its text on.
std::string sentence(const std::string& dump) {
  const std::string id = "#c/p";
  const std::size_t at = dump.find(id);
  if (at == std::string::npos) return dump;
  const std::size_t begin = dump.find(": ", at) + 2;
  return dump.substr(begin, dump.find('\n', begin) - begin);
}

Project project(const std::string& lets, const std::string& words, const std::string& kit) {
  Project made;
  made.form("body=\"body\"", lets + "<title>Titel</title><clause id=\"c\"><p id=\"p\">" + words + "</p></clause>");
  made.kit(kit);
  return made;
}

const std::string meetings = R"(<let name="n" type="number" select="agreement/meetings/@a-year"/>)";

}  // namespace

TEST_CASE("a value is shown as its type asks, apart from the words") {
  const auto [let, expected] = GENERATE(table<std::string, std::string>({
      {R"(type="text" select="municipality/name")", "Fra {x=Syd Kommune}."},
      {R"(type="number" select="agreement/meetings/@a-year")", "Fra {x=1.500}."},
      {R"x(type="number" select="count(organisation/contact)")x", "Fra {x=2}."},
      {R"(type="date" select="agreement/@starts")", "Fra {x=01.03.2026}."},
      {R"(type="list" select="organisation/contact/name")", "Fra {x=Ole} og {x=Maryam}."},
      {R"(type="phone" select="organisation/phone")", "Fra {x!=+45 10 20 30 40}."},
      {R"(type="cvr" select="organisation/cvr")", "Fra {x!=87654321}."},
      {R"(type="postcode" select="organisation/postcode")", "Fra {x!=0999}."},
      {R"(type="email" select="organisation/email")", "Fra {x!=o@example.org}."},
      {R"(type="url" select="organisation/web")", "Fra {x!=https://example.org}."},
      {R"x(type="text" select="concat(organisation/postcode, ' ', organisation/city)")x", "Fra {x=0999 Byen}."},
  }));
  Project p = project(
      "<let name=\"x\" " + let + "/>", "Fra {x}.",
      municipality +
          organisation("o", {"Ole", "Maryam"},
                       "<cvr>87654321</cvr><postcode>0999</postcode><city> Byen\n </city><phone>+45 10 20 30 40</phone>"
                       "<email>o@example.org</email><web>https://example.org</web>") +
          agreement("1500"));
  CHECK(sentence(p.dump()) == expected);
  CHECK(p.said().empty());
}

TEST_CASE("lists of one, two and three") {
  const auto [names, expected] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"A"}, "{x=A}"},
      {{"A", "B"}, "{x=A} og {x=B}"},
      {{"A", "B", "C"}, "{x=A}, {x=B} og {x=C}"},
  }));
  Project p = project(R"(<let name="x" type="list" select="organisation/contact/name"/>)", "{x}",
                      municipality + organisation("o", names));
  CHECK(sentence(p.dump()) == expected);
}

TEST_CASE("names are Danish in another language unless the data say otherwise; numbers and dates are the sentence's") {
  const std::string lets = R"(<let name="m" type="text" select="municipality/name"/>
    <let name="u" type="text" select="municipality/unit"/><let name="d" type="date" select="agreement/@starts"/>
    <let name="c" type="list" select="organisation/contact/name"/>)";
  Project p = project(lets + meetings, "{m} {u} {d} {n} {c}",
                      "<municipality id=\"s\" kind=\"municipality\"><name>Syd</name><unit xml:lang=\"da\">Teamet</unit>"
                      "<unit xml:lang=\"en\">The team</unit></municipality>" +
                          organisation("o", {"A", "B"}) + agreement("1500"));
  p.translation("en", "t", {{"c/p", "signed-off", "{m} {u} {d} {n} {c}", "{m} {u} {d} {n} {c}"}});
  p.translation("ar", "t", {{"c/p", "signed-off", "{m} {u} {d} {n} {c}", "{m} {u} {d} {n} {c}"}});
  CHECK(sentence(p.dump("en")) == "[da:{m=Syd}] {u=The team} {d=01.03.2026} {n=1,500} [da:{c=A}] and [da:{c=B}]");
  CHECK(sentence(p.dump("ar")) == "[da:{m=Syd}] [da:{u=Teamet}] {d=01.03.2026} {n=1,500} [da:{c=A}] و [da:{c=B}]");
  CHECK(sentence(p.dump("da")) == "{m=Syd} {u=Teamet} {d=01.03.2026} {n=1.500} {c=A} og {c=B}");
  const Document document = p.compose("ar");
  std::string tags;
  for (const Language* language : document.languages) tags += language->tag + " ";
  CHECK(tags == "ar da ");
}

TEST_CASE("Arabic has six plurals and explicit numbers come first") {
  const auto [n, expected] = GENERATE(table<std::string, std::string>({
      {"0", "Z {n=0}"},
      {"1", "O {n=1}"},
      {"2", "T {n=2}"},
      {"5", "F {n=5}"},
      {"7", "exactly seven"},
      {"11", "M {n=11}"},
      {"100", "H {n=100}"},
  }));
  Project p = project(meetings, "{n, plural, one {# gang} other {# gange}}", municipality + agreement(n));
  p.translation("ar", "t",
                {{"c/p", "signed-off", "{n, plural, one {# gang} other {# gange}}",
                  "{n, plural, =7 {exactly seven} zero {Z #} one {O #} two {T #} few {F #} many {M #} "
                  "other {H #}}"}});
  CHECK(sentence(p.dump("ar")) == expected);
}

TEST_CASE("Farsi counts nought as one") {
  Project p = project(meetings, "{n, plural, one {# gang} other {# gange}}", municipality + agreement("0"));
  p.translation(
      "fa", "t",
      {{"c/p", "signed-off", "{n, plural, one {# gang} other {# gange}}", "{n, plural, one {یک #} other {چند #}}"}});
  CHECK(sentence(p.dump("fa")) == "یک {n=0}");
  CHECK(sentence(p.dump("da")) == "{n=0} gange");
}

TEST_CASE("native digits reach numbers, dates and labels") {
  Project p;
  p.form("body=\"body\" numbered=\"true\"",
         meetings + R"(<let name="d" type="date" select="agreement/@starts"/><title>Titel</title>
         <clause id="c"><h>H</h><p id="p">{n} {d}</p><list id="l" kind="number"><item id="a">x</item></list></clause>)");
  p.kit(municipality + agreement("1500"));
  p.native_digits("ar");
  p.translation("ar", "t", {{"c/p", "signed-off", "{n} {d}", "{n} {d}"}, {"c/l/a", "signed-off", "x", "س"}});
  const std::string dump = p.dump("ar");
  CHECK(sentence(dump) == "{n=١,٥٠٠} {d=٠١.٠٣.٢٠٢٦}");
  CHECK(dump.find("p.body@ar #c/p (١.١)") != std::string::npos);
  CHECK(dump.find("item #c/l/a (١.)") != std::string::npos);
}

TEST_CASE("a keyword chooses its branch, or other") {
  const auto [kind, expected] =
      GENERATE(table<std::string, std::string>({{"municipality", "Kommunen betaler."}, {"region", "Vi betaler."}}));
  Project p = project(R"(<let name="k" type="keyword" select="municipality/@kind" values="municipality region"/>)",
                      "{k, select, municipality {Kommunen betaler.} other {Vi betaler.}}",
                      "<municipality id=\"s\" kind=\"" + kind + "\"><name>S</name></municipality>");
  CHECK(sentence(p.dump()) == expected);
}

TEST_CASE("markup becomes styles, links and breaks") {
  Project p = project(
      R"(<let name="m" type="text" select="municipality/name"/>
    <let name="w" type="url" select="municipality/web"/>)",
      R"(A <strong>fed {m}</strong><br/><link href="https://a.example.org">her</link> og <link href="{w}">der</link>)",
      "<municipality id=\"s\" kind=\"municipality\"><name>S</name><web>https://s.example.org</web></municipality>");
  CHECK(sentence(p.dump()) ==
        "A <strong>fed </><strong>{m=S}</>{br}<link https://a.example.org>her</> og "
        "<link https://s.example.org>der</>");
}

TEST_CASE("a no-break space stays") {
  Project p = project("", "10\u00A0km  herfra", municipality);
  CHECK(sentence(p.dump()) == "10\u00A0km herfra");
}

TEST_CASE("what is missing in the data is said where it is declared") {
  Project p = project(R"(<let name="phone" type="phone" select="municipality/phone"/>)", "Ring {phone}.", municipality);
  p.compose();
  CHECK(p.said() ==
        "templates/t.xml:1:74: error: “phone” is missing in data/kit.xml\n"
        "note: it is read from municipality/phone\n");
}

TEST_CASE("an optional value must be guarded where a sentence uses it") {
  const std::string let = R"(<let name="phone" type="phone" select="municipality/phone" required="false"/>)";
  Project bare = project(let, "Ring {phone}.", municipality);
  bare.compose();
  CHECK(bare.said() ==
        "templates/t.xml:1:201: error: “phone” has no value, but the sentence that needs it is shown\n"
        "note: templates/t.xml:1:74: it is optional: put a <when> around the sentence\n");
  Project guarded;
  guarded.form("body=\"body\"",
               let + R"(<title>T</title><clause id="c"><p id="p">Hej</p><when test="municipality/phone">
    <p id="q">Ring {phone}.</p></when><field id="f" value="phone"><label>Telefon</label></field></clause>)");
  guarded.kit(municipality);
  CHECK(guarded.dump().find("field line #c/f width=12 (1)\n") != std::string::npos);
  CHECK(guarded.said().empty());
}

TEST_CASE("a keyword outside its values is an error at the datum") {
  Project p = project(R"(<let name="k" type="keyword" select="municipality/@kind" values="municipal"/>)",
                      "{k, select, municipal {A} other {B}}", municipality);
  p.compose();
  const std::string said = p.said();
  INFO(said);
  CHECK(said.find("data/kit.xml:1:") == 0);
  CHECK(said.find("error: “municipality” is not one of the values of this keyword\n") != std::string::npos);
  CHECK(said.find("note: did you mean “municipal”?\n") != std::string::npos);
}

TEST_CASE("a text of several lines keeps them") {
  Sources sources;
  Sink sink(sources);
  Catalog catalog;
  catalog.locales["da"].language.tag = "da";
  std::string met;
  SentenceWriter writer(catalog, sink, [&](const Language* language) { met += language->tag; });
  Datum datum;
  datum.name = "x";
  datum.items.push_back({"a\nb", "", {}});
  Language english;
  english.tag = "en";
  Document document;
  Block block;
  block.content = Paragraph{writer.write_value(datum, english)};
  document.blocks.push_back(block);
  CHECK(dump(document) == "p: [da:{x=a}]{br}[da:{x=b}]\n");
  CHECK(met == "da");
}
