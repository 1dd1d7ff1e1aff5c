// XML -> tree with bytes, and what the checker says of XML that is none.
#include "input/xml.h"

#include <catch2/catch.hpp>
#include <thread>

using namespace skabelon;

namespace {

constexpr const char* uri = "urn:test";

struct Result {
  Sources sources;
  Sink sink{sources};
  std::optional<XmlNode> root;

  explicit Result(std::string bytes, ForeignElements foreign = ForeignElements::error)
      : root(parse_xml("t.xml", std::move(bytes), "t", uri, sources, sink, foreign)) {}
  std::string messages() const { return to_text(sink.diagnostics(), sources); }
  std::string raw(Span span) const { return sources.text(span.file).substr(span.begin, span.end - span.begin); }
};

std::string wrap(const std::string& inside) { return "<t xmlns='urn:test'>" + inside + "</t>"; }

}  // namespace

TEST_CASE("a tree of elements, attributes and texts") {
  const Result result(
      "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?>\n<!-- a -->\n"
      "<x:t xmlns:x='urn:test'><x:a id=\"1\" xml:lang='da' >ét<!-- c --> to<?pi?><![CDATA[<&>]]></x:a ><x:b/></x:t>\n");
  INFO(result.messages());
  REQUIRE(result.root);
  CHECK(result.sink.diagnostics().empty());
  REQUIRE(result.root->children.size() == 2);
  const XmlNode& a = result.root->children[0];
  CHECK(a.name == "a");
  CHECK(a.value("id") == "1");
  CHECK(a.value("xml:lang") == "da");
  CHECK(a.value("none", "otherwise") == "otherwise");
  CHECK(a.attributes.size() == 2);
  REQUIRE(a.children.size() == 1);
  CHECK(a.own_text() == "ét to<&>");
  CHECK(result.raw(a.span) == "<x:a id=\"1\" xml:lang='da' >");
  CHECK(result.raw(a.whole).ends_with("]]></x:a >"));
  CHECK(result.root->child("b") != nullptr);
  CHECK(result.root->child("c") == nullptr);
}

TEST_CASE("a stretch of decoded text is found again in the raw bytes") {
  const Result result(wrap("ab&amp;c&#x41;d\r\ne<![CDATA[f&]]>g<!-- x -->h"));
  INFO(result.messages());
  REQUIRE(result.root);
  const XmlText& text = result.root->children.at(0).text;
  REQUIRE(text.text == "ab&cAd\nef&gh");
  const auto raw = [&](const std::string& part) {
    const std::size_t at = text.text.find(part);
    return result.raw(text.span_of(at, at + part.size()));
  };
  CHECK(raw("ab") == "ab");
  CHECK(raw("&c") == "&amp;c");
  CHECK(raw("c") == "c");
  CHECK(raw("A") == "&#x41;");
  CHECK(raw("\n") == "\r\n");
  CHECK(raw("e") == "e");
  CHECK(raw("f&") == "f&");
  CHECK(raw("g") == "g");
  CHECK(raw("gh") == "g<!-- x -->h");
  CHECK(raw("b&cAd\nef&g") == "b&amp;c&#x41;d\r\ne<![CDATA[f&]]>g");
  CHECK(text.span_of(1, 1).begin == text.span.begin + 1);
  CHECK(text.span_of(text.text.size(), text.text.size()).begin == text.span.end);
}

TEST_CASE("white space in attributes becomes spaces and keeps its place") {
  const Result result("<t xmlns='urn:test' a='x\r\n\ty&#10;&quot;z'/>");
  REQUIRE(result.root);
  const XmlText& value = result.root->attribute("a")->value;
  CHECK(value.text == "x  y\n\"z");
  CHECK(result.raw(value.span_of(6, 7)) == "z");
  CHECK(result.raw(value.span) == "x\r\n\ty&#10;&quot;z");
}

TEST_CASE("what is no XML of ours is refused with its place") {
  const auto message = [](const std::string& bytes) {
    const Result result(bytes);
    CHECK_FALSE(result.root);
    return result.messages();
  };
  CHECK(message(wrap("<a>\n<b></a>")) ==
        "t.xml:2:4: error: <b> of line 2 is not closed before </a>\n"
        "  <b></a></t>\n"
        "     ^~~~\n");
  CHECK(message(wrap("<a x='1' x='2'/>")).find("the attribute 'x' stands twice") != std::string::npos);
  CHECK(message(wrap("&nbsp;")) ==
        "t.xml:1:21: error: unknown entity '&nbsp;': write the character itself\n"
        "  <t xmlns='urn:test'>&nbsp;</t>\n"
        "                      ^~~~~~\n");
  CHECK(message(wrap("<p:a/>")).find("the prefix 'p' is not declared") != std::string::npos);
  CHECK(message(wrap("a & b")).find("write &lt; for '<' and &amp; for '&'") != std::string::npos);
  CHECK(message(wrap("") + wrap("")).find("something follows the end of the root element") != std::string::npos);
  CHECK(message("<t xmlns='urn:test'><a>").find("the file ends before </a>") != std::string::npos);
  CHECK(message("").find("t.xml:1:1: error: the file is empty") == 0);
  CHECK(message("  ").find("the file holds no element") != std::string::npos);
  CHECK(message(wrap("\xC3")).find("t.xml:1:21: error: the file is not UTF-8") == 0);
  CHECK(message(std::string("<\0t\0/\0>\0", 8)).find("error") != std::string::npos);
  CHECK(message("<?xml version='1.0' encoding='ISO-8859-1'?>" + wrap("")).find("the encoding must be UTF-8") !=
        std::string::npos);
  CHECK(message("<!-- --><!DOCTYPE t [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + wrap("&a;"))
            .find("t.xml:1:9: error: a document type (DOCTYPE) is not allowed") == 0);
  CHECK(message("<u xmlns='urn:test'/>") ==
        "t.xml:1:2: error: the root element must be <t>, not <u>\n"
        "  <u xmlns='urn:test'/>\n"
        "   ^\n");
  CHECK(message("<t/>").find("<t> must be of the namespace xmlns=\"urn:test\"") != std::string::npos);
  CHECK(message(wrap("<a xmlns='urn:other'/>")).find("not \"urn:other\"") != std::string::npos);
  CHECK(message("<t xmlns='urn:test' xmlns:o='urn:o'><a o:b='1'/></t>").find("'b' is of another namespace") !=
        std::string::npos);
}

TEST_CASE("depth and size have limits") {
  const auto nested = [](int levels) {
    std::string bytes = "<t xmlns='urn:test'>";
    for (int i = 1; i < levels; ++i) bytes += "<a>";
    for (int i = 1; i < levels; ++i) bytes += "</a>";
    return bytes + "</t>";
  };
  CHECK(Result(nested(100)).root);
  CHECK(Result(nested(101)).messages().find("more than 100 elements inside one another") != std::string::npos);
  CHECK_FALSE(Result(nested(500000)).root);
  CHECK(Result(wrap(std::string(17U << 20U, 'x'))).messages().find("larger than 16 MB") != std::string::npos);
}

TEST_CASE("foreign elements can be passed over") {
  const Result result("<t xmlns='urn:test' xmlns:o='urn:o' o:v='1'><o:a><b/>x</o:a><c>y</c></t>",
                      ForeignElements::skip);
  INFO(result.messages());
  REQUIRE(result.root);
  REQUIRE(result.root->children.size() == 1);
  CHECK(result.root->children[0].name == "c");
  CHECK(result.root->attributes.empty());
}

TEST_CASE("no change of a byte breaks the reader") {
  const std::string good =
      "<?xml version='1.0' encoding='UTF-8'?><t xmlns='urn:test' a='1&amp;2'><b c=\"d\">e&#x41;f<!-- g --><![CDATA[h]]>"
      "</b><?i j?>\xC3\xA5\r\n<k/></t>";
  REQUIRE(Result(good).root);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const char c :
         {'<', '>', '&', ';', '"', '\'', '/', '!', '-', ']', '?', ':', '=', ' ', '\r', 'x', '\0', '\xFF'}) {
      std::string changed = good;
      changed[i] = c;
      const Result result(changed);
      CHECK(result.root.has_value() != result.sink.has_errors());
    }
    const Result cut(good.substr(0, i));
    CHECK_FALSE(cut.root);
    const Result without(good.substr(0, i) + good.substr(i + 1));
    CHECK(without.root.has_value() != without.sink.has_errors());
  }
}

TEST_CASE("a missing file is an error") {
  Sources sources;
  Sink sink(sources);
  CHECK_FALSE(read_xml(MemoryFiles({}), "a/b.xml", "t", uri, sources, sink));
  CHECK(to_text(sink.diagnostics(), sources) == "error: cannot read a/b.xml: no such file\n");
}

TEST_CASE("what readers say of a tree") {
  Result result(wrap("<a namr='1' flag='maybe'> text </a><boks/>"));
  REQUIRE(result.root);
  const XmlNode& a = result.root->children[0];
  check_attributes(a, {"name", "flag"}, result.sink);
  CHECK(need_attribute(a, "id", result.sink) == nullptr);
  CHECK(read_bool(a, "flag", true, result.sink));
  CHECK_FALSE(read_bool(a, "other", false, result.sink));
  check_no_text(a, result.sink);
  check_no_text(*result.root, result.sink);
  report_unknown_element(result.root->children[1], "t", {"box", "boxs", "cccc"}, result.sink);
  report_unknown_element(result.root->children[1], "t", {"cccc"}, result.sink);
  CHECK(result.messages() ==
        "t.xml:1:24: error: <a> has no attribute 'namr'; did you mean 'name'?\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                         ^~~~\n"
        "t.xml:1:21: error: <a> needs the attribute 'id'\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                      ^~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "t.xml:1:39: error: 'flag' must be true or false, not 'maybe'\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                                        ^~~~~\n"
        "t.xml:1:47: error: <a> may not hold text\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                                                ^~~~\n"
        "t.xml:1:56: error: <boks> may not stand in <t>; did you mean 'boxs'?\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                                                         ^~~~~~~\n"
        "t.xml:1:56: error: <boks> may not stand in <t>\n"
        "  <t xmlns='urn:test'><a namr='1' flag='maybe'> text </a><boks/></t>\n"
        "                                                         ^~~~~~~\n"
        "  note: it may hold: cccc\n");
}

TEST_CASE("white space collapses, no-break spaces stay") {
  CHECK(collapse(" \n a\t b\xC2\xA0 c ") == "a b\xC2\xA0 c");
  CHECK(collapse(" \n ").empty());
  CHECK(escape_xml("a<b>&\"\n", false) == "a&lt;b&gt;&amp;\"\n");
  CHECK(escape_xml("a<b>&\"\n", true) == "a&lt;b&gt;&amp;&quot;&#10;");
}

TEST_CASE("files can be read by several threads at once") {
  std::vector<std::thread> threads;
  std::vector<int> read(4);
  for (std::size_t i = 0; i < read.size(); ++i)
    threads.emplace_back([&read, i] {
      for (int n = 0; n < 200; ++n)
        if (Result(wrap("<a>x</a>")).root && !Result(wrap("<a>")).root) ++read[i];
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(read == std::vector<int>{200, 200, 200, 200});
}
