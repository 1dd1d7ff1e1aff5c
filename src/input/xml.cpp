// Well-formed XML -> a tree of elements and texts with their bytes. The scanner trusts check_xml and judges nothing.
#include "input/xml.h"

#include <algorithm>
#include <utility>

#include "input/xml_check.h"

namespace skabelon {
namespace {

constexpr std::string_view cdata_open = "<![CDATA[";
constexpr std::string_view foreign_name = ":";  // no element has such a name

void append_utf8(std::string& out, std::uint32_t c) {
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0U | (c >> 6U));
    tail(0);
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0U | (c >> 12U));
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | (c >> 18U));
    tail(12);
    tail(6);
    tail(0);
  }
}

class Scanner {
 public:
  Scanner(FileId file, const std::string& bytes, std::string_view uri)
      : file_(file), bytes_(bytes), uri_(uri), at_(byte_order_mark(bytes)) {}

  XmlNode root() {
    while (bytes_[at_] != '<' || is_aside()) skip_one();
    return element();
  }

 private:
  bool starts_with(std::string_view text) const { return bytes_.substr(at_).starts_with(text); }
  bool is_aside() const { return starts_with("<!--") || starts_with("<?"); }

  void skip_one() {
    if (starts_with("<!--"))
      at_ = bytes_.find("-->", at_ + 4) + 3;
    else if (starts_with("<?"))
      at_ = bytes_.find("?>", at_ + 2) + 2;
    else
      ++at_;
  }

  Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::string_view name() {
    const std::size_t begin = at_;
    at_ = bytes_.find_first_of(" \t\r\n/>=", at_);
    return bytes_.substr(begin, at_ - begin);
  }

  void skip_space() {
    while (is_xml_space(bytes_[at_])) ++at_;
  }

  /// Moves over one character of text or a reference and appends what it stands for. XML 1.0, 2.11 and 3.3.3.
  void piece(XmlText& text, bool attribute, bool references) {
    const std::size_t raw = at_;
    const std::size_t begin = text.text.size();
    const char c = bytes_[at_];
    bool copied = false;
    if (c == '&' && references) {
      const std::size_t end = bytes_.find(';', at_);
      reference(text.text, bytes_.substr(at_ + 1, end - at_ - 1));
      at_ = end + 1;
    } else if (c == '\r') {
      at_ += bytes_.substr(at_).starts_with("\r\n") ? 2U : 1U;
      text.text += attribute ? ' ' : '\n';
    } else {
      ++at_;
      text.text += attribute && is_xml_space(c) ? ' ' : c;
      copied = true;
    }
    const auto length = static_cast<std::uint32_t>(text.text.size() - begin);
    const auto raw_length = static_cast<std::uint32_t>(at_ - raw);
    if (copied && !text.pieces.empty()) {
      XmlText::Piece& last = text.pieces.back();
      if (last.length == last.raw_length && last.raw_begin + last.raw_length == raw) {
        last.length += length;
        last.raw_length += raw_length;
        return;
      }
    }
    text.pieces.push_back({static_cast<std::uint32_t>(begin), length, static_cast<std::uint32_t>(raw), raw_length});
  }

  static void reference(std::string& out, std::string_view name) {
    if (name == "amp")
      out += '&';
    else if (name == "lt")
      out += '<';
    else if (name == "gt")
      out += '>';
    else if (name == "quot")
      out += '"';
    else if (name == "apos")
      out += '\'';
    else if (name.starts_with("#x"))
      append_utf8(out, static_cast<std::uint32_t>(std::stoul(std::string(name.substr(2)), nullptr, 16)));
    else if (name.starts_with("#"))
      append_utf8(out, static_cast<std::uint32_t>(std::stoul(std::string(name.substr(1)))));
  }

  /// An attribute of ours joins the node, a declaration of a namespace the scope; foreign ones are passed over.
  void attribute(XmlNode& node) {
    XmlAttribute found = attribute();
    if (found.name == "xmlns")
      scope_.emplace_back("", found.value.text);
    else if (found.name.starts_with("xmlns:"))
      scope_.emplace_back(found.name.substr(6), found.value.text);
    else if (found.name.find(':') == std::string::npos || found.name.starts_with("xml:"))
      node.attributes.push_back(std::move(found));
  }

  XmlAttribute attribute() {
    XmlAttribute result;
    const std::size_t begin = at_;
    result.name = name();
    result.name_span = span(begin, at_);
    at_ = bytes_.find_first_of("\"'", at_);
    const char quote = bytes_[at_++];
    const std::size_t value = at_;
    while (bytes_[at_] != quote) piece(result.value, true, true);
    result.value.span = span(value, at_);
    ++at_;
    return result;
  }

  /// Text up to the next tag, with CDATA sections and around comments.
  XmlNode text() {
    XmlNode node;
    const std::size_t begin = at_;
    while (bytes_[at_] != '<' || is_aside() || starts_with(cdata_open)) {
      if (starts_with(cdata_open)) {
        at_ += cdata_open.size();
        while (!starts_with("]]>")) piece(node.text, false, false);
        at_ += 3;
      } else if (is_aside()) {
        skip_one();
      } else {
        piece(node.text, false, true);
      }
    }
    node.span = node.whole = node.text.span = span(begin, at_);
    return node;
  }

  XmlNode element() {
    XmlNode node;
    const std::size_t begin = at_++;
    const std::string_view qualified = name();
    const std::size_t colon = qualified.find(':');
    const std::string_view prefix = qualified.substr(0, colon == std::string_view::npos ? 0 : colon);
    node.name = colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
    const std::size_t outer_scope = scope_.size();
    for (skip_space(); bytes_[at_] != '>' && bytes_[at_] != '/'; skip_space()) attribute(node);
    const bool empty = bytes_[at_] == '/';
    at_ += empty ? 2 : 1;
    node.span = span(begin, at_);
    const bool ours = is_ours(prefix);
    if (!empty) children(node);
    node.whole = span(begin, at_);
    scope_.resize(outer_scope);
    if (!ours) node.name = foreign_name;
    return node;
  }

  /// Whether the prefix stands for our namespace here; the innermost declaration counts.
  bool is_ours(std::string_view prefix) const {
    for (auto it = scope_.rbegin(); it != scope_.rend(); ++it)
      if (it->first == prefix) return it->second == uri_;
    return false;
  }

  void children(XmlNode& node) {
    while (!starts_with("</")) {
      const bool tag = bytes_[at_] == '<' && !is_aside() && !starts_with(cdata_open);
      XmlNode child = tag ? element() : text();
      if (tag ? child.name != foreign_name : !child.text.text.empty()) node.children.push_back(std::move(child));
    }
    at_ = bytes_.find('>', at_) + 1;
  }

  FileId file_;
  std::string_view bytes_;
  std::string_view uri_;
  std::vector<std::pair<std::string, std::string>> scope_;  ///< prefix and URI, outermost first
  std::size_t at_;
};

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

Span XmlText::span_of(std::size_t begin, std::size_t end) const {
  // The piece that holds the character at `at`; the last one for the end of the text.
  const auto piece_of = [this](std::size_t at) {
    auto found = std::upper_bound(pieces.begin(), pieces.end(), at,
                                  [](std::size_t value, const Piece& piece) { return value < piece.begin; });
    return found == pieces.begin() ? found : found - 1;
  };
  if (pieces.empty()) return span;
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  const auto first = piece_of(begin);
  const std::size_t inside = std::min<std::size_t>(begin - first->begin, first->length);
  Span result = span;
  if (first->length == first->raw_length)
    result.begin = first->raw_begin + static_cast<std::uint32_t>(inside);
  else
    result.begin = inside == first->length ? first->raw_begin + first->raw_length : first->raw_begin;
  result.end = result.begin;
  if (end > begin) {
    const auto last = piece_of(end - 1);
    result.end = last->length == last->raw_length ? last->raw_begin + static_cast<std::uint32_t>(end - last->begin)
                                                  : last->raw_begin + last->raw_length;
  }
  return result;
}

const XmlAttribute* XmlNode::attribute(std::string_view attribute_name) const {
  for (const XmlAttribute& candidate : attributes)
    if (candidate.name == attribute_name) return &candidate;
  return nullptr;
}

std::string_view XmlNode::value(std::string_view attribute_name, std::string_view otherwise) const {
  const XmlAttribute* found = attribute(attribute_name);
  return found != nullptr ? std::string_view(found->value.text) : otherwise;
}

const XmlNode* XmlNode::child(std::string_view child_name) const {
  for (const XmlNode& candidate : children)
    if (candidate.name == child_name) return &candidate;
  return nullptr;
}

std::string XmlNode::own_text() const {
  std::string out;
  for (const XmlNode& candidate : children) out += candidate.text.text;
  return out;
}

std::optional<XmlNode> read_xml(const Files& files, const std::string& path, std::string_view root,
                                std::string_view uri, Sources& sources, Sink& sink, ForeignElements foreign) {
  std::string bytes;
  try {
    bytes = files.read(path, xml_size_limit);
  } catch (const Error& failure) {
    if (failure.kind() == Error::Kind::machine) throw;
    sink.error({}, failure.what());
    return std::nullopt;
  }
  return parse_xml(path, std::move(bytes), root, uri, sources, sink, foreign);
}

std::optional<XmlNode> parse_xml(const std::string& path, std::string bytes, std::string_view root,
                                 std::string_view uri, Sources& sources, Sink& sink, ForeignElements foreign) {
  const FileId file = sources.add(path, std::move(bytes));
  const std::string& text = sources.text(file);
  if (!check_xml(file, text, root, uri, foreign, sink)) return std::nullopt;
  return Scanner(file, text, uri).root();
}

void check_attributes(const XmlNode& node, const std::vector<std::string>& known, Sink& sink) {
  for (const XmlAttribute& attribute : node.attributes) {
    if (std::find(known.begin(), known.end(), attribute.name) != known.end()) continue;
    sink.error(attribute.name_span,
               "<" + node.name + "> has no attribute '" + attribute.name + "'" + suggestion(attribute.name, known));
  }
}

const XmlAttribute* need_attribute(const XmlNode& node, std::string_view name, Sink& sink) {
  const XmlAttribute* found = node.attribute(name);
  if (found == nullptr) sink.error(node.span, "<" + node.name + "> needs the attribute '" + std::string(name) + "'");
  return found;
}

void report_unknown_element(const XmlNode& node, std::string_view parent, const std::vector<std::string>& known,
                            Sink& sink) {
  const std::string hint = suggestion(node.name, known);
  std::vector<Note> notes;
  if (hint.empty() && !known.empty()) notes.push_back({{}, "it may hold: " + listed(known)});
  sink.error(node.span, "<" + node.name + "> may not stand in <" + std::string(parent) + ">" + hint, std::move(notes));
}

void check_no_text(const XmlNode& node, Sink& sink, const std::string& message) {
  for (const XmlNode& child : node.children) {
    if (!child.is_text()) continue;
    const std::string& text = child.text.text;
    const auto begin = std::find_if_not(text.begin(), text.end(), is_xml_space);
    if (begin == text.end()) continue;
    const auto end = std::find_if_not(text.rbegin(), text.rend(), is_xml_space).base();
    sink.error(child.text.span_of(static_cast<std::size_t>(begin - text.begin()),
                                  static_cast<std::size_t>(end - text.begin())),
               message.empty() ? "<" + node.name + "> may not hold text" : message);
  }
}

bool read_bool(const XmlNode& node, std::string_view name, bool otherwise, Sink& sink) {
  const XmlAttribute* found = node.attribute(name);
  if (found == nullptr) return otherwise;
  if (found->value.text == "true") return true;
  if (found->value.text == "false") return false;
  sink.error(found->value.span, "'" + found->name + "' must be true or false, not '" + found->value.text + "'");
  return otherwise;
}

std::string collapse(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (is_xml_space(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

std::string escape_xml(std::string_view text, bool attribute) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '\r')
      out += "&#13;";
    else if (attribute && c == '"')
      out += "&quot;";
    else if (attribute && c == '\n')
      out += "&#10;";
    else if (attribute && c == '\t')
      out += "&#9;";
    else
      out += c;
  }
  return out;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
  const std::string best = nearest(word, candidates);
  return best.empty() ? std::string() : "; did you mean '" + best + "'?";
}

}  // namespace skabelon
