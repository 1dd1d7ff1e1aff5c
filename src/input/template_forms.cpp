// The grammar of templates as two tables: which element may hold what, and which attributes it has.
#include "input/template_forms.h"

#include <algorithm>
#include <array>

#include "input/values.h"

namespace skabelon {
namespace {

constexpr std::string_view blocks =
    "p list table box field choice check signature quote image toc page-break cut-line letterhead when for-each";

constexpr std::array forms{
    ElementForm{"template", Element::root, Holds::elements, Naming::none, "let title cover clause include blocks"},
    ElementForm{"shared", Element::root, Holds::elements, Naming::none, "let clause"},
    ElementForm{"let", Element::let, Holds::nothing, Naming::none, ""},
    ElementForm{"title", Element::title, Holds::wording, Naming::optional, ""},
    ElementForm{"cover", Element::cover, Holds::elements, Naming::none, "p image letterhead box table when for-each"},
    ElementForm{"clause", Element::clause, Holds::elements, Naming::id, "h clause include blocks"},
    ElementForm{"h", Element::heading, Holds::wording, Naming::optional, ""},
    ElementForm{"p", Element::paragraph, Holds::wording, Naming::id, ""},
    ElementForm{"list", Element::list, Holds::elements, Naming::id, "item when for-each"},
    ElementForm{"item", Element::item, Holds::wording_then_list, Naming::id, "list"},
    ElementForm{"table", Element::table, Holds::elements, Naming::id, "row when for-each"},
    ElementForm{"row", Element::row, Holds::elements, Naming::none, "cell"},
    ElementForm{"cell", Element::cell, Holds::wording_or_elements, Naming::when_worded, "p list"},
    ElementForm{"box", Element::box, Holds::elements, Naming::id, "blocks"},
    ElementForm{"field", Element::field, Holds::elements, Naming::id, "label hint"},
    ElementForm{"choice", Element::choice, Holds::elements, Naming::id, "label hint item when for-each"},
    ElementForm{"check", Element::check, Holds::elements, Naming::id, "label hint"},
    ElementForm{"label", Element::label, Holds::wording, Naming::optional, ""},
    ElementForm{"hint", Element::hint, Holds::wording, Naming::optional, ""},
    ElementForm{"signature", Element::signature, Holds::elements, Naming::id, "party when for-each"},
    ElementForm{"party", Element::party, Holds::elements, Naming::none, "p label when for-each"},
    ElementForm{"when", Element::when, Holds::elements, Naming::none, "*"},
    ElementForm{"for-each", Element::for_each, Holds::elements, Naming::none, "let *"},
    ElementForm{"include", Element::root, Holds::nothing, Naming::none, ""},
    ElementForm{"quote", Element::quote, Holds::elements, Naming::id, "p speaker"},
    ElementForm{"speaker", Element::paragraph, Holds::wording, Naming::optional, ""},
    ElementForm{"image", Element::image, Holds::wording, Naming::optional, ""},
    ElementForm{"toc", Element::toc, Holds::nothing, Naming::none, ""},
    ElementForm{"page-break", Element::page_break, Holds::nothing, Naming::none, ""},
    ElementForm{"cut-line", Element::cut_line, Holds::nothing, Naming::none, ""},
    ElementForm{"letterhead", Element::letterhead, Holds::nothing, Naming::none, ""},
};

constexpr std::string_view let_types = "text number date time keyword list phone cvr postcode email url";
constexpr std::string_view widths = "full half third two-thirds";
using Kind = AttributeKind;

constexpr std::array attributes{
    AttributeForm{"template", "id", Kind::id, true},
    AttributeForm{"template", "version", Kind::text, true},
    AttributeForm{"template", "form", Kind::boolean},
    AttributeForm{"template", "bilingual", Kind::boolean},
    AttributeForm{"template", "record", Kind::record},
    AttributeForm{"template", "body", Kind::paragraph_style},
    AttributeForm{"template", "numbered", Kind::boolean},
    AttributeForm{"template", "edition", Kind::edition},
    AttributeForm{"template", "pair-edition", Kind::edition},
    AttributeForm{"shared", "id", Kind::id, true},
    AttributeForm{"let", "name", Kind::let_name, true},
    AttributeForm{"let", "type", Kind::keyword, true, let_types},
    AttributeForm{"let", "select", Kind::xpath, true},
    AttributeForm{"let", "required", Kind::boolean},
    AttributeForm{"let", "values", Kind::words},
    AttributeForm{"clause", "required", Kind::boolean},
    AttributeForm{"clause", "style", Kind::paragraph_style},
    AttributeForm{"clause", "part", Kind::boolean},
    AttributeForm{"p", "style", Kind::paragraph_style},
    AttributeForm{"list", "kind", Kind::keyword, false, "bullet number letter checklist"},
    AttributeForm{"table", "columns", Kind::columns, true},
    AttributeForm{"table", "align", Kind::alignments},
    AttributeForm{"table", "grid", Kind::boolean},
    AttributeForm{"row", "header", Kind::boolean},
    AttributeForm{"row", "height", Kind::length},
    AttributeForm{"cell", "span", Kind::count},
    AttributeForm{"cell", "header", Kind::boolean},
    AttributeForm{"box", "style", Kind::box_style, true},
    AttributeForm{"field", "kind", Kind::keyword, false, "line area digits"},
    AttributeForm{"field", "width", Kind::keyword, false, widths},
    AttributeForm{"field", "digits", Kind::count},
    AttributeForm{"field", "lines", Kind::count},
    AttributeForm{"field", "value", Kind::let},
    AttributeForm{"field", "number", Kind::boolean},
    AttributeForm{"choice", "width", Kind::keyword, false, widths},
    AttributeForm{"choice", "number", Kind::boolean},
    AttributeForm{"check", "width", Kind::keyword, false, widths},
    AttributeForm{"check", "number", Kind::boolean},
    AttributeForm{"party", "role", Kind::id, true},
    AttributeForm{"when", "test", Kind::xpath, true},
    AttributeForm{"for-each", "select", Kind::xpath, true},
    AttributeForm{"include", "clause", Kind::text, true},
    AttributeForm{"image", "src", Kind::picture, true},
    AttributeForm{"image", "width", Kind::length, true},
    AttributeForm{"toc", "depth", Kind::count},
};

}  // namespace

std::span<const ElementForm> element_forms() { return forms; }
std::span<const AttributeForm> attribute_forms() { return attributes; }

const ElementForm* find_form(std::string_view name) {
  const auto* found =
      std::find_if(forms.begin(), forms.end(), [&](const ElementForm& form) { return form.name == name; });
  return found == forms.end() ? nullptr : found;
}

std::vector<std::string> child_names(const ElementForm& form) {
  std::vector<std::string> names;
  for (const std::string& name : split_words(form.children)) {
    if (name != "blocks") {
      names.push_back(name);
      continue;
    }
    for (const std::string& block : split_words(blocks)) names.push_back(block);
  }
  return names;
}

}  // namespace skabelon
