// Document -> Pages: blocks become rows, rows become pages, pages get their running matter.
#include "layout/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "layout/flow.h"
#include "layout/furniture.h"
#include "layout/paginate.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr int most_passes = 3;

/// What a pass gives beside the pages.
struct Pass {
  Pages pages;
  std::vector<MissingOnPage> missing;
};

Area page_area(const PageStyle& page) {
  Area area;
  area.column = {page.margin_side, page.width - page.margin_side * 2};
  area.top_level = true;
  return area;
}

/// The document's blocks. Notices before a cover move onto it: a page must not hold a notice alone.
RowList flow_document(Context& context, const Document& document) {
  RowList rows;
  const Area area = page_area(context.styles.page);
  std::span<const Block> blocks = document.blocks;
  const auto first = static_cast<std::size_t>(
      std::find_if(blocks.begin(), blocks.end(),
                   [](const Block& block) { return !std::holds_alternative<Box>(block.content); }) -
      blocks.begin());
  if (first < blocks.size())
    if (const auto* cover = std::get_if<Cover>(&blocks[first].content)) {
      rows.anchor(blocks[first].id);
      flow_cover(context, blocks[first], *cover,
                 Blocks(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(first)), area, rows);
      blocks = blocks.subspan(first + 1);
    }
  flow_blocks(context, blocks, area, rows);
  rows.settle();
  return rows;
}

/// A link to a block that does not exist is text like any other.
void drop_dead_links(Pages& pages) {
  for (Page& page : pages.pages)
    std::erase_if(page.links, [&](const LinkArea& link) {
      const bool dead = link.target.starts_with('#') && !pages.anchors.contains(link.target.substr(1));
      if (dead) pages.structure[static_cast<std::size_t>(link.node)].role = Role::span;
      return dead;
    });
}

Pass run_pass(const Document& document, const FontSet& fonts, PageReferences& references) {
  const StyleSheet& styles = document.styles();
  const PageStyle& page = styles.page;
  Structure structure(*document.language);
  Context context{document,
                  styles,
                  fonts,
                  structure,
                  references,
                  document.language->rtl(),
                  page.height - page.margin_top - page.margin_bottom,
                  has_chapters(document),
                  {},
                  {},
                  {}};
  if (has_toc(document.blocks)) context.headings = collect_headings(document.blocks);

  Pass pass;
  pass.pages.meta = document.meta;
  pass.pages.language = document.language;
  pass.pages.languages = document.languages;
  pass.pages.width = page.width;
  pass.pages.height = page.height;
  RowList rows = flow_document(context, document);
  Placer placer(context, pass.pages);
  std::vector<bool> covers;
  paginate(context, std::move(rows.rows), placer, covers);
  for (std::size_t i = 0; i < pass.pages.pages.size(); ++i)
    pass.pages.pages[i].label = page_label(i + 1, *document.language);
  pass.missing = std::move(placer.missing);
  add_furniture(context, pass.pages, {covers, placer.chapters}, pass.missing);
  pass.pages.structure = structure.take();
  return pass;
}

/// True if all page numbers that stand in the text are right; else the next pass is given the right ones.
bool settled(PageReferences& references, const Pages& pages) {
  PageLabels labels = page_labels(pages);
  labels[PageReferences::total] = page_label(pages.pages.size(), *pages.language);
  const bool same = std::all_of(references.used.begin(), references.used.end(), [&](const auto& used) {
    const auto found = labels.find(used.first);
    return found == labels.end() || found->second == used.second;
  });
  references.known = std::move(labels);
  references.used.clear();
  references.fields = 0;
  return same;
}

void report(const std::vector<MissingOnPage>& missing, Sink& sink) {
  std::set<std::tuple<FileId, std::uint32_t, char32_t>> told;
  for (const auto& [page, glyph] : missing) {
    if (!told.insert({glyph.span.file, glyph.span.begin, glyph.character}).second) continue;
    std::u16string text;
    append(text, glyph.character);
    sink.error(glyph.span, fmt::format("no font has “{}” (U+{:04X}), page {}", to_utf8(text),
                                       static_cast<std::uint32_t>(glyph.character), page + 1));
  }
}

}  // namespace

Pages layout(const Document& document, const FontSet& fonts, Sink& sink) {
  PageReferences references;
  Pass pass = run_pass(document, fonts, references);
  for (int passes = 1; passes < most_passes && !settled(references, pass.pages); ++passes)
    pass = run_pass(document, fonts, references);
  report(pass.missing, sink);
  Pages pages = std::move(pass.pages);
  std::erase_if(pages.anchors, [](const auto& anchor) { return anchor.first.starts_with("page field "); });
  drop_dead_links(pages);
  return pages;
}

}  // namespace skabelon
