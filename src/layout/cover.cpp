// A cover -> one row as high as a page: notice and logo at the top, title at a third, the rest at the foot.
#include <algorithm>

#include "layout/flow.h"

namespace skabelon {
namespace {

constexpr Length logo_height = Length::millimetres(16);

struct CoverParts {
  Blocks top, middle, foot;
};

bool stands_at_top(const Block& block) {
  return std::holds_alternative<Box>(block.content) || std::holds_alternative<Image>(block.content);
}

CoverParts split(const Cover& cover, const Blocks& notices) {
  CoverParts parts{notices, {}, {}};
  for (const Block& block : cover.blocks) {
    if (block.style == "cover-foot")
      parts.foot.push_back(block);
    else if (parts.middle.empty() && stands_at_top(block))
      parts.top.push_back(block);
    else
      parts.middle.push_back(block);
  }
  return parts;
}

bool has_image(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(),
                     [](const Block& block) { return std::holds_alternative<Image>(block.content); });
}

/// The organisation's logo where the cover itself shows none.
void add_logo(Context& context, const Area& area, const CoverParts& parts, RowList& rows) {
  const RunningMatter& running = context.document.running;
  if (running.logo == nullptr || has_image(parts.top) || has_image(parts.middle)) return;
  Block block;
  Image image{running.logo, running.logo_alternative, scaled(logo_height, running.logo->width, running.logo->height)};
  flow_image(context, block, image, area, rows);
}

Length bottom(const Cell& cell) { return cell.top + stack_height(cell.rows); }

}  // namespace

void flow_cover(Context& context, const Block& block, const Cover& cover, const Blocks& notices, const Area& area,
                RowList& rows) {
  const CoverParts parts = split(cover, notices);
  Area inside = area.inside(context.structure.add(area.node, Role::division, block.language, block.id));
  inside.numbers.reset();

  RowList top;
  flow_blocks(context, parts.top, inside, top);
  add_logo(context, inside, parts, top);
  top.settle();
  const Length top_after = top.rows.empty() ? Length{} : top.rows.back().after;
  Cell head{std::move(top.rows), {}};
  Cell middle{flow_apart(context, parts.middle, inside), {}};
  Cell foot{flow_apart(context, parts.foot, inside), {}};
  const Length third = context.styles.page.height / 3 - context.styles.page.margin_top;
  middle.top = std::max(third, bottom(head) + top_after);
  foot.top = std::max(context.body_height - stack_height(foot.rows), bottom(middle));

  rows.pending_break = !rows.rows.empty();
  if (bottom(foot) > context.body_height) {
    // Too much for one page: it flows like other text.
    for (Cell* cell : {&head, &middle, &foot})
      for (Row& row : cell->rows) rows.add(std::move(row));
  } else {
    Row row;
    row.cover = true;
    row.cells = {std::move(head), std::move(middle), std::move(foot)};
    row.height = context.body_height;
    rows.add(std::move(row));
  }
  rows.pending_break = true;
}

}  // namespace skabelon
