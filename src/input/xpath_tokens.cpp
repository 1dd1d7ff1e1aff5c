// XPath 1.0 -> tokens (XPath 1.0, 3.7).
#include "input/xpath_tokens.h"

#include <algorithm>
#include <array>

namespace skabelon {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool goes_on_name(char c) { return starts_name(c) || is_digit(c) || c == '-' || c == '.'; }

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  bool run(std::vector<XPathToken>& out, std::size_t& fault) {
    for (skip_space(); at_ < text_.size(); skip_space()) {
      XPathToken token = next(out);
      if (token.end == token.begin) {
        fault = token.begin;
        return false;
      }
      at_ = token.end;
      out.push_back(token);
    }
    out.push_back({XPathKind::end, {}, text_.size(), text_.size()});
    return true;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  XPathToken make(XPathKind kind, std::size_t length) const {
    return {kind, text_.substr(at_, length), at_, at_ + length};
  }

  std::size_t name_length(std::size_t from) const {
    if (from >= text_.size() || !starts_name(text_[from])) return 0;
    std::size_t end = from;
    while (end < text_.size() && goes_on_name(text_[end])) ++end;
    return end - from;
  }

  /// With a prefix: "xml:lang", "a:*".
  std::size_t qualified_length() const {
    const std::size_t first = name_length(at_);
    if (peek(at_ + first) != ':' || peek(at_ + first + 1) == ':') return first;
    if (peek(at_ + first + 1) == '*') return first + 2;
    const std::size_t second = name_length(at_ + first + 1);
    return second == 0 ? first : first + 1 + second;
  }

  /// After an operand a name is an operator and * multiplies.
  static bool operator_expected(const std::vector<XPathToken>& before) {
    if (before.empty()) return false;
    const XPathToken& last = before.back();
    if (last.kind == XPathKind::operation || last.kind == XPathKind::axis) return false;
    if (last.kind != XPathKind::symbol) return true;
    constexpr std::array<std::string_view, 6> no_operand{"@", "(", "[", ",", "/", "//"};
    return std::find(no_operand.begin(), no_operand.end(), last.text) == no_operand.end();
  }

  XPathToken next(const std::vector<XPathToken>& before) const {
    const char c = text_[at_];
    const bool operation = operator_expected(before);
    if (starts_name(c)) return name(operation);
    if (c == '*') return make(operation ? XPathKind::operation : XPathKind::name, 1);
    if (c == '"' || c == '\'') {
      const std::size_t end = text_.find(c, at_ + 1);
      if (end == std::string_view::npos) return make(XPathKind::end, 0);
      return {XPathKind::literal, text_.substr(at_ + 1, end - at_ - 1), at_, end + 1};
    }
    if (is_digit(c) || (c == '.' && is_digit(peek(at_ + 1)))) {
      std::size_t end = at_;
      while (is_digit(peek(end)) || peek(end) == '.') ++end;
      return make(XPathKind::number, end - at_);
    }
    if (c == '$') {
      const std::size_t length = name_length(at_ + 1);
      return make(XPathKind::variable, 1 + length);
    }
    for (const std::string_view two : {"!=", "<=", ">="})
      if (text_.substr(at_).starts_with(two)) return make(XPathKind::operation, 2);
    for (const std::string_view two : {"//", ".."})
      if (text_.substr(at_).starts_with(two)) return make(XPathKind::symbol, 2);
    if (std::string_view("+-=<>|").find(c) != std::string_view::npos) return make(XPathKind::operation, 1);
    if (std::string_view("()[].@,/").find(c) != std::string_view::npos) return make(XPathKind::symbol, 1);
    return make(XPathKind::end, 0);
  }

  XPathToken name(bool operation) const {
    const XPathToken token = make(XPathKind::name, qualified_length());
    if (operation) {
      for (const std::string_view word : {"and", "or", "mod", "div"})
        if (token.text == word) return make(XPathKind::operation, word.size());
    }
    std::size_t after = token.end;
    while (is_space(peek(after))) ++after;
    if (peek(after) == ':' && peek(after + 1) == ':') {
      XPathToken axis = token;
      axis.kind = XPathKind::axis;
      axis.end = after + 2;
      return axis;
    }
    if (peek(after) != '(') return token;
    for (const std::string_view type : {"node", "text", "comment", "processing-instruction"})
      if (token.text == type) return make(XPathKind::type, type.size());
    return make(XPathKind::function, token.text.size());
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::vector<XPathToken>> xpath_tokens(std::string_view expression, std::size_t& fault) {
  std::vector<XPathToken> tokens;
  if (!Tokenizer(expression).run(tokens, fault)) return {};
  return tokens;
}

}  // namespace skabelon
