// Labels -> <text:list-style> and the pieces of the clauses' list.
#include "odt/numbering.h"

#include <algorithm>
#include <charconv>

namespace skabelon::odt {
namespace {

constexpr const char* clauses = "Clauses";

/// A list level's place. Right-to-left levels align at the end, or the label hangs into the margin (odt.md 2).
void add_position(pugi::xml_node level, Length margin, Length hang, bool rtl) {
  pugi::xml_node properties =
      add(level, "style:list-level-properties",
          {{"text:list-level-position-and-space-mode", "label-alignment"}, {"fo:text-align", rtl ? "end" : ""}});
  if (hang.raw == 0) {
    add(properties, "style:list-level-label-alignment",
        {{"text:label-followed-by", "space"}, {"fo:text-indent", "0mm"}, {"fo:margin-left", mm(margin)}});
    return;
  }
  add(properties, "style:list-level-label-alignment",
      {{"text:label-followed-by", "listtab"},
       {"text:list-tab-stop-position", mm(margin)},
       {"fo:text-indent", mm(-hang)},
       {"fo:margin-left", mm(margin)}});
}

void add_font(pugi::xml_node level, const std::string& family) {
  add(level, "style:text-properties",
      {{"style:font-name", family}, {"style:font-name-asian", family}, {"style:font-name-complex", family}});
}

struct LabelParts {
  std::string prefix, format, suffix;
};

/// "a)" -> {"", "a", ")"}.
LabelParts parts_of(const std::string& label, List::Kind kind, const Language& language) {
  const auto counts = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::size_t begin = 0;
  while (begin < label.size() && !counts(label[begin])) ++begin;
  std::size_t end = begin;
  while (end < label.size() && counts(label[end])) ++end;
  if (begin == end) return {"", kind == List::Kind::letter ? "a" : number_format(language), "."};
  const char first = label[begin];
  const std::string format = first >= 'a' ? "a" : first >= 'A' ? "A" : number_format(language);
  return {label.substr(0, begin), format, label.substr(end)};
}

const char* kind_name(List::Kind kind) {
  switch (kind) {
    case List::Kind::bullet:
      return "bullet";
    case List::Kind::number:
      return "number";
    case List::Kind::letter:
      return "letter";
    case List::Kind::checklist:
      break;
  }
  return "checklist";
}

}  // namespace

std::string number_format(const Language& language) {
  if (language.digits != Digits::native) return "1";
  if (language.native_digits.starts_with("\u0660")) return "\u0661, \u0662, \u0663, ...";
  if (language.native_digits.starts_with("\u06F0")) return "\u06F1, \u06F2, \u06F3, ...";
  return "1";
}

std::vector<int> parse_number(std::string_view label) {
  std::vector<int> numbers;
  const char* at = label.data();
  const char* end = at + label.size();
  while (at != end) {
    int number = 0;
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc() || number < 1) return {};
    numbers.push_back(number);
    if (next == end) return numbers;
    if (*next != '.') return {};
    at = next + 1;
  }
  return {};
}

std::string ClauseNumbers::style_name() {
  bool fresh = false;
  pugi::xml_node style = styles_.list(clauses, fresh);
  if (!fresh) return clauses;
  const Length column = document_.number_column ? styles_.sheet().page.number_column : Length{};
  for (int level = 1; level <= 4; ++level) {
    pugi::xml_node node = add(style, "text:list-level-style-number",
                              {{"text:level", std::to_string(level)},
                               {"style:num-format", number_format(*document_.language)},
                               {"text:display-levels", level > 1 ? std::to_string(level) : ""}});
    add_position(node, column, column, document_.language->rtl());
  }
  return clauses;
}

pugi::xml_node ClauseNumbers::piece(pugi::xml_node parent) {
  if (open_ && parent.last_child() == open_) return open_;
  const std::string before = pieces_ > 0 ? "clauses-" + std::to_string(pieces_) : "";
  open_ = add(parent, "text:list",
              {{"xml:id", "clauses-" + std::to_string(++pieces_)},
               {"text:style-name", style_name()},
               {"text:continue-list", before}});
  return open_;
}

std::optional<pugi::xml_node> ClauseNumbers::item(pugi::xml_node parent, const std::string& label) {
  const std::vector<int> number = parse_number(label);
  if (number.empty() || number.size() > 4) return std::nullopt;
  const std::size_t level = number.size();
  if (counters_.size() + 1 < level || !std::equal(number.begin(), number.end() - 1, counters_.begin())) {
    return std::nullopt;
  }
  counters_.resize(level, 0);
  const bool restarts = number.back() != counters_.back() + 1;
  counters_ = number;

  pugi::xml_node list = piece(parent);
  for (std::size_t depth = 1; depth < level; ++depth) {
    pugi::xml_node holder = list.last_child() ? list.last_child() : list.append_child("text:list-item");
    pugi::xml_node last = holder.last_child();
    list = last && std::string_view(last.name()) == "text:list" ? last : holder.append_child("text:list");
  }
  return add(list, "text:list-item", {{"text:start-value", restarts ? std::to_string(number.back()) : ""}});
}

std::string list_style(Styles& styles, List::Kind kind, const std::string& label, const ListMeasures& measures,
                       const Language& language) {
  std::string name = std::string("List ") + kind_name(kind);
  const bool marked = kind == List::Kind::bullet;
  if (!label.empty() && !marked) {
    const LabelParts parts = parts_of(label, kind, language);
    name += " " + parts.prefix + parts.format + parts.suffix;
  }
  if (marked && label != "\u2022" && !label.empty()) name += " " + label;
  if (measures.indent.raw != 0) name += " " + mm(measures.indent);
  if (measures.in_cell) name += " cell";
  if (measures.level > 1) name += " level " + std::to_string(measures.level);
  if (language.rtl()) name += " rtl";

  bool fresh = false;
  pugi::xml_node style = styles.list(name, fresh);
  if (!fresh) return ncname(name);
  const Length hang = measures.hang;
  const Length margin = measures.indent + measures.outer + hang;
  // All levels alike: a list inside another brings its own style.
  const std::string depth = std::to_string(measures.level);
  if (kind == List::Kind::bullet || kind == List::Kind::checklist) {
    const bool tick = kind == List::Kind::checklist;
    const std::string tick_style =
        tick ? styles.text(tick_symbol(styles.sheet(), styles.sheet_style("body"), language), language) : "";
    pugi::xml_node node = add(style, "text:list-level-style-bullet",
                              {{"text:level", depth},
                               {"text:style-name", tick_style},
                               {"text:bullet-char", tick            ? "\u2610"
                                                    : label.empty() ? "\u2022"
                                                                    : label}});
    add_position(node, margin, hang, language.rtl());
    add_font(node, tick ? "Noto Sans Symbols2" : styles.sheet_style("body").of(ScriptClass::latin).family);
    return ncname(name);
  }
  const LabelParts parts = parts_of(label, kind, language);
  pugi::xml_node node = add(style, "text:list-level-style-number",
                            {{"text:level", depth},
                             {"style:num-format", parts.format},
                             {"style:num-prefix", parts.prefix},
                             {"style:num-suffix", parts.suffix}});
  add_position(node, margin, hang, language.rtl());
  return ncname(name);
}

}  // namespace skabelon::odt
