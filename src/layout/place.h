// Rows at a height -> marks, links and anchors of a page, mirrored where the document is right-to-left.
#pragma once

#include <vector>

#include "layout/context.h"

namespace skabelon {

struct MissingOnPage {
  std::int32_t page = 0;
  MissingGlyph glyph;
};

/// A page where a chapter begins, and its title.
struct Chapter {
  std::int32_t page = 0;
  std::string title;
  const Language* language = nullptr;
};

class Placer {
 public:
  Placer(Context& context, Pages& pages) : context_(context), pages_(pages) {}

  void begin_page(bool cover);
  /// `repeated`: a copy of a table's header rows, an artifact.
  void place(Row row, Length y, bool repeated = false);
  /// The page's first and last row continue boxes of other pages: their padding is drawn again.
  void continue_above(const Row& first, Length y);
  void continue_below(const Row& last, Length bottom);
  void end_page();

  std::vector<MissingOnPage> missing;
  std::vector<Chapter> chapters;  ///< in the order of the pages

 private:
  struct Extent {
    std::int32_t page = -1;
    Length top, bottom;
  };
  std::int32_t page_index() const { return static_cast<std::int32_t>(pages_.pages.size()) - 1; }
  Length mirrored(Length x, Length width) const;
  Rect placed(const Rect& rect, const Piece& piece, Length y) const;
  void place_piece(Piece piece, Length y, bool repeated);
  void place_link(LinkArea link, const Piece& piece, Length y);
  void place_marker(const Marker& marker, Length y);
  void extend(std::int32_t decoration, Length top, Length bottom);
  void extend_paddings(const Row& row, Length edge, bool above);
  void draw(const Decoration& decoration, const Extent& extent, std::vector<Mark>& marks) const;

  Context& context_;
  Pages& pages_;
  std::vector<Mark> content_;
  std::vector<Extent> extents_;        ///< by decoration
  std::vector<std::int32_t> touched_;  ///< decorations of this page
};

}  // namespace skabelon
