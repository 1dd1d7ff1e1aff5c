// style.xml -> StyleSheet: inheritance, lengths, colours, and what is wrong.
#include "input/style.h"

#include <catch2/catch.hpp>

#include "input/fonts.h"

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

const FontSet& fonts() {
  static const FontSet loaded = [] {
    Sources sources;
    Sink sink(sources);
    return load_fonts(disk, sources, sink);
  }();
  return loaded;
}

/// The project's style.xml with one text in another's place, or with `added` at its end.
struct Result {
  Sources sources;
  Sink sink{sources};
  StyleSheet sheet;

  Result(const std::string& from, const std::string& to) {
    std::string text = disk.read("tests/support/style.xml", Files::default_limit);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    sheet = load_style(MemoryFiles({{"templates/style.xml", text}}), fonts(), sources, sink).standard;
  }
  explicit Result(const std::string& added) : Result("</style>", added + "</style>") {}
  /// The first diagnostic without its place and excerpt.
  std::string message() const { return sink.diagnostics().empty() ? "" : sink.diagnostics()[0].message; }
};

}  // namespace

TEST_CASE("the project's own looks load, and their editions") {
  Sources sources;
  Sink sink(sources);
  const Styles styles = load_style(disk, fonts(), sources, sink);
  INFO(to_text(sink.diagnostics(), sources));
  CHECK(sink.diagnostics().empty());
  REQUIRE(styles.editions.contains("sheet"));
  CHECK(styles.editions.at("sheet").form.run_in_gloss);
  CHECK(styles.editions.at("sheet").form.tick < styles.standard.form.tick);
  CHECK(styles.editions.at("sheet").page.width == styles.standard.page.width);
}

TEST_CASE("an edition changes what it names and nothing else") {
  const std::string edition =
      "<edition name=\"small\"><page margin-side=\"10mm\"/><form tick=\"3mm\"/>"
      "<paragraph name=\"label\" latin=\"9/11\"/></edition>";
  Sources sources;
  Sink sink(sources);
  std::string text = disk.read("tests/support/style.xml", Files::default_limit);
  text.insert(text.find("</style>"), edition);
  const Styles styles = load_style(MemoryFiles({{"templates/style.xml", text}}), fonts(), sources, sink);
  INFO(to_text(sink.diagnostics(), sources));
  CHECK(sink.diagnostics().empty());
  const StyleSheet& small = styles.editions.at("small");
  CHECK(small.page.margin_side == Length::millimetres(10));
  CHECK(small.page.margin_top == styles.standard.page.margin_top);
  CHECK(small.form.tick == Length::millimetres(3));
  CHECK(small.form.box_height == styles.standard.form.box_height);
  CHECK(small.paragraph("label").of(ScriptClass::latin).leading == Length::points(11));
  CHECK(small.paragraph("label").of(ScriptClass::arabic).leading == Length::points(18));
  CHECK(small.paragraph("option").of(ScriptClass::latin).leading == Length::points(14));
}

TEST_CASE("an edition names only what is there") {
  CHECK(Result("<edition name=\"small\"><paragraph name=\"labl\" latin=\"9/11\"/></edition>").message() ==
        "an edition changes what is there: no paragraph style 'labl' above");
  CHECK(Result("<edition name=\"small\"><box name=\"notice\"/></edition>").message().find("box") != std::string::npos);
}

TEST_CASE("lengths, colours and families arrive") {
  const Result read("<!---->");
  const StyleSheet& sheet = read.sheet;
  CHECK(read.sink.diagnostics().empty());
  CHECK(sheet.accent == Color{0x1f, 0x4e, 0x79});
  CHECK(sheet.page.width == Length::millimetres(210));
  CHECK(sheet.form.line == Length::points(0.8));
  CHECK(sheet.form.line_color == Color{0x55, 0x55, 0x55});
  const ParagraphStyle& body = sheet.paragraph("body");
  CHECK(body.of(ScriptClass::arabic).family == "Noto Naskh Arabic");
  CHECK(body.of(ScriptClass::arabic).size == Length::points(13));
  CHECK(body.of(ScriptClass::arabic).leading == Length::points(20));
  CHECK(body.hyphenate);
  CHECK(body.color == sheet.text);
}

TEST_CASE("a style takes what it leaves out from its parent") {
  const Result result(
      "<paragraph name='a' parent='heading-2' align='center' indent='1mm'/>"
      "<paragraph name='b' parent='a' latin='9/9.5' color='#000102' level='0' keep-with-next='false'/>"
      "<character name='c' color='grey'/><box name='d' fill='tint' rule='2'/>");
  INFO(to_text(result.sink.diagnostics(), result.sources));
  REQUIRE(result.sink.diagnostics().empty());
  const ParagraphStyle& a = result.sheet.paragraph("a");
  CHECK(a.name == "a");
  CHECK(a.bold);
  CHECK(a.keep_with_next);
  CHECK(a.heading_level == 3);
  CHECK(a.align == Align::center);
  CHECK(a.space_before == Length::points(10));
  const ParagraphStyle& b = result.sheet.paragraph("b");
  CHECK(b.bold);
  CHECK(b.indent == Length::millimetres(1));
  CHECK(b.of(ScriptClass::latin).size == Length::points(9));
  CHECK(b.of(ScriptClass::latin).leading == Length::points(9.5));
  CHECK(b.of(ScriptClass::latin).family == "Noto Sans");
  CHECK(b.of(ScriptClass::ethiopic).size == a.of(ScriptClass::ethiopic).size);
  CHECK(b.color == Color{0, 1, 2});
  CHECK(b.heading_level == 0);
  CHECK_FALSE(b.keep_with_next);
  CHECK(result.sheet.characters.at("c").has_color);
  CHECK(result.sheet.characters.at("c").color == result.sheet.grey);
  CHECK_FALSE(result.sheet.characters.at("strong").has_color);
  CHECK(result.sheet.boxes.at("d").has_fill);
  CHECK(result.sheet.boxes.at("d").rule == Length::points(2));
  CHECK(result.sheet.boxes.at("d").keep_together);
}

TEST_CASE("a fault is shown at its place") {
  const Result result("latin=\"11/16\"", "latin=\"11-16\"");
  CHECK(to_text(result.sink.diagnostics(), result.sources) ==
        "templates/style.xml:13:33: error: '11-16' is no size and leading: write 11/16, in pt\n"
        "    <paragraph name=\"body\" latin=\"11-16\" arabic=\"13/20\" ethiopic=\"11/17\" space-after=\"6\" "
        "hyphenate=\"true\"/>\n"
        "                                  ^~~~~\n");
}

TEST_CASE("faults of style.xml") {
  CHECK(Result("<paragraph name='x' parent='heding-1'/>").message() ==
        "no paragraph style 'heding-1' above; did you mean 'heading-1'?");
  CHECK(Result("<paragraph name='body' parent='body'/>").message() == "the paragraph style 'body' stands twice");
  CHECK(Result("<paragraph name='x'/>").message() == "<paragraph> needs the attribute 'latin'");
  CHECK(Result("<paragraph name='x' parent='body' colour='grey'/>").message() ==
        "<paragraph> has no attribute 'colour'; did you mean 'color'?");
  CHECK(Result("<paragraph name='x' parent='body' color='blue'/>").message() ==
        "'blue' is no colour: write #1f4e79 or one of text, accent, tint, grey");
  CHECK(Result("<paragraph name='x' parent='body' color='#12345g'/>").message() ==
        "'#12345g' is no colour: write #1f4e79 or one of text, accent, tint, grey");
  CHECK(Result("<paragraph name='x' parent='body' latin='11/10'/>").message() ==
        "the leading 10 is less than the size 11: lines would overlap");
  CHECK(Result("<paragraph name='x' parent='body' indent='3cm'/>").message() ==
        "'3cm' is no length: write 6, 6pt or 6mm");
  for (const char* wrong : {"", "5.", ".5", "1.2.3", "1,5", "99999", "mm", "0x5"})
    CHECK(Result("<paragraph name='x' parent='body' indent='" + std::string(wrong) + "'/>").message() ==
          "'" + std::string(wrong) + "' is no length: write 6, 6pt or 6mm");
  CHECK(Result("<paragraph name='x' parent='body' indent='-3'/>").message() ==
        "'-3' is no length: write 6, 6pt or 6mm");
  CHECK(Result("<paragraph name='x' parent='body' indent='1e3'/>").message() ==
        "'1e3' is no length: write 6, 6pt or 6mm");
  CHECK(Result("<paragraph name='x' parent='body' level='7'/>").message() ==
        "'level' must be one of 0, 1, 2, 3, 4, 5, 6, not '7'");
  CHECK(Result("latin=\"Noto Sans\"", "latin=\"Noto Snas\"").message() ==
        "fonts.xml has no family 'Noto Snas'; did you mean 'Noto Sans'?");
  CHECK(Result("name=\"speaker\"", "name=\"speakers\"").message() == "the paragraph style 'speaker' is missing");
  CHECK(Result("<character name=\"strong\"", "<character name=\"stronk\"").message() ==
        "the character style 'strong' is missing");
  CHECK(Result("margin-side=\"25mm\"", "margin-side=\"90mm\"").message() ==
        "the margins leave less than 40 mm for the text");
  CHECK(Result("<bax name='x'/>").message() == "<bax> may not stand in <style>; did you mean 'box'?");
  CHECK(Result("<page/>").message() == "<page> stands twice");
}
