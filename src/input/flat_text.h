// The mixed content of an element -> one line of UTF-16 with the place of every unit, and its tags beside it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "input/xml.h"

namespace skabelon {

/// Text with white space collapsed (also across tags) and trimmed at the ends and at line breaks.
struct FlatText {
  /// A tag of inline markup between two units; an empty element (<br/>) opens and closes at the same place.
  struct Tag {
    std::size_t at = 0;  ///< the unit it stands before
    bool opens = true;
    const XmlNode* node = nullptr;
  };
  struct Place {
    const XmlText* text = nullptr;
    std::uint32_t begin = 0, end = 0;  ///< bytes of `text`
  };
  std::u16string text;
  std::vector<Place> places;  ///< one a unit
  std::vector<Tag> tags;      ///< in the order of the file
  Span whole;                 ///< of the element

  /// The bytes of units [begin, end).
  Span span(std::size_t begin, std::size_t end) const;
  /// Puts made-up text before a unit; its place is that of the unit.
  void insert(std::size_t at, std::u16string_view made_up);
};

/// The longest sentence taken, in bytes.
inline constexpr std::size_t longest_wording = 20'000;

/// Flattens the text and inline elements of `node`, leaving out child elements named in `blocks`; `is_break` tells
/// line breaks, around which white space goes. Reports characters that no wording may hold: ASCII apostrophes
/// (taken as ’ then), controls, bidi embeddings and isolates.
FlatText flatten(const XmlNode& node, const std::vector<std::string>& blocks,
                 const std::function<bool(const XmlNode&)>& is_break, Sink& sink);

}  // namespace skabelon
