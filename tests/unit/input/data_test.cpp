// Data files -> Data: references, projection to a language, spans, records.
#include <catch2/catch.hpp>

#include <sstream>

#include "input/data_reader.h"
#include "unit/input/small_vocabulary.h"

using namespace skabelon;

namespace {

const std::string xmlns = " xmlns=\"urn:skabelon:data:1\"";

struct Loaded {
  Sources sources;
  Data data;
  std::string messages;

  explicit Loaded(std::map<std::string, std::string> files, const std::string& path = "kit.xml") {
    const MemoryFiles memory(std::move(files));
    Sink sink(sources);
    data = read_data(memory, path, {"ar", "da", "en"}, test::vocabulary, sources, sink);
    messages = to_text(sink.diagnostics(), sources);
  }
  std::string tree(const std::string& language) const {
    std::ostringstream out;
    data.views.at(language)->tree.print(out, "", pugi::format_raw);
    return out.str();
  }
};

std::map<std::string, std::string> kit(const std::string& municipality, const std::string& rest = "") {
  return {{"kit.xml", "<kit" + xmlns + " id=\"k\"><municipality id=\"m\" kind=\"region\">" + municipality +
                          "</municipality>" + rest + "</kit>"}};
}

}  // namespace

TEST_CASE("references are resolved, laws added, records listed") {
  const Loaded loaded(
      {{"kit.xml",
        "<kit" + xmlns +
            R"( id="k"><municipality ref="syd"/><organisation ref="b"/><organisation id="a"><name>A</name></organisation></kit>)"},
       {"data/municipalities/syd.xml",
        "<municipality" + xmlns + R"( id="syd" kind="municipality"><name>Syd</name></municipality>)"},
       {"data/organisations/b.xml", "<organisation" + xmlns + R"( id="b"><network/></organisation>)"},
       {"data/laws.xml", "<laws" + xmlns + R"(><law id="l"><title>T</title></law></laws>)"}});
  CHECK(loaded.messages == "");
  CHECK(loaded.tree("da") ==
        R"(<kit id="k"><municipality id="syd" kind="municipality"><name>Syd</name></municipality>)"
        R"(<organisation id="b"><network/></organisation><organisation id="a"><name>A</name></organisation>)"
        R"(<laws><law id="l"><title>T</title></law></laws></kit>)");
  CHECK(loaded.tree("ar") == loaded.tree("da"));
  CHECK(loaded.data.records.at("organisation") == std::vector<std::string>{"b", "a"});
  CHECK(loaded.data.records.at("municipality") == std::vector<std::string>{"syd"});
}

TEST_CASE("of siblings alike but for xml:lang one stays") {
  const Loaded loaded(kit(
      "<name>N</name><name xml:lang=\"en\">E</name><about xml:lang=\"en\">e</about><about xml:lang=\"da\">d</about>"));
  CHECK(loaded.messages == "");
  const auto inner = [](const std::string& text) {
    return "<kit id=\"k\"><municipality id=\"m\" kind=\"region\">" + text + "</municipality></kit>";
  };
  CHECK(loaded.tree("en") == inner("<name>E</name><about>e</about>"));
  CHECK(loaded.tree("da") == inner("<name>N</name><about>d</about>"));
  CHECK(loaded.tree("ar") == inner("<name>N</name><about>d</about>"));
  const DataView& view = *loaded.data.views.at("ar");
  const pugi::xml_node municipality = view.tree.child("kit").child("municipality");
  CHECK(view.languages.at(municipality.child("about").internal_object()) == "da");
  CHECK(view.languages.count(municipality.child("name").internal_object()) == 0);
}

TEST_CASE("every value knows its bytes") {
  const Loaded loaded(kit("<name> R&amp;D </name>"));
  const DataView& view = *loaded.data.views.at("da");
  const pugi::xml_node municipality = view.tree.child("kit").child("municipality");
  const std::string& text = loaded.sources.text(1);
  const auto bytes = [&](const void* key) {
    const Span span = view.spans.at(key);
    return text.substr(span.begin, span.end - span.begin);
  };
  CHECK(municipality.child("name").text().get() == std::string("R&D"));
  CHECK(bytes(municipality.child("name").internal_object()) == "R&amp;D");
  CHECK(bytes(municipality.attribute("kind").internal_object()) == "region");
  CHECK(bytes(municipality.internal_object()) == "<municipality id=\"m\" kind=\"region\">");
}

TEST_CASE("lines of a text stay, those of a name are an error") {
  CHECK(Loaded(kit("<name>N</name><about>a  b\n\n  c</about>")).tree("da").find("<about>a b\n\nc</about>") !=
        std::string::npos);
  CHECK(Loaded(kit("<name>N\nM</name>")).messages.find("error: a line break in <name>, which is one line\n") !=
        std::string::npos);
}

TEST_CASE("the digest follows the files' content and not their path") {
  const std::string text = kit("<name>N</name>").begin()->second;
  const Loaded one({{"a.xml", text}}, "a.xml");
  const Loaded two({{"b.xml", text}}, "b.xml");
  const Loaded three(kit("<name>O</name>"));
  CHECK(one.data.digest.size() == 64);
  CHECK(one.data.digest == two.data.digest);
  CHECK(one.data.digest != three.data.digest);
}

TEST_CASE("a file is not read twice, nor one outside its folder") {
  CHECK(Loaded({{"kit.xml", "<kit" + xmlns + R"( id="k"><municipality ref="../../etc/passwd"/></kit>)"}})
            .messages.find("error: '../../etc/passwd' is no id") != std::string::npos);
  CHECK(
      Loaded({{"kit.xml", "<kit" + xmlns +
                              R"( id="k"><municipality ref="m"/><organisation ref="a"/><organisation ref="a"/></kit>)"},
              {"data/organisations/a.xml", "<organisation" + xmlns + " id=\"a\"/>"},
              {"data/municipalities/m.xml",
               "<municipality" + xmlns + " id=\"m\" kind=\"region\"><name>M</name></municipality>"}})
          .messages.find("the kit has the organisation 'a' twice") != std::string::npos);
}
