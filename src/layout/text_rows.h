// A paragraph's lines -> rows with marks, links and structure.
#pragma once

#include <string>

#include "layout/context.h"

namespace skabelon {

struct TextBlock {
  const Inlines* inlines = nullptr;
  const Language* language = nullptr;
  const ParagraphStyle* style = nullptr;
  Role role = Role::paragraph;
  int level = 0;
  std::string id;
  std::string label;  ///< its own number
  std::string link;   ///< a link over all of the text
  bool keep_with_next = false;
};

/// Sets the text and adds its lines as rows; gives the paragraph's node, or -1 where there was nothing to set.
std::int32_t add_text(Context& context, const TextBlock& text, const Area& area, RowList& rows);

/// Where a line goes: `top` below its row's top. Without leaves its marks are an artifact.
struct LineTarget {
  Column column;
  Length top;
  const Leaves* leaves = nullptr;
  Artifact artifact = Artifact::none;
  bool underline = false;
};
/// Puts the runs of one line into the row.
void append_line(TextLine line, const ParagraphLines& lines, const std::vector<Segment>& segments,
                 const LineTarget& target, Row& row);

/// The widest that these blocks' paragraphs would be on one line each.
Length natural_width(Context& context, const Blocks& blocks, const char* style);

}  // namespace skabelon
