// What every step of a layout pass shares.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/rows.h"
#include "layout/structure.h"
#include "model/document.h"
#include "model/font.h"
#include "text/option_columns.h"

namespace skabelon {

/// Free space between a text and its repetition in the other language: they must read as one.
inline constexpr Length pair_gap = Length::points(1.5);

/// A heading that the contents may list.
struct TocEntry {
  const Inlines* text = nullptr;
  const Language* language = nullptr;
  std::string label;
  std::string id;
  int level = 2;
};

/// Page numbers that stand in the text. They are known only when the pages are, so a pass uses those of the pass
/// before and notes what it used.
struct PageReferences {
  PageLabels known;
  PageLabels used;
  int fields = 0;

  /// The printed page of a block; a guess of usual width in the first pass.
  std::string label(const std::string& id);
  /// A new name for the place of a page-number field in running text.
  std::string field_name() { return "page field " + std::to_string(++fields); }
  static constexpr const char* total = "page count";
};

struct Context {
  const Document& document;
  const StyleSheet& styles;
  const FontSet& fonts;
  Structure& structure;
  PageReferences& references;
  bool mirrored = false;  ///< the document is right-to-left
  Length body_height;
  bool chapters = false;  ///< pages are marked with the title they stand under
  std::vector<Decoration> decorations;
  std::vector<std::vector<Row>> repeated;  ///< header rows of tables
  std::vector<TocEntry> headings;          ///< filled where the document has contents

  /// True for a block whose start side is the page's end side.
  bool flipped(const Language& language) const { return language.rtl() != mirrored; }
  const ParagraphStyle& style(const std::string& name, const char* otherwise) const;
  std::int32_t decorate(Decoration decoration);
};

/// Where blocks go.
struct Area {
  Column column;
  std::optional<Column> numbers;  ///< the column for clause numbers
  std::int32_t node = 0;
  std::int32_t decoration = -1;
  std::optional<Align> align;  ///< of a table column; replaces the paragraph style's
  bool gloss = false;          ///< stands under another language
  bool unnumbered = false;     ///< the other language has the number already
  bool repeats = false;        ///< says again in another language what the outline has already
  bool top_level = false;
  bool chapter = false;                  ///< a heading here is the mark at the foot of its pages
  const char* paragraph_style = "body";  ///< of paragraphs that name none

  Area inside(std::int32_t parent) const;
  Area in(Column other) const;
  Area styled(const char* style) const;
};

/// `amount` of the column at the start side of a block, and what is left beside it.
struct ColumnPair {
  Column first, rest;
};
ColumnPair cut_start(Column column, Length amount, bool flipped);

/// Columns of equal or weighted width side by side.
std::vector<Column> divide(Column column, const std::vector<int>& weights, Length gutter);

/// The words of inlines without markup: titles of outline and contents.
std::string words(const Inlines& inlines);

}  // namespace skabelon
