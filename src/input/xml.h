// An XML file -> a small tree with the exact bytes every part came from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/span.h"

namespace skabelon {

/// Text as a reader of XML sees it (references replaced, line ends made '\n') that remembers its raw bytes.
struct XmlText {
  /// A stretch of `text` and the raw bytes it stands for; of equal length: copied byte by byte.
  struct Piece {
    std::uint32_t begin = 0, length = 0;          ///< in `text`
    std::uint32_t raw_begin = 0, raw_length = 0;  ///< in the file
  };
  std::string text;
  Span span;  ///< the raw bytes; of an attribute: between the quotes
  std::vector<Piece> pieces;

  /// The raw bytes of text[begin, end). begin == end: an empty span at that place.
  Span span_of(std::size_t begin, std::size_t end) const;
};

struct XmlAttribute {
  std::string name;  ///< "id"; "xml:lang" keeps its prefix. Declarations of namespaces are left out
  XmlText value;
  Span name_span;
};

/// An element, or (name empty) a text. Comments and processing instructions are left out; text around them,
/// and CDATA sections, make one text node.
struct XmlNode {
  std::string name;  ///< local name
  XmlText text;      ///< of a text node
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  Span span;   ///< the start tag (a text node: the text): what a message points at
  Span whole;  ///< from the start tag to the end of the end tag

  bool is_text() const { return name.empty(); }
  /// The attribute, or null.
  const XmlAttribute* attribute(std::string_view attribute_name) const;
  /// The attribute's value, or `otherwise`.
  std::string_view value(std::string_view attribute_name, std::string_view otherwise = {}) const;
  /// The first child element of that name, or null.
  const XmlNode* child(std::string_view child_name) const;
  /// The text of all text nodes directly below.
  std::string own_text() const;
};

/// What stands in an XLIFF file besides XLIFF is not ours to judge; in our own formats it is an error.
enum class ForeignElements : std::uint8_t { error, skip };

/// Reads and checks a file: UTF-8, no DOCTYPE, well-formed, at most 16 MB and 100 levels, root element `root` of
/// namespace `uri` and everything below of that namespace too. None when anything is wrong: the sink knows what.
/// The file is registered in `sources`, unless it cannot be read at all.
std::optional<XmlNode> read_xml(const Files& files, const std::string& path, std::string_view root,
                                std::string_view uri, Sources& sources, Sink& sink,
                                ForeignElements foreign = ForeignElements::error);
/// The same for bytes that are at hand.
std::optional<XmlNode> parse_xml(const std::string& path, std::string bytes, std::string_view root,
                                 std::string_view uri, Sources& sources, Sink& sink,
                                 ForeignElements foreign = ForeignElements::error);

inline constexpr std::size_t xml_size_limit = std::size_t{16} << 20U;
inline constexpr int xml_depth_limit = 100;

// What every reader says of a tree.

/// Reports every attribute that is not one of `known`, suggesting the nearest.
void check_attributes(const XmlNode& node, const std::vector<std::string>& known, Sink& sink);
/// The attribute; where it is missing an error is reported and null returned.
const XmlAttribute* need_attribute(const XmlNode& node, std::string_view name, Sink& sink);
/// Reports an element that may not stand in `parent`, suggesting the nearest of `known`.
void report_unknown_element(const XmlNode& node, std::string_view parent, const std::vector<std::string>& known,
                            Sink& sink);
/// Reports text other than white space directly in `node`, with a message of its own where one is given.
void check_no_text(const XmlNode& node, Sink& sink, const std::string& message = {});
/// "true" or "false", else an error and `otherwise`; `otherwise` also where the attribute is missing.
bool read_bool(const XmlNode& node, std::string_view name, bool otherwise, Sink& sink);

/// Space, tab, CR, LF: what collapses. A no-break space is none.
constexpr bool is_xml_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// Runs of white space become one space; none at the ends.
std::string collapse(std::string_view text);
/// &, <, > and (for attributes) quotes, tabs and line ends as references.
std::string escape_xml(std::string_view text, bool attribute);

/// "; did you mean 'x'?" or nothing.
std::string suggestion(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace skabelon
