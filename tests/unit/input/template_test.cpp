// Template files -> Template: its tree, units, lets and includes.
#include <catch2/catch.hpp>

#include <functional>

#include "input/template_reader.h"
#include "unit/input/small_vocabulary.h"

using namespace skabelon;

namespace {

const std::string xmlns = " xmlns=\"urn:skabelon:template:1\"";

struct Result {
  TemplateSet set;
  std::string messages;
};

Result read(std::map<std::string, std::string> files) {
  files.emplace("templates/common.xml", "<common" + xmlns + "/>");
  const MemoryFiles memory(std::move(files));
  Sources sources;
  Sink sink(sources);
  Result result;
  result.set = read_templates(memory, {{"body", "lead", "speaker"}, {"tint"}, {}}, test::vocabulary, sources, sink);
  result.messages = to_text(sink.diagnostics(), sources);
  return result;
}

std::string template_of(const std::string& inner, const std::string& attributes = "") {
  return "<template" + xmlns + " id=\"a\" version=\"1\" " + attributes + ">\n" + inner + "\n</template>\n";
}

/// One line a node: element, id, unit, origin, wording.
std::string outline(const TemplateNode& node, int depth = 0) {
  std::string out(static_cast<std::size_t>(depth) * 2, ' ');
  out += std::to_string(static_cast<int>(node.element)) + " " + node.id + " [" + node.unit + "] " + node.origin + ": " +
         dump(node.wording) + "\n";
  for (const TemplateNode& child : node.children) out += outline(child, depth + 1);
  return out;
}

std::string units(const TemplateSet& set) {
  std::string out;
  for (const Unit& unit : set.units) out += unit.origin + " " + unit.unit + ": " + unit.text + "\n";
  return out;
}

}  // namespace

TEST_CASE("a template with everything") {
  const Result result =
      read({{"templates/a.xml", template_of(R"(
  <let name="municipality" type="text" select="municipality/name"/>
  <let name="kind" type="keyword" select="municipality/@kind" values="municipality region" required="false"/>
  <title>Aftale</title>
  <cover><p id="who">{municipality}</p></cover>
  <clause id="tasks" required="true">
    <h>Opgaver</h>
    <p id="p1" style="lead">Se <ref to="tasks/rules"/>.</p>
    <list id="rules" kind="letter">
      <item id="a">Et <strong>punkt</strong>:
        <list id="sub"><item id="x">under</item></list>
      </item>
      <when test="municipality/@kind='region'"><item id="b">{kind, select, region {R} other {K}}</item></when>
    </list>
    <table id="t" columns="2 1" align="start end">
      <row header="true"><cell id="h1">Navn</cell><cell/></row>
      <for-each select="organisation/contact">
        <let name="phone" type="phone" select="phone"/>
        <row height="12mm"><cell id="c" span="2">{index}: {phone}</cell></row>
      </for-each>
    </table>
    <clause id="inner"><h id="head">Indre</h><box id="b" style="tint"><quote id="q"><p id="p">Ord</p><speaker>Leder</speaker></quote></box></clause>
    <field id="name" kind="digits" digits="8" value="municipality"><label>Navn</label><hint>Fulde</hint></field>
    <choice id="c"><label>Valg</label><item id="yes">Ja</item></choice>
    <signature id="s">
      <party role="one"><p id="p">Den ene</p><label>Dato</label><label>Navn</label></party>
      <party role="two"/>
    </signature>
    <page-break/>
  </clause>
  <include clause="shared-one"/>)",
                                            R"(record="organisation" numbered="true" body="body" form="true")")},
            {"templates/shared/shared-one.xml", "<shared" + xmlns + R"( id="shared-one">
  <let name="municipality" type="text" select="municipality/name"/>
  <let name="since" type="date" select="organisation/@since"/>
  <clause id="one"><h id="h">Fra {since}</h><p id="p">{municipality}</p></clause></shared>)"}});
  CHECK(result.messages == "");
  REQUIRE(result.set.templates.count("a") == 1);
  const Template& made = result.set.templates.at("a");
  CHECK(made.form);
  CHECK(made.numbered);
  CHECK_FALSE(made.bilingual);
  CHECK(made.record == "organisation");
  REQUIRE(made.lets.size() == 3);
  CHECK(made.lets[2].name == "since");
  CHECK(made.lets[2].type == ValueType::date);
  CHECK_FALSE(made.lets[1].required);
  CHECK(made.lets[1].values == std::vector<std::string>{"municipality", "region"});
  REQUIRE(made.root.children.size() == 4);
  CHECK(made.root.children[0].element == Element::title);
  CHECK(made.root.children[3].element == Element::clause);
  CHECK(made.root.children[3].origin == "shared/shared-one");
  CHECK(made.root.children[3].children[1].unit == "one/p");
  CHECK(made.root.children[2].attribute("required", "false") == "true");
  CHECK(units(result.set) ==
        "shared/shared-one one/h: Fra {since}\n"
        "shared/shared-one one/p: {municipality}\n"
        "a title: Aftale\n"
        "a who: {municipality}\n"
        "a tasks/h: Opgaver\n"
        "a tasks/p1: Se <x id=\"1\"/>.\n"
        "a tasks/rules/a: Et <g id=\"1\">punkt</g>:\n"
        "a tasks/rules/a/sub/x: under\n"
        "a tasks/rules/b: {kind, select, region {R} other {K}}\n"
        "a tasks/t/h1: Navn\n"
        "a tasks/t/c: {index}: {phone}\n"
        "a tasks/inner/head: Indre\n"
        "a tasks/inner/b/q/p: Ord\n"
        "a tasks/inner/b/q/speaker: Leder\n"
        "a tasks/name/label: Navn\n"
        "a tasks/name/hint: Fulde\n"
        "a tasks/c/label: Valg\n"
        "a tasks/c/yes: Ja\n"
        "a tasks/s/one/p: Den ene\n"
        "a tasks/s/one/label-1: Dato\n"
        "a tasks/s/one/label-2: Navn\n");
  const TemplateNode& list = made.root.children[2].children[2];
  CHECK(outline(list) ==
        "8 rules [] a: \n"
        "  9 a [tasks/rules/a] a: Et <strong>punkt</>:\n"
        "    8 sub [] a: \n"
        "      9 x [tasks/rules/a/sub/x] a: under\n"
        "  2  [] a: \n"
        "    9 b [tasks/rules/b] a: {kind select region(R) other(K)}\n");
}

TEST_CASE("a translation may use the lets in whose reach its unit stands") {
  const Result result = read({{"templates/a.xml", template_of(R"(<let name="m" type="text" select="municipality/name"/>
  <title>{m}</title><for-each select="organisation"><let name="o" type="text" select="name"/><p id="p">{o}</p></for-each>)")}});
  CHECK(result.messages == "");
  REQUIRE(result.set.units.size() == 2);
  CHECK(result.set.units[0].scope.size() == 1);
  std::string names;
  for (const Let& let : result.set.units[1].scope) names += let.name + " ";
  CHECK(names == "m index last o ");
}

TEST_CASE("a cell holds words, or paragraphs and lists, or nothing") {
  const Result result = read({{"templates/a.xml", template_of(R"(<title>T</title><table id="t" columns="1 1">
  <row><cell id="words">Et <strong>ord</strong><br/>og et til</cell><cell/></row>
  <row><cell id="parts">
    <p id="head"><strong>Spørg</strong></p>
    <list id="question"><item id="who">Hvem?</item><item id="when">Hvornår?</item></list>
  </cell><cell> </cell></row></table>)")}});
  CHECK(result.messages == "");
  CHECK(units(result.set) ==
        "a title: T\n"
        "a t/words: Et <g id=\"1\">ord</g><x id=\"2\"/>og et til\n"
        "a t/parts/head: <g id=\"1\">Spørg</g>\n"
        "a t/parts/question/who: Hvem?\n"
        "a t/parts/question/when: Hvornår?\n");
  const TemplateNode& row = result.set.templates.at("a").root.children[1].children[1];
  REQUIRE(row.children.size() == 2);
  CHECK(outline(row.children[0], 1) ==
        "  12 parts [] a: \n"
        "    7 head [t/parts/head] a: <strong>Spørg</>\n"
        "    8 question [] a: \n"
        "      9 who [t/parts/question/who] a: Hvem?\n"
        "      9 when [t/parts/question/when] a: Hvornår?\n");
}

TEST_CASE("a cell that mixes words and elements is refused where the words stand") {
  const Result result = read({{"templates/a.xml", template_of(R"(<title>T</title><table id="t" columns="1">
<row><cell id="a">Spørg: <list id="l"><item id="x">Hvem?</item></list></cell></row></table>)")}});
  CHECK(result.messages ==
        "templates/a.xml:3:19: error: <cell> holds words or elements, not both: put these words into a <p>\n"
        "  <row><cell id=\"a\">Spørg: <list id=\"l\"><item id=\"x\">Hvem?</item></list></cell></row></table>\n"
        "                    ^~~~~~\n");
}

TEST_CASE("common sentences") {
  const Result result =
      read({{"templates/common.xml",
             "<common" + xmlns + "><wording id=\"page-of\">Side {page} af {pages}</wording></common>"}});
  CHECK(result.messages == "");
  CHECK(dump(result.set.common.at("page-of").wording) == "Side {page} af {pages}");
  REQUIRE(result.set.units.size() == 1);
  CHECK(result.set.units[0].origin == "common");
  CHECK(result.set.units[0].scope.size() == 2);
}

TEST_CASE("everything wrong is said at once") {
  const Result result = read(
      {{"templates/a.xml",
        template_of(R"(<title>T</title><p>x</p><clause id="C"/><p id="d" style="boddy">{x}</p><p id="d">y</p>)")}});
  CHECK(result.messages ==
        "templates/a.xml:2:17: error: <p> needs the attribute 'id'\n"
        "  <title>T</title><p>x</p><clause id=\"C\"/><p id=\"d\" style=\"boddy\">{x}</p><p id=\"d\">y</p>\n"
        "                  ^~~\n"
        "templates/a.xml:2:37: error: id=\"C\" is no id: small letters a to z, digits and hyphens, a letter first\n"
        "  <title>T</title><p>x</p><clause id=\"C\"/><p id=\"d\" style=\"boddy\">{x}</p><p id=\"d\">y</p>\n"
        "                                      ^\n"
        "templates/a.xml:2:58: error: style.xml has no paragraph style 'boddy'; did you mean 'body'?\n"
        "  <title>T</title><p>x</p><clause id=\"C\"/><p id=\"d\" style=\"boddy\">{x}</p><p id=\"d\">y</p>\n"
        "                                                           ^~~~~\n"
        "templates/a.xml:2:66: error: no <let> declares 'x'\n"
        "  <title>T</title><p>x</p><clause id=\"C\"/><p id=\"d\" style=\"boddy\">{x}</p><p id=\"d\">y</p>\n"
        "                                                                   ^\n"
        "templates/a.xml:2:72: error: the id 'd' stands twice\n"
        "  <title>T</title><p>x</p><clause id=\"C\"/><p id=\"d\" style=\"boddy\">{x}</p><p id=\"d\">y</p>\n"
        "                                                                         ^~~~~~~~~~\n"
        "  note: templates/a.xml:2:41: here first\n");
}
