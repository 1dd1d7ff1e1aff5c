// The attributes of a template's elements, checked against their forms.
#include "input/template_attributes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "input/template_forms.h"
#include "input/values.h"
#include "input/wording_choice.h"

namespace skabelon {
namespace {

/// A whole number from 1 to `most`, or 0.
int whole(std::string_view text, int most) {
  int value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc() && end == text.data() + text.size() && value >= 1 && value <= most ? value : 0;
}

bool is_one_of(const std::string& word, const std::vector<std::string>& known) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

bool is_length(std::string_view text) {
  if (!text.ends_with("mm") && !text.ends_with("pt")) return false;
  text.remove_suffix(2);
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  return failure == std::errc() && end == text.data() + text.size() && value > 0 && value < 2000;
}

class Checker {
 public:
  Checker(const AttributeForm& form, const XmlText& value, AttributeContext& context, Sink& sink)
      : form_(form), value_(value), text_(value.text), context_(context), sink_(sink) {}

  void run() {
    switch (form_.kind) {
      case AttributeKind::text:
        if (collapse(text_).empty()) wrong("is empty");
        break;
      case AttributeKind::boolean:
        known({"true", "false"});
        break;
      case AttributeKind::keyword:
        known(split_words(form_.keywords));
        break;
      case AttributeKind::id:
        if (!is_id(text_)) wrong("is no id: small letters a to z, digits and hyphens, a letter first");
        break;
      case AttributeKind::let_name:
        if (!is_let_name(text_)) wrong("is no name: small letters a to z, digits and _, a letter first");
        break;
      case AttributeKind::count:
        if (whole(text_, 99) == 0) wrong("is no number from 1 to 99");
        break;
      case AttributeKind::length:
        if (!is_length(text_)) wrong("is no length: write 12mm or 8pt");
        break;
      case AttributeKind::columns:
        columns();
        break;
      case AttributeKind::alignments:
        each({"start", "center", "end"});
        break;
      case AttributeKind::words:
        if (split_words(text_).empty()) wrong("is empty");
        for (const std::string& word : split_words(text_))
          if (!is_id(word)) return wrong("is no list of keywords: small letters, digits and hyphens");
        break;
      case AttributeKind::xpath:
        context_.selected = check_xpath(value_, context_.place, context_.vocabulary, sink_);
        break;
      case AttributeKind::paragraph_style:
        style("paragraph style", context_.styles.paragraphs);
        break;
      case AttributeKind::box_style:
        style("box style", context_.styles.boxes);
        break;
      case AttributeKind::edition:
        style("edition", context_.styles.editions);
        break;
      case AttributeKind::let:
        find_argument(text_, value_.span, {&context_.scope, "da", {}, nullptr, &context_.used, {}}, sink_);
        break;
      case AttributeKind::picture:
        picture();
        break;
      case AttributeKind::record:
        record();
        break;
    }
  }

 private:
  void wrong(const std::string& what) {
    sink_.error(value_.span, fmt::format("{}=\"{}\" {}", form_.name, text_, what));
  }

  void known(const std::vector<std::string>& names) {
    if (!is_one_of(text_, names))
      wrong(fmt::format("is none of: {}{}", fmt::join(names, ", "), suggestion(text_, names)));
  }

  void each(const std::vector<std::string>& names) {
    for (const std::string& word : split_words(text_))
      if (!is_one_of(word, names))
        return wrong(
            fmt::format("holds '{}', which is none of: {}{}", word, fmt::join(names, ", "), suggestion(word, names)));
  }

  void columns() {
    const std::vector<std::string> weights = split_words(text_);
    const bool good =
        !weights.empty() && weights.size() <= 20 &&
        std::all_of(weights.begin(), weights.end(), [](const auto& weight) { return whole(weight, 99) > 0; });
    if (!good) wrong("is no list of column widths: write shares such as \"2 1 1\"");
  }

  void style(const char* what, const std::vector<std::string>& names) {
    if (!names.empty() && !is_one_of(text_, names))
      sink_.error(value_.span, fmt::format("style.xml has no {} '{}'{}", what, text_, suggestion(text_, names)));
  }

  void picture() {
    if (!is_plain_path(text_))
      wrong("is no path below the folder templates/");
    else if (!text_.ends_with(".png") && !text_.ends_with(".svg"))
      wrong("is no picture: .svg or .png");
    else if (!context_.files.exists(illustration_folder + text_))
      wrong("is no file below the folder templates/");
  }

  void record() {
    std::vector<std::string> names;
    for (const ElementRule& rule : context_.vocabulary.elements)
      if (rule.parent == "kit") names.emplace_back(rule.name);
    if (!is_one_of(text_, names)) wrong(fmt::format("is no element of a kit{}", suggestion(text_, names)));
  }

  const AttributeForm& form_;
  const XmlText& value_;
  const std::string& text_;
  AttributeContext& context_;
  Sink& sink_;
};

bool may_have_id(const XmlNode& node) {
  const ElementForm* form = find_form(node.name);
  return form != nullptr && form->naming != Naming::none && form->element != Element::title;
}

ValueType value_type(std::string_view name) {
  constexpr std::array<std::string_view, 11> names{"text",  "number", "date",     "time",  "keyword", "list",
                                                   "phone", "cvr",    "postcode", "email", "url"};
  const auto* found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? ValueType::text : static_cast<ValueType>(found - names.begin());
}

}  // namespace

std::map<std::string, Attribute, std::less<>> read_attributes(const XmlNode& node, AttributeContext& context,
                                                              Sink& sink) {
  std::map<std::string, Attribute, std::less<>> out;
  std::vector<std::string> names;
  if (may_have_id(node)) names.emplace_back("id");
  for (const AttributeForm& form : attribute_forms()) {
    if (form.element != node.name) continue;
    names.emplace_back(form.name);
    const XmlAttribute* attribute = form.required ? need_attribute(node, form.name, sink) : node.attribute(form.name);
    if (attribute == nullptr) continue;
    Checker(form, attribute->value, context, sink).run();
    if (form.name != "id") out[attribute->name] = {attribute->value.text, attribute->value.span};
  }
  check_attributes(node, names, sink);
  return out;
}

Let read_let(const XmlNode& node, AttributeContext& context, Sink& sink) {
  Let let;
  read_attributes(node, context, sink);
  let.name = node.value("name");
  let.type = value_type(node.value("type"));
  let.select = node.value("select");
  let.required = node.value("required", "true") == "true";
  let.values = split_words(node.value("values"));
  let.span = node.span;
  if (let.type == ValueType::keyword && node.attribute("values") == nullptr)
    sink.error(node.span, "a keyword needs values=\"…\": what it may be");
  if (let.type != ValueType::keyword && node.attribute("values") != nullptr)
    sink.error(node.attribute("values")->name_span, "only a keyword has values");
  return let;
}

}  // namespace skabelon
