// Sentences: what parses, and what is said of what does not, character by character.
#include <catch2/catch.hpp>

#include "input/wording.h"

using namespace skabelon;

namespace {

Let let(const std::string& name, ValueType type, std::vector<std::string> values = {}) {
  Let made;
  made.name = name;
  made.type = type;
  made.values = std::move(values);
  return made;
}

const Scope scope{let("municipality", ValueType::text), let("count", ValueType::number),
                  let("covered", ValueType::keyword, {"all", "none"}), let("site", ValueType::url)};

struct Result {
  std::string dump;
  std::string messages;
};

Result parse(const std::string& inner, WordingRules rules = {}) {
  if (rules.scope == nullptr) rules.scope = &scope;
  Sources sources;
  Sink sink(sources);
  const auto node = parse_xml("t.xml", "<p xmlns=\"u\">" + inner + "</p>", "p", "u", sources, sink);
  if (!node) return {"", to_text(sink.diagnostics(), sources)};
  const Wording wording = parse_wording(*node, rules, sink);
  return {dump(wording), to_text(sink.diagnostics(), sources)};
}

/// Message and column (of the text inside <p>) of each diagnostic, without excerpts and notes.
std::string faults(const std::string& inner, const WordingRules& rules = {}) {
  const std::string text = parse(inner, rules).messages;
  std::string out;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = text.find('\n', begin);
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (!line.starts_with("t.xml:")) continue;
    const std::size_t column = line.find(':', 6) + 1;
    const std::size_t stop = line.find(':', column);
    out += std::to_string(std::stoi(line.substr(column, stop - column)) - 13) +
           line.substr(line.find(": error: ") + 7) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("a wording's parts") {
  const auto [inner, expected] = GENERATE(table<std::string, std::string>({
      {"Hej", "Hej"},
      {"  Hej\n   du \t der ", "Hej du der"},
      {"a\u00a0 b", "a\u00a0 b"},
      {"Fra {municipality} og {count}.", "Fra {municipality} og {count}."},
      {"a <strong>b {municipality}</strong> c", "a <strong>b {municipality}</> c"},
      {"a<strong> b </strong> c", "a<strong> b</> c"},
      {"<link href=\"https://example.org/?a=1&amp;b=2\">her</link>.", "<link https://example.org/?a=1&b=2>her</>."},
      {"<link href=\"{site}\">her</link>", "<link {site}>her</>"},
      {"se punkt <ref to=\"term\" show=\"page\"/>.", "se punkt <ref term page>."},
      {"a <br/> b", "a<br>b"},
      {"{count, plural, =1 {én gang} one {# gang} other {# gange}}.",
       "{count plural =1(én gang) one({#} gang) other({#} gange)}."},
      {"{covered, select, all {alle fra {municipality}} other {ingen}}",
       "{covered select all(alle fra {municipality}) other(ingen)}"},
      {"{covered, select, all {alle} none {ingen}} af dem", "{covered select all(alle) none(ingen)} af dem"},
      {"{covered, select, all {{count, plural, one {# a} other {# b}}} none {}}",
       "{covered select all({count plural one({#} a) other({#} b)}) none()}"},
      {"<strong>a <ref to=\"x\"/></strong>", "<strong>a <ref x number></>"},
      {"x &amp; y &lt; z", "x & y < z"},
      {"nr. # og |", "nr. # og |"},
      {"😀 {municipality}", "😀 {municipality}"},
  }));
  CAPTURE(inner);
  const Result result = parse(inner);
  CHECK(result.messages == "");
  CHECK(result.dump == expected);
}

TEST_CASE("what is wrong with a wording") {
  const auto [inner, expected] = GENERATE(table<std::string, std::string>({
      {"a {munisipality}", "4: no <let> declares 'munisipality'; did you mean {municipality}?\n"},
      {"æ{municipality}", "1: a letter touches the braces of an argument\n"},
      {"{municipality}s", "15: a letter touches the braces of an argument\n"},
      {"<strong>{municipality}</strong>s", "32: a letter touches the braces of an argument\n"},
      {"{count, plural, one {# a} other {# b}}er", "39: a letter touches the braces of an argument\n"},
      {"det's", "4: an ASCII apostrophe: write ’\n"},
      {"a } b {", "3: a } without its {\n7: a { without its }\n"},
      {"{municipality, date}",
       "16: 'date' is no kind of argument: only plural and select are; how a value looks its <let> says\n"},
      {"{a b}", "2: this is no argument: write {name}, {name, plural, …} or {name, select, …}\n"},
      {"{covered, select, all {x}}", "2: the select on 'covered' has no branch for: none\n"},
      {"{covered, select, al {x} other {}}", "19: 'al' is no value of 'covered': all, none; did you mean 'all'?\n"},
      {"{covered, select, all {x} all {y} other {}}", "27: the branch 'all' stands twice\n"},
      {"{municipality, select, other {x}}", "2: select needs a keyword, and 'municipality' is none\n"},
      {"{covered, plural, one {#} other {x}}", "2: plural needs a number, and 'covered' is none\n"},
      {"{count, plural, one {# x}}", "2: the plural on 'count' has no branch for: other\n"},
      {"{count, plural, one {en} other {#}}", "17: the branch 'one' does not show the number: write # in it\n"},
      {"{count, plural, few {#} one {#} other {#}}", "17: 'few' is no plural category of Danish: one, other\n"},
      {"{count, plural, offset:1 one {#} other {#}}", "24: offset is not taken: choose on the number itself\n"},
      {"{count, plural, one {# <strong>x</strong>} other {#}}", "24: <strong> inside the braces of {count}\n"},
      {"{count, plural, one {#} other {{covered, select, other {# x}}}}",
       "57: # stands for the number in a plural branch only, not in a select\n"},
      {"a <b>x</b>", "3: <b> may not stand in <p>; did you mean 'br'?\n"},
      {"<link href=\"javascript:x\">a</link>",
       "13: this is no address: write https://…, mailto:…, tel:… or an {argument}\n"},
      {"<ref to=\"x\" show=\"nummer\"/>",
       "19: 'nummer' cannot be shown: number, title or page; did you mean 'number'?\n"},
      {"a \u202e b", "3: the direction control U+202E may not stand in a text\n"},
      {"{{{{{{{{{{{{{{{{", "13: braces nested too deep\n"},
      {"<strong/>", "1: <strong> without words\n"},
  }));
  CAPTURE(inner);
  CHECK(faults(inner) == expected);
}

TEST_CASE("a translation keeps markup and arguments and has the plurals of its language") {
  Sources sources;
  Sink sink(sources);
  WordingRules danish;
  danish.scope = &scope;
  const auto node = parse_xml(
      "da.xml", "<p xmlns=\"u\">Fra <strong>{municipality}</strong><br/>{count, plural, one {# a} other {# b}}</p>",
      "p", "u", sources, sink);
  REQUIRE(node);
  const Wording source = parse_wording(*node, danish, sink);
  REQUIRE(to_text(sink.diagnostics(), sources) == "");
  CHECK(xliff_text(*node, MarkupNotation::xml) ==
        "Fra <g id=\"1\">{municipality}</g><x id=\"2\"/>{count, plural, one {# a} other {# b}}");
  WordingRules rules;
  rules.source = &source;
  rules.notation = MarkupNotation::xliff;
  rules.language = "en_GB";
  CHECK(
      parse("From <g id=\"1\">{municipality}</g> <x id=\"2\"/> {count, plural, one {one a} other {# b}}", rules).dump ==
      "From <strong>{municipality}</><br>{count plural one(one a) other({#} b)}");
  CHECK(faults("From {municipality}<x id=\"2\"/> {count, plural, one {# a} other {# b}}", rules) ==
        "-12: the translation leaves out <g id=\"1\"> (a <strong>)\n");
  CHECK(faults("From <g id=\"1\">you</g> <x id=\"2\"/> <x id=\"2\"/><x id=\"3\"/>", rules) ==
        "54: the Danish has no markup number '3'\n"
        "-12: the translation has <x id=\"2\"> (a <br>) more than once\n"
        "-12: the translation leaves out {count}\n"
        "-12: the translation leaves out {municipality}\n");
  rules.language = "ar";
  CHECK(faults("<g id=\"1\">{municipality}</g><x id=\"2\"/> {count, plural, one {x} other {# b}}", rules) ==
        "42: the plural on 'count' has no branch for: few, many, two, zero\n");
  rules.language = "fa";
  CHECK(faults("<g id=\"1\">{municipality}</g><x id=\"2\"/> {count, plural, one {x} other {# b}}", rules) ==
        "57: the branch 'one' does not show the number: write # in it\n");
}
