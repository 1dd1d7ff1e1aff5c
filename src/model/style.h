// The looks: templates/style.xml as plain data. Both writers read it; nothing else says how a thing looks.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "base/length.h"
#include "base/span.h"
#include "model/font.h"

namespace skabelon {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  auto operator<=>(const Color&) const = default;
};

/// Family, size and leading of one script class in one style.
struct ScriptStyle {
  std::string family;
  Length size;
  Length leading;  ///< distance of baselines where a block's LANGUAGE is of this class
};

enum class Align : std::uint8_t { start, center, end };

/// A named paragraph style ("body", "heading-1", "label", "gloss", …).
struct ParagraphStyle {
  std::string name;
  std::array<ScriptStyle, script_classes> scripts;
  bool bold = false;
  Color color;
  Length space_before;
  Length space_after;
  Length indent;  ///< at the start side, beside what the container gives
  Align align = Align::start;
  bool keep_with_next = false;
  bool keep_together = false;
  bool hyphenate = false;
  int heading_level = 0;  ///< 1..6 for headings, else 0

  const ScriptStyle& of(ScriptClass script) const { return scripts[static_cast<std::size_t>(script)]; }
};

/// A named character style ("strong", "link", "accent"): what it changes in the paragraph's.
struct CharacterStyle {
  std::string name;
  bool bold = false;
  bool has_color = false;
  Color color;
  bool underline = false;  ///< Latin text only (looks.md)
};

/// A named frame for Box blocks ("notice", "case", "tint", "strip"): fill, rule, padding.
struct BoxStyle {
  std::string name;
  bool has_fill = false;
  Color fill;
  Length rule;   ///< thickness of a rule at the start side; 0: none
  Length frame;  ///< thickness of a line all round; 0: none
  Color line;    ///< colour of rule and frame
  Length padding;
  Length space_before;
  Length space_after;
  bool keep_together = true;
  Length picture_column;  ///< where the first block is a picture: its column at the start side; 0: it stands above
  Length gap;             ///< between that column and the other blocks
};

struct PageStyle {
  Length width, height;
  Length margin_side, margin_top, margin_bottom;
  Length header_baseline;  ///< from the page's top edge
  Length footer_baseline;  ///< from the page's bottom edge
  Length number_column;    ///< the column for clause numbers at the start side
};

/// Measures of forms and signatures (looks.md).
struct FormStyle {
  Length box_height, area_height, line, gutter, row_gap, group_gap, tick, digit_width;
  Color line_color;
  Length signature_line, signature_room;  ///< length of a line; free height above it
  Length cell_padding;
  Length table_rule;
  Length list_column = Length::millimetres(7.5);       ///< bullets and numbers of lists hang in it
  Length cell_list_column = Length::millimetres(7.5);  ///< those of lists in the cell of a table
  bool run_in_gloss = false;  ///< in labels and cells the other language follows on the same line
};

struct StyleSheet {
  PageStyle page;
  FormStyle form;
  Color text, accent, tint, grey;
  std::map<std::string, ParagraphStyle> paragraphs;
  std::map<std::string, CharacterStyle> characters;
  std::map<std::string, BoxStyle> boxes;

  /// The style of that name; throws std::out_of_range where there is none (load checks every name).
  const ParagraphStyle& paragraph(const std::string& name) const { return paragraphs.at(name); }
};

}  // namespace skabelon
