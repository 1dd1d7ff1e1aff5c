// The style sheet -> named and automatic OpenDocument styles, each made when it is first asked for.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/document.h"
#include "odt/xml.h"

namespace skabelon::odt {

/// What one paragraph changes in its named style.
struct ParagraphFormat {
  std::string master;  ///< starts a page of this master page
  bool page_break = false;
  bool keep_with_next = false;
  bool hyphenate = false;
  bool natural_height = false;       ///< lines as high as what stands in them: pictures
  std::optional<Length> indent;      ///< at the start side
  std::optional<Length> first_line;  ///< beside the indent; negative where a label hangs
  std::optional<Length> end_indent;  ///< at the end side
  std::optional<Length> before, after;
  std::optional<Length> leading;
  std::optional<Align> align;
  std::optional<Length> tab;      ///< one tab stop, from the indent
  std::optional<Length> end_tab;  ///< one at the end side, with `dots` as a leader
  bool dots = false;
  Length rule;      ///< a line above the paragraph …
  Length rule_gap;  ///< … and its distance from the text
  Color rule_color;
  Length line_below;  ///< a line below, `dashed` to cut along
  bool dashed = false;
  const BoxStyle* box = nullptr;  ///< stands inside a framed stretch of paragraphs
};

/// What a stretch of text changes in its paragraph.
struct TextFormat {
  std::string style;                   ///< character style of the sheet, or empty
  const Language* language = nullptr;  ///< null: the paragraph's
  std::string family;                  ///< empty: what the paragraph style gives
  Length size;
  int lowered = 0;  ///< below the baseline, per cent of the size
  bool plain() const { return style.empty() && language == nullptr && family.empty(); }
};

/// U+2610 BALLOT BOX as a tick box beside the first line of a paragraph: as large as the sheet says, in mid-line.
TextFormat tick_symbol(const StyleSheet& sheet, const ParagraphStyle& beside, const Language& language);

class Styles {
 public:
  explicit Styles(const Document& document);

  /// The XML name of a paragraph style in a language; the styles it needs come into being.
  /// `outline` false: a heading's look without its place in the outline.
  std::string paragraph(const std::string& name, const Language& language, bool outline = true);
  /// The same with changes: an automatic style, or the named one where nothing changes.
  std::string paragraph(const std::string& name, const Language& language, const ParagraphFormat& format,
                        bool outline = true);
  /// The XML name of a character style for this stretch of a paragraph in `paragraph_language`.
  std::string text(const TextFormat& format, const Language& paragraph_language);
  /// An automatic style of another family ("table", "table-cell", "graphic", …), one for equal properties.
  std::string automatic(const char* family, const char* prefix, const char* properties, const Attrs& attributes,
                        const Attrs& own = {});
  /// A named list style; `add` tells whether it must be filled, which happens once.
  pugi::xml_node list(const std::string& display_name, bool& fresh);

  /// The paragraph style of the sheet, or its "body" where it has none of that name.
  const ParagraphStyle& sheet_style(const std::string& name) const;
  const StyleSheet& sheet() const { return sheet_; }

  pugi::xml_node named() { return named_.first_child(); }           ///< <office:styles>
  pugi::xml_node automatics() { return automatic_.first_child(); }  ///< <office:automatic-styles> of content.xml
  /// Footers and headers want theirs in styles.xml: from here on automatic styles go there.
  void begin_page_matter();
  pugi::xml_node page_automatics() { return page_automatic_.first_child(); }

 private:
  void write_defaults(const Document& document);
  void paragraph_properties(pugi::xml_node style, const ParagraphStyle& look, const Language& language);
  void text_properties(pugi::xml_node style, const ParagraphStyle& look, const Language& language);
  std::string base(const Language& language);
  std::string format_key(const std::string& parent, const ParagraphFormat& format) const;

  const StyleSheet& sheet_;
  const Language& main_;
  pugi::xml_document named_, automatic_, page_automatic_;
  bool in_pages_ = false;
  std::map<std::string, std::string> paragraphs_;  ///< display name -> XML name
  std::map<std::string, std::string> texts_;
  std::map<std::string, std::string> automatics_;  ///< what it holds -> XML name
  std::map<std::string, int> counters_;            ///< by prefix
};

/// Complex text layout in LibreOffice's sense: these languages take the -complex fonts and sizes (odt.md 3).
inline bool is_complex(ScriptClass script) { return script != ScriptClass::latin; }
/// left/right by direction: LibreOffice reads start and end as left and right whatever the direction (odt.md 2).
const char* physical(Align align, bool rtl);
/// family, size, weight for the three kinds of script that OpenDocument tells apart.
void set_fonts(pugi::xml_node text_properties, const ScriptStyle& western, const ScriptStyle& complex);
void set_weight(pugi::xml_node text_properties, bool bold);
void set_language(pugi::xml_node text_properties, const Language& language);

}  // namespace skabelon::odt
