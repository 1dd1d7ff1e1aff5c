// Template nodes -> lists, tables, fields and signatures.
#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "compose/composer.h"
#include "compose/format.h"

namespace skabelon {
namespace {

const std::string none;

List::Kind list_kind(const std::string& name) {
  if (name == "number") return List::Kind::number;
  if (name == "letter") return List::Kind::letter;
  return name == "checklist" ? List::Kind::checklist : List::Kind::bullet;
}

std::string item_label(List::Kind kind, int number, bool nested, const Language& language) {
  switch (kind) {
    case List::Kind::number:
      return in_digits_of(language, std::to_string(number) + ".");
    case List::Kind::letter:
      return letter_label(number) + ")";
    case List::Kind::bullet:
      return nested ? "–" : "•";
    case List::Kind::checklist:
      break;
  }
  return {};
}

std::vector<Table::Column> columns_of(const TemplateNode& node) {
  std::vector<Table::Column> columns;
  std::istringstream weights(node.attribute("columns", "1"));
  for (int weight = 1; weights >> weight;) columns.push_back({weight, Align::start});
  std::istringstream aligns(node.attribute("align", none));
  std::string align;
  for (std::size_t i = 0; i < columns.size() && aligns >> align; ++i) {
    if (align == "end") columns[i].align = Align::end;
    if (align == "center") columns[i].align = Align::center;
  }
  return columns;
}

/// Twelfths of the row.
int width_of(const TemplateNode& node) {
  constexpr std::array<std::pair<std::string_view, int>, 4> widths{
      {{"full", 12}, {"half", 6}, {"third", 4}, {"two-thirds", 8}}};
  const std::string& width = node.attribute("width", none);
  for (const auto& [name, twelfths] : widths)
    if (name == width) return twelfths;
  return 12;
}

int whole(const TemplateNode& node, std::string_view name, int otherwise) {
  return static_cast<int>(parse_number(node.attribute(name, none)).value_or(otherwise));
}

Field::Kind field_kind(const TemplateNode& node) {
  if (node.element == Element::choice) return Field::Kind::choice;
  if (node.element == Element::check) return Field::Kind::check;
  const std::string& kind = node.attribute("kind", none);
  if (kind == "digits") return Field::Kind::digits;
  return kind == "area" ? Field::Kind::area : Field::Kind::line;
}

}  // namespace

void Composer::list(const TemplateNode& node, Blocks& out) {
  List made = list_of(node);
  if (made.items.empty()) return;
  // The sentence that leads up to a list stays with it.
  if (!out.empty() && std::holds_alternative<Paragraph>(out.back().content)) out.back().keep_with_next = true;
  out.push_back(block(std::move(made), id_of(node), none, node.span));
}

List Composer::list_of(const TemplateNode& node) {
  List made;
  made.kind = list_kind(node.attribute("kind", none));
  made.in_cell = in_cell_;
  const bool nested = lists_++ > 0;
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (child.element != Element::item) return;
      ListItem item;
      Block words = worded(child, body_);
      item.id = words.id;
      item.span = child.span;
      item.label = item_label(made.kind, static_cast<int>(made.items.size() + 1), nested, parts_.translator.language());
      item.blocks.push_back(std::move(words));
      within(child, [&] {
        expand(child.children, [&](const TemplateNode& inner) {
          if (inner.element == Element::list) list(inner, item.blocks);
        });
      });
      made.items.push_back(std::move(item));
    });
  });
  --lists_;
  return made;
}

void Composer::table(const TemplateNode& node, Blocks& out) {
  Table made;
  made.columns = columns_of(node);
  made.grid = node.attribute("grid", none) == "true";
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (child.element != Element::row) return;
      const bool header = child.attribute("header", none) == "true" && made.header_rows == made.rows.size();
      made.rows.push_back(row(child, header));
      if (header) ++made.header_rows;
    });
  });
  if (made.rows.size() > made.header_rows) out.push_back(block(std::move(made), id_of(node), none, node.span));
}

TableRow Composer::row(const TemplateNode& node, bool header) {
  TableRow made;
  made.min_height = length_of(node.attribute("height", "0"));
  expand(node.children, [&](const TemplateNode& child) {
    if (child.element != Element::cell) return;
    TableCell cell;
    cell.header = header || child.attribute("header", none) == "true";
    cell.columns = std::max(1, whole(child, "span", 1));
    const std::string style = cell.header ? "table-head" : "table-cell";
    cell.blocks = child.children.empty() ? one(child, style) : cell_blocks(child, style);
    made.cells.push_back(std::move(cell));
  });
  return made;
}

/// Paragraphs and lists in the cell's own style; they take no numbers of the clause around.
Blocks Composer::cell_blocks(const TemplateNode& node, const std::string& style) {
  Blocks out;
  const std::string body = std::exchange(body_, style);
  Sequence* const outer = std::exchange(sequence_, nullptr);
  in_cell_ = true;
  within(node, [&] { blocks(node.children, out); });
  in_cell_ = false;
  sequence_ = outer;
  body_ = body;
  return out;
}

/// Fields that follow one another share a row while their widths fit.
void Composer::field(const TemplateNode& node, Blocks& out) {
  Field made = field_of(node);
  if (!out.empty()) {
    if (auto* const last = std::get_if<FieldRow>(&out.back().content)) {
      int taken = made.width;
      for (const Field& other : last->fields) taken += other.width;
      if (taken <= 12) {
        last->fields.push_back(std::move(made));
        return;
      }
    }
  }
  std::string id = made.id + "/row";
  FieldRow row;
  row.fields.push_back(std::move(made));
  out.push_back(block(std::move(row), std::move(id), none, node.span));
}

Field Composer::field_of(const TemplateNode& node) {
  Field made;
  made.kind = field_kind(node);
  made.id = unique(id_of(node));
  made.name = made.id;
  std::replace(made.name.begin(), made.name.end(), '/', '.');
  made.width = width_of(node);
  made.digits = made.kind == Field::Kind::digits ? whole(node, "digits", 8) : 0;
  made.lines = whole(node, "lines", 1);
  made.span = node.span;
  if (node.attribute("number", none) != "false")
    made.number = in_digits_of(parts_.translator.language(), std::to_string(++fields_));
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (child.element == Element::label) made.label = one(child, "label");
      if (child.element == Element::hint) made.hint = one(child, "hint");
      if (child.element != Element::item) return;
      FieldOption option;
      option.label = one(child, "option");
      option.id = option.label.empty() ? id_of(child) : option.label.front().id;
      made.options.push_back(std::move(option));
    });
  });
  const std::string& let = node.attribute("value", none);
  if (let.empty()) return made;
  if (const Datum* const datum = scope_->find(let))
    made.value = parts_.writer.write_value(*datum, parts_.translator.language());
  else
    report_once(parts_.sink, node.span, "there is no <let> named “" + let + "”");
  return made;
}

void Composer::signatures(const TemplateNode& node, Blocks& out) {
  Signatures made;
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (child.element == Element::party) made.parties.push_back(party(child));
    });
  });
  if (!made.parties.empty()) out.push_back(block(std::move(made), id_of(node), none, node.span));
}

SignatureParty Composer::party(const TemplateNode& node) {
  SignatureParty made;
  made.role = node.attribute("role", node.id) + suffix_;
  const std::string id = id_of(node);
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (child.element == Element::label)
        made.line_labels.push_back(one(child, "signature-label"));
      else
        made.who.push_back(worded(child, made.who.empty() ? "signature-party" : "signature-name"));
    });
  });
  if (!made.line_labels.empty()) return made;
  made.line_labels.push_back({common("place-and-date", id + "/label-1", "signature-label", *scope_)});
  made.line_labels.push_back({common("signature", id + "/label-2", "signature-label", *scope_)});
  return made;
}

}  // namespace skabelon
