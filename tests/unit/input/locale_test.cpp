// locale.xml -> Language, and dictionaries -> UTF-8.
#include "input/locale.h"

#include <catch2/catch.hpp>

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

struct Result {
  Sources sources;
  Sink sink{sources};
  Language language;

  /// locales/fa/locale.xml of the project with one text in another's place.
  Result(const std::string& from, const std::string& to) {
    std::string text = disk.read("locales/fa/locale.xml", Files::default_limit);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    language = load_language(MemoryFiles({{"locales/fa/locale.xml", text}}, &disk), "fa", sources, sink);
  }
  std::string message() const { return sink.diagnostics().empty() ? "" : sink.diagnostics()[0].message; }
};

}  // namespace

TEST_CASE("the project's languages load") {
  for (const char* tag : {"da", "en", "ar", "fa", "ti"}) {
    Sources sources;
    Sink sink(sources);
    const Language language = load_language(disk, tag, sources, sink);
    INFO(to_text(sink.diagnostics(), sources));
    CHECK(sink.diagnostics().empty());
    CHECK(language.tag == tag);
    CHECK(language.digits == Digits::western);
    CHECK_FALSE(language.name.empty());
    CHECK_FALSE(language.list_last.empty());
  }
}

TEST_CASE("what a language is") {
  Sources sources;
  Sink sink(sources);
  const Language fa = load_language(disk, "fa", sources, sink);
  CHECK(fa.icu_locale == "fa@calendar=gregorian");
  CHECK(fa.rtl());
  CHECK(fa.script == ScriptClass::arabic);
  CHECK(fa.native_digits == "۰۱۲۳۴۵۶۷۸۹");
  CHECK(fa.odf_country == "IR");
  CHECK(fa.list_separator == "، ");
  CHECK(fa.hyphenation == nullptr);
  const Language da = load_language(disk, "da", sources, sink);
  CHECK_FALSE(da.rtl());
  CHECK(da.list_last == " og ");
  CHECK(da.quote_open == "»");
  CHECK(da.unbreakable.at(0) == "f.eks.");
  REQUIRE(da.hyphenation != nullptr);
  CHECK(da.hyphenation->starts_with("UTF-8\n"));
  CHECK(da.hyphenation->find(".næv5nt.") != std::string::npos);
}

TEST_CASE("a dictionary's charset is the one it names") {
  CHECK(hyphenation_to_utf8("ISO8859-1\r\n.s\xE6"
                            "3\n",
                            "x") == "UTF-8\n.sæ3\n");
  CHECK(hyphenation_to_utf8("UTF-8\n.sæ3\n", "x") == "UTF-8\n.sæ3\n");
  CHECK(hyphenation_to_utf8("microsoft-cp1251\n\xE0\n", "x") == "UTF-8\nа\n");
  CHECK_THROWS_WITH(hyphenation_to_utf8("KLINGON-1\nx\n", "h.dic"),
                    Catch::Contains("h.dic: cannot be read as 'KLINGON-1'"));
}

TEST_CASE("a dictionary that is missing names its package") {
  Sources sources;
  Sink sink(sources);
  std::string text = disk.read("locales/da/locale.xml", Files::default_limit);
  text.replace(text.find("hyph_da_DK"), 10, "hyph_da_XX");
  CHECK_THROWS_WITH(load_language(MemoryFiles({{"locales/da/locale.xml", text}}, &disk), "da", sources, sink),
                    Catch::Contains("install the Debian package hyphen-da"));
}

TEST_CASE("faults of locale.xml") {
  CHECK(Result("fa@calendar=gregorian", "fa").message() ==
        "dates would be of the persian calendar: write 'fa@calendar=gregorian'");
  CHECK(Result("fa@calendar=gregorian", "xq").message() == "ICU has no locale 'xq'");
  CHECK(Result("direction=\"rtl\"", "direction=\"ltr\"").message() ==
        "'fa@calendar=gregorian' is written from right to left");
  CHECK(Result("language=\"fa\"", "language=\"ps\"").message() == "the language must be 'fa', the name of the folder");
  CHECK(Result("۰۱۲", "۰۲").message() == "'native' must hold the ten digits from nought to nine");
  CHECK(Result("۰۱۲", "۰١۲").message() == "'native' must hold the ten digits from nought to nine");
  CHECK(Result("۰۱۲", "012").message() == "'native' must hold the ten digits from nought to nine");
  CHECK(Result("use=\"western\" native=\"۰۱۲۳۴۵۶۷۸۹\"", "use=\"native\"").message() ==
        "<digits> needs the attribute 'native'");
  CHECK(Result("<list ", "<liste ").message() == "<liste> may not stand in <locale>; did you mean 'list'?");
  CHECK(Result("script=\"arabic\"", "script=\"arabisc\"").message() ==
        "'script' must be one of latin, arabic, ethiopic, not 'arabisc'; did you mean 'arabic'?");
  const Result shown("open=\"«\"", "open=\" \"");
  CHECK(to_text(shown.sink.diagnostics(), shown.sources) ==
        "locales/fa/locale.xml:5:11: error: 'open' is empty\n"
        "    <quotes open=\" \" close=\"»\"/>\n"
        "            ^~~~\n");
}
