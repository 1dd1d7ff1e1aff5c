// What blocks become before they have a page: rows of a known height that stack and are not cut in between.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "layout/paragraph.h"
#include "model/pages.h"

namespace skabelon {

/// A stretch of the page's width. x counts from the page's START edge, so that a right-to-left page is the mirror
/// of a left-to-right one; only the place of text inside its column is physical.
struct Column {
  Length x, width;
};

/// Something drawn or clicked. y counts from the row's top.
struct Piece {
  std::variant<Mark, LinkArea> content;
  Column column;           ///< used where `in_column`
  bool in_column = false;  ///< x counts from the column's physical left edge (text), else from the page's start edge
};

/// Something to remember about a place: it draws nothing.
struct Marker {
  enum class Kind : std::uint8_t { anchor, outline, signature, chapter };
  Kind kind = Kind::anchor;
  std::string name;                    ///< id, title or role
  int level = 0;                       ///< outline
  Rect rect;                           ///< signature: x from the start edge, y from the row's top
  const Language* language = nullptr;  ///< chapter: of its title
};

/// How firmly a row holds the one after it. A page breaks at the weakest place.
enum class Glue : std::uint8_t {
  none,
  together,  ///< of one keep-together group
  next,      ///< kept with the next block
  lines,     ///< first two or last two lines of a paragraph
  solid      ///< a box's padding and its content
};

struct Row;
/// Rows beside others: a table cell, a field, a party. `top` counts from the row's content top.
struct Cell {
  std::vector<Row> rows;
  Length top;
};

struct Row {
  Length height;
  Length before, after;  ///< free space, added up between two rows; `before` is dropped at a page's top
  Glue glue = Glue::none;
  bool break_before = false;
  bool cover = false;            ///< a page of its own without header
  bool keeps_next = false;       ///< of a block that keeps with the next one, as headings do
  bool splittable = false;       ///< its cells may continue on the next page
  bool padding_row = false;      ///< the padding of its own decoration
  Length padding;                ///< above and below the cells
  std::int32_t decoration = -1;  ///< innermost box it stands in
  std::int32_t repeated = -1;    ///< header rows to repeat where a page starts with this row
  std::vector<Piece> pieces;
  std::vector<Marker> markers;
  std::vector<Cell> cells;
  std::vector<MissingGlyph> missing;
};

/// Fill, frame and rules behind rows; drawn anew for each page its rows stand on.
struct Decoration {
  std::int32_t parent = -1;
  Column column;
  Length padding;  ///< repeated above and below where the box continues on another page
  bool has_fill = false;
  Color fill;
  Length frame;  ///< line all round
  Length rule;   ///< filled strip at the start side
  Length top_rule, bottom_rule;
  std::vector<Length> verticals;  ///< x of lines between the cells
  Length vertical;                ///< their thickness
  Color line;
};

/// Height of rows on top of each other, without the free space above the first and below the last.
Length stack_height(const std::vector<Row>& rows);
/// The height of the row's cells and its padding.
Length cells_height(const Row& row);

/// Rows under construction: what waits for the next one is given to it.
class RowList {
 public:
  /// A label that hangs beside the first line of what follows.
  struct Label {
    std::string text;
    Column column;
    std::int32_t node = -1;  ///< its structure node; -1: made below the paragraph it stands at
    const Language* language = nullptr;
    bool inline_prefix = false;  ///< has no column: stands before the text
    bool bold = false;           ///< inline: set it off from the text
  };

  std::vector<Row> rows;
  std::vector<Marker> pending_markers;
  std::vector<Label> pending_labels;
  std::vector<Piece> pending_pieces;  ///< drawn at the top of the next row (tick boxes)
  bool pending_break = false;

  Row& add(Row row);
  void anchor(const std::string& id);
  /// Markers that found no row go to the last one, or to a new row without height.
  void settle();
};

}  // namespace skabelon
