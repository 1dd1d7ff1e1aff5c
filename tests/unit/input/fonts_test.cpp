// fonts.xml -> FontSet, with the fonts of this machine.
#include "input/fonts.h"

#include <catch2/catch.hpp>
#include <set>

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

std::string messages(const std::string& fonts_xml) {
  const MemoryFiles files({{"fonts/fonts.xml", fonts_xml}}, &disk);
  Sources sources;
  Sink sink(sources);
  load_fonts(files, sources, sink);
  return to_text(sink.diagnostics(), sources);
}

constexpr const char* head =
    "<fonts xmlns='urn:skabelon:fonts:1' folder='/usr/share/fonts/truetype/noto' package='fonts-noto-core'>\n";
constexpr const char* tail = "<profile package='icc-profiles-free'>/usr/share/color/icc/sRGB.icc</profile>\n</fonts>";

}  // namespace

TEST_CASE("the project's fonts load") {
  Sources sources;
  Sink sink(sources);
  std::string profile;
  const FontSet fonts = load_fonts(disk, sources, sink, &profile);
  INFO(to_text(sink.diagnostics(), sources));
  CHECK(sink.diagnostics().empty());
  CHECK(fonts.families == std::vector<std::string>{"Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic",
                                                   "Noto Sans Ethiopic", "Noto Sans Symbols2"});
  CHECK(profile.substr(36, 4) == "acsp");
  std::set<std::uint32_t> ids;
  for (const auto& font : fonts.fonts) {
    CHECK(font->id != 0);
    CHECK(ids.insert(font->id).second);
    CHECK_FALSE(font->coverage.empty());
    CHECK(font->units_per_em == 1000);
    CHECK(font->ascent > 600);
    CHECK(font->descent < 0);
    CHECK(font->box[0] < font->box[2]);
    CHECK(font->box[1] < font->box[3]);
  }
}

TEST_CASE("coverage, names and metrics are those of the files") {
  Sources sources;
  Sink sink(sources);
  const FontSet fonts = load_fonts(disk, sources, sink);
  const Font& sans = *fonts.find("Noto Sans", false);
  CHECK(sans.postscript_name == "NotoSans-Regular");
  CHECK(sans.file_name == "NotoSans-Regular.ttf");
  CHECK(sans.cap_height == 714);
  CHECK(sans.ascent == 1069);
  CHECK(sans.descent == -293);
  CHECK(sans.has(U'å'));
  CHECK_FALSE(sans.has(U'ቤ'));
  CHECK(fonts.find("Noto Sans", true)->postscript_name == "NotoSans-Bold");
  CHECK(fonts.find("Noto Sans Ethiopic", false)->has(U'ቤ'));
  CHECK_FALSE(fonts.find("Noto Sans Ethiopic", false)->has(U'4'));
  CHECK(fonts.find("Noto Sans Ethiopic", false)->script == ScriptClass::ethiopic);
  CHECK(fonts.find("Noto Sans Symbols2", true)->symbols);
  CHECK(fonts.find("Noto Sans Symbols2", true)->has(U'☐'));
}

TEST_CASE("the blank glyph of the Naskh is not its U+200C, which shows") {
  Sources sources;
  Sink sink(sources);
  const FontSet fonts = load_fonts(disk, sources, sink);
  for (const bool bold : {false, true}) {
    CHECK(fonts.find("Noto Naskh Arabic", bold)->blank_glyph != 0);
    CHECK(fonts.find("Noto Sans Arabic", bold)->blank_glyph != 0);
    CHECK(fonts.find("Noto Sans", bold)->blank_glyph != 0);
  }
}

TEST_CASE("a missing font names its package") {
  const MemoryFiles files(
      {{"fonts/fonts.xml",
        std::string(head) + "<family name='A' class='latin' licence='L'><file>No.ttf</file></family>" + tail}},
      &disk);
  Sources sources;
  Sink sink(sources);
  try {
    load_fonts(files, sources, sink);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.kind() == Error::Kind::machine);
    CHECK(error.what() == std::string("cannot read /usr/share/fonts/truetype/noto/No.ttf: no such file; "
                                      "install the Debian package fonts-noto-core"));
  }
}

TEST_CASE("a file that is no font is the machine's fault") {
  const MemoryFiles files(
      {{"fonts/fonts.xml",
        std::string(head) + "<family name='A' class='latin' licence='L'><file>No.ttf</file></family>" + tail},
       {"/usr/share/fonts/truetype/noto/No.ttf", "this is no font"}},
      &disk);
  Sources sources;
  Sink sink(sources);
  CHECK_THROWS_WITH(load_fonts(files, sources, sink), Catch::Contains("No.ttf is no font"));
}

TEST_CASE("faults of fonts.xml") {
  const std::string good = "<file>NotoSans-Regular.ttf</file>";
  CHECK(
      messages(std::string(head) + "<family name='A' class='latn' licence='L'>" + good + "</family>\n" + tail) ==
      "fonts/fonts.xml:2:25: error: 'class' must be one of latin, arabic, ethiopic, not 'latn'; did you mean 'latin'?\n"
      "  <family name='A' class='latn' licence='L'><file>NotoSans-Regular.ttf</file></family>\n"
      "                          ^~~~\n");
  CHECK(messages(std::string(head) + "<family name='A' licence='L'>" + good + "</family>" + tail)
            .find("<family> needs the attribute 'class'") != std::string::npos);
  CHECK(messages(std::string(head) + "<family name='A' class='latin' licence='L'/>" + tail)
            .find("the family 'A' needs a <file>") != std::string::npos);
  CHECK(messages(std::string(head) + "<family name='A' class='latin' licence='L'>" + good + good + "</family>" + tail)
            .find("has two files of this weight") != std::string::npos);
  CHECK(messages(std::string(head) + "<family name='A' class='latin' licence='L'><file>../x.ttf</file></family>" + tail)
            .find("'../x.ttf' is no file name") != std::string::npos);
  CHECK(messages(std::string(head) + "</fonts>").find("<fonts> needs a <profile>") != std::string::npos);
}
