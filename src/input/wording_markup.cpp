// <strong>, <link>, <ref>, <br> of a sentence, or XLIFF's <g> and <x> that stand for them -> Markup.
#include "input/wording_markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "input/flat_text.h"
#include "input/wording_choice.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

const std::vector<std::string> inline_names{"br", "link", "ref", "strong"};

bool is_empty_kind(Markup::Kind kind) { return kind == Markup::Kind::reference || kind == Markup::Kind::line_break; }

/// The number of <g id="3">, or 0.
std::size_t number_of(const XmlNode& node) {
  const std::string_view id = node.value("id");
  std::size_t number = 0;
  const auto [end, failure] = std::from_chars(id.data(), id.data() + id.size(), number);
  return failure == std::errc() && end == id.data() + id.size() ? number : 0;
}

void collect_markup(const Wording& wording, std::vector<const Markup*>& out) {
  for (const WordingPart& part : wording)
    if (const auto* markup = std::get_if<Markup>(&part.content)) {
      out.push_back(markup);
      collect_markup(markup->inner, out);
    }
}

void collect_arguments(const Wording& wording, std::set<std::string>& out) {
  for (const WordingPart& part : wording) {
    if (const auto* argument = std::get_if<Argument>(&part.content)) out.insert(argument->name);
    if (const auto* markup = std::get_if<Markup>(&part.content)) collect_arguments(markup->inner, out);
    if (const auto* choice = std::get_if<Choice>(&part.content)) {
      out.insert(choice->argument);
      for (const Choice::Branch& branch : choice->branches) collect_arguments(branch.wording, out);
    }
  }
}

void count_numbers(const XmlNode& node, std::map<std::size_t, int>& counts) {
  for (const XmlNode& child : node.children) {
    if (child.name == "g" || child.name == "x") ++counts[number_of(child)];
    count_numbers(child, counts);
  }
}

std::string tag_name(Markup::Kind kind) {
  switch (kind) {
    case Markup::Kind::strong:
      return "<strong>";
    case Markup::Kind::link:
      return "<link>";
    case Markup::Kind::reference:
      return "<ref>";
    case Markup::Kind::line_break:
      return "<br>";
  }
  return {};
}

}  // namespace

MarkupReader::MarkupReader(std::string parent, const WordingRules& rules, Sink& sink)
    : parent_(std::move(parent)), rules_(rules), sink_(sink) {
  if (rules.source != nullptr) source_ = markup_of(*rules.source);
}

Markup MarkupReader::read(const XmlNode& node) {
  return rules_.notation == MarkupNotation::xml ? read_xml_notation(node) : read_xliff_notation(node);
}

Markup MarkupReader::read_xml_notation(const XmlNode& node) {
  Markup markup;
  if (node.name == "strong") {
    check_attributes(node, {}, sink_);
  } else if (node.name == "link") {
    markup.kind = Markup::Kind::link;
    check_attributes(node, {"href"}, sink_);
    if (const XmlAttribute* href = need_attribute(node, "href", sink_)) {
      markup.target = href->value.text;
      check_address(*href);
    }
  } else if (node.name == "ref") {
    markup.kind = Markup::Kind::reference;
    check_attributes(node, {"to", "show"}, sink_);
    if (const XmlAttribute* to = need_attribute(node, "to", sink_)) markup.target = to->value.text;
    markup.show = node.value("show", "number");
    const std::vector<std::string> shows{"number", "title", "page"};
    if (std::find(shows.begin(), shows.end(), markup.show) == shows.end())
      sink_.error(node.attribute("show")->value.span, fmt::format("'{}' cannot be shown: number, title or page{}",
                                                                  markup.show, suggestion(markup.show, shows)));
  } else if (node.name == "br") {
    markup.kind = Markup::Kind::line_break;
    check_attributes(node, {}, sink_);
  } else {
    std::vector<std::string> known = inline_names;
    known.insert(known.end(), rules_.blocks.begin(), rules_.blocks.end());
    report_unknown_element(node, parent_, known, sink_);
    return markup;
  }
  if (is_empty_kind(markup.kind) && !node.children.empty())
    sink_.error(node.span, fmt::format("<{}> holds nothing", node.name));
  if (!is_empty_kind(markup.kind) && node.children.empty())
    sink_.error(node.span, fmt::format("<{}> without words", node.name));
  return markup;
}

Markup MarkupReader::read_xliff_notation(const XmlNode& node) {
  if (node.name != "g" && node.name != "x") {
    report_unknown_element(node, parent_, {"g", "x"}, sink_);
    return {};
  }
  check_attributes(node, {"id", "ctype", "equiv-text", "xid"}, sink_);
  const XmlAttribute* id = need_attribute(node, "id", sink_);
  if (id == nullptr) return {};
  const std::size_t number = number_of(node);
  if (number == 0 || number > source_.size()) {
    sink_.error(id->value.span, fmt::format("the Danish has no markup number '{}'", id->value.text));
    return {};
  }
  const Markup& source = *source_[number - 1];
  if (is_empty_kind(source.kind) != (node.name == "x"))
    sink_.error(node.span, fmt::format("number {} is a {}: write <{} id=\"{}\">", number, tag_name(source.kind),
                                       node.name == "x" ? "g" : "x", number));
  return {source.kind, source.target, source.show, {}};
}

void MarkupReader::check_address(const XmlAttribute& href) {
  const std::string& text = href.value.text;
  constexpr std::array<std::string_view, 5> schemes{"https://", "http://", "mailto:", "tel:", "{"};
  const bool known = std::any_of(schemes.begin(), schemes.end(), [&](auto scheme) { return text.starts_with(scheme); });
  if (!known || text.find_first_of(" \t\n\"<>\\") != std::string::npos)
    sink_.error(href.value.span, "this is no address: write https://…, mailto:…, tel:… or an {argument}");
  const std::size_t open = text.find('{');
  if (open == std::string::npos && text.find('}') == std::string::npos) return;
  const std::size_t close = text.find('}');
  if (open == std::string::npos || close == std::string::npos || close < open ||
      text.find('{', open + 1) != std::string::npos || text.find('}', close + 1) != std::string::npos) {
    sink_.error(href.value.span, "an address may hold one {argument}");
    return;
  }
  find_argument(text.substr(open + 1, close - open - 1), href.value.span_of(open + 1, close), rules_, sink_);
}

bool is_line_break(const XmlNode& node, const WordingRules& rules) {
  if (rules.notation == MarkupNotation::xml) return node.name == "br";
  if (node.name != "x" || rules.source == nullptr) return false;
  const std::vector<const Markup*> source = markup_of(*rules.source);
  const std::size_t number = number_of(node);
  return number > 0 && number <= source.size() && source[number - 1]->kind == Markup::Kind::line_break;
}

void check_against_source(const Wording& wording, const XmlNode& node, const WordingRules& rules, Sink& sink) {
  std::map<std::size_t, int> counts;
  count_numbers(node, counts);
  const std::vector<const Markup*> source = markup_of(*rules.source);
  for (std::size_t number = 1; number <= source.size(); ++number) {
    const char* const name = is_empty_kind(source[number - 1]->kind) ? "x" : "g";
    const std::string tag = fmt::format("<{} id=\"{}\">", name, number);
    const std::string kind = tag_name(source[number - 1]->kind);
    if (counts[number] == 0) sink.error(node.span, fmt::format("the translation leaves out {} (a {})", tag, kind));
    if (counts[number] > 1)
      sink.error(node.span, fmt::format("the translation has {} (a {}) more than once", tag, kind));
  }
  const std::set<std::string> arguments = arguments_of(wording);
  for (const std::string& name : arguments_of(*rules.source))
    if (!arguments.contains(name)) sink.error(node.span, fmt::format("the translation leaves out {{{}}}", name));
}

std::vector<const Markup*> markup_of(const Wording& wording) {
  std::vector<const Markup*> out;
  collect_markup(wording, out);
  return out;
}

std::set<std::string> arguments_of(const Wording& wording) {
  std::set<std::string> out;
  collect_arguments(wording, out);
  return out;
}

std::string xliff_text(const XmlNode& node, MarkupNotation notation, const std::vector<std::string>& blocks) {
  const Sources none;
  Sink unheard(none);
  WordingRules rules;
  rules.notation = notation;
  const FlatText flat = flatten(
      node, blocks, [&](const XmlNode& child) { return is_line_break(child, rules); }, unheard);
  std::string out;
  std::vector<std::string> ends;
  std::size_t done = 0;
  std::size_t number = 0;
  const auto words = [&](std::size_t end) {
    out += escape_xml(to_utf8(std::u16string_view(flat.text).substr(done, end - done)), false);
    done = end;
  };
  for (const FlatText::Tag& tag : flat.tags) {
    words(tag.at);
    if (!tag.opens) {
      out += ends.back();
      ends.pop_back();
      continue;
    }
    const std::string id =
        notation == MarkupNotation::xml ? std::to_string(++number) : std::string(tag.node->value("id"));
    const bool empty = tag.node->name == "br" || tag.node->name == "ref" || tag.node->name == "x";
    out += empty ? "<x id=\"" + id + "\"/>" : "<g id=\"" + id + "\">";
    ends.emplace_back(empty ? "" : "</g>");
  }
  words(flat.text.size());
  return out;
}

std::string dump(const Wording& wording) {
  struct Dumper {
    std::string operator()(const Literal& part) const { return part.text; }
    std::string operator()(const Argument& part) const { return "{" + part.name + "}"; }
    std::string operator()(const PluralNumber&) const { return "{#}"; }
    std::string operator()(const Choice& part) const {
      std::string out = "{" + part.argument + (part.kind == Choice::Kind::plural ? " plural" : " select");
      for (const Choice::Branch& branch : part.branches) out += " " + branch.keyword + "(" + dump(branch.wording) + ")";
      return out + "}";
    }
    std::string operator()(const Markup& part) const {
      std::string out = tag_name(part.kind);
      out.insert(out.size() - 1,
                 (part.target.empty() ? "" : " " + part.target) + (part.show.empty() ? "" : " " + part.show));
      return is_empty_kind(part.kind) ? out : out + dump(part.inner) + "</>";
    }
  };
  std::string out;
  for (const WordingPart& part : wording) out += std::visit(Dumper{}, part.content);
  return out;
}

}  // namespace skabelon
