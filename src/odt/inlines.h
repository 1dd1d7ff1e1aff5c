// The inlines of a paragraph -> text, spans, fields and links.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"
#include "odt/styles.h"

namespace skabelon::odt {

/// Bookmarks of the blocks that something points to, and which of them stand in the file already.
class Bookmarks {
 public:
  /// Every clause has one; other blocks where a reference or a link names them.
  explicit Bookmarks(const Document& document);
  /// The bookmark's name: a letter first, [A-Za-z0-9_], at most 40 characters (odt.md 7); empty: the block has none.
  std::string name(const std::string& id) const;
  /// The name if it is to be written now: once a file.
  std::string claim(const std::string& id);

 private:
  std::map<std::string, std::string> names_;
  std::set<std::string> written_;
};

/// Data that a reader may change in one place: a variable a field and text.
class UserFields {
 public:
  /// The variable's name: the field's own, with "-2", "-3" … where one field has several texts.
  std::string name(const std::string& field, const std::string& text);
  void write_declarations(pugi::xml_node declarations) const;
  bool empty() const { return order_.empty(); }

 private:
  std::map<std::string, std::vector<std::string>> texts_;
  std::vector<std::pair<std::string, std::string>> order_;  ///< name and text
};

/// What all paragraphs of a file share.
struct Shared {
  const Document& document;
  const PageLabels& labels;
  const FontSet& fonts;
  Styles& styles;
  Bookmarks& bookmarks;
  UserFields& fields;
  bool page_matter = false;  ///< header and footer: no variables, no bookmarks
};

/// Writes a paragraph's content, with `id`'s bookmark around it when it has one.
void write_inlines(Shared& shared, pugi::xml_node paragraph, const Inlines& inlines, const ParagraphStyle& look,
                   const Language& language, const std::string& id = {});

/// Text as OpenDocument wants it (ODF 1.3 part 3, 6.1.2): a space that would collapse as <text:s/>, tabs and line
/// feeds as elements. `after_space` carries over to the paragraph's next text; true at its start.
void write_text(pugi::xml_node node, std::string_view text, bool& after_space);

}  // namespace skabelon::odt
