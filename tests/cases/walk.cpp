// Recursion over blocks and structure nodes.
#include "cases/walk.h"

#include "text/unicode.h"

namespace skabelon::test {
namespace {

template <class... Functions>
struct Overload : Functions... {
  using Functions::operator()...;
};

}  // namespace

void each_block(const Blocks& blocks, const std::function<void(const Block&)>& visit) {
  const auto down = [&](const Blocks& inner) { each_block(inner, visit); };
  for (const Block& block : blocks) {
    visit(block);
    std::visit(Overload{[&](const List& list) {
                          for (const ListItem& item : list.items) down(item.blocks);
                        },
                        [&](const Table& table) {
                          for (const TableRow& row : table.rows)
                            for (const TableCell& cell : row.cells) down(cell.blocks);
                        },
                        [&](const Clause& clause) { down(clause.blocks); },
                        [&](const Parallel& parallel) {
                          for (const auto& languages : parallel.rows)
                            for (const Blocks& inner : languages) down(inner);
                        },
                        [&](const Box& box) { down(box.blocks); },
                        [&](const FieldRow& row) {
                          for (const Field& field : row.fields) {
                            down(field.label);
                            down(field.hint);
                            for (const FieldOption& option : field.options) down(option.label);
                          }
                        },
                        [&](const Signatures& all) {
                          for (const SignatureParty& party : all.parties) {
                            down(party.who);
                            for (const Blocks& label : party.line_labels) down(label);
                          }
                        },
                        [&](const Cover& cover) { down(cover.blocks); }, [](const auto&) {}},
               block.content);
  }
}

void each_inlines(const Blocks& blocks, const std::function<void(const Block&, const Inlines&)>& visit) {
  each_block(blocks, [&](const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) visit(block, paragraph->text);
    if (const auto* heading = std::get_if<Heading>(&block.content)) visit(block, heading->text);
    if (const auto* row = std::get_if<FieldRow>(&block.content))
      for (const Field& field : row->fields) visit(block, field.value);
  });
}

std::pair<Length, Length> extent(const GlyphRun& run) {
  std::pair<Length, Length> seen{run.origin.x, run.origin.x};
  Length x = run.origin.x;
  bool first = true;
  for (const Glyph& glyph : run.glyphs) {
    const Length width = scaled(run.size, glyph.advance, run.font->units_per_em);
    const bool space = glyph.text_begin < run.text.size() && run.text[glyph.text_begin] == u' ';
    if (!space && std::exchange(first, false)) seen.first = x;
    x += width;
    if (!space) seen.second = x;
  }
  return first ? std::pair{run.origin.x, run.origin.x} : seen;
}

std::vector<std::string> out_of_place(const Document& document, const Pages& pages) {
  std::vector<std::string> out;
  const PageStyle& paper = document.styles().page;
  const Length slack = Length::points(1);
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    for (const Mark& mark : pages.pages[i].marks) {
      const auto* run = std::get_if<GlyphRun>(&mark.content);
      if (run == nullptr) continue;
      const auto [from, to] = extent(*run);
      const bool beside =
          from < to && (from + slack < paper.margin_side || to > pages.width - paper.margin_side + slack);
      const bool below = mark.node >= 0 && run->origin.y > pages.height - paper.margin_bottom + slack;
      if (beside || below) out.push_back("page " + std::to_string(i + 1) + ": " + to_utf8(run->text));
    }
  }
  return out;
}

Tree::Tree(const Pages& pages) : pages_(pages), marks_(pages.structure.size()) {
  for (std::size_t page = 0; page < pages.pages.size(); ++page)
    for (const Mark& mark : pages.pages[page].marks)
      if (mark.node >= 0)
        marks_.at(static_cast<std::size_t>(mark.node)).push_back({static_cast<std::int32_t>(page), &mark});
}

std::vector<Placed> Tree::below(std::int32_t node) const {
  std::vector<Placed> found;
  gather(node, found);
  return found;
}

void Tree::gather(std::int32_t node, std::vector<Placed>& found) const {
  const auto at = static_cast<std::size_t>(node);
  found.insert(found.end(), marks_[at].begin(), marks_[at].end());
  for (const std::int32_t child : pages_.structure[at].children) gather(child, found);
}

bool Tree::inside(std::int32_t node, Role role) const {
  for (; node >= 0; node = pages_.structure[static_cast<std::size_t>(node)].parent)
    if (pages_.structure[static_cast<std::size_t>(node)].role == role) return true;
  return false;
}

const Language* Tree::language(std::int32_t node) const {
  for (; node >= 0; node = pages_.structure[static_cast<std::size_t>(node)].parent)
    if (const Language* own = pages_.structure[static_cast<std::size_t>(node)].language) return own;
  return nullptr;
}

std::string Tree::text(std::int32_t node) const {
  const auto at = static_cast<std::size_t>(node);
  const StructureNode& here = pages_.structure[at];
  // Runs of a right-to-left line are painted in visual order; the node says what is read.
  if (here.has_actual_text) return to_utf8(here.actual_text);
  std::string text;
  for (const Placed& placed : marks_[at])
    if (const auto* run = std::get_if<GlyphRun>(&placed.mark->content)) text += to_utf8(run->text);
  for (const std::int32_t child : here.children) text += this->text(child);
  return text;
}

std::vector<std::int32_t> Tree::all(Role role) const {
  std::vector<std::int32_t> found;
  find(0, role, found);
  return found;
}

void Tree::find(std::int32_t node, Role role, std::vector<std::int32_t>& found) const {
  const StructureNode& here = pages_.structure[static_cast<std::size_t>(node)];
  if (here.role == role) found.push_back(node);
  for (const std::int32_t child : here.children) find(child, role, found);
}

}  // namespace skabelon::test
