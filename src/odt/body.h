// Blocks -> the content of <office:text>, in the places the layout gives them.
#pragma once

#include <string>
#include <vector>

#include "odt/inlines.h"
#include "odt/numbering.h"

namespace skabelon::odt {

/// Where blocks stand.
struct Place {
  Length width;            ///< of the column
  Length indent;           ///< of the column's start side from the text area's or cell's
  bool top_level = false;  ///< outside clauses
  bool cell = false;       ///< in a table: no outline, no list of clauses
  bool gloss = false;      ///< a repetition in another language: no number, no outline
  bool last = false;       ///< the last block of a cell: below it only …
  Length last_after;       ///< … this
  bool keep_all = false;   ///< all blocks on one page
  bool keep_next = false;  ///< signatures follow: they are never alone on a page
  int list_level = 0;
  Length list_indent;             ///< the columns of the lists around
  const char* style = nullptr;    ///< of paragraphs that name none
  const BoxStyle* box = nullptr;  ///< framed by borders of the paragraphs themselves
  std::optional<Align> align;
};

/// A cell of a table under construction.
struct CellLook {
  Length padding_start, padding_end, padding_top, padding_bottom;
  Length top, bottom, start, end;  ///< thickness of lines
  Color line;
  bool has_fill = false;
  Color fill;
  const char* vertical = nullptr;  ///< "middle", "bottom"
};
struct TableLook {
  std::string name;  ///< unique; empty: "Table1", …
  bool keep_whole = false;
  bool keep_with_next = false;
  Length before, after;
};

/// The words of inlines without markup.
std::string words_of(const Inlines& inlines);
/// About how wide a text is on one line: there is no shaping here, and an average letter will do.
Length about(const std::string& text, const ParagraphStyle& look, ScriptClass script);

class Body {
 public:
  Body(Shared& shared, std::vector<PictureRef>& pictures);

  void write(pugi::xml_node text);

 private:
  // body.cpp
  void blocks(pugi::xml_node parent, const Blocks& list, const Place& place);
  void block(pugi::xml_node parent, const Block& block, const Place& place);
  void paragraph(pugi::xml_node parent, const Block& block, const Inlines& text, const Place& place);
  void heading(pugi::xml_node parent, const Block& block, const Heading& heading, const Place& place);
  void list(pugi::xml_node parent, const Block& block, const List& list, const Place& place);
  bool is_one_line(const ListItem& item, Length width) const;
  void clause(pugi::xml_node parent, const Block& block, const Clause& clause, const Place& place);
  void parallel(pugi::xml_node parent, const Parallel& parallel, const Place& place);
  void image(pugi::xml_node parent, const Image& image, const Language& language, const Place& place);
  void write_picture(pugi::xml_node paragraph, const Image& image, Length width);
  void cut_line(pugi::xml_node parent, const Place& place);
  void toc(pugi::xml_node parent, const Block& block, const Toc& toc);
  ParagraphFormat format(const Block& block, const ParagraphStyle& look, const Place& place);
  void align_gloss(ParagraphFormat& changes, const ParagraphStyle& look, const Inlines& text, const Language& own,
                   const Place& place) const;
  pugi::xml_node numbered_item(pugi::xml_node parent, const std::string& label, const Place& place, bool& numbered);
  void add_rule(ParagraphFormat& changes, const Place& place, Length room) const;
  void write_tick(pugi::xml_node paragraph, const ParagraphStyle& look, const Language& own);
  Place text_place(const Place& place, bool title) const;
  const Language& language(const Block& block) const;

  // table.cpp
  pugi::xml_node open_table(pugi::xml_node parent, const std::vector<Length>& widths, const Place& place,
                            TableLook look);
  pugi::xml_node row(pugi::xml_node table, Length min_height);
  pugi::xml_node cell(pugi::xml_node row, const CellLook& look, int columns = 1);
  void fill_cell(pugi::xml_node cell, const Blocks& list, const Place& place, Length after = {});
  void close_cell(pugi::xml_node cell);
  void table(pugi::xml_node parent, const Block& block, const Table& table, const Place& place);
  void box(pugi::xml_node parent, const Block& block, const Box& box, const Place& place);
  void pictured_box(pugi::xml_node table, const Box& box, const BoxStyle& style, const CellLook& look,
                    const Place& place);
  void columns(pugi::xml_node parent, const std::vector<Blocks>& languages, const Place& place);
  std::int64_t lines_about(const Inlines& text, const Block& block, const ParagraphStyle& look) const;
  void cover(pugi::xml_node parent, const Cover& cover, const Blocks& notices);
  void add_logo(Blocks& top, const Blocks& middle) const;

  // form.cpp
  Length about_height(const Blocks& list, const char* style, Length width) const;
  Length answer_height(const Field& field, Length width) const;
  void field_row(pugi::xml_node parent, const FieldRow& row, const Place& place, Length after);
  void field_cell(pugi::xml_node cell, const Field& field, const Place& place);
  void field_answer(pugi::xml_node cell, const Field& field, const Place& place);
  void field_value(pugi::xml_node cell, const Field& field, const Place& place);
  void digit_boxes(pugi::xml_node cell, const Field& field, const Place& place);
  void options(pugi::xml_node cell, const Field& field, const Place& place);
  void tick(pugi::xml_node parent, const Blocks& label, const Place& place);
  void signature_party(pugi::xml_node cell, const SignatureParty& party, const Place& place, Length lower);
  void signatures(pugi::xml_node parent, const Signatures& all, const Place& place);
  void small_paragraph(pugi::xml_node parent, const char* master = "");
  Length gap_after_fields(const Block* next) const;

  Shared& shared_;
  Styles& styles_;
  const Document& document_;
  const StyleSheet& sheet_;
  ClauseNumbers numbers_;
  std::vector<PictureRef>& pictures_;
  std::string pending_label_;   ///< a clause's number, for its heading
  std::string pending_number_;  ///< a field's number, set in bold before its label
  std::string pending_master_;  ///< the next block starts a page of this master page
  bool pending_break_ = false;
  bool pending_tick_ = false;           ///< a tick box stands before the next paragraph
  std::optional<Length> pending_rule_;  ///< a line to write on stands above the next paragraph, with this room above
  std::optional<Length> first_before_;  ///< the next paragraph is the first of its cell or box
  std::optional<Length> pair_gap_;      ///< the paragraph is followed by its repetition
  int tables_ = 0;
  int images_ = 0;
};

}  // namespace skabelon::odt
