// An element of a data file -> DataNode: every name in its place, every value of its type.
#include "input/vocabulary_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "input/values.h"

namespace skabelon {
namespace {

bool holds_text(DataType type) { return type != DataType::group && type != DataType::flag; }

class DataChecker {
 public:
  DataChecker(const std::vector<std::string>& languages, const Vocabulary& vocabulary, Sink& sink)
      : languages_(languages), vocabulary_(vocabulary), sink_(sink) {}

  DataNode file(const XmlNode& node) {
    const ElementRule* rule = find_rule("", node.name);
    if (rule == nullptr) {
      sink_.error(node.span, fmt::format("no data file begins with <{}>", node.name));
      return {};
    }
    return element(node, *rule);
  }

 private:
  const ElementRule* find_rule(std::string_view parent, std::string_view name) const {
    for (const ElementRule& rule : vocabulary_.elements)
      if (rule.parent == parent && rule.name == name) return &rule;
    return nullptr;
  }

  DataNode element(const XmlNode& node, const ElementRule& rule) {
    DataNode out;
    out.name = node.name;
    out.span = node.span;
    out.localized = rule.localized;
    language(node, rule, out);
    if (rule.parent == "kit" && node.attribute("ref") != nullptr) {
      reference(node, out);
      return out;
    }
    attributes(node, rule, out);
    if (holds_text(rule.type)) {
      text(node, rule, out);
      return out;
    }
    check_no_text(node, sink_);
    if (rule.type == DataType::flag) {
      if (std::any_of(node.children.begin(), node.children.end(),
                      [](const XmlNode& child) { return !child.is_text(); }))
        sink_.error(node.span, fmt::format("<{}> holds nothing: it is there or not", node.name));
      return out;
    }
    children(node, out);
    return out;
  }

  void language(const XmlNode& node, const ElementRule& rule, DataNode& out) {
    const XmlAttribute* given = node.attribute("xml:lang");
    if (given == nullptr) return;
    out.language = given->value.text;
    if (!rule.localized) {
      sink_.error(given->name_span,
                  fmt::format("<{}> is the same in all languages: xml:lang may not stand here", node.name));
    } else if (std::find(languages_.begin(), languages_.end(), out.language) == languages_.end()) {
      sink_.error(given->value.span, fmt::format("'{}' is no language of locales/: {}{}", out.language,
                                                 fmt::join(languages_, ", "), suggestion(out.language, languages_)));
    }
  }

  void reference(const XmlNode& node, DataNode& out) {
    const XmlAttribute& ref = *node.attribute("ref");
    check_attributes(node, {"ref"}, sink_);
    check_no_text(node, sink_);
    for (const XmlNode& child : node.children)
      if (!child.is_text())
        sink_.error(child.span, fmt::format("<{}> with a ref holds nothing: its file does", node.name));
    if (!is_id(ref.value.text))
      sink_.error(ref.value.span, fmt::format("'{}' is no id: small letters a to z, digits and hyphens, a letter first",
                                              ref.value.text));
    out.attributes.push_back({"ref", ref.value.text, ref.value.span});
  }

  void attributes(const XmlNode& node, const ElementRule& rule, DataNode& out) {
    std::vector<std::string> known;
    if (rule.localized) known.emplace_back("xml:lang");
    for (const AttributeRule& attribute : vocabulary_.attributes) {
      if (attribute.element != node.name || attribute.name == "ref") continue;
      known.emplace_back(attribute.name);
      const XmlAttribute* given =
          attribute.required ? need_attribute(node, attribute.name, sink_) : node.attribute(attribute.name);
      if (given == nullptr) continue;
      const std::string what = fmt::format("{}=\"…\"", attribute.name);
      std::string value = check_value(given->value, attribute.type, attribute.keywords, what, sink_);
      if (collapse(given->value.text).empty())
        sink_.error(given->value.span, fmt::format("{}=\"\" is empty", attribute.name));
      out.attributes.push_back({given->name, std::move(value), given->value.span});
    }
    // xml:lang in a wrong place is reported already.
    XmlNode others = {};
    others.name = node.name;
    for (const XmlAttribute& attribute : node.attributes)
      if (attribute.name != "xml:lang") others.attributes.push_back(attribute);
    check_attributes(others, known, sink_);
  }

  void text(const XmlNode& node, const ElementRule& rule, DataNode& out) {
    const XmlText* value = nullptr;
    for (const XmlNode& child : node.children) {
      if (child.is_text())
        value = &child.text;
      else
        sink_.error(child.span, fmt::format("<{}> holds text only", node.name));
    }
    if (value == nullptr || collapse(value->text).empty()) {
      sink_.error(node.span, fmt::format("<{}> is empty: leave it out when it is not known", node.name));
      return;
    }
    out.value = check_value(*value, rule.type, rule.keywords, fmt::format("<{}>", node.name), sink_);
    out.span = trimmed(*value);
  }

  static Span trimmed(const XmlText& value) {
    const std::size_t begin = value.text.find_first_not_of(" \t\r\n");
    return value.span_of(begin, value.text.find_last_not_of(" \t\r\n") + 1);
  }

  void children(const XmlNode& node, DataNode& out) {
    std::vector<std::string> known;
    for (const ElementRule& rule : vocabulary_.elements)
      if (rule.parent == node.name) known.emplace_back(rule.name);
    std::map<std::tuple<std::string, std::string>, Span> met;  // name and language
    for (const XmlNode& child : node.children) {
      if (child.is_text()) continue;
      const ElementRule* rule = find_rule(node.name, child.name);
      if (rule == nullptr) {
        unknown(child, node, known);
        continue;
      }
      out.children.push_back(element(child, *rule));
      const auto [first, added] = met.emplace(std::tuple{child.name, out.children.back().language}, child.span);
      if (!added && rule->occurs != Occurs::repeated) twice(child, out.children.back(), first->second);
    }
    for (const ElementRule& rule : vocabulary_.elements)
      if (rule.parent == node.name) presence(rule, node, out);
  }

  /// An element the data have elsewhere is in the wrong place, another one is misspelt.
  void unknown(const XmlNode& child, const XmlNode& node, const std::vector<std::string>& known) {
    std::vector<std::string> parents;
    for (const ElementRule& rule : vocabulary_.elements)
      if (rule.name == child.name && !rule.parent.empty()) parents.push_back(fmt::format("<{}>", rule.parent));
    if (parents.empty()) return report_unknown_element(child, node.name, known, sink_);
    sink_.error(child.span, fmt::format("<{}> may not stand in <{}>", child.name, node.name),
                {{{}, fmt::format("it stands in {}", fmt::join(parents, ", "))}});
  }

  void twice(const XmlNode& child, const DataNode& made, Span first) {
    const std::string where =
        made.localized ? (made.language.empty() ? " without xml:lang" : " in '" + made.language + "'") : "";
    sink_.error(child.span, fmt::format("<{}> stands twice{}", child.name, where), {{first, "here first"}});
  }

  void presence(const ElementRule& rule, const XmlNode& node, const DataNode& made) {
    const DataNode* any = nullptr;
    bool fallback = false;
    for (const DataNode& child : made.children) {
      if (child.name != rule.name) continue;
      if (any == nullptr) any = &child;
      fallback = fallback || child.language.empty() || child.language == "da";
    }
    if (any == nullptr) {
      if (rule.occurs == Occurs::required) sink_.error(node.span, fmt::format("<{}> needs <{}>", node.name, rule.name));
    } else if (rule.localized && !fallback) {
      sink_.error(any->span, fmt::format("<{}> is not there in Danish, which other languages fall back to", rule.name));
    }
  }

  const std::vector<std::string>& languages_;
  const Vocabulary& vocabulary_;
  Sink& sink_;
};

}  // namespace

const std::string& DataNode::attribute(std::string_view attribute_name) const {
  static const std::string none;
  for (const DataAttribute& attribute : attributes)
    if (attribute.name == attribute_name) return attribute.value;
  return none;
}

DataNode check_data(const XmlNode& node, const std::vector<std::string>& languages, const Vocabulary& vocabulary,
                    Sink& sink) {
  return DataChecker(languages, vocabulary, sink).file(node);
}

}  // namespace skabelon
