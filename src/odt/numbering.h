// Numbers and bullets -> list styles and continued lists, so that a word processor numbers them anew (odt.md 4).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "odt/styles.h"
#include "text/option_columns.h"

namespace skabelon::odt {

/// The numbers of clauses: one list through the whole document, in pieces.
class ClauseNumbers {
 public:
  ClauseNumbers(Styles& styles, const Document& document) : styles_(styles), document_(document) {}

  /// A list item for a block labelled "4" or "4.2", appended to `parent`. None where the label is no number that
  /// continues the list: it is written as text then.
  std::optional<pugi::xml_node> item(pugi::xml_node parent, const std::string& label);

 private:
  std::string style_name();
  pugi::xml_node piece(pugi::xml_node parent);

  Styles& styles_;
  const Document& document_;
  std::vector<int> counters_;
  pugi::xml_node open_;  ///< the last piece
  int pieces_ = 0;
};

/// "4.2" -> {4, 2}; empty for anything else.
std::vector<int> parse_number(std::string_view label);

/// A list's text stands `indent` + `outer` + `hang` from the start side.
struct ListMeasures {
  Length indent;  ///< of the column
  Length outer;   ///< the columns of the lists around
  Length hang;    ///< the column of its own labels
  int level = 1;
  bool in_cell = false;
};

/// The list style for a list with this first label.
std::string list_style(Styles& styles, List::Kind kind, const std::string& label, const ListMeasures& measures,
                       const Language& language);

/// "1" or what LibreOffice calls the language's own digits (odt.md 2).
std::string number_format(const Language& language);

}  // namespace skabelon::odt
