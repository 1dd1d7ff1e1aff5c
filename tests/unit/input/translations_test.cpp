// XLIFF files held against the Danish: what is a translation, and everything that makes it none.
#include "input/translations.h"

#include <catch2/catch.hpp>

#include "input/locale.h"
#include "input/xliff.h"

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

const char* const note_xml = R"xml(<template xmlns="urn:skabelon:template:1" id="note" version="1">
  <let name="name" type="text" select="municipality/name"/>
  <let name="count" type="number" select="count(organisation)"/>
  <title>Brev</title>
  <p id="a">Kære {name}, <strong>læs <link href="https://x.dk">her</link></strong><br/>nu</p>
  <p id="b">{count, plural, one {# ven} other {# venner}}</p>
  <p id="c">Café</p>
</template>
)xml";
const char* const common_xml = R"xml(<common xmlns="urn:skabelon:template:1">
  <wording id="page-of">Side {page} af {pages}</wording>
</common>
)xml";

std::string xliff(const std::string& units, const std::string& language = "ar", const std::string& origin = "note") {
  return "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file original=\"templates/" + origin +
         ".xml\" source-language=\"da\" target-language=\"" + language + "\" datatype=\"xml\"><body>\n" + units +
         "</body></file></xliff>\n";
}

const std::string title =
    "<trans-unit id='title'><source>Brev</source><target state='signed-off'>رسالة</target></trans-unit>\n";
const std::string a_source = "<source>Kære {name}, <g id='1'>læs <g id='2'>her</g></g><x id='3'/>nu</source>";
const std::string c =
    "<trans-unit id='c'><source>Cafe\xCC\x81\n </source><target state='signed-off'>مقهى</target></trans-unit>\n";

std::string a(const std::string& target) {
  return "<trans-unit id='a'>" + a_source + "<target state='needs-review-translation'>" + target +
         "</target></trans-unit>\n";
}
std::string b(const std::string& target, const std::string& source = "{count, plural, one {# ven} other {# venner}}") {
  return "<trans-unit id='b'><source>" + source + "</source><target>" + target + "</target></trans-unit>\n";
}
const std::string good_a = a("مرحباً {name}، <x id='3'/><g id='1'>اقرأ <g id='2'>هنا</g></g>");
const std::string good_b =
    b("{count, plural, zero {لا أحد} one {# صديق} two {صديقان} few {# أصدقاء} many {# صديقا} other {# صديق}}");

/// The translations into Arabic of a template and the common sentences, the latter complete.
struct Result {
  Sources sources;
  Sink sink{sources};
  Translations translations;

  explicit Result(std::map<std::string, std::string> files) {
    files.emplace("templates/note.xml", note_xml);
    files.emplace("templates/common.xml", common_xml);
    files.emplace("locales/ar/common.xlf", xliff("<trans-unit id='page-of'><source>Side {page} af {pages}</source>"
                                                 "<target>صفحة {page} من {pages}</target></trans-unit>",
                                                 "ar", "common"));
    const MemoryFiles all(std::move(files));
    const TemplateSet set = read_templates(all, {}, Vocabulary{}, sources, sink);
    INFO(messages());
    REQUIRE_FALSE(sink.has_errors());
    translations = load_translations(all, set.units, load_language(disk, "ar", sources, sink), sources, sink);
  }
  explicit Result(const std::string& units)
      : Result(std::map<std::string, std::string>{{"locales/ar/note.xlf", xliff(units)}}) {}
  std::string messages() const { return to_text(sink.diagnostics(), sources); }
  std::string message() const { return sink.diagnostics().empty() ? "" : sink.diagnostics()[0].message; }
  const Translation& at(const std::string& unit) const { return translations.at("note").find(unit)->second; }
  bool has(const std::string& unit) const {
    return translations.contains("note") && translations.at("note").contains(unit);
  }
};

}  // namespace

TEST_CASE("translations that fit") {
  const Result result(title + good_a + good_b + c);
  INFO(result.messages());
  CHECK(result.sink.diagnostics().empty());
  CHECK(result.at("title").state == TranslationState::signed_off);
  CHECK(result.at("a").state == TranslationState::needs_review);
  CHECK(result.at("b").state == TranslationState::needs_review);
  CHECK(dump(result.at("a").wording) == "مرحباً {name}،<br><strong>اقرأ <link https://x.dk>هنا</></>");
  CHECK_FALSE(result.at("a").stale);
  CHECK_FALSE(result.at("c").stale);  // the source differs in white space and normalization only
  CHECK(result.at("c").text == "مقهى");
  CHECK(dump(result.translations.at("common").find("page-of")->second.wording) == "صفحة {page} من {pages}");
}

TEST_CASE("a state of needs-translation or an empty target is no translation") {
  const Result result(
      "<trans-unit id='title'><source>Brev</source><target state='needs-translation'>Brev</target></trans-unit>"
      "<trans-unit id='c'><source>Café</source><target state='signed-off'> </target></trans-unit>" +
      good_b);
  CHECK_FALSE(result.has("title"));
  CHECK_FALSE(result.has("a"));
  CHECK_FALSE(result.has("c"));
  CHECK(result.has("b"));
  CHECK(result.messages() ==
        "warning: 3 of 5 sentences have no translation into ar\n"
        "  note: templates/note.xml:4:3: 'title' of note\n"
        "  note: templates/note.xml:5:3: 'a' of note\n"
        "  note: templates/note.xml:7:3: 'c' of note\n");
}

TEST_CASE("no file is no translation") {
  const Result result(std::map<std::string, std::string>{});
  CHECK(result.message() == "4 of 5 sentences have no translation into ar");
  CHECK(result.sink.diagnostics()[0].severity == Severity::warning);
  CHECK_FALSE(result.translations.contains("note"));
}

TEST_CASE("a translation that says something wrong is an error at its place") {
  const Result shown(title + a("{nam} <g id='1'>x <g id='2'>y</g></g><x id='3'/> {name}") + good_b + c);
  CHECK(shown.messages().find("locales/ar/note.xlf:3:") == 0);
  CHECK(shown.message().find("'nam'") != std::string::npos);
  CHECK(shown.message().find("did you mean {name}?") != std::string::npos);
  const auto error = [](const std::string& bad_a) {
    const Result result(title + a(bad_a) + good_b + c);
    CHECK(result.sink.has_errors());
    return result.message();
  };
  CHECK(error("<g id='1'>x <g id='2'>y</g></g><x id='3'/>") == "the translation leaves out {name}");
  CHECK(error("{name} <g id='1'>x</g><x id='3'/>") == "the translation leaves out <g id=\"2\"> (a <link>)");
  CHECK(error("{name} <g id='1'>x <g id='2'>y</g><g id='2'>y</g></g><x id='3'/>") ==
        "the translation has <g id=\"2\"> (a <link>) more than once");
  CHECK(error("{name} <g id='1'>x <g id='2'>y</g></g><x id='3'/><x id='4'/>") == "the Danish has no markup number '4'");
  CHECK(error("{name}' <g id='1'>x <g id='2'>y</g></g><x id='3'/>").find("apostrophe") != std::string::npos);
  CHECK(error("و{name} <g id='1'>x <g id='2'>y</g></g><x id='3'/>") == "a letter touches the braces of an argument");
  // A let of the template that this sentence does not use in Danish.
  CHECK(error("{name} {count} <g id='1'>x <g id='2'>y</g></g><x id='3'/>").find("'count'") != std::string::npos);
}

TEST_CASE("an Arabic plural holds six categories") {
  const Result result(title + good_a + b("{count, plural, one {# صديق} other {# صديق}}") + c);
  CHECK(result.message() == "the plural on 'count' has no branch for: few, many, two, zero");
}

TEST_CASE("a translation of an older Danish is stale") {
  const Result result(
      "<trans-unit id='title'><source>Et brev</source><target state='signed-off'>رسالة</target></trans-unit>\n" +
      good_a + good_b + c);
  CHECK_FALSE(result.sink.has_errors());
  CHECK(result.at("title").stale);
  CHECK(result.messages() ==
        "locales/ar/note.xlf:2:48: warning: the Danish of 'title' has changed since it was translated\n"
        "  <trans-unit id='title'><source>Et brev</source><target state='signed-off'>رسالة</target></trans-unit>\n"
        "                                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  note: locales/ar/note.xlf:2:1: it translates: Et brev\n"
        "  note: templates/note.xml:4:3: the Danish is now: Brev\n");
}

TEST_CASE("a stale translation that no longer fits counts as missing") {
  const Result result(title + good_a + b("صديق", "ven") + c);
  CHECK_FALSE(result.sink.has_errors());
  CHECK_FALSE(result.has("b"));
  REQUIRE(result.sink.diagnostics().size() == 2);
  CHECK(result.sink.diagnostics()[0].notes.at(2).message.find("it does not fit any more, and counts as missing: ") ==
        0);
  CHECK(result.sink.diagnostics()[1].message == "1 of 5 sentences have no translation into ar");
}

TEST_CASE("units that the Danish does not have are reported") {
  const Result result(title + good_a + good_b + c +
                      "<trans-unit id='titl'><source>x</source><target>y</target></trans-unit>\n");
  REQUIRE(result.sink.diagnostics().size() == 1);
  CHECK(result.sink.diagnostics()[0].severity == Severity::warning);
  CHECK(result.message() == "the Danish has no unit 'titl'; did you mean 'title'?");
  const Result stray(std::map<std::string, std::string>{{"locales/ar/note.xlf", xliff(title + good_a + good_b + c)},
                                                        {"locales/ar/shared/old.xlf", "<x/>"}});
  CHECK(stray.message() == "locales/ar/shared/old.xlf translates no template: rename or delete it");
}

TEST_CASE("faults of the file itself") {
  CHECK(Result(title + title).message() == "the unit 'title' stands twice");
  CHECK(Result("<trans-unit id='title'><target>x</target></trans-unit>").message() == "<trans-unit> needs a <source>");
  CHECK(Result("<trans-unit id='title'><source>Brev</source><target state='done'>x</target></trans-unit>").message() ==
        "'done' is no state: needs-translation, needs-review-translation or signed-off");
  const auto whole = [](const std::string& text) {
    return Result(std::map<std::string, std::string>{{"locales/ar/note.xlf", text}}).message();
  };
  CHECK(whole(xliff("", "fa")) == "'target-language' must be \"ar\" here");
  CHECK(whole(xliff("", "ar", "letter")) == "'original' must be \"templates/note.xml\" here");
  CHECK(whole("<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='2.0'/>") ==
        "'version' must be \"1.2\" here");
  CHECK(whole("<xliff/>").find("must be of the namespace") != std::string::npos);
}

TEST_CASE("what other tools leave in a file is passed over") {
  const Result result(std::map<std::string, std::string>{
      {"locales/ar/note.xlf",
       "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' xmlns:t='urn:tool' version='1.2'><file "
       "original='templates/note.xml' source-language='da' target-language='ar' datatype='xml' t:x='1'>"
       "<header><t:h/></header><body><group id='1'>" +
           title + good_a + "</group>" + good_b + c + "<t:more/></body></file></xliff>"}});
  INFO(result.messages());
  CHECK(result.sink.diagnostics().empty());
  CHECK(result.has("a"));
}

TEST_CASE("a target that waits after an update stays stale until it is changed or signed off") {
  XliffUnit unit;
  unit.source = "ny";
  unit.old_source = "gammel";
  unit.target = unit.old_target = "قديم";
  unit.state = "needs-review-translation";
  CHECK(is_stale(unit, "ny"));
  CHECK_FALSE(is_stale(unit, "gammel"));
  unit.target = "جديد";
  CHECK_FALSE(is_stale(unit, "ny"));
  unit.target = unit.old_target;
  unit.state = "signed-off";
  CHECK_FALSE(is_stale(unit, "ny"));
  CHECK(is_stale(unit, "nyere"));
}
