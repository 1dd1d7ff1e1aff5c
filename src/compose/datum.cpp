// Lets + data -> values of their types.
#include "compose/datum.h"

#include <algorithm>
#include <sstream>

#include "compose/format.h"

namespace skabelon {
namespace {

constexpr std::pair<std::string_view, ValueType> type_names[] = {
    {"text", ValueType::text},   {"number", ValueType::number},   {"date", ValueType::date},
    {"time", ValueType::time},   {"keyword", ValueType::keyword}, {"list", ValueType::list},
    {"phone", ValueType::phone}, {"cvr", ValueType::cvr},         {"postcode", ValueType::postcode},
    {"email", ValueType::email}, {"url", ValueType::url}};

Note selects(const Let& let) { return {{}, "it is read from " + let.select}; }

}  // namespace

const Datum* LetScope::find(std::string_view name) const {
  for (const Datum& datum : data_)
    if (datum.name == name) return &datum;
  return outer_ != nullptr ? outer_->find(name) : nullptr;
}

std::vector<std::string> LetScope::names() const {
  std::vector<std::string> all = outer_ != nullptr ? outer_->names() : std::vector<std::string>();
  for (const Datum& datum : data_) all.push_back(datum.name);
  return all;
}

/// Brings an item into the form of its type; reports and gives false where it has another.
bool LetReader::shape(const Let& let, Datum& datum, Datum::Item& item) const {
  std::optional<std::string> shaped = item.text;
  const char* wanted = "";
  std::string hint;
  switch (let.type) {
    case ValueType::number:
      if (const auto number = parse_number(item.text))
        datum.number = *number;
      else
        shaped.reset(), wanted = "a number";
      break;
    case ValueType::date:
      shaped = format_date(item.text), wanted = "a date like 2026-03-01";
      break;
    case ValueType::time:
      shaped = format_time(item.text), wanted = "a time like 17:00";
      break;
    case ValueType::keyword:
      if (std::find(let.values.begin(), let.values.end(), item.text) != let.values.end()) break;
      shaped.reset(), wanted = "one of the values of this keyword";
      hint = nearest(item.text, let.values);
      break;
    default:
      break;
  }
  if (!shaped) {
    std::vector<Note> notes{{let.span, "“" + let.name + "” is declared here"}};
    if (!hint.empty()) notes.insert(notes.begin(), {{}, "did you mean “" + hint + "”?"});
    report_once(*sink_, item.span ? item.span : let.span, "“" + item.text + "” is not " + wanted, std::move(notes));
    return false;
  }
  item.text = std::move(*shaped);
  return true;
}

Datum LetReader::read(const Let& let, pugi::xml_node context) const {
  Datum datum;
  datum.name = let.name;
  datum.type = let.type;
  datum.span = let.span;
  std::vector<Found> all;
  try {
    all = facts_->values(let.select, context);
  } catch (const pugi::xpath_exception& problem) {
    report_once(*sink_, let.span, "“" + let.select + "” is no XPath expression: " + problem.what());
    datum.bad = true;
    return datum;
  }
  for (Found& found : all) {
    if (found.text.empty()) continue;
    if (let.type != ValueType::text) std::replace(found.text.begin(), found.text.end(), '\n', ' ');
    Datum::Item item{std::move(found.text), std::move(found.language), found.span};
    if (shape(let, datum, item))
      datum.items.push_back(std::move(item));
    else
      datum.bad = true;
    if (let.type != ValueType::list) break;
  }
  if (datum.items.empty() && !datum.bad && let.required) {
    std::vector<Note> notes{selects(let)};
    if (context != facts_->kit()) notes.push_back({facts_->span(context), "for this one"});
    report_once(*sink_, let.span, "“" + let.name + "” is missing in " + data_path_, std::move(notes));
    datum.bad = true;
  }
  return datum;
}

Datum LetReader::of_number(std::string name, int number, Span span) {
  Datum datum;
  datum.name = std::move(name);
  datum.type = ValueType::number;
  datum.number = number;
  datum.items.push_back({std::to_string(number), {}, span});
  datum.span = span;
  return datum;
}

Let let_of(const TemplateNode& node) {
  static const std::string none;
  static const std::string text = "text";
  Let let;
  let.name = node.attribute("name", none);
  let.select = node.attribute("select", none);
  const std::string& type = node.attribute("type", text);
  for (const auto& [name, value] : type_names)
    if (name == type) let.type = value;
  static const std::string yes = "true";
  let.required = node.attribute("required", yes) == yes;
  std::istringstream values(node.attribute("values", none));
  for (std::string value; values >> value;) let.values.push_back(value);
  let.span = node.span;
  return let;
}

void report_once(Sink& sink, Span span, std::string message, std::vector<Note> notes) {
  for (const Diagnostic& known : sink.diagnostics())
    if (known.severity == Severity::error && known.span == span && known.message == message) return;
  sink.error(span, std::move(message), std::move(notes));
}

}  // namespace skabelon
