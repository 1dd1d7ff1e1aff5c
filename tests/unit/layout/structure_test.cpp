// The structure tree: roles, languages, links, and the same words as the document.
#include <catch2/catch.hpp>

#include "layout/layout.h"
#include "unit/layout/documents.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

Inline inline_of(decltype(Inline::content) content, const std::string& style = {}, const std::string& link = {},
                 const Language* language = nullptr) {
  Inline made;
  made.content = std::move(content);
  made.style = style;
  made.link = link;
  made.language = language;
  return made;
}

Block paragraph(Inlines inlines, const Language& language = kit().da) {
  return block(Paragraph{std::move(inlines)}, language);
}

std::vector<std::string> without_line_ends(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    for (std::size_t at = line.find("\u00AD"); at != std::string::npos; at = line.find("\u00AD")) line.erase(at, 2);
    while (!line.empty() && line.back() == ' ') line.pop_back();
  }
  return lines;
}

}  // namespace

TEST_CASE("a node has children or marks, and a leaf of its own only where it must") {
  const Language& ar = kit().ar;
  Block numbered = p("Words");
  numbered.label = "4.1";
  struct Case {
    Block what;
    std::string tree;
  };
  const std::vector<Case> cases{
      {p("Plain"), "document(paragraph)"},
      {paragraph({inline_of(Text{"one "}), inline_of(Value{"v", "two"}, "strong"), inline_of(Text{" three"})}),
       "document(paragraph)"},
      {numbered, "document(paragraph(label span))"},
      {paragraph({inline_of(Text{"see "}), inline_of(Text{"us"}, "link", "https://example.org"), inline_of(Text{"."})}),
       "document(paragraph(span link(span) span))"},
      {paragraph({inline_of(Text{"in Arabic: "}), inline_of(Value{"v", "سلام"}, "", "", &ar)}),
       "document(paragraph(span=in Arabic:  span@ar=سلام))"},
      {clause("c", "4", {h(2, "Title"), numbered}), "document(section#c(heading2(label span) paragraph(label span)))"},
      {bullets({"a"}), "document(list(item(label body(paragraph))))"},
      {box("case", {p("x")}), "document(division(paragraph))"},
      {p("سلام", "body", ar), "document(paragraph@ar(span=سلام))"},
  };
  for (const Case& one : cases) {
    const Pages pages = lay_out(document({one.what}));
    CHECK(tree_of(pages) == one.tree);
    for (const Page& page : pages.pages)
      for (const Mark& mark : page.marks)
        if (mark.node >= 0) CHECK(pages.structure[static_cast<std::size_t>(mark.node)].children.empty());
  }
}

TEST_CASE("a link has an area for each line and a dead one is only text") {
  std::string words = "words";
  for (int i = 0; i < 30; ++i) words += " words";
  Block target = p("target");
  target.id = "there";
  const Pages pages = lay_out(document({paragraph({inline_of(Text{words}, "link", "#there")}), target,
                                        paragraph({inline_of(Text{"dead"}, "link", "#nowhere")})}));
  REQUIRE(pages.pages[0].links.size() == 3);
  CHECK(pages.pages[0].links[0].node == pages.pages[0].links[1].node);
  const StructureNode& node = pages.structure[static_cast<std::size_t>(pages.pages[0].links[0].node)];
  CHECK(node.role == Role::link);
  CHECK(node.page == 0);
  // Latin links are underlined: one fill a line, the dead one's too.
  const std::string shapes = shapes_of(pages.pages[0]);
  CHECK(std::count(shapes.begin(), shapes.end(), '\n') == 4);
}

TEST_CASE("no underline where the paragraph is Arabic") {
  const Pages pages = lay_out(
      document({paragraph({inline_of(Text{"example.org"}, "link", "https://example.org")}, kit().ar)}, kit().ar));
  CHECK(pages.pages[0].links.size() == 1);
  CHECK(shapes_of(pages.pages[0]).empty());
}

TEST_CASE("the tree reads as the document does, line by line") {
  for (const Language* language : {&kit().da, &kit().ar, &kit().ti}) {
    const bool ar = language->tag == "ar", ti = language->tag == "ti";
    const std::string sentence = ar ? "يلتزم المتطوعون بالسرية (رقم 12) بشأن ما يسمعونه عن Syd Kommune ويرونه."
                                 : ti ? "ወለንተኛታት ብዛዕባ እቲ ዝሰምዕዎ ምስጢር ክሕልዉ ኣለዎም። Syd Kommune 12."
                                      : "De frivillige har tavshedspligt om samarbejdsaftalen og borgerne (nr. 12).";
    std::string words;
    for (int i = 0; i < 12; ++i) words += (i > 0 ? " " : "") + sentence;
    Block numbered = paragraph(
        {inline_of(Text{sentence + " "}), inline_of(Value{"phone", "+45 72 20 30 40", true}), inline_of(Text{" "}),
         inline_of(Value{"name", "Røde Kors"}, "strong"), inline_of(Break{}), inline_of(Text{words})},
        *language);
    numbered.label = "1.1";
    Table table;
    table.columns = {{1, Align::start}, {1, Align::start}};
    table.header_rows = 1;
    for (int r = 0; r < 30; ++r) {
      table.rows.push_back({{{{p(sentence, "table-cell", *language)}}, {{p(sentence, "table-cell", *language)}}}, {}});
    }
    Parallel stacked;
    stacked.rows = {{{p(words, "body", *language)}, {p("Dansk under.", "gloss")}}};
    Parallel columns = stacked;
    columns.arrangement = Parallel::Arrangement::columns;
    Field ask = field(Field::Kind::line, "ask", 12, {p(sentence, "label", *language), p("Dansk.", "gloss")});
    ask.value = text(sentence);
    const Document made = document(
        {h(1, sentence, *language), clause("c", "1", {h(2, sentence, *language), numbered, numbered}, *language),
         bullets({words, words}, *language), block(table, *language), block(stacked, *language),
         block(columns, *language), fields({ask}, *language), box("case", {p(words, "body", *language)}, *language)},
        *language);
    const Pages pages = lay_out(made);
    CHECK(pages.pages.size() >= 3);
    CHECK(structure_text(pages) == without_line_ends(plain_text(made)));
  }
}

TEST_CASE("contents and references show the pages they point to") {
  Blocks blocks{block(Toc{1})};
  for (int i = 1; i <= 3; ++i) {
    const std::string id = "c" + std::to_string(i);
    blocks.push_back(clause(id, std::to_string(i), {h(2, "Part " + id), lines(id + "-", 40)}));
  }
  blocks.push_back(
      paragraph({inline_of(Text{"see page "}), inline_of(Ref{"c3", Ref::Show::page, ""}), inline_of(Text{" of "}),
                 inline_of(PageCount{}), inline_of(Text{", this is "}), inline_of(PageNumber{})}));
  const Pages pages = lay_out(document(blocks));
  REQUIRE(pages.pages.size() == 4);
  CHECK(pages.anchors.at("c2").page == 1);
  const std::string first = text_of(pages.pages[0]);
  CHECK(first.find("25,28.5 1\n39,28.5 Part c1\n182.8,28.5 1\n") == 0);
  CHECK(first.find("Part c2\n182.8,35.2 2\n") != std::string::npos);
  CHECK(structure_text(pages).back() == "see page 3 of 4, this is 4");
  CHECK(tree_of(pages).find("document(toc(entry(label link(span span)) entry(label link(span span)) ") == 0);
  CHECK(pages.pages[0].links.size() == 6);
  CHECK(page_labels(pages).at("c3") == "3");
  for (const auto& anchor : pages.anchors) CHECK(anchor.first.find(' ') == std::string::npos);
}

TEST_CASE("header and footer are artifacts on their pages") {
  Cover cover;
  cover.blocks = {h(1, "Cover")};
  Document made = document({block(cover), lines("a", 1), block(PageBreak{}), lines("b", 1)});
  made.running.header = text("Head");
  made.running.footer_start = text("Start");
  made.running.footer_end = {inline_of(Text{"page "}), inline_of(PageNumber{}), inline_of(Text{" of "}),
                             inline_of(PageCount{})};
  const Pages pages = lay_out(made);
  REQUIRE(pages.pages.size() == 3);
  CHECK(text_of(pages.pages[0], true).find("Head") == std::string::npos);
  INFO(text_of(pages.pages[1], true));
  CHECK(text_of(pages.pages[1], true).find("25,13 [Head]") != std::string::npos);
  CHECK(text_of(pages.pages[1], true).find(",285 [page 2 of 3]") != std::string::npos);
  CHECK(text_of(pages.pages[2], true).find("25,285 [Start]") != std::string::npos);
  int headers = 0;
  for (const Mark& mark : pages.pages[1].marks) headers += mark.artifact == Artifact::header;
  CHECK(headers == 2);
}

TEST_CASE("a cover holds its title at a third of the page, notices before it, the foot at the foot") {
  Cover cover;
  cover.blocks = {h(1, "Title"), p("Parties", "cover-text"), p("Date", "cover-foot")};
  const Pages pages = lay_out(document({box("notice", {p("Example", "notice")}), block(cover), lines("a", 1)}));
  REQUIRE(pages.pages.size() == 2);
  CHECK(structure_text(pages) == std::vector<std::string>{"Example", "Title", "Parties", "Date", "a1"});
  CHECK(text_of(pages.pages[0]) == "28,31 Example\n25,107.5 Title\n25,118 Parties\n25,271.9 Date\n");
}

TEST_CASE("a picture is a figure with its place and words") {
  auto picture = std::make_shared<Picture>();
  picture->width = 200;
  picture->height = 100;
  const Pages pages = lay_out(document({block(Image{picture, "A hand", Length::millimetres(40)})}));
  CHECK(shapes_of(pages.pages[0]) == "picture 25,24 40×20\n");
  REQUIRE(pages.structure.size() == 2);
  CHECK(pages.structure[1].alternative == "A hand");
  CHECK(pages.structure[1].page == 0);
  CHECK(pages.structure[1].box.width.millimetres() == Approx(40).margin(0.01));
}

TEST_CASE("a character that no font has is an error with its page, told once") {
  Sources sources;
  const FileId file = sources.add("t.xml", "<p>x\U00013000</p>\n");
  Inline strange = inline_of(Text{"x\U00013000 \U00013000"});
  strange.span = {file, 3, 8};
  Sink sink(sources);
  layout(document({block(PageBreak{}), lines("a", 44), paragraph({strange})}), kit().fonts, sink);
  REQUIRE(sink.diagnostics().size() == 1);
  CHECK(sink.diagnostics()[0].message == "no font has “\U00013000” (U+13000), page 2");
  CHECK(sink.diagnostics()[0].span == strange.span);
}
