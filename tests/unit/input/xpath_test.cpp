// XPath in templates: which names exist where, and what is said of those that do not.
#include <catch2/catch.hpp>

#include "input/xpath_check.h"
#include "unit/input/small_vocabulary.h"

using namespace skabelon;
using skabelon::test::vocabulary;

namespace {

struct Checked {
  std::string faults;
  XPathContext selected;
};

Checked check(const std::string& xpath, const XPathContext& context = {"kit"}) {
  Sources sources;
  Sink sink(sources);
  const auto node =
      parse_xml("t.xml", "<a xmlns=\"u\" b=\"" + escape_xml(xpath, true) + "\"/>", "a", "u", sources, sink);
  REQUIRE(node);
  Checked checked;
  checked.selected = check_xpath(node->attributes.at(0).value, context, vocabulary, sink);
  for (const Diagnostic& diagnostic : sink.diagnostics())
    checked.faults += std::to_string(sources.position(diagnostic.span.file, diagnostic.span.begin).column - 17) + ": " +
                      diagnostic.message + "\n";
  return checked;
}

}  // namespace

TEST_CASE("names that exist") {
  const auto [xpath, selected] = GENERATE(table<std::string, std::string>({
      {"municipality/name", "name"},
      {"organisation", "organisation"},
      {"/kit/organisation/contact", "contact"},
      {"//contact[phone]", "contact"},
      {"organisation[1]/contact[position() = last()]/..", "organisation"},
      {"organisation/@id", ""},
      {"municipality/@kind = 'region' and not(organisation/contact)", ""},
      {"count(organisation) > 1 or string-length(municipality/name) * 2 >= 3", ""},
      {"laws/law[@id='a b']/title", "title"},
      {"laws/law[@id=/kit/municipality/@kind]/title", "title"},
      {"(municipality | organisation)/name", "name"},
      {"descendant::phone/ancestor::organisation", "organisation"},
      {"*/contact", "contact"},
      {".", "kit"},
      {"organisation/name/text()", ""},
      {"organisation[contact/phone and (name = 'x')]/following-sibling::organisation", "organisation"},
      {"-1 + 2 - - 3", ""},
      {"organisation[contact[phone]]/name", "name"},
  }));
  CAPTURE(xpath);
  const Checked checked = check(xpath);
  CHECK(checked.faults == "");
  std::string names;
  for (const std::string& name : checked.selected) names += (names.empty() ? "" : " ") + name;
  CHECK(names == selected);
}

TEST_CASE("names that do not exist, and no XPath") {
  const auto [xpath, faults] = GENERATE(table<std::string, std::string>({
      {"municipality/nam", "13: <municipality> has no element 'nam'; did you mean 'name'?\n"},
      {"municipality/contact", "13: <municipality> has no element 'contact'\n"},
      {"munisipality/name", "0: <kit> has no element 'munisipality'; did you mean 'municipality'?\n"},
      {"name", "0: <kit> has no element 'name'\n"},
      {"municipality/@kin", "14: <municipality> has no attribute 'kin'; did you mean 'kind'?\n"},
      {"organisation/@ref", "14: <organisation> has no attribute 'ref'\n"},
      {"municipality/name/../phone", "21: <municipality>, <organisation> have no element 'phone'\n"},
      {"//phon", "2: the data have no element 'phon'; did you mean 'phone'?\n"},
      {"laws/law[@ide='x']", "10: <law> has no attribute 'ide'; did you mean 'id'?\n"},
      {"count(organisations)", "6: <kit> has no element 'organisations'; did you mean 'organisation'?\n"},
      {"cont(organisation)", "0: XPath has no function 'cont'; did you mean 'count'?\n"},
      {"organisation[@id='$x']/$x", "23: this is no XPath: unrecognized node test\n"},
      {"$language", "0: variables are not available: a <let> is for words, not for XPath\n"},
      {"childs::name", "0: XPath has no axis 'childs'; did you mean 'child'?\n"},
      {"organisation[", "13: this is no XPath: unrecognized node test\n"},
      {"organisation/name]", "17: this does not belong here\n"},
      {"'x", "0: this is no XPath\n"},
      {"", "0: this is no XPath: unrecognized node test\n"},
      {"a:name", "0: <kit> has no element 'a:name'\n"},
      {"//*[//*[//*[//*]]]", "11: more than 2 predicates inside one another\n"},
  }));
  CAPTURE(xpath);
  CHECK(check(xpath).faults == faults);
}

TEST_CASE("the place of an XPath is that of its for-each") {
  CHECK(check("phone", {"contact"}).faults == "");
  CHECK(check("../name", {"contact"}).selected == XPathContext{"name"});
  CHECK(check("municipality", {"contact"}).faults == "0: <contact> has no element 'municipality'\n");
  CHECK(check("phone", {}).faults == "");
}

TEST_CASE("an XPath as long and deep as a file allows ends quickly") {
  CHECK(check(std::string(100'000, '(')).faults == "0: an XPath of more than 1000 bytes\n");
  CHECK(check(std::string(900, '(') + "1").faults != "");
  std::string predicates = "organisation";
  for (int i = 0; i < 100; ++i) predicates += "[contact";
  CHECK(check(predicates).faults != "");
}
