// style.xml -> styles in which nothing is left to inherit.
#include "input/style.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "input/read_value.h"
#include "input/xml.h"

namespace skabelon {
namespace {

constexpr const char* style_path = "templates/style.xml";
constexpr const char* style_uri = "urn:skabelon:style:1";

// The styles that compose, layout and the writers name themselves.
const std::vector<std::string> needed_paragraphs = {
    "body",           "form-body",       "lead",           "title",
    "subtitle",       "heading-1",       "heading-2",      "heading-3",
    "note",           "gloss",           "label",          "hint",
    "option",         "field-value",     "table-head",     "table-cell",
    "notice",         "quote",           "speaker",        "cover-title",
    "cover-text",     "cover-foot",      "contents-title", "toc-1",
    "toc-2",          "header",          "part-title",     "signature-party",
    "signature-name", "signature-label", "footer",         "required-statement"};
const std::vector<std::string> needed_characters = {"strong", "accent", "link", "gloss"};
const std::vector<std::string> needed_boxes = {"notice", "tint", "case", "strip", "slip"};

constexpr std::array<const char*, script_classes> script_names = {"latin", "arabic", "ethiopic"};
const std::vector<std::string> paragraph_attributes = {
    "name",        "parent", "latin", "arabic",         "ethiopic",      "bold",      "color", "space-before",
    "space-after", "indent", "align", "keep-with-next", "keep-together", "hyphenate", "level"};
constexpr double largest_length = 5000;  // pt, so that no sum of lengths can overflow

std::optional<double> read_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
  if (text.front() == '.' || text.back() == '.') return std::nullopt;
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (failure != std::errc() || end != text.data() + text.size() || value > largest_length) return std::nullopt;
  return value;
}

/// "3mm", "0.8pt", "6" (pt).
std::optional<Length> parse_length(std::string_view text) {
  const bool millimetres = text.ends_with("mm");
  if (millimetres || text.ends_with("pt")) text.remove_suffix(2);
  const auto value = read_number(text);
  if (!value) return std::nullopt;
  return millimetres ? Length::millimetres(*value) : Length::points(*value);
}

struct Reader {
  Sink& sink;
  const FontSet& fonts;
  StyleSheet sheet;
  std::array<std::string, script_classes> families;

  void length(const XmlNode& node, const char* name, Length& out, bool required = false);
  void color(const XmlNode& node, const char* name, Color& out, bool names = true);
  void size_and_leading(const XmlAttribute& attribute, ScriptStyle& out);
  void root(const XmlNode& node);
  void page(const XmlNode& node, bool complete);
  void form(const XmlNode& node, bool complete);
  void family_names(const XmlNode& node);
  void paragraph(const XmlNode& node);
  void properties(const XmlNode& node, ParagraphStyle& style);
  void edition(const XmlNode& node);
  void character(const XmlNode& node);
  void box(const XmlNode& node);

  /// A new entry under the node's name, or null where that is missing or taken.
  template <typename Style>
  Style* entry(const XmlNode& node, std::map<std::string, Style>& styles) {
    check_no_text(node, sink);
    const XmlAttribute* name = need_attribute(node, "name", sink);
    if (name == nullptr) return nullptr;
    const auto [it, fresh] = styles.try_emplace(name->value.text);
    if (!fresh) {
      sink.error(name->value.span, "the " + node.name + " style '" + name->value.text + "' stands twice");
      return nullptr;
    }
    it->second.name = name->value.text;
    return &it->second;
  }
};

void Reader::length(const XmlNode& node, const char* name, Length& out, bool required) {
  const XmlAttribute* found = required ? need_attribute(node, name, sink) : node.attribute(name);
  if (found == nullptr) return;
  if (const auto value = parse_length(found->value.text))
    out = *value;
  else
    sink.error(found->value.span, "'" + found->value.text + "' is no length: write 6, 6pt or 6mm");
}

void Reader::color(const XmlNode& node, const char* name, Color& out, bool names) {
  const XmlAttribute* found = node.attribute(name);
  if (found == nullptr) return;
  const std::string& text = found->value.text;
  if (names) {
    const std::array<std::pair<const char*, Color>, 4> named = {
        {{"text", sheet.text}, {"accent", sheet.accent}, {"tint", sheet.tint}, {"grey", sheet.grey}}};
    for (const auto& [known, value] : named)
      if (text == known) {
        out = value;
        return;
      }
  }
  unsigned value = 0;
  const char* const end = text.data() + text.size();
  if (text.size() == 7 && text[0] == '#' && std::from_chars(text.data() + 1, end, value, 16).ptr == end) {
    out = {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U & 0xFFU),
           static_cast<std::uint8_t>(value & 0xFFU)};
    return;
  }
  sink.error(found->value.span, "'" + text + "' is no colour: write #1f4e79" +
                                    (names ? " or one of text, accent, tint, grey" : std::string()));
}

void Reader::size_and_leading(const XmlAttribute& attribute, ScriptStyle& out) {
  const std::string_view text = attribute.value.text;
  const std::size_t slash = text.find('/');
  const double size = read_number(text.substr(0, slash)).value_or(0);
  const double leading = slash == std::string_view::npos ? 0 : read_number(text.substr(slash + 1)).value_or(0);
  if (size < 1 || leading < 1) {
    sink.error(attribute.value.span, "'" + std::string(text) + "' is no size and leading: write 11/16, in pt");
    return;
  }
  if (leading < size) {
    sink.error(attribute.value.span, "the leading " + std::string(text.substr(slash + 1)) + " is less than the size " +
                                         std::string(text.substr(0, slash)) + ": lines would overlap");
    return;
  }
  out.size = Length::points(size);
  out.leading = Length::points(leading);
}

void Reader::page(const XmlNode& node, bool complete) {
  check_attributes(node,
                   {"width", "height", "margin-side", "margin-top", "margin-bottom", "header-baseline",
                    "footer-baseline", "number-column"},
                   sink);
  check_no_text(node, sink);
  PageStyle& page = sheet.page;
  length(node, "width", page.width, complete);
  length(node, "height", page.height, complete);
  length(node, "margin-side", page.margin_side, complete);
  length(node, "margin-top", page.margin_top, complete);
  length(node, "margin-bottom", page.margin_bottom, complete);
  length(node, "header-baseline", page.header_baseline, complete);
  length(node, "footer-baseline", page.footer_baseline, complete);
  length(node, "number-column", page.number_column, complete);
  const Length least = Length::millimetres(40);
  if (page.width - page.margin_side * 2 - page.number_column < least ||
      page.height - page.margin_top - page.margin_bottom < least)
    sink.error(node.span, "the margins leave less than 40 mm for the text");
}

void Reader::form(const XmlNode& node, bool complete) {
  check_attributes(node,
                   {"box-height", "area-height", "line", "line-color", "gutter", "row-gap", "group-gap", "tick",
                    "digit-width", "signature-line", "signature-room", "cell-padding", "table-rule", "list-column",
                    "cell-list-column", "run-in-gloss"},
                   sink);
  check_no_text(node, sink);
  FormStyle& form = sheet.form;
  length(node, "box-height", form.box_height, complete);
  length(node, "area-height", form.area_height, complete);
  length(node, "line", form.line, complete);
  length(node, "gutter", form.gutter, complete);
  length(node, "row-gap", form.row_gap, complete);
  length(node, "group-gap", form.group_gap, complete);
  length(node, "tick", form.tick, complete);
  length(node, "digit-width", form.digit_width, complete);
  length(node, "signature-line", form.signature_line, complete);
  length(node, "signature-room", form.signature_room, complete);
  length(node, "cell-padding", form.cell_padding, complete);
  length(node, "table-rule", form.table_rule, complete);
  length(node, "list-column", form.list_column);
  length(node, "cell-list-column", form.cell_list_column);
  form.run_in_gloss = read_bool(node, "run-in-gloss", form.run_in_gloss, sink);
  if (complete) need_attribute(node, "line-color", sink);
  color(node, "line-color", form.line_color);
}

void Reader::family_names(const XmlNode& node) {
  check_attributes(node, {script_names.begin(), script_names.end()}, sink);
  check_no_text(node, sink);
  for (std::size_t i = 0; i < script_classes; ++i) {
    const XmlAttribute* found = need_attribute(node, script_names.at(i), sink);
    if (found == nullptr) continue;
    families.at(i) = found->value.text;
    if (fonts.find(families.at(i), false) == nullptr)
      sink.error(found->value.span,
                 "fonts.xml has no family '" + families.at(i) + "'" + suggestion(families.at(i), fonts.families));
  }
}

void Reader::paragraph(const XmlNode& node) {
  check_attributes(node, paragraph_attributes, sink);
  ParagraphStyle style;
  style.color = sheet.text;
  for (std::size_t i = 0; i < script_classes; ++i) style.scripts.at(i).family = families.at(i);
  const XmlAttribute* parent = node.attribute("parent");
  if (parent != nullptr) {
    const auto found = sheet.paragraphs.find(parent->value.text);
    if (found != sheet.paragraphs.end()) {
      style = found->second;
    } else {
      std::vector<std::string> names;
      for (const auto& [name, other] : sheet.paragraphs) names.push_back(name);
      sink.error(parent->value.span,
                 "no paragraph style '" + parent->value.text + "' above" + suggestion(parent->value.text, names));
    }
  }
  if (parent == nullptr)
    for (const char* script : script_names) need_attribute(node, script, sink);
  properties(node, style);
  if (ParagraphStyle* own = entry(node, sheet.paragraphs)) {
    style.name = own->name;
    *own = style;
  }
}

/// What a <paragraph> says of itself, over what it has from its parent or, in an edition, from the style it changes.
void Reader::properties(const XmlNode& node, ParagraphStyle& style) {
  for (std::size_t i = 0; i < script_classes; ++i)
    if (const XmlAttribute* size = node.attribute(script_names.at(i))) size_and_leading(*size, style.scripts.at(i));
  style.bold = read_bool(node, "bold", style.bold, sink);
  color(node, "color", style.color);
  length(node, "space-before", style.space_before);
  length(node, "space-after", style.space_after);
  length(node, "indent", style.indent);
  style.align = read_keyword<Align>(node, "align",
                                    {{"start", Align::start}, {"center", Align::center}, {"end", Align::end}}, sink)
                    .value_or(style.align);
  style.keep_with_next = read_bool(node, "keep-with-next", style.keep_with_next, sink);
  style.keep_together = read_bool(node, "keep-together", style.keep_together, sink);
  style.hyphenate = read_bool(node, "hyphenate", style.hyphenate, sink);
  style.heading_level =
      read_keyword<int>(node, "level", {{"0", 0}, {"1", 1}, {"2", 2}, {"3", 3}, {"4", 4}, {"5", 5}, {"6", 6}}, sink)
          .value_or(style.heading_level);
}

void Reader::character(const XmlNode& node) {
  check_attributes(node, {"name", "bold", "color", "underline"}, sink);
  CharacterStyle* style = entry(node, sheet.characters);
  if (style == nullptr) return;
  style->bold = read_bool(node, "bold", false, sink);
  style->has_color = node.attribute("color") != nullptr;
  color(node, "color", style->color);
  style->underline = read_bool(node, "underline", false, sink);
}

void Reader::box(const XmlNode& node) {
  check_attributes(node,
                   {"name", "fill", "rule", "frame", "line", "padding", "space-before", "space-after", "keep-together",
                    "picture-column", "gap"},
                   sink);
  BoxStyle* style = entry(node, sheet.boxes);
  if (style == nullptr) return;
  style->has_fill = node.attribute("fill") != nullptr;
  color(node, "fill", style->fill);
  length(node, "rule", style->rule);
  length(node, "frame", style->frame);
  style->line = sheet.text;
  color(node, "line", style->line);
  length(node, "padding", style->padding);
  length(node, "space-before", style->space_before);
  length(node, "space-after", style->space_after);
  style->keep_together = read_bool(node, "keep-together", true, sink);
  length(node, "picture-column", style->picture_column);
  length(node, "gap", style->gap);
}

/// An <edition> changes measures and named styles of what stands above it; all else stays.
void Reader::edition(const XmlNode& node) {
  check_attributes(node, {"name"}, sink);
  check_no_text(node, sink);
  for (const XmlNode& child : node.children) {
    if (child.is_text()) continue;
    if (child.name == "page") {
      page(child, false);
    } else if (child.name == "form") {
      form(child, false);
    } else if (child.name == "paragraph") {
      check_attributes(child, paragraph_attributes, sink);
      const XmlAttribute* name = need_attribute(child, "name", sink);
      if (name == nullptr) continue;
      const auto found = sheet.paragraphs.find(name->value.text);
      if (found == sheet.paragraphs.end())
        sink.error(name->value.span,
                   "an edition changes what is there: no paragraph style '" + name->value.text + "' above");
      else
        properties(child, found->second);
    } else {
      report_unknown_element(child, "edition", {"page", "form", "paragraph"}, sink);
    }
  }
}

void Reader::root(const XmlNode& node) {
  check_attributes(node, {"text", "accent", "tint", "grey"}, sink);
  check_no_text(node, sink);
  for (const auto& [name, out] :
       {std::pair{"text", &sheet.text}, {"accent", &sheet.accent}, {"tint", &sheet.tint}, {"grey", &sheet.grey}}) {
    need_attribute(node, name, sink);
    color(node, name, *out, false);
  }
  for (const char* once : {"page", "form", "families"}) {
    const XmlNode* found = node.child(once);
    if (found == nullptr)
      sink.error(node.span, "<style> needs a <" + std::string(once) + ">");
    else if (once == std::string_view("page"))
      page(*found, true);
    else if (once == std::string_view("form"))
      form(*found, true);
    else
      family_names(*found);
  }
  for (const XmlNode& child : node.children) {
    if (child.is_text()) continue;
    if (child.name == "paragraph")
      paragraph(child);
    else if (child.name == "character")
      character(child);
    else if (child.name == "box")
      box(child);
    else if (child.name != "page" && child.name != "form" && child.name != "families" && child.name != "edition")
      report_unknown_element(child, "style", {"page", "form", "families", "paragraph", "character", "box", "edition"},
                             sink);
    else if (child.name != "edition" && &child != node.child(child.name))
      sink.error(child.span, "<" + child.name + "> stands twice");
  }
}

template <typename Style>
void check_complete(const std::map<std::string, Style>& styles, const std::vector<std::string>& needed,
                    const std::string& kind, const XmlNode& root, Sink& sink) {
  for (const std::string& name : needed)
    if (!styles.contains(name)) sink.error(root.span, "the " + kind + " style '" + name + "' is missing");
}

}  // namespace

Styles load_style(const Files& files, const FontSet& fonts, Sources& sources, Sink& sink) {
  const auto root = read_xml(files, style_path, "style", style_uri, sources, sink);
  if (!root) return {};
  Reader reader{sink, fonts, {}, {}};
  reader.root(*root);
  check_complete(reader.sheet.paragraphs, needed_paragraphs, "paragraph", *root, sink);
  check_complete(reader.sheet.characters, needed_characters, "character", *root, sink);
  check_complete(reader.sheet.boxes, needed_boxes, "box", *root, sink);
  Styles styles{reader.sheet, {}};
  for (const XmlNode& child : root->children) {
    if (child.name != "edition") continue;
    const XmlAttribute* name = need_attribute(child, "name", sink);
    if (name == nullptr) continue;
    Reader changed{sink, fonts, reader.sheet, reader.families};
    changed.edition(child);
    if (!styles.editions.emplace(name->value.text, std::move(changed.sheet)).second)
      sink.error(name->value.span, "the edition '" + name->value.text + "' stands twice");
  }
  return styles;
}

}  // namespace skabelon
