// XPath expressions -> what they find in the data.
#include "compose/facts.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace skabelon {
namespace {

/// The compiled expression; compiling costs more than evaluating, so each is kept, once a thread.
const pugi::xpath_query& compiled(const std::string& expression) {
  constexpr std::size_t most = 4096;
  thread_local std::unordered_map<std::string, pugi::xpath_query> known;
  const auto found = known.find(expression);
  if (found != known.end()) return found->second;
  if (known.size() >= most) known.clear();
  return known.emplace(expression, pugi::xpath_query(expression.c_str())).first->second;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// XML white space to a single space, or to a line end where it holds one; none at the start. A no-break space stays.
void append_collapsed(std::string& text, const char* more) {
  for (; *more != '\0'; ++more) {
    if (!is_space(*more)) {
      text += *more;
    } else if (!text.empty()) {
      const bool after_space = is_space(text.back());
      if (!after_space)
        text += *more == '\n' ? '\n' : ' ';
      else if (*more == '\n')
        text.back() = '\n';
    }
  }
}

/// The string-value of an element (XPath 1.0, 5.2).
void append_text(std::string& text, pugi::xml_node node) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
      append_collapsed(text, child.value());
    else
      append_text(text, child);
  }
}

void trim_end(std::string& text) {
  if (!text.empty() && is_space(text.back())) text.pop_back();
}

std::size_t position_among_siblings(pugi::xml_node node) {
  std::size_t position = 0;
  for (node = node.previous_sibling(); node; node = node.previous_sibling()) ++position;
  return position;
}

/// A record of the first kind belongs to one of the second: the one that its attribute of that name says, or the only
/// one there is.
struct Belonging {
  std::string_view record, to;
};
constexpr Belonging belongings[] = {{"volunteer", "organisation"}};

/// What a record made for one document does not belong to, by its kind.
bool is_strange(pugi::xml_node kit, pugi::xml_node record, pugi::xml_node other) {
  for (const Belonging& one : belongings) {
    if (one.record != record.name() || one.to != other.name()) continue;
    const pugi::xml_attribute chosen = record.attribute(std::string(one.to).c_str());
    if (chosen) return std::string_view(chosen.value()) != other.attribute("id").value();
    const auto all = kit.children(other.name());
    return std::distance(all.begin(), all.end()) > 1;
  }
  return false;
}

}  // namespace

Facts::Facts(const DataView& view, const std::string& element, std::size_t kept)
    : view_(&view), kit_(view.tree.document_element()) {
  const pugi::xml_node whole = kit_;
  const auto records = whole.children(element.c_str());
  const pugi::xml_node own = *std::next(records.begin(), static_cast<std::ptrdiff_t>(kept));
  const auto left_out = [&](pugi::xml_node child) {
    return element == child.name() ? child != own : is_strange(whole, own, child);
  };
  copied_ = std::any_of(whole.begin(), whole.end(), left_out);
  if (!copied_) return;
  kit_ = copy_.append_child(whole.name());
  for (const pugi::xml_attribute attribute : whole.attributes()) kit_.append_copy(attribute);
  for (const pugi::xml_node child : whole.children()) {
    // XPath does not see a comment, and everything keeps its position: `original` relies on it.
    if (left_out(child))
      kit_.append_child(pugi::node_comment);
    else
      kit_.append_copy(child);
  }
}

pugi::xml_node Facts::original(pugi::xml_node node) const {
  if (!copied_) return node;
  if (node == kit_) return view_->tree.document_element();
  const pugi::xml_node parent = node.parent();
  if (!parent) return {};
  pugi::xml_node twin = original(parent).first_child();
  for (std::size_t i = position_among_siblings(node); i > 0 && twin; --i) twin = twin.next_sibling();
  return twin;
}

Span Facts::span(pugi::xml_node node) const {
  for (node = original(node); node; node = node.parent()) {
    const auto found = view_->spans.find(node.internal_object());
    if (found != view_->spans.end()) return found->second;
  }
  return {};
}

Found Facts::found(const pugi::xpath_node& node) const {
  Found result;
  result.in_data = true;
  const pugi::xml_node element = original(node.attribute() ? node.parent() : node.node());
  if (node.attribute()) {
    append_collapsed(result.text, node.attribute().value());
    const auto place = view_->spans.find(element.attribute(node.attribute().name()).internal_object());
    if (place != view_->spans.end()) result.span = place->second;
  } else if (node.node().type() == pugi::node_element) {
    append_text(result.text, node.node());
  } else {
    append_collapsed(result.text, node.node().value());
  }
  trim_end(result.text);
  if (!result.span) result.span = span(node.attribute() ? node.parent() : node.node());
  for (pugi::xml_node above = element; above && !view_->languages.empty(); above = above.parent()) {
    const auto language = view_->languages.find(above.internal_object());
    if (language == view_->languages.end()) continue;
    result.language = language->second;
    break;
  }
  return result;
}

std::vector<Found> Facts::values(const std::string& expression, pugi::xml_node context) const {
  const pugi::xpath_query& query = compiled(expression);
  std::vector<Found> results;
  if (query.return_type() == pugi::xpath_type_node_set) {
    pugi::xpath_node_set set = query.evaluate_node_set(context);
    set.sort();
    results.reserve(set.size());
    for (const pugi::xpath_node& node : set) results.push_back(found(node));
    return results;
  }
  if (query.return_type() == pugi::xpath_type_number && std::isnan(query.evaluate_number(context))) return results;
  Found computed;
  append_collapsed(computed.text, query.evaluate_string(context).c_str());
  trim_end(computed.text);
  results.push_back(std::move(computed));
  return results;
}

std::vector<pugi::xml_node> Facts::nodes(const std::string& expression, pugi::xml_node context) const {
  pugi::xpath_node_set set = compiled(expression).evaluate_node_set(context);
  set.sort();
  std::vector<pugi::xml_node> result;
  for (const pugi::xpath_node& node : set)
    if (node.node()) result.push_back(node.node());
  return result;
}

bool Facts::holds(const std::string& expression, pugi::xml_node context) const {
  return compiled(expression).evaluate_boolean(context);
}

std::string Facts::text(const std::string& expression) const {
  const std::vector<Found> all = values(expression, kit_);
  return all.empty() ? std::string() : all.front().text;
}

std::vector<std::string> record_ids(const Data& data, const DataView& view, const std::string& element) {
  const auto known = data.records.find(element);
  if (known != data.records.end()) return known->second;
  std::vector<std::string> ids;
  for (const pugi::xml_node node : view.tree.document_element().children(element.c_str()))
    ids.emplace_back(node.attribute(node.attribute("id") ? "id" : "ref").value());
  return ids;
}

}  // namespace skabelon
