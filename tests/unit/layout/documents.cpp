// Small documents and readable pages.
#include "unit/layout/documents.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <map>

#include "base/files.h"
#include "input/fonts.h"
#include "input/locale.h"
#include "input/style.h"
#include "layout/layout.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

std::string mm(Length length) {
  const long tenths = std::lround(length.millimetres() * 10);
  return (tenths < 0 ? "-" : "") + std::to_string(std::labs(tenths) / 10) +
         (tenths % 10 != 0 ? "." + std::to_string(std::labs(tenths) % 10) : "");
}
std::string mm(Point point) { return mm(point.x) + "," + mm(point.y); }
std::string mm(const Rect& r) { return mm(r.x) + "," + mm(r.y) + " " + mm(r.width) + "×" + mm(r.height); }

}  // namespace

const Kit& kit() {
  static const Kit* const loaded = [] {
    auto* made = new Kit;
    const DiskFiles files(SKABELON_ROOT);
    const MemoryFiles looks({{"templates/style.xml", files.read("tests/support/style.xml", Files::default_limit)}});
    Sink sink(made->sources);
    made->fonts = load_fonts(files, made->sources, sink);
    made->style = load_style(looks, made->fonts, made->sources, sink).standard;
    made->da = load_language(files, "da", made->sources, sink);
    made->ar = load_language(files, "ar", made->sources, sink);
    made->ti = load_language(files, "ti", made->sources, sink);
    if (sink.has_errors()) throw std::runtime_error(to_text(sink.diagnostics(), made->sources));
    return made;
  }();
  return *loaded;
}

Inlines text(const std::string& words) {
  Inline one;
  one.content = Text{words};
  return {one};
}

Block block(decltype(Block::content) content, const Language& language) {
  Block result;
  result.content = std::move(content);
  result.language = &language;
  return result;
}

Block p(const std::string& words, const std::string& style, const Language& language) {
  Block result = block(Paragraph{text(words)}, language);
  result.style = style;
  return result;
}

Block h(int level, const std::string& words, const Language& language) {
  return block(Heading{level, text(words)}, language);
}

Block clause(const std::string& id, const std::string& label, Blocks blocks, const Language& language) {
  Clause content;
  content.blocks = std::move(blocks);
  Block result = block(std::move(content), language);
  result.id = id;
  result.label = label;
  return result;
}

Block bullets(const std::vector<std::string>& items, const Language& language) {
  List list;
  for (const std::string& words : items) {
    ListItem item;
    item.label = "•";
    item.blocks.push_back(p(words, "body", language));
    list.items.push_back(std::move(item));
  }
  return block(std::move(list), language);
}

Block box(const std::string& style, Blocks blocks, const Language& language) {
  Block result = block(Box{std::move(blocks)}, language);
  result.style = style;
  return result;
}

Block fields(std::vector<Field> list, const Language& language) { return block(FieldRow{std::move(list)}, language); }

Field field(Field::Kind kind, const std::string& id, int width, Blocks label) {
  Field result;
  result.id = id;
  result.name = id;
  result.kind = kind;
  result.width = width;
  result.label = std::move(label);
  return result;
}

Document document(Blocks blocks, const Language& language) {
  Document result;
  result.language = &language;
  result.languages = {&language};
  result.style = &kit().style;
  result.blocks = std::move(blocks);
  return result;
}

Block lines(const std::string& name, int count, const std::string& style) {
  Inlines inlines;
  for (int i = 0; i < count; ++i) {
    Inline line;
    line.content = Text{name + std::to_string(i + 1)};
    inlines.push_back(line);
    if (i + 1 == count) break;
    line.content = Break{};
    inlines.push_back(line);
  }
  Block result = block(Paragraph{std::move(inlines)}, kit().da);
  result.style = style;
  return result;
}

Pages lay_out(const Document& document) {
  Sink sink(kit().sources);
  Pages pages = layout(document, kit().fonts, sink);
  CHECK(to_text(sink.diagnostics(), kit().sources) == "");
  return pages;
}

std::string text_of(const Page& page, bool artifacts) {
  struct Row {
    Point left;
    std::string words;
    bool artifact;
    std::int32_t node;
    Length right;
  };
  std::vector<Row> rows;
  for (const Mark& mark : page.marks) {
    const auto* run = std::get_if<GlyphRun>(&mark.content);
    if (run == nullptr || (mark.node < 0 && !artifacts)) continue;
    Length right = run->origin.x;
    for (const Glyph& glyph : run->glyphs) right += scaled(run->size, glyph.advance, run->font->units_per_em);
    const bool follows = !rows.empty() && rows.back().left.y == run->origin.y && rows.back().node == mark.node;
    // Artifacts have no owner to tell them apart: only what touches belongs together.
    if (follows && (mark.node >= 0 || std::abs((run->origin.x - rows.back().right).points()) < 1)) {
      rows.back().right = right;
      rows.back().left.x = std::min(rows.back().left.x, run->origin.x);
      rows.back().words += to_utf8(run->text);
      continue;
    }
    rows.push_back({run->origin, to_utf8(run->text), mark.node < 0, mark.node, right});
  }
  std::string out;
  for (const Row& row : rows) {
    std::string words = row.words;
    for (const std::string space : {"\u00A0", " ", "\u00A0"})
      while (words.ends_with(space)) words.erase(words.size() - space.size());
    out += mm(row.left) + " " + (row.artifact ? "[" + words + "]" : words) + "\n";
  }
  return out;
}

std::string shapes_of(const Page& page) {
  std::string out;
  for (const Mark& mark : page.marks) {
    if (const auto* fill = std::get_if<Fill>(&mark.content)) out += "fill " + mm(fill->rect) + "\n";
    if (const auto* frame = std::get_if<Frame>(&mark.content)) out += "frame " + mm(frame->rect) + "\n";
    if (const auto* line = std::get_if<Line>(&mark.content))
      out += std::string(line->dashed ? "dashed " : "line ") + mm(line->from) + "–" + mm(line->to) + "\n";
    if (const auto* picture = std::get_if<PlacedPicture>(&mark.content)) out += "picture " + mm(picture->rect) + "\n";
  }
  return out;
}

std::string flow_of(const Pages& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    if (i > 0) out += " |";
    Length baseline{-1};
    for (const Mark& mark : pages.pages[i].marks) {
      const auto* run = std::get_if<GlyphRun>(&mark.content);
      if (run == nullptr || mark.node < 0 || run->origin.y == baseline) continue;
      baseline = run->origin.y;
      const std::string words = to_utf8(run->text);
      out += (out.empty() ? "" : " ") + words.substr(0, words.find(' '));
    }
  }
  return out;
}

namespace {

bool leaf(const StructureNode& node) { return node.children.empty(); }

/// The blocks of text: what has words of its own or only words below it.
bool is_text_block(Role role) {
  return role == Role::paragraph || role == Role::heading || role == Role::block_quote || role == Role::toc_item;
}

class TreeReader {
 public:
  explicit TreeReader(const Pages& pages) : pages_(pages) {
    for (const Page& page : pages.pages)
      for (const Mark& mark : page.marks)
        if (const auto* run = std::get_if<GlyphRun>(&mark.content); run != nullptr && mark.node >= 0)
          marks_[mark.node].push_back(run);
  }

  std::vector<std::string> blocks;

  void read(std::int32_t index) {
    const StructureNode& node = at(index);
    if (node.role == Role::toc || node.role == Role::label) return;
    if (is_text_block(node.role)) {
      blocks.push_back(clean(words(index)));
      return;
    }
    for (const std::int32_t child : node.children) read(child);
  }

 private:
  const StructureNode& at(std::int32_t index) const { return pages_.structure[static_cast<std::size_t>(index)]; }

  std::u16string words(std::int32_t index) const {
    const StructureNode& node = at(index);
    if (node.role == Role::label) return {};
    if (node.has_actual_text) return node.actual_text;
    std::u16string result;
    const auto found = marks_.find(index);
    if (leaf(node) && found != marks_.end())
      for (const GlyphRun* run : found->second) result += run->text;
    for (const std::int32_t child : node.children) result += words(child);
    return result;
  }

  static std::string clean(std::u16string words) {
    std::erase(words, u'\u00AD');
    while (!words.empty() && words.back() == u' ') words.pop_back();
    return to_utf8(words);
  }

  const Pages& pages_;
  std::map<std::int32_t, std::vector<const GlyphRun*>> marks_;
};

constexpr const char* role_names[] = {"document", "part",      "section", "division", "heading", "paragraph",
                                      "quote",    "list",      "item",    "label",    "body",    "table",
                                      "thead",    "tbody",     "row",     "th",       "td",      "span",
                                      "link",     "reference", "figure",  "form",     "toc",     "entry"};

}  // namespace

std::vector<std::string> structure_text(const Pages& pages) {
  TreeReader reader(pages);
  reader.read(0);
  return reader.blocks;
}

std::string tree_of(const Pages& pages) {
  const std::function<std::string(std::int32_t)> tell = [&](std::int32_t index) {
    const StructureNode& node = pages.structure[static_cast<std::size_t>(index)];
    std::string out = role_names[static_cast<std::size_t>(node.role)];
    if (node.level > 0) out += std::to_string(node.level);
    if (!node.id.empty()) out += "#" + node.id;
    if (node.language != nullptr && index != 0) out += "@" + node.language->tag;
    if (node.has_actual_text) out += "=" + to_utf8(node.actual_text);
    if (node.children.empty()) return out;
    out += "(";
    for (std::size_t i = 0; i < node.children.size(); ++i) out += (i > 0 ? " " : "") + tell(node.children[i]);
    return out + ")";
  };
  return tell(0);
}

}  // namespace skabelon::test
