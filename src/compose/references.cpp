// Refs -> the number or title of what they point to.
#include "compose/references.h"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compose/datum.h"
#include "compose/sentence.h"

namespace skabelon {
namespace {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

struct Target {
  std::string number;
  std::string title;
};

/// Collects what can be referred to, and the inlines that may refer to it.
class Gatherer {
 public:
  std::unordered_map<std::string, Target> targets;
  std::vector<std::string> order;  ///< ids in document order: a search among them has one answer everywhere
  std::vector<Inlines*> texts;

  void blocks(Blocks& list) {
    for (Block& block : list) this->block(block);
  }

 private:
  void add(const std::string& id, std::string number, std::string title) {
    if (!id.empty() && targets.emplace(id, Target{std::move(number), std::move(title)}).second) order.push_back(id);
  }

  void item(ListItem& item) {
    std::string number = item.label;
    while (number.ends_with(')') || number.ends_with('.')) number.pop_back();
    add(item.id, std::move(number), {});
    blocks(item.blocks);
  }

  void field(Field& field) {
    add(field.id, field.number, field.label.empty() ? "" : title_of(field.label.front()));
    blocks(field.label);
    blocks(field.hint);
    for (FieldOption& option : field.options) blocks(option.label);
    texts.push_back(&field.value);
  }

  static std::string title_of(const Block& block) {
    if (const auto* const heading = std::get_if<Heading>(&block.content)) return plain(heading->text);
    if (const auto* const paragraph = std::get_if<Paragraph>(&block.content)) return plain(paragraph->text);
    if (const auto* const clause = std::get_if<Clause>(&block.content))
      return clause->blocks.empty() ? "" : title_of(clause->blocks.front());
    return {};
  }

  void block(Block& block) {
    add(block.id, block.label, std::holds_alternative<Paragraph>(block.content) ? "" : title_of(block));
    std::visit(Overload{[&](Paragraph& p) { texts.push_back(&p.text); }, [&](Heading& h) { texts.push_back(&h.text); },
                        [&](List& list) {
                          for (ListItem& one : list.items) item(one);
                        },
                        [&](Table& table) {
                          for (TableRow& row : table.rows)
                            for (TableCell& cell : row.cells) blocks(cell.blocks);
                        },
                        [&](Clause& clause) { blocks(clause.blocks); }, [&](Box& box) { blocks(box.blocks); },
                        [&](Cover& cover) { blocks(cover.blocks); },
                        [&](FieldRow& row) {
                          for (Field& one : row.fields) field(one);
                        },
                        [&](Signatures& signatures) {
                          for (SignatureParty& party : signatures.parties) {
                            blocks(party.who);
                            for (Blocks& label : party.line_labels) blocks(label);
                          }
                        },
                        [](auto&) {}},
               block.content);
  }
};

/// The id that a template's short one means: itself, or the first that ends with it.
std::string full_id(const Gatherer& known, const std::string& id) {
  if (known.targets.contains(id)) return id;
  for (const std::string& candidate : known.order)
    if (candidate.ends_with("/" + id)) return candidate;
  return {};
}

void resolve(Inline& part, const Gatherer& known, Sink& sink) {
  auto* const ref = std::get_if<Ref>(&part.content);
  if (ref == nullptr) return;
  const std::string id = full_id(known, ref->target);
  if (id.empty()) {
    const std::string near = nearest(ref->target, known.order);
    report_once(sink, part.span, "“" + ref->target + "” is referred to, but is not in this document",
                near.empty() ? std::vector<Note>{} : std::vector<Note>{{{}, "did you mean “" + near + "”?"}});
    return;
  }
  ref->target = id;
  part.link = "#" + id;
  if (ref->show == Ref::Show::page) return;
  const Target& target = known.targets.at(id);
  ref->text = ref->show == Ref::Show::number ? target.number : target.title;
  if (ref->text.empty())
    report_once(sink, part.span,
                "“" + id + "” has no " + (ref->show == Ref::Show::number ? "number" : "title") + " to refer to");
}

}  // namespace

void resolve_references(Blocks& blocks, Sink& sink) {
  Gatherer known;
  known.blocks(blocks);
  for (Inlines* const text : known.texts)
    for (Inline& part : *text) resolve(part, known, sink);
}

}  // namespace skabelon
