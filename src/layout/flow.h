// Blocks -> rows: one function a kind of block.
#pragma once

#include <span>

#include "layout/context.h"

namespace skabelon {

void flow_blocks(Context& context, std::span<const Block> blocks, const Area& area, RowList& rows);

void flow_list(Context& context, const Block& block, const List& list, const Area& area, RowList& rows);
void flow_table(Context& context, const Block& block, const Table& table, const Area& area, RowList& rows);
void flow_clause(Context& context, const Block& block, const Clause& clause, const Area& area, RowList& rows);
void flow_parallel(Context& context, const Block& block, const Parallel& parallel, const Area& area, RowList& rows);
void flow_box(Context& context, const Block& block, const Box& box, const Area& area, RowList& rows);
void flow_fields(Context& context, const Block& block, const FieldRow& row, const Area& area, RowList& rows);
void flow_signatures(Context& context, const Block& block, const Signatures& all, const Area& area, RowList& rows);
/// `notices`: boxes that stand before the cover in the document and move to its top.
void flow_cover(Context& context, const Block& block, const Cover& cover, const Blocks& notices, const Area& area,
                RowList& rows);
void flow_toc(Context& context, const Block& block, const Area& area, RowList& rows);
void flow_image(Context& context, const Block& block, const Image& image, const Area& area, RowList& rows);

/// Blocks in a column of their own, to stand beside others in one row. Markers without a row stay with the last.
std::vector<Row> flow_apart(Context& context, const Blocks& blocks, const Area& area);

/// Keeps rows [first, rows.size()) on one page where they are no higher than `limit`.
void keep_together(std::vector<Row>& rows, std::size_t first, Length limit);

/// The headings that contents may list, in reading order.
std::vector<TocEntry> collect_headings(const Blocks& blocks);
/// True where the text depends on page numbers.
bool has_toc(const Blocks& blocks);

}  // namespace skabelon
