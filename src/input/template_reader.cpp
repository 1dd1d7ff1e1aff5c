// templates/**.xml -> Templates with their includes resolved, and the list of everything there is to translate.
#include "input/template_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <tuple>

#include "input/template_tree.h"
#include "input/values.h"

namespace skabelon {
namespace {

constexpr const char* template_uri = "urn:skabelon:template:1";

class SetReader {
 public:
  SetReader(const Files& files, const StyleNames& styles, const Vocabulary& vocabulary, Sources& sources, Sink& sink)
      : files_(files), context_{files, styles, vocabulary, sink}, sources_(sources), sink_(sink) {}

  TemplateSet run() {
    for (const std::string& name : xml_names("templates/shared")) read_shared(name);
    for (const std::string& name : xml_names("templates"))
      if (name != "style" && name != "common") read_template(name);
    read_common();
    return std::move(set_);
  }

 private:
  /// Names without ".xml".
  std::vector<std::string> xml_names(const std::string& folder) const {
    std::vector<std::string> names;
    for (const std::string& name : files_.list(folder))
      if (name.ends_with(".xml")) names.push_back(name.substr(0, name.size() - 4));
    return names;
  }

  void check_file_id(const XmlNode& node, const std::string& name) {
    const XmlAttribute* id = node.attribute("id");
    if (id != nullptr && id->value.text != name)
      sink_.error(id->value.span, fmt::format("the id is that of the file: write \"{}\"", name));
  }

  void read_shared(const std::string& name) {
    shared_names_.push_back(name);
    const auto node = read_xml(files_, "templates/shared/" + name + ".xml", "shared", template_uri, sources_, sink_);
    if (!node) return;
    check_file_id(*node, name);
    TemplateFile file = read_tree(*node, "shared/" + name, context_);
    report_includes(file.root);
    set_.units.insert(set_.units.end(), file.units.begin(), file.units.end());
    shared_.emplace(name, std::move(file));
  }

  void report_includes(const TemplateNode& node) {
    for (const TemplateNode& child : node.children) {
      if (child.has(include_attribute)) sink_.error(child.span, "a shared clause includes no other");
      report_includes(child);
    }
  }

  void read_template(const std::string& name) {
    const auto node = read_xml(files_, "templates/" + name + ".xml", "template", template_uri, sources_, sink_);
    if (!node) return;
    check_file_id(*node, name);
    TemplateFile file = read_tree(*node, name, context_);
    Template made;
    made.id = name;
    made.version = node->value("version");
    made.form = node->value("form") == "true";
    made.bilingual = node->value("bilingual") == "true";
    made.record = node->value("record");
    made.body = node->value("body", "body");
    made.numbered = node->value("numbered") == "true";
    made.edition = node->value("edition");
    made.pair_edition = node->value("pair-edition");
    made.lets = std::move(file.lets);
    made.root = std::move(file.root);
    made.span = node->span;
    resolve(made.root, 0, made.lets);
    check_ids(made);
    check_headings(made.root, made.numbered);
    check_references(made);
    set_.units.insert(set_.units.end(), file.units.begin(), file.units.end());
    set_.templates.emplace(name, std::move(made));
  }

  /// Puts the shared clauses where they are included.
  void resolve(TemplateNode& node, int clauses, std::vector<Let>& lets) {
    for (TemplateNode& child : node.children) {
      if (child.has(include_attribute)) {
        const Attribute name = child.attributes.find(include_attribute)->second;
        if (const TemplateFile* file = find_shared(name)) {
          merge_lets(*file, name, lets);
          if (!file->root.children.empty()) child = file->root.children.front();
        }
      }
      if (child.element == Element::clause && clauses == 2)
        sink_.error(child.span, "clauses nest once, and here a third stands inside");
      if (const auto part = child.attributes.find("part");
          clauses > 0 && part != child.attributes.end() && part->second.value == "true")
        sink_.error(part->second.span, "a part stands in no other clause");
      resolve(child, clauses + (child.element == Element::clause ? 1 : 0), lets);
    }
    // Placeholders of clauses that are not there must not reach compose.
    std::erase_if(node.children, [](const TemplateNode& child) { return child.has(include_attribute); });
  }

  const TemplateFile* find_shared(const Attribute& name) {
    const auto found = shared_.find(name.value);
    if (found != shared_.end()) return &found->second;
    if (std::find(shared_names_.begin(), shared_names_.end(), name.value) != shared_names_.end()) return nullptr;
    if (!is_plain_path(name.value) || name.value.find('/') != std::string::npos)
      sink_.error(name.span, "a clause is included by its name, without a path");
    else
      sink_.error(name.span, fmt::format("templates/shared has no clause '{}'{}", name.value,
                                         suggestion(name.value, shared_names_)));
    return nullptr;
  }

  void merge_lets(const TemplateFile& file, const Attribute& include, std::vector<Let>& lets) {
    const auto alike = [](const Let& a, const Let& b) {
      return std::tie(a.type, a.select, a.required, a.values) == std::tie(b.type, b.select, b.required, b.values);
    };
    for (const Let& let : file.lets) {
      const auto same =
          std::find_if(lets.begin(), lets.end(), [&](const Let& other) { return other.name == let.name; });
      if (same == lets.end()) {
        lets.push_back(let);
      } else if (!alike(*same, let)) {
        sink_.error(include.span,
                    fmt::format("the clause '{}' declares the let '{}' in another way", include.value, let.name),
                    {{let.span, "declared here"}, {same->span, "and here"}});
      }
    }
  }

  /// In its own file a template is checked already: what is new are the clauses that came in.
  void check_ids(const Template& made) {
    std::map<std::string, Span> ids;
    const auto add = [&](auto& self, const TemplateNode& node, const std::string& prefix) -> void {
      for (const TemplateNode& child : node.children) {
        const std::string path = path_of(child, prefix);
        if (!child.id.empty()) {
          const auto [first, added] = ids.emplace(path, child.span);
          if (!added && (child.origin != made.id || child.span.file != first->second.file))
            sink_.error(child.span, fmt::format("the id '{}' stands twice in the template '{}'", path, made.id),
                        {{first->second, "here first"}});
        }
        if (child.origin == made.id) self(self, child, path);
      }
    };
    add(add, made.root, "");
  }

  void check_headings(const TemplateNode& node, bool numbered) {
    for (const TemplateNode& child : node.children) {
      const bool headed = std::any_of(child.children.begin(), child.children.end(), [](const TemplateNode& inner) {
        return inner.element == Element::heading;  // one that stands late is reported already
      });
      if (numbered && child.element == Element::clause && !headed)
        sink_.error(child.span, "a clause of a numbered template needs an <h>");
      check_headings(child, numbered);
    }
  }

  void check_references(const Template& made) {
    std::vector<std::string> ids;
    collect_ids(made.root, "", ids);
    const auto check = [&](auto& self, const Wording& wording) -> void {
      for (const WordingPart& part : wording) {
        const auto* markup = std::get_if<Markup>(&part.content);
        if (markup == nullptr) continue;
        self(self, markup->inner);
        if (markup->kind != Markup::Kind::reference) continue;
        if (std::find(ids.begin(), ids.end(), markup->target) != ids.end()) continue;
        sink_.error(part.span, fmt::format("the template '{}' has no '{}' to refer to{}", made.id, markup->target,
                                           suggestion(markup->target, ids)));
      }
    };
    const auto walk = [&](auto& self, const TemplateNode& node) -> void {
      check(check, node.wording);
      for (const TemplateNode& child : node.children) self(self, child);
    };
    walk(walk, made.root);
  }

  static void collect_ids(const TemplateNode& node, const std::string& prefix, std::vector<std::string>& ids) {
    for (const TemplateNode& child : node.children) {
      const std::string path = path_of(child, prefix);
      if (!child.id.empty()) ids.push_back(path);
      collect_ids(child, path, ids);
    }
  }

  void read_common() {
    const std::string path = "templates/common.xml";
    const auto root = read_xml(files_, path, "common", template_uri, sources_, sink_);
    if (!root) return;
    check_attributes(*root, {}, sink_);
    check_no_text(*root, sink_);
    for (const XmlNode& node : root->children) {
      if (node.is_text()) continue;
      if (node.name != "wording") {
        report_unknown_element(node, "common", {"wording"}, sink_);
        continue;
      }
      read_common_wording(node);
    }
  }

  void read_common_wording(const XmlNode& node) {
    check_attributes(node, {"id"}, sink_);
    const XmlAttribute* id = need_attribute(node, "id", sink_);
    if (id == nullptr) return;
    std::set<std::string> used;
    WordingRules rules;
    rules.used = &used;
    CommonWording common{id->value.text, parse_wording(node, rules, sink_), node.span};
    if (!is_id(common.id)) sink_.error(id->value.span, fmt::format("id=\"{}\" is no id", common.id));
    Unit unit{"common", common.id, common.wording, {}, xliff_text(node, MarkupNotation::xml), node.span};
    for (const std::string& name : used) {
      Let let;
      let.name = name;
      let.span = node.span;
      unit.scope.push_back(let);
    }
    set_.units.push_back(std::move(unit));
    const auto [first, added] = set_.common.emplace(common.id, common);
    if (!added)
      sink_.error(id->value.span, fmt::format("the id '{}' stands twice", common.id),
                  {{first->second.span, "here first"}});
  }

  const Files& files_;
  TreeContext context_;
  Sources& sources_;
  Sink& sink_;
  TemplateSet set_;
  std::map<std::string, TemplateFile> shared_;
  std::vector<std::string> shared_names_;
};

}  // namespace

TemplateSet read_templates(const Files& files, const StyleNames& styles, const Vocabulary& vocabulary, Sources& sources,
                           Sink& sink) {
  return SetReader(files, styles, vocabulary, sources, sink).run();
}

}  // namespace skabelon
