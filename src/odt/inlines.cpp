// Inlines -> <text:span>, <text:user-field-get>, <text:bookmark-ref>, <text:a> and text with its spaces kept.
#include "odt/inlines.h"

#include <algorithm>

#include "odt/direction.h"
#include "odt/runs.h"

namespace skabelon::odt {
namespace {

constexpr const char* right_to_left_letter = "\xD6\x90";  // U+0590, the first of the right-to-left blocks

constexpr const char* begin_isolate = "\u2068";
constexpr const char* end_isolate = "\u2069";
constexpr const char* no_break_space = "\u00A0";

/// Whether a value in a left-to-right paragraph may turn its neighbours round.
bool may_turn(const Value& value) {
  // UTF-8 keeps the order of code points: Hebrew to Arabic Extended are D6 90 to E0 A3 BF, their forms EF AC 9D to EF
  // BB BC.
  for (std::size_t i = 0; i + 1 < value.text.size(); ++i) {
    const std::string_view rest = std::string_view(value.text).substr(i, 3);
    if (rest >= right_to_left_letter && rest < "\xE0\xA4" && static_cast<unsigned char>(rest[0]) >= 0xD6) return true;
    if (rest >= "\xEF\xAC\x9D" && rest <= "\xEF\xBB\xBC") return true;
  }
  return false;
}

class Writer {
 public:
  Writer(Shared& shared, pugi::xml_node paragraph, const Language& language)
      : shared_(shared), paragraph_(paragraph), language_(language) {}

  void write(const Inline& item, const std::vector<const Run*>& runs) {
    pugi::xml_node parent = paragraph_;
    if (!item.link.empty()) parent = link(item);
    if (const auto* value = std::get_if<Value>(&item.content)) {
      write_value(parent, item, *value, runs);
    } else if (const auto* ref = std::get_if<Ref>(&item.content)) {
      write_reference(parent, item, *ref, runs);
    } else if (std::holds_alternative<Break>(item.content)) {
      add(parent, "text:line-break");
      after_space_ = true;
    } else if (std::holds_alternative<PageNumber>(item.content)) {
      add_text(add(span(parent, item, *runs.front()), "text:page-number", {{"text:select-page", "current"}}), "1");
      after_space_ = false;
    } else if (std::holds_alternative<PageCount>(item.content)) {
      add_text(add(span(parent, item, *runs.front()), "text:page-count"), "1");
      after_space_ = false;
    } else {
      for (const Run* run : runs) write_text(span(parent, item, *run), run->text, after_space_);
    }
  }

 private:
  /// Where a run's text goes: a span that says what differs from the paragraph, or the parent itself.
  pugi::xml_node span(pugi::xml_node parent, const Inline& item, const Run& run) {
    TextFormat format;
    if (shared_.styles.sheet().characters.count(item.style) != 0) format.style = item.style;
    if (item.language != &language_) format.language = item.language;
    format.family = run.family;
    format.size = run.size;
    if (format.plain()) return parent;
    return add(parent, "text:span", {{"text:style-name", shared_.styles.text(format, language_)}});
  }

  pugi::xml_node link(const Inline& item) {
    const bool inside = item.link.front() == '#';
    const std::string target = inside ? shared_.bookmarks.name(item.link.substr(1)) : item.link;
    if (target.empty()) return paragraph_;
    const std::string style =
        shared_.styles.text({item.style.empty() ? "link" : item.style, nullptr, {}, {}}, language_);
    return add(paragraph_, "text:a",
               {{"xlink:type", "simple"},
                {"xlink:href", inside ? "#" + target : target},
                {"text:style-name", style},
                {"text:visited-style-name", style}});
  }

  void write_value(pugi::xml_node parent, const Inline& item, const Value& value, const std::vector<const Run*>& runs) {
    const bool isolate = !language_.rtl() && may_turn(value);
    if (isolate) add_text(parent, begin_isolate);
    // A variable has one format; a value in several fonts stays text. So does what must not be broken, and a value in
    // a right-to-left line: LibreOffice breaks fields anywhere, and there it loses their spaces.
    const bool variable = !value.fixed && !language_.rtl() && runs.size() == 1 && !value.field.empty() &&
                          !shared_.page_matter && !runs.front()->text.empty() &&
                          value.text.find('\n') == std::string::npos &&
                          value.text.find(no_break_space) == std::string::npos;
    if (variable) {
      pugi::xml_node field = add(span(parent, item, *runs.front()), "text:user-field-get",
                                 {{"text:name", shared_.fields.name(value.field, value.text)}});
      after_space_ = false;
      write_text(field, value.text, after_space_);
    } else {
      for (const Run* run : runs) write_text(span(parent, item, *run), held_together(value, run->text), after_space_);
    }
    if (isolate) add_text(parent, end_isolate);
  }

  /// A phone number is never broken. LibreOffice breaks at U+00A0 in right-to-left lines, at U+202F nowhere.
  static std::string held_together(const Value& value, std::string text) {
    if (!value.fixed) return text;
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
      text.replace(at, 1, "\u202F");
    return text;
  }

  void write_reference(pugi::xml_node parent, const Inline& item, const Ref& ref, const std::vector<const Run*>& runs) {
    const std::string bookmark = shared_.page_matter ? std::string() : shared_.bookmarks.name(ref.target);
    if (bookmark.empty() || runs.empty()) {
      for (const Run* run : runs) write_text(span(parent, item, *run), run->text, after_space_);
      return;
    }
    const char* format = ref.show == Ref::Show::number  ? "number-no-superior"
                         : ref.show == Ref::Show::title ? "text"
                                                        : "page";
    pugi::xml_node field = add(span(parent, item, *runs.front()), "text:bookmark-ref",
                               {{"text:reference-format", format}, {"text:ref-name", bookmark}});
    for (const Run* run : runs) write_text(field, run->text, after_space_);
  }

  Shared& shared_;
  pugi::xml_node paragraph_;
  const Language& language_;
  bool after_space_ = true;
};

void visit(const Blocks& blocks, std::set<std::string>& targets, std::vector<std::string>& clauses);

void visit(const Inlines& inlines, std::set<std::string>& targets) {
  for (const Inline& item : inlines) {
    if (const auto* ref = std::get_if<Ref>(&item.content)) targets.insert(ref->target);
    if (item.link.starts_with('#')) targets.insert(item.link.substr(1));
  }
}

void visit(const Block& block, std::set<std::string>& targets, std::vector<std::string>& clauses) {
  const auto all = [&](const Blocks& blocks) { visit(blocks, targets, clauses); };
  if (const auto* heading = std::get_if<Heading>(&block.content)) visit(heading->text, targets);
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) visit(paragraph->text, targets);
  if (const auto* box = std::get_if<Box>(&block.content)) all(box->blocks);
  if (const auto* cover = std::get_if<Cover>(&block.content)) all(cover->blocks);
  if (const auto* clause = std::get_if<Clause>(&block.content)) {
    clauses.push_back(block.id);
    all(clause->blocks);
  }
  if (const auto* list = std::get_if<List>(&block.content)) {
    for (const ListItem& item : list->items) all(item.blocks);
  }
  if (const auto* parallel = std::get_if<Parallel>(&block.content)) {
    for (const auto& row : parallel->rows) std::for_each(row.begin(), row.end(), all);
  }
  if (const auto* table = std::get_if<Table>(&block.content)) {
    for (const TableRow& row : table->rows) {
      for (const TableCell& cell : row.cells) all(cell.blocks);
    }
  }
  if (const auto* row = std::get_if<FieldRow>(&block.content)) {
    for (const Field& field : row->fields) {
      all(field.label);
      all(field.hint);
      for (const FieldOption& option : field.options) all(option.label);
    }
  }
}

void visit(const Blocks& blocks, std::set<std::string>& targets, std::vector<std::string>& clauses) {
  for (const Block& block : blocks) visit(block, targets, clauses);
}

}  // namespace

Bookmarks::Bookmarks(const Document& document) {
  std::set<std::string> targets;
  std::vector<std::string> ids;
  visit(document.blocks, targets, ids);
  ids.insert(ids.end(), targets.begin(), targets.end());
  std::set<std::string> taken;
  for (const std::string& id : ids) {
    if (id.empty() || names_.count(id) != 0) continue;
    std::string base = "cl_";
    for (const char c : id)
      base += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    base.resize(std::min<std::size_t>(base.size(), 36));
    std::string name = base;
    for (int n = 2; !taken.insert(name).second; ++n) name = base + "_" + std::to_string(n);
    names_[id] = name;
  }
}

std::string Bookmarks::name(const std::string& id) const {
  const auto found = names_.find(id);
  return found != names_.end() ? found->second : std::string();
}

std::string Bookmarks::claim(const std::string& id) {
  std::string result = name(id);
  if (!result.empty() && !written_.insert(result).second) result.clear();
  return result;
}

std::string UserFields::name(const std::string& field, const std::string& text) {
  std::vector<std::string>& texts = texts_[field];
  const auto found = std::find(texts.begin(), texts.end(), text);
  const auto index = found - texts.begin();
  std::string name = index == 0 ? field : field + "-" + std::to_string(index + 1);
  if (found == texts.end()) {
    texts.push_back(text);
    order_.emplace_back(name, text);
  }
  return name;
}

void UserFields::write_declarations(pugi::xml_node declarations) const {
  for (const auto& [name, text] : order_) {
    pugi::xml_node node = add(declarations, "text:user-field-decl", {{"office:value-type", "string"}});
    node.append_attribute("office:string-value").set_value(clean(text).c_str());
    node.append_attribute("text:name").set_value(name.c_str());
  }
}

void write_text(pugi::xml_node node, std::string_view text, bool& after_space) {
  std::string pending;
  const auto flush = [&] {
    if (!pending.empty()) node.append_child(pugi::node_pcdata).set_value(pending.c_str());
    pending.clear();
  };
  for (const char c : clean(text)) {
    const bool space = c == ' ';
    if (c == '\t' || c == '\n' || (space && after_space)) {
      flush();
      node.append_child(c == '\t' ? "text:tab" : c == '\n' ? "text:line-break" : "text:s");
      after_space = space || c == '\n';
      continue;
    }
    pending += c;
    after_space = space;
  }
  flush();
}

void write_inlines(Shared& shared, pugi::xml_node paragraph, const Inlines& inlines, const ParagraphStyle& look,
                   const Language& language, const std::string& id) {
  const std::string bookmark = shared.page_matter ? std::string() : shared.bookmarks.claim(id);
  if (!bookmark.empty()) add(paragraph, "text:bookmark-start", {{"text:name", bookmark}});
  std::vector<Run> runs = font_stretches(inlines, shared.labels, look, language, shared.styles.sheet(), shared.fonts);
  if (language.rtl()) isolate_left_to_right(runs, inlines);
  Writer writer(shared, paragraph, language);
  for (std::size_t i = 0; i < runs.size();) {
    std::vector<const Run*> own;
    const std::size_t item = runs[i].item;
    for (; i < runs.size() && runs[i].item == item; ++i) own.push_back(&runs[i]);
    writer.write(inlines[item], own);
  }
  if (!bookmark.empty()) add(paragraph, "text:bookmark-end", {{"text:name", bookmark}});
}

}  // namespace skabelon::odt
