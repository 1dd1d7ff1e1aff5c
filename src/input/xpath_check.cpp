// An XPath of a template -> do its names exist in the data? The grammar is that of XPath 1.0, walked once; of each step
// only the names of the elements it may reach are kept.
#include "input/xpath_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <pugixml.hpp>
#include <vector>

#include "input/xpath_tokens.h"

namespace skabelon {
namespace {

constexpr std::size_t longest = 1'000;
constexpr int most_steps = 1'000;
constexpr int deepest_predicate = 2;  ///< each level runs through the whole data once for each node of the one around

/// Those that pugixml has (id is not among them, namespaces are of no use).
const std::vector<std::string> functions{"boolean",
                                         "ceiling",
                                         "concat",
                                         "contains",
                                         "count",
                                         "false",
                                         "floor",
                                         "lang",
                                         "last",
                                         "local-name",
                                         "name",
                                         "normalize-space",
                                         "not",
                                         "number",
                                         "position",
                                         "round",
                                         "starts-with",
                                         "string",
                                         "string-length",
                                         "substring",
                                         "substring-after",
                                         "substring-before",
                                         "sum",
                                         "translate",
                                         "true"};

const std::vector<std::string> axes{"ancestor",   "ancestor-or-self",   "attribute",         "child",
                                    "descendant", "descendant-or-self", "following",         "following-sibling",
                                    "parent",     "preceding",          "preceding-sibling", "self"};

/// Where a step has come to. Elements empty and not `nowhere`: anywhere.
struct Place {
  XPathContext elements;
  bool nowhere = false;   ///< at attributes or texts, or past an unknown name: nothing more can be said
  bool document = false;  ///< above the root element
};

class Names {
 public:
  explicit Names(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  bool has_element(std::string_view name) const {
    return std::any_of(vocabulary_.elements.begin(), vocabulary_.elements.end(),
                       [&](const ElementRule& rule) { return rule.name == name; });
  }
  XPathContext all() const {
    XPathContext out;
    for (const ElementRule& rule : vocabulary_.elements) out.emplace(rule.name);
    return out;
  }
  XPathContext children(const Place& place) const {
    if (place.document) return {"kit"};
    if (place.elements.empty()) return all();
    XPathContext out;
    for (const ElementRule& rule : vocabulary_.elements)
      if (place.elements.contains(rule.parent)) out.emplace(rule.name);
    return out;
  }
  XPathContext parents(const Place& place) const {
    XPathContext out;
    for (const ElementRule& rule : vocabulary_.elements)
      if (place.elements.contains(rule.name) && !rule.parent.empty()) out.emplace(rule.parent);
    return out;
  }
  XPathContext descendants(const Place& place) const {
    if (place.document || place.elements.empty()) return all();
    XPathContext out;
    for (XPathContext next = children(place); !next.empty();) {
      Place added;
      for (const std::string& name : next)
        if (out.insert(name).second) added.elements.insert(name);
      next = added.elements.empty() ? XPathContext() : children(added);
    }
    return out;
  }
  XPathContext ancestors(const Place& place) const {
    XPathContext out;
    for (XPathContext next = parents(place); !next.empty();) {
      Place added;
      for (const std::string& name : next)
        if (out.insert(name).second) added.elements.insert(name);
      next = added.elements.empty() ? XPathContext() : parents(added);
    }
    return out;
  }
  /// A `ref` is gone when XPath sees the data: its file stands in its place.
  XPathContext attributes(const Place& place) const {
    XPathContext out;
    for (const AttributeRule& rule : vocabulary_.attributes)
      if (rule.name != "ref" && (place.elements.empty() || place.elements.contains(rule.element)))
        out.emplace(rule.name);
    return out;
  }

 private:
  const Vocabulary& vocabulary_;
};

class Walker {
 public:
  Walker(const XmlText& expression, std::vector<XPathToken> tokens, const Vocabulary& vocabulary, Sink& sink)
      : expression_(expression), tokens_(std::move(tokens)), names_(vocabulary), sink_(sink) {}

  Place run(const Place& context) {
    Place out = operands(context);
    if (peek().kind != XPathKind::end) error(peek(), "this does not belong here");
    return out;
  }

 private:
  const XPathToken& peek() const { return tokens_[at_]; }
  bool is(std::string_view symbol) const { return peek().kind == XPathKind::symbol && peek().text == symbol; }
  bool take(std::string_view symbol) {
    if (!is(symbol)) return false;
    ++at_;
    return true;
  }
  XPathToken next() { return tokens_[peek().kind == XPathKind::end ? at_ : at_++]; }

  void error(const XPathToken& token, const std::string& message) {
    sink_.error(expression_.span_of(token.begin, token.end), message);
  }

  /// Operands with operators between them; which binds closer does not matter here.
  Place operands(const Place& context) {
    while (peek().kind == XPathKind::operation && peek().text == "-") ++at_;
    Place out = operand(context);
    while (peek().kind == XPathKind::operation) {
      const bool both = next().text == "|";
      while (peek().kind == XPathKind::operation && peek().text == "-") ++at_;
      const Place more = operand(context);
      if (both)
        out.elements.insert(more.elements.begin(), more.elements.end());
      else
        out = nowhere();
    }
    return out;
  }

  static Place nowhere() {
    Place place;
    place.nowhere = true;
    return place;
  }

  Place operand(const Place& context) {
    switch (peek().kind) {
      case XPathKind::literal:
      case XPathKind::number:
        ++at_;
        return nowhere();
      case XPathKind::variable:
        error(next(), "variables are not available: a <let> is for words, not for XPath");
        return nowhere();
      case XPathKind::function:
        return continued(function(context));
      default:
        break;
    }
    if (is("(")) {
      ++at_;
      Place inside = operands(context);
      if (!take(")")) fail();
      return continued(inside);
    }
    return path(context);
  }

  /// Predicates and steps behind a function or parentheses.
  Place continued(Place place) {
    place = predicates(place);
    return is("/") || is("//") ? steps(place) : place;
  }

  Place function(const Place& context) {
    const XPathToken name = next();
    const std::string text(name.text);
    if (std::find(functions.begin(), functions.end(), text) == functions.end())
      error(name, fmt::format("XPath has no function '{}'{}", text, suggestion(text, functions)));
    ++at_;  // "("
    while (!is(")") && peek().kind != XPathKind::end && !failed_) {
      operands(context);
      if (!take(",")) break;
    }
    if (!take(")")) fail();
    return nowhere();
  }

  /// pugixml says what is wrong with the syntax; here we only stop.
  void fail() {
    failed_ = true;
    at_ = tokens_.size() - 1;
  }

  Place path(const Place& context) {
    if (is("/") || is("//")) {
      Place document;
      document.document = true;
      const bool more = tokens_[at_ + 1].kind == XPathKind::name || tokens_[at_ + 1].kind == XPathKind::axis ||
                        tokens_[at_ + 1].text == "@" || tokens_[at_ + 1].text == "." || tokens_[at_ + 1].text == "..";
      if (!more) {
        ++at_;
        return document;
      }
      return steps(document);
    }
    return steps(step(context));
  }

  Place steps(Place place) {
    while (is("/") || is("//")) {
      if (next().text == "//") {
        Place below;
        below.elements = names_.descendants(place);
        below.elements.insert(place.elements.begin(), place.elements.end());
        if (place.document) below.elements.emplace("");  // <kit> is a child of nothing
        below.nowhere = place.nowhere;
        place = below;
      }
      place = step(place);
    }
    return place;
  }

  Place step(const Place& context) {
    if (++steps_ > most_steps || failed_) {
      fail();
      return nowhere();
    }
    if (take(".")) return predicates(context);
    if (take("..")) return moved(context, names_.parents(context));
    std::string axis = "child";
    if (take("@")) {
      axis = "attribute";
    } else if (peek().kind == XPathKind::axis) {
      const XPathToken token = next();
      axis = token.text;
      if (std::find(axes.begin(), axes.end(), axis) == axes.end())
        error(token, fmt::format("XPath has no axis '{}'{}", axis, suggestion(axis, axes)));
    }
    if (peek().kind == XPathKind::type) {
      ++at_;
      if (take("(") && peek().kind == XPathKind::literal) ++at_;
      if (!take(")")) fail();
      return predicates(nowhere());
    }
    if (peek().kind != XPathKind::name) {
      fail();
      return nowhere();
    }
    return predicates(named(next(), axis, context));
  }

  Place moved(const Place& context, XPathContext elements) {
    if (context.nowhere) return nowhere();
    Place place;
    place.elements = std::move(elements);
    return predicates(place);
  }

  Place predicates(const Place& place) {
    while (is("[")) {
      const XPathToken open = next();
      if (++nesting_ > deepest_predicate) {
        error(open, fmt::format("more than {} predicates inside one another", deepest_predicate));
        fail();
      }
      operands(place);
      --nesting_;
      if (!take("]")) fail();
    }
    return place;
  }

  /// The elements an axis reaches from `context`, or its attributes.
  XPathContext reached(const std::string& axis, const Place& context) const {
    if (context.nowhere) return {};
    if (axis == "child") return names_.children(context);
    if (axis == "attribute") return names_.attributes(context);
    if (axis == "parent") return names_.parents(context);
    if (axis == "self") return context.elements.empty() ? names_.all() : context.elements;
    if (axis == "descendant") return names_.descendants(context);
    if (axis == "ancestor") return names_.ancestors(context);
    if (axis.ends_with("-or-self")) {
      XPathContext out = axis.starts_with("a") ? names_.ancestors(context) : names_.descendants(context);
      out.insert(context.elements.begin(), context.elements.end());
      return out;
    }
    if (axis.ends_with("-sibling")) return names_.children({names_.parents(context), false, false});
    return names_.all();
  }

  Place named(const XPathToken& token, const std::string& axis, const Place& context) {
    const XPathContext reach = reached(axis, context);
    const std::string name(token.text);
    Place out;
    if (axis == "attribute") {
      if (name != "*" && !context.nowhere && !reach.contains(name)) report(token, "attribute", reach, context);
      return nowhere();
    }
    if (context.nowhere) {
      if (name != "*" && !names_.has_element(name)) report(token, "element", names_.all(), {});
      return nowhere();
    }
    if (name == "*") {
      out.elements = reach;
      out.nowhere = reach.empty();
      return out;
    }
    if (!reach.contains(name)) {
      report(token, "element", reach, context);
      return nowhere();
    }
    out.elements.insert(name);
    return out;
  }

  void report(const XPathToken& token, const char* what, const XPathContext& reach, const Place& context) {
    std::string where = "the data have";
    if (context.elements.size() == 1)
      where = fmt::format("<{}> has", *context.elements.begin());
    else if (!context.elements.empty() && context.elements.size() < 6)
      where = fmt::format("<{}> have", fmt::join(context.elements, ">, <"));
    std::vector<std::string> known(reach.begin(), reach.end());
    std::vector<Note> notes;
    const std::string hint = suggestion(token.text, known);
    if (hint.empty() && !known.empty() && known.size() <= 30)
      notes.push_back({{}, fmt::format("there are: {}", fmt::join(known, ", "))});
    sink_.error(expression_.span_of(token.begin, token.end),
                fmt::format("{} no {} '{}'{}", where, what, token.text, hint), std::move(notes));
  }

  const XmlText& expression_;
  std::vector<XPathToken> tokens_;
  Names names_;
  Sink& sink_;
  std::size_t at_ = 0;
  int steps_ = 0;
  int nesting_ = 0;
  bool failed_ = false;
};

/// True when pugixml can compile it; else reported where it stopped.
bool compiles(const XmlText& expression, Sink& sink) {
  try {
    const pugi::xpath_query query(expression.text.c_str());
    return true;
  } catch (const pugi::xpath_exception& failure) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, failure.result().offset));
    const std::size_t at = std::min(offset, expression.text.size());
    std::string why = failure.what();
    if (!why.empty() && why.front() >= 'A' && why.front() <= 'Z')
      why.front() = static_cast<char>(why.front() - 'A' + 'a');
    sink.error(expression.span_of(at, at), "this is no XPath: " + why);
    return false;
  }
}

}  // namespace

XPathContext check_xpath(const XmlText& expression, const XPathContext& context, const Vocabulary& vocabulary,
                         Sink& sink) {
  if (expression.text.size() > longest) {
    sink.error(expression.span, fmt::format("an XPath of more than {} bytes", longest));
    return {};
  }
  std::size_t fault = 0;
  std::optional<std::vector<XPathToken>> tokens = xpath_tokens(expression.text, fault);
  if (!tokens) {
    sink.error(expression.span_of(fault, fault), "this is no XPath");
    return {};
  }
  Sink own(sink.sources());
  Place start;
  start.elements = context;
  const Place end = Walker(expression, std::move(*tokens), vocabulary, own).run(start);
  // An unknown function or variable is an error for pugixml too: one message is enough.
  if (own.has_errors() || compiles(expression, sink)) sink.take(own);
  return end.nowhere ? XPathContext() : end.elements;
}

}  // namespace skabelon
