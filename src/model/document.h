// A composed document: what stands in it and in which order, without a place on a page.
// compose makes it, edit changes it, layout and the ODT writer read it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "base/span.h"
#include "model/language.h"
#include "model/picture.h"
#include "model/style.h"

namespace skabelon {

/// For tracked changes; everything is `none` until a comparison says otherwise.
enum class Change : std::uint8_t { none, inserted, deleted };

// ---- inlines -----------------------------------------------------------------

struct Text {
  std::string text;
};

/// A datum in a sentence. Always isolated (FSI … PDI, UAX #9 2.4.2) by whoever sets it.
struct Value {
  std::string field;  ///< name of the <let>
  std::string text;
  bool fixed = false;  ///< phone, cvr, postcode, e-mail, url: left-to-right, never broken, Latin class throughout
};

/// A reference to another block. `text` is what compose knows (number, title); a page number is layout's.
struct Ref {
  enum class Show : std::uint8_t { number, title, page };
  std::string target;  ///< id of a block
  Show show = Show::number;
  std::string text;
};

struct PageNumber {};
struct PageCount {};
struct Break {};  ///< line break inside a paragraph

struct Inline {
  std::variant<Text, Value, Ref, PageNumber, PageCount, Break> content;
  std::string style;                   ///< character style, or empty
  const Language* language = nullptr;  ///< null: the block's
  std::string link;                    ///< address (https:, mailto:, tel:), or "#id" inside the document; or empty
  Change change = Change::none;
  Span span;
};
using Inlines = std::vector<Inline>;

// ---- blocks ------------------------------------------------------------------

struct Block;
using Blocks = std::vector<Block>;

/// Heading of the document (level 1, its title) or of a clause (level 2, 3, …).
struct Heading {
  int level = 1;
  Inlines text;
};

/// Running text; Block::label is its number in a clause ("4.2"), Block::style its look.
struct Paragraph {
  Inlines text;
};

struct ListItem {
  std::string id;
  std::string label;  ///< "•", "–", "1.", "a)": computed by compose
  Blocks blocks;
  Span span;
};
struct List {
  /// `checklist` has a tick box to tick by hand for its label (label is empty then).
  enum class Kind : std::uint8_t { bullet, number, letter, checklist };
  Kind kind = Kind::bullet;
  std::vector<ListItem> items;
  bool in_cell = false;  ///< of a table: its labels hang in a narrower column
};

struct TableCell {
  Blocks blocks;
  bool header = false;  ///< a header cell of its column, or of its row when not in a header row
  int columns = 1;      ///< columns it spans
};
struct TableRow {
  std::vector<TableCell> cells;
  Length min_height;
};
struct Table {
  struct Column {
    int weight = 1;  ///< share of the width
    Align align = Align::start;
  };
  std::vector<Column> columns;
  std::size_t header_rows = 0;  ///< repeated on every page
  std::vector<TableRow> rows;
  bool grid = false;  ///< lines all round (room to write); else horizontal rules only
};

/// A numbered or unnumbered section with a heading as its first block. Kept apart so that it can be
/// compared, replaced and merged. Block::label is its number ("4").
struct Clause {
  std::string provenance;  ///< origin of the wording: "cooperation-agreement", "shared/confidentiality"
  bool required = false;
  Blocks blocks;
  bool part = false;  ///< of a playbook: opens on a new page, its title is the mark at the foot of its pages
};

/// The same blocks in two languages. rows[i][k] is row i in language k (0: the reader's).
struct Parallel {
  enum class Arrangement : std::uint8_t { stacked, columns };
  Arrangement arrangement = Arrangement::stacked;
  std::vector<std::vector<Blocks>> rows;
};

/// A framed or tinted box; Block::style names the BoxStyle.
struct Box {
  Blocks blocks;
};

struct FieldOption {
  std::string id;
  Blocks label;  ///< one paragraph a language
};

/// A place to write in by hand, or the value that is known already.
struct Field {
  enum class Kind : std::uint8_t {
    line,    ///< a box 11 mm high
    area,    ///< a box for several lines
    digits,  ///< a row of `digits` small boxes
    choice,  ///< tick boxes, one a option, side by side while they fit
    check    ///< one tick box with the label beside it
  };
  std::string id;
  std::string name;  ///< machine name, unique in the document
  Kind kind = Kind::line;
  std::string number;  ///< "7", or empty
  int width = 12;      ///< twelfths of the row: 12 full, 6 half
  int digits = 0;
  int lines = 1;  ///< area: height in multiples of 8 mm
  Blocks label;   ///< one paragraph a language, the reader's first
  Blocks hint;    ///< the same; may be empty
  std::vector<FieldOption> options;
  Inlines value;
  Span span;
};

/// One row of fields side by side; their widths add up to 12 at most.
struct FieldRow {
  std::vector<Field> fields;
};

/// A party's place in a signature block: who, and the lines to write on.
struct SignatureParty {
  std::string role;
  Blocks who;                       ///< party, name, title
  std::vector<Blocks> line_labels;  ///< below each line: "Place and date", "Signature"; one paragraph a language
};
/// All parties, two a row; a row never splits.
struct Signatures {
  std::vector<SignatureParty> parties;
};

/// The cover page: its own page without header, an accent bar at the start edge.
struct Cover {
  Blocks blocks;  ///< those with style "cover-foot" stand at the foot
};

/// Contents: filled by layout from the headings of level 2 to `depth` + 1.
struct Toc {
  int depth = 1;
};

struct Image {
  PictureRef picture;
  std::string alternative;  ///< never empty
  Length width;             ///< height follows
};

struct PageBreak {};

/// A line to cut along (a slip to return): drawn dashed, an artifact.
struct CutLine {};

struct Block {
  std::variant<Paragraph, Heading, List, Table, Clause, Parallel, Box, FieldRow, Signatures, Cover, Toc, Image,
               PageBreak, CutLine>
      content;
  std::string id;                      ///< unique in the document, stable over languages: "confidentiality/p1"
  const Language* language = nullptr;  ///< never null after compose
  std::string style;                   ///< paragraph style, box style; empty where the kind needs none
  std::string label;                   ///< computed number: "4", "4.2"
  bool keep_with_next = false;
  Change change = Change::none;
  Span span;
};

// ---- the document --------------------------------------------------------------

/// What stands at the head and foot of every page.
struct RunningMatter {
  Inlines header;   ///< document title, start side
  PictureRef logo;  ///< end side; may be null
  std::string logo_alternative;
  Inlines footer_start;  ///< document id and version
  Inlines footer_end;    ///< "page X of Y", with PageNumber and PageCount
  bool first_page_header = false;
};

struct Meta {
  std::string title;
  std::string author;  ///< the publishing organisation, or empty
  std::string template_id;
  std::string version;                         ///< 8 hex digits
  std::string date;                            ///< YYYY-MM-DD, the only time in the files
  const std::string* color_profile = nullptr;  ///< sRGB ICC profile
};

struct Document {
  Meta meta;
  const Language* language = nullptr;      ///< the main one: page direction, /Lang
  std::vector<const Language*> languages;  ///< all that occur, the main one first
  const StyleSheet* style = nullptr;
  StyleSheet own_style;        ///< used when `style` is null: an organisation's colours
  bool number_column = false;  ///< clause numbers hang in a column of their own
  RunningMatter running;
  Blocks blocks;

  const StyleSheet& styles() const { return style != nullptr ? *style : own_style; }
};

/// True where the foot of a page names the chapter it stands in: in what has parts, or contents. A chapter is a clause
/// of the document with its heading; of several on a page the last is named.
bool has_chapters(const Document& document);

/// Readable text of a document, a line a block, for tests and for people; layout is not in it.
std::string dump(const Document& document);
/// The words alone, in reading order, a line a block: no labels, no contents, no running matter, no isolates.
/// `pages`: printed page number by block id, for references to pages, which stay empty without.
std::vector<std::string> plain_text(const Document& document, const std::map<std::string, std::string>& pages = {});

}  // namespace skabelon
