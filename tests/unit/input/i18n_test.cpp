// Danish + XLIFF -> XLIFF brought up to date, and the table of states.
#include "input/i18n.h"

#include <catch2/catch.hpp>

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

std::string template_xml(const std::string& body) {
  return "<template xmlns='urn:skabelon:template:1' id='note' version='1'>\n" +
         std::string(body.find("{name}") != std::string::npos
                         ? "<let name='name' type='text' select='municipality/name'/>"
                         : "") +
         "\n<title>Brev</title>\n" + body + "\n</template>\n";
}

using FileMap = std::map<std::string, std::string>;

/// A project of one template, one common sentence and two languages beside Danish.
FileMap project(const std::string& body) {
  FileMap files{{"templates/note.xml", template_xml(body)},
                {"templates/common.xml",
                 "<common xmlns='urn:skabelon:template:1'><wording id='contents'>Indhold</wording></common>"}};
  for (const char* tag : {"da", "ar", "en"}) {
    const std::string path = std::string("locales/") + tag + "/locale.xml";
    files[path] = disk.read(path, Files::default_limit);
  }
  return files;
}

struct Result {
  Sources sources;
  Sink sink{sources};
  FileMap written;
  explicit Result(const FileMap& files) {
    for (auto& [path, text] : i18n_extract(MemoryFiles(files), sources, sink)) written[path] = text;
  }
  std::string messages() const { return to_text(sink.diagnostics(), sources); }
};

void replace(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
}

const char* const paragraph = "<p id='a'>Hej {name} &amp; <strong>du</strong>\n   der</p>";

}  // namespace

TEST_CASE("new units wait for translation") {
  const Result result(project(paragraph));
  INFO(result.messages());
  CHECK(result.sink.diagnostics().empty());
  REQUIRE(result.written.size() == 4);
  CHECK(result.written.contains("locales/ar/common.xlf"));
  CHECK(result.written.contains("locales/en/note.xlf"));
  CHECK(result.written.at("locales/ar/note.xlf") == R"(<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
  <file original="templates/note.xml" source-language="da" target-language="ar" datatype="xml">
    <body>
      <trans-unit id="title">
        <source>Brev</source>
        <target state="needs-translation"/>
      </trans-unit>
      <trans-unit id="a">
        <source>Hej {name} &amp; <g id="1">du</g> der</source>
        <target state="needs-translation"/>
      </trans-unit>
    </body>
  </file>
</xliff>
)");
}

TEST_CASE("what is translated is kept, and writing again changes nothing") {
  FileMap files = project(paragraph);
  std::string text = Result(files).written.at("locales/ar/note.xlf");
  replace(text, "<target state=\"needs-translation\"/>",
          "<target state=\"signed-off\">رسالة</target><note from=\"reviewer\">ok &lt;1&gt;</note>");
  replace(text, "<target state=\"needs-translation\"/>",
          "<target state=\"needs-review-translation\">مرحبا {name} &amp; <g id=\"1\">أنت</g></target>");
  files["locales/ar/note.xlf"] = text;
  const Result first(files);
  INFO(first.messages());
  CHECK(first.sink.diagnostics().empty());
  const std::string& kept = first.written.at("locales/ar/note.xlf");
  CHECK(kept.find("        <target state=\"signed-off\">رسالة</target>\n"
                  "        <note from=\"reviewer\">ok &lt;1&gt;</note>\n") != std::string::npos);
  CHECK(kept.find("<target state=\"needs-review-translation\">مرحبا {name} &amp; <g id=\"1\">أنت</g></target>") !=
        std::string::npos);
  files["locales/ar/note.xlf"] = kept;
  CHECK(Result(files).written.at("locales/ar/note.xlf") == kept);
}

TEST_CASE("a changed sentence goes back to review with the old Danish beside it") {
  const std::string path = "locales/en/note.xlf";
  FileMap files = project("<p id='a'>Et</p>");
  std::string text = Result(files).written.at(path);
  replace(text, "<source>Et</source>\n        <target state=\"needs-translation\"/>",
          "<source>Et</source>\n        <target state=\"signed-off\">One</target>");
  files[path] = text;
  files["templates/note.xml"] = template_xml("<p id='a'>To</p>");
  files[path] = Result(files).written.at(path);
  const std::string changed = R"(      <trans-unit id="a">
        <source>To</source>
        <target state="needs-review-translation">One</target>
        <alt-trans alttranstype="previous-version">
          <source>Et</source>
          <target>One</target>
        </alt-trans>
      </trans-unit>
)";
  CHECK(files[path].find(changed) != std::string::npos);

  SECTION("writing again changes nothing") { CHECK(Result(files).written.at(path) == files[path]); }
  SECTION("changed twice, the first Danish is still what was translated") {
    files["templates/note.xml"] = template_xml("<p id='a'>Tre</p>");
    const std::string again = Result(files).written.at(path);
    CHECK(again.find("<source>Tre</source>") != std::string::npos);
    CHECK(again.find("<source>Et</source>") != std::string::npos);
    CHECK(again.find("<source>To</source>") == std::string::npos);
  }
  SECTION("once translated anew the old Danish goes") {
    replace(files[path], "translation\">One", "translation\">Two");
    const std::string anew = Result(files).written.at(path);
    CHECK(anew.find("<target state=\"needs-review-translation\">Two</target>") != std::string::npos);
    CHECK(anew.find("alt-trans") == std::string::npos);
  }
  SECTION("signed off as it is the old Danish goes too") {
    replace(files[path], "needs-review-translation\">One", "signed-off\">One");
    const std::string signed_off = Result(files).written.at(path);
    CHECK(signed_off.find("<target state=\"signed-off\">One</target>") != std::string::npos);
    CHECK(signed_off.find("alt-trans") == std::string::npos);
  }
  SECTION("the old Danish back again makes it fit, but not signed off") {
    files["templates/note.xml"] = template_xml("<p id='a'>Et</p>");
    const std::string back = Result(files).written.at(path);
    CHECK(back.find("<source>Et</source>\n        <target state=\"needs-review-translation\">One</target>\n      "
                    "</trans-unit>") != std::string::npos);
  }
}

TEST_CASE("units that are gone are left out and quoted") {
  FileMap files = project("<p id='a'>Et</p>");
  std::string text = Result(files).written.at("locales/en/note.xlf");
  replace(text, "<source>Et</source>\n        <target state=\"needs-translation\"/>",
          "<source>Et</source>\n        <target state=\"signed-off\">One</target>");
  files["locales/en/note.xlf"] = text;
  files["templates/note.xml"] = template_xml("<p id='b'>Et</p>");
  const Result result(files);
  CHECK(result.written.at("locales/en/note.xlf").find("\"a\"") == std::string::npos);
  CHECK(result.messages() ==
        "locales/en/note.xlf:9:7: warning: the Danish has no unit 'a' any more: it is left out\n"
        "        <trans-unit id=\"a\">\n"
        "        ^~~~~~~~~~~~~~~~~~~\n"
        "  note: its translation was: One\n");
}

TEST_CASE("a file that cannot be read is left alone") {
  FileMap files = project(paragraph);
  files["locales/ar/note.xlf"] = "<xliff";
  const Result result(files);
  CHECK(result.sink.has_errors());
  CHECK_FALSE(result.written.contains("locales/ar/note.xlf"));
  CHECK(result.written.contains("locales/en/note.xlf"));
}

TEST_CASE("faults in the Danish stop it") {
  Sources sources;
  Sink sink(sources);
  CHECK_THROWS_AS(i18n_extract(MemoryFiles(project("<p id='a'>{nobody}</p>")), sources, sink), InputRejected);
}

TEST_CASE("the table of states") {
  FileMap files = project("<p id='a'>Et</p><p id='b'>To</p>");
  std::string text = Result(files).written.at("locales/en/note.xlf");
  replace(text, "<target state=\"needs-translation\"/>", "<target state=\"signed-off\">Letter</target>");
  replace(text, "<source>Et</source>\n        <target state=\"needs-translation\"/>",
          "<source>Ens</source>\n        <target state=\"needs-review-translation\">One</target>");
  files["locales/en/note.xlf"] = text;
  Sources sources;
  Sink sink(sources);
  CHECK(i18n_status(MemoryFiles(files), sources, sink) ==
        "language  origin  units  translated  needs review  signed off  stale  missing\n"
        "ar        common      1           0             0           0      0        1\n"
        "ar        note        3           0             0           0      0        3\n"
        "ar        all         4           0             0           0      0        4\n"
        "en        common      1           0             0           0      0        1\n"
        "en        note        3           2             1           1      1        1\n"
        "en        all         4           2             1           1      1        2\n");
  CHECK(sink.diagnostics().empty());
}
