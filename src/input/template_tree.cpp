// One template file -> its tree, lets and sentences; <include> stays as it is.
#include "input/template_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "input/template_attributes.h"
#include "input/template_forms.h"
#include "input/template_table.h"
#include "input/values.h"

namespace skabelon {
namespace {

bool is_blank(const XmlNode& node) { return node.is_text() && collapse(node.text.text).empty(); }

bool has_words(const XmlNode& node) {
  return std::any_of(node.children.begin(), node.children.end(), [](const XmlNode& child) { return !is_blank(child); });
}

/// What this element holds of the two that its form may leave open: words, unless one of the form's elements is there.
Holds holds_of(const XmlNode& node, const ElementForm& form) {
  if (form.holds != Holds::wording_or_elements) return form.holds;
  const std::vector<std::string> names = child_names(form);
  const bool elements = std::any_of(node.children.begin(), node.children.end(), [&](const XmlNode& child) {
    return std::find(names.begin(), names.end(), child.name) != names.end();
  });
  return elements ? Holds::elements : Holds::wording;
}

/// How many children of that name stand below, those in <when> and <for-each> too.
int count_named(const XmlNode& node, std::string_view name) {
  int count = 0;
  for (const XmlNode& child : node.children) {
    if (child.name == name) ++count;
    if (child.name == "when" || child.name == "for-each") count += count_named(child, name);
  }
  return count;
}

/// What holds for the children of an element.
struct Level {
  std::string path;  ///< ids from the clause down
  Scope scope;
  XPathContext place;              ///< where XPaths stand
  std::vector<std::string> names;  ///< elements that may stand here
  const XmlNode* owner = nullptr;  ///< the element that is no <when> or <for-each>
  int clauses = 0;                 ///< clauses around
};

class TreeReader {
 public:
  TreeReader(std::string origin, const TreeContext& context) : origin_(std::move(origin)), context_(context) {}

  TemplateFile run(const XmlNode& node) {
    Level level;
    level.place = {"kit"};
    level.names = child_names(*find_form(node.name));
    level.owner = &node;
    AttributeContext attributes = attribute_context(level);
    file_.root.attributes = read_attributes(node, attributes, context_.sink);
    file_.root.element = Element::root;
    file_.root.id = node.value("id");
    file_.root.origin = origin_;
    file_.root.span = node.span;
    check_no_text(node, context_.sink);
    read_lets(node, level, file_.lets);
    children(node, level, file_.root);
    report_unused(file_.lets);
    return std::move(file_);
  }

 private:
  AttributeContext attribute_context(const Level& level) {
    return {context_.files, context_.styles, context_.vocabulary, level.scope, used_, level.place, {}};
  }

  /// The lets at the start of `node` into `lets` and the level's scope; those further down are reported.
  void read_lets(const XmlNode& node, Level& level, std::vector<Let>& lets) {
    bool first = true;
    for (const XmlNode& child : node.children) {
      if (child.is_text()) continue;
      if (child.name != "let") {
        first = false;
        continue;
      }
      if (!first)
        context_.sink.error(child.span, fmt::format("a let stands first in <{}>, before everything else", node.name));
      AttributeContext attributes = attribute_context(level);
      const Let let = read_let(child, attributes, context_.sink);
      check_empty(child);
      const auto same = std::find_if(level.scope.begin(), level.scope.end(),
                                     [&](const Let& other) { return other.name == let.name; });
      if (same != level.scope.end()) {
        context_.sink.error(child.span, fmt::format("the let '{}' is declared twice", let.name),
                            {{same->span, "declared here first"}});
        continue;
      }
      lets.push_back(let);
      level.scope.push_back(let);
    }
  }

  void report_unused(const std::vector<Let>& lets) {
    for (const Let& let : lets)
      if (!used_.contains(let.name)) context_.sink.warning(let.span, fmt::format("the let '{}' is not used", let.name));
  }

  void check_empty(const XmlNode& node) {
    if (has_words(node)) context_.sink.error(node.span, fmt::format("<{}> holds nothing", node.name));
  }

  void check_no_words(const XmlNode& node, const ElementForm& form) {
    if (form.holds == Holds::elements) return check_no_text(node, context_.sink);
    check_no_text(node, context_.sink,
                  fmt::format("<{}> holds words or elements, not both: put these words into a <p>", node.name));
  }

  void children(const XmlNode& node, const Level& level, TemplateNode& parent) {
    const ElementForm* own = find_form(node.name);
    const bool mixed = own != nullptr && own->holds == Holds::wording_then_list;
    for (const XmlNode& child : node.children) {
      if (child.is_text() || child.name == "let") continue;
      if (mixed && child.name != "list") continue;  // belongs to the wording
      const ElementForm* form = find_form(child.name);
      if (form == nullptr || std::find(level.names.begin(), level.names.end(), child.name) == level.names.end()) {
        report_unknown_element(child, node.name, level.names, context_.sink);
        continue;
      }
      parent.children.push_back(element(child, *form, level));
    }
    check_order(node);
  }

  TemplateNode element(const XmlNode& node, const ElementForm& form, const Level& level) {
    TemplateNode out;
    out.element = form.element;
    out.origin = origin_;
    out.span = node.span;
    AttributeContext attributes = attribute_context(level);
    out.attributes = read_attributes(node, attributes, context_.sink);
    out.id = name_of(node, form, level);
    if (form.name == "speaker") out.attributes["style"] = {"speaker", node.span};
    Level inner = level;
    inner.path = path_of(out, level.path);
    const Holds holds = holds_of(node, form);
    if (holds == Holds::wording || holds == Holds::wording_then_list) words(node, form, inner, out);
    if (holds == Holds::nothing) check_empty(node);
    if (holds == Holds::elements) check_no_words(node, form);
    if (holds == Holds::nothing || holds == Holds::wording) return out;
    go_inside(node, form, attributes, inner);
    std::vector<Let> lets;
    if (form.element == Element::for_each) {
      read_lets(node, inner, lets);
      for (const XmlNode& child : node.children)
        if (child.name == "let") out.children.push_back(let_node(child));
    }
    children(node, inner, out);
    if (form.element == Element::table) check_table(out, context_.sink);
    report_unused(lets);
    return out;
  }

  void go_inside(const XmlNode& node, const ElementForm& form, const AttributeContext& attributes, Level& inner) {
    if (form.element == Element::when || form.element == Element::for_each) {
      std::erase_if(inner.names,
                    [](const std::string& name) { return name == "title" || name == "cover" || name == "h"; });
      if (form.element != Element::for_each) return;
      inner.place = attributes.selected;
      for (const char* name : {"index", "last"}) inner.scope.push_back(number_let(name));
      return;
    }
    inner.names = child_names(form);
    inner.owner = &node;
    if (form.element != Element::clause) return;
    if (++inner.clauses == 2)
      std::erase_if(inner.names, [](const std::string& name) { return name == "clause" || name == "include"; });
  }

  static Let number_let(const char* name) {
    Let let;
    let.name = name;
    let.type = ValueType::number;
    return let;
  }

  TemplateNode let_node(const XmlNode& node) const {
    TemplateNode out;
    out.element = Element::let;
    out.origin = origin_;
    out.span = node.span;
    for (const XmlAttribute& attribute : node.attributes)
      out.attributes[attribute.name] = {attribute.value.text, attribute.value.span};
    return out;
  }

  std::string name_of(const XmlNode& node, const ElementForm& form, const Level& level) {
    const XmlAttribute* id = node.attribute("id");
    if (form.naming == Naming::none || form.element == Element::title) return {};
    if (id != nullptr) {
      if (!is_id(id->value.text))
        context_.sink.error(id->value.span,
                            fmt::format("id=\"{}\" is no id: small letters a to z, digits and hyphens, a letter first",
                                        id->value.text));
      return id->value.text;
    }
    if (form.naming == Naming::optional) return own_name(node, level);
    if (form.naming == Naming::id || has_words(node)) need_attribute(node, "id", context_.sink);
    return {};
  }

  /// "label", or "label-2" where its element holds several.
  std::string own_name(const XmlNode& node, const Level& level) {
    if (count_named(*level.owner, node.name) < 2) return node.name;
    return fmt::format("{}-{}", node.name, ++counted_[{level.owner, node.name}]);
  }

  void words(const XmlNode& node, const ElementForm& form, const Level& level, TemplateNode& out) {
    WordingRules rules;
    rules.scope = &level.scope;
    rules.used = &used_;
    if (form.holds == Holds::wording_then_list) {
      rules.blocks = {"list"};
      check_list_last(node);
    }
    if (form.holds == Holds::wording_or_elements) rules.blocks = child_names(form);
    out.wording = parse_wording(node, rules, context_.sink);
    if (out.wording.empty()) {
      if (form.element != Element::cell && !has_words(node))
        context_.sink.error(node.span, fmt::format("<{}> without words", node.name));
      return;
    }
    out.unit = form.element == Element::title ? "title" : level.path;
    file_.units.push_back(
        {origin_, out.unit, out.wording, level.scope, xliff_text(node, MarkupNotation::xml, rules.blocks), node.span});
  }

  void check_list_last(const XmlNode& node) {
    const XmlNode* list = nullptr;
    for (const XmlNode& child : node.children) {
      if (list != nullptr && !is_blank(child))
        return context_.sink.error(child.span, "nothing stands behind the list of an <item>");
      if (child.name == "list") list = &child;
    }
  }

  /// A heading stands first and once, so do title and cover, labels and hints.
  void check_order(const XmlNode& node) {
    std::vector<const XmlNode*> elements;
    for (const XmlNode& child : node.children)
      if (!child.is_text() && child.name != "let") elements.push_back(&child);
    const auto stands_at = [&](const char* name, std::size_t place, const char* where) {
      for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i]->name == name && i != place)
          context_.sink.error(elements[i]->span,
                              fmt::format("<{}> stands once and {} in <{}>", name, where, node.name));
    };
    const auto need = [&](const char* name) {
      if (count_named(node, name) == 0) context_.sink.error(node.span, fmt::format("<{}> needs <{}>", node.name, name));
    };
    if (node.name == "clause") stands_at("h", 0, "first");
    if (node.name == "template") {
      stands_at("title", 0, "first");
      stands_at("cover", 1, "behind the title");
      need("title");
    }
    if (node.name == "shared" && count_named(node, "clause") != 1)
      context_.sink.error(node.span, "<shared> holds one <clause>, no more and no less");
    if (node.name == "field" || node.name == "choice" || node.name == "check") {
      stands_at("label", 0, "first");
      stands_at("hint", 1, "behind the label");
      need("label");
      if (node.name == "choice") need("item");
      if (node.name == "field" && node.value("kind") == "digits") need_attribute(node, "digits", context_.sink);
    }
    if (node.name == "quote") {
      need("p");
      if (!elements.empty() && count_named(node, "speaker") > 0) stands_at("speaker", elements.size() - 1, "last");
    }
    if (node.name == "list") need("item");
    if (node.name == "table") need("row");
    if (node.name == "row") need("cell");
    if (node.name == "signature") need("party");
  }

  std::string origin_;
  const TreeContext& context_;
  TemplateFile file_;
  std::set<std::string> used_;
  std::map<std::pair<const XmlNode*, std::string>, int> counted_;  // looked up only, never walked
};

/// Adds the ids below `node`, included clauses without what they hold.
void collect_ids(const TemplateNode& node, const std::string& prefix, const std::string& origin,
                 std::map<std::string, Span>& ids, Sink& sink) {
  for (const TemplateNode& child : node.children) {
    const std::string path = path_of(child, prefix);
    const bool named = !child.id.empty() || child.element == Element::party;
    if (named) {
      const auto [first, added] = ids.emplace(path, child.span);
      if (!added)
        sink.error(child.span, fmt::format("the id '{}' stands twice", path), {{first->second, "here first"}});
    }
    if (child.origin == origin) collect_ids(child, path, origin, ids, sink);
  }
}

}  // namespace

std::string path_of(const TemplateNode& node, const std::string& prefix) {
  const std::string& name = node.element == Element::party ? node.attribute("role", node.id) : node.id;
  if (name.empty()) return prefix;
  return prefix.empty() ? name : prefix + '/' + name;
}

TemplateFile read_tree(const XmlNode& node, const std::string& origin, const TreeContext& context) {
  TemplateFile file = TreeReader(origin, context).run(node);
  check_ids(file.root, origin, context.sink);
  return file;
}

void check_ids(const TemplateNode& root, const std::string& origin, Sink& sink) {
  std::map<std::string, Span> ids;
  collect_ids(root, "", origin, ids, sink);
}

}  // namespace skabelon
