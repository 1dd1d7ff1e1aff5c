// A document laid out: every glyph in its place, with its tags. The PDF writer decides nothing more.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/length.h"
#include "base/span.h"
#include "model/document.h"
#include "model/font.h"
#include "model/picture.h"
#include "model/style.h"

namespace skabelon {

/// A glyph of a run, in visual order (left to right). Advances and offsets are in font units.
struct Glyph {
  std::uint32_t id = 0;
  std::int32_t advance = 0;
  std::int32_t dx = 0;
  std::int32_t dy = 0;           ///< upwards
  std::uint32_t text_begin = 0;  ///< the cluster's range in GlyphRun::text; several glyphs may share it
  std::uint32_t text_end = 0;
};

/// Glyphs of one font, size, colour and direction with the text they stand for.
struct GlyphRun {
  const Font* font = nullptr;
  Length size;
  Color color;
  bool rtl = false;
  Point origin;         ///< of the first glyph, on the baseline
  std::u16string text;  ///< logical order, without bidi controls; U+00AD for the hyphen of a broken word
  std::vector<Glyph> glyphs;
  Span span;
};

struct Fill {
  Rect rect;
  Color color;
};
/// A rectangle's outline, the line centred on its edges.
struct Frame {
  Rect rect;
  Length line;
  Color color;
};
struct Line {
  Point from, to;
  Length line;
  Color color;
  bool dashed = false;
};
struct PlacedPicture {
  PictureRef picture;
  Rect rect;
};

/// Who owns a mark: a node of the structure tree, or one of the artifacts (ISO 32000-1, 14.8.2.2).
enum class Artifact : std::uint8_t { none, header, footer, layout, background };

struct Mark {
  std::int32_t node = -1;  ///< index into Pages::structure, -1 for an artifact
  Artifact artifact = Artifact::none;
  std::variant<GlyphRun, Fill, Frame, Line, PlacedPicture> content;
};

/// A clickable area. Belongs to the Link node `node`.
struct LinkArea {
  Rect rect;
  std::string target;       ///< address, or "#id"
  std::string description;  ///< for /Contents
  std::int32_t node = -1;
};

struct Page {
  std::string label;        ///< the page number as printed
  std::vector<Mark> marks;  ///< painting order; lines of right-to-left text in visual order
  std::vector<LinkArea> links;
};

/// Standard structure types (ISO 32000-1, 14.8.4) that we use.
enum class Role : std::uint8_t {
  document,
  part,
  section,
  division,
  heading,
  paragraph,
  block_quote,
  list,
  list_item,
  label,
  list_body,
  table,
  table_head,
  table_body,
  table_row,
  header_cell,
  data_cell,
  span,
  link,
  reference,
  figure,
  form,
  toc,
  toc_item
};

struct StructureNode {
  Role role = Role::document;
  int level = 0;  ///< heading: 1..6
  std::int32_t parent = -1;
  std::vector<std::int32_t> children;  ///< reading order. A node has children or marks, never both
  const Language* language = nullptr;  ///< set where it differs from the parent's, and on the root
  bool has_actual_text = false;        ///< leaf spans of paragraphs that hold right-to-left text (pdf.md)
  std::u16string actual_text;
  std::string alternative;  ///< figures
  Rect box;                 ///< figures: where it stands
  std::int32_t page = -1;   ///< figures and links: on which page
  // Attributes (ISO 32000-1, 14.8.5)
  enum class Scope : std::uint8_t { none, row, column } scope = Scope::none;
  int column_span = 1;
  enum class Numbering : std::uint8_t { none, disc, decimal, lower_alpha } numbering = Numbering::none;
  std::string id;  ///< of the Block it came from, or empty
};

struct OutlineItem {
  std::string title;
  int level = 1;  ///< 1: top
  std::int32_t page = 0;
  Length y;
};

/// Where a block starts: target of links and references.
struct Anchor {
  std::int32_t page = 0;
  Length y;
};

/// Where a hand-written or digital signature goes: for signing systems.
struct SignaturePlace {
  std::string role;
  std::int32_t page = 0;
  Rect rect;
};

struct Pages {
  Meta meta;
  const Language* language = nullptr;
  std::vector<const Language*> languages;
  Length width, height;
  std::vector<Page> pages;
  std::vector<StructureNode> structure;  ///< [0] is the Document node
  std::vector<OutlineItem> outline;
  std::map<std::string, Anchor> anchors;  ///< by block id
  std::vector<SignaturePlace> signatures;
};

/// Printed page number of every anchor: what the ODT writer puts into contents and references.
using PageLabels = std::map<std::string, std::string>;
PageLabels page_labels(const Pages& pages);

/// Readable text: pages, then marks with places in tenths of a point, then the structure tree.
std::string dump(const Pages& pages);

}  // namespace skabelon
