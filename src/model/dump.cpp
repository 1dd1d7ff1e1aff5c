// Document and Pages -> readable text, for goldens and for people.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <type_traits>

#include "model/document.h"
#include "model/pages.h"

namespace skabelon {
namespace {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

constexpr const char* field_kinds[] = {"line", "area", "digits", "choice", "check"};
constexpr const char* list_kinds[] = {"bullet", "number", "letter", "checklist"};

/// Writes a Document, a line a block, indented by depth.
class DocumentDump {
 public:
  std::string out;

  void blocks(const Blocks& list, int depth) {
    for (const Block& block : list) this->block(block, depth);
  }

 private:
  void line(int depth, const std::string& text) {
    out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + text + "\n";
  }

  static std::string inlines(const Inlines& list) {
    std::string text;
    for (const Inline& item : list) {
      std::string piece =
          std::visit(Overload{[](const Text& t) { return t.text; },
                              [](const Value& v) { return "{" + v.field + (v.fixed ? "!" : "") + "=" + v.text + "}"; },
                              [](const Ref& r) { return "{ref " + r.target + "=" + r.text + "}"; },
                              [](const PageNumber&) { return std::string("{page}"); },
                              [](const PageCount&) { return std::string("{pages}"); },
                              [](const Break&) { return std::string("{br}"); }},
                     item.content);
      if (item.language != nullptr) piece = "[" + item.language->tag + ":" + piece + "]";
      if (!item.style.empty())
        piece = "<" + item.style + (item.link.empty() ? "" : " " + item.link) + ">" + piece + "</>";
      text += piece;
    }
    return text;
  }

  static std::string head(const Block& block, const std::string& kind) {
    std::string text = kind;
    if (!block.style.empty()) text += "." + block.style;
    if (block.language != nullptr) text += "@" + block.language->tag;
    if (!block.id.empty()) text += " #" + block.id;
    if (!block.label.empty()) text += " (" + block.label + ")";
    if (block.keep_with_next) text += " keep";
    return text;
  }

  void field(const Field& field, int depth) {
    std::string text = std::string("field ") + field_kinds[static_cast<std::size_t>(field.kind)] + " #" + field.id +
                       " width=" + std::to_string(field.width);
    if (!field.number.empty()) text += " (" + field.number + ")";
    if (field.digits > 0) text += " digits=" + std::to_string(field.digits);
    if (field.lines > 1) text += " lines=" + std::to_string(field.lines);
    if (!field.value.empty()) text += " value: " + inlines(field.value);
    line(depth, text);
    blocks(field.label, depth + 1);
    blocks(field.hint, depth + 1);
    for (const FieldOption& option : field.options) {
      line(depth + 1, "option #" + option.id);
      blocks(option.label, depth + 2);
    }
  }

  void block(const Block& block, int depth) {
    std::visit(
        Overload{
            [&](const Paragraph& p) { line(depth, head(block, "p") + ": " + inlines(p.text)); },
            [&](const Heading& h) { line(depth, head(block, "h" + std::to_string(h.level)) + ": " + inlines(h.text)); },
            [&](const List& list) {
              line(depth, head(block, std::string("list ") + list_kinds[static_cast<std::size_t>(list.kind)]) +
                              (list.in_cell ? " in cell" : ""));
              for (const ListItem& item : list.items) {
                line(depth + 1, "item #" + item.id + " (" + item.label + ")");
                blocks(item.blocks, depth + 2);
              }
            },
            [&](const Table& table) { this->table(block, table, depth); },
            [&](const Clause& clause) {
              line(depth, head(block, "clause") + " from " + clause.provenance + (clause.required ? " required" : ""));
              blocks(clause.blocks, depth + 1);
            },
            [&](const Parallel& parallel) {
              line(depth, head(block, parallel.arrangement == Parallel::Arrangement::stacked ? "stacked" : "columns"));
              for (const auto& row : parallel.rows)
                for (const Blocks& language : row) blocks(language, depth + 1);
            },
            [&](const Box& box) {
              line(depth, head(block, "box"));
              blocks(box.blocks, depth + 1);
            },
            [&](const FieldRow& row) {
              line(depth, head(block, "fields"));
              for (const Field& f : row.fields) field(f, depth + 1);
            },
            [&](const Signatures& signatures) {
              line(depth, head(block, "signatures"));
              for (const SignatureParty& party : signatures.parties) {
                line(depth + 1, "party " + party.role);
                blocks(party.who, depth + 2);
                for (const Blocks& label : party.line_labels) {
                  line(depth + 2, "line");
                  blocks(label, depth + 3);
                }
              }
            },
            [&](const Cover& cover) {
              line(depth, head(block, "cover"));
              blocks(cover.blocks, depth + 1);
            },
            [&](const Toc& toc) { line(depth, head(block, "toc depth=" + std::to_string(toc.depth))); },
            [&](const Image& image) { line(depth, head(block, "image") + ": " + image.alternative); },
            [&](const PageBreak&) { line(depth, "page-break"); }, [&](const CutLine&) { line(depth, "cut-line"); }},
        block.content);
  }

  void table(const Block& block, const Table& table, int depth) {
    std::string text = head(block, "table");
    for (const Table::Column& column : table.columns) text += " " + std::to_string(column.weight);
    if (table.grid) text += " grid";
    line(depth, text);
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      line(depth + 1, r < table.header_rows ? "header row" : "row");
      for (const TableCell& cell : table.rows[r].cells) {
        line(depth + 2, std::string(cell.header ? "header cell" : "cell") +
                            (cell.columns > 1 ? " span=" + std::to_string(cell.columns) : ""));
        blocks(cell.blocks, depth + 3);
      }
    }
  }
};

/// Collects the words of a Document in reading order.
class PlainText {
 public:
  explicit PlainText(const std::map<std::string, std::string>& pages) : pages_(pages) {}
  std::vector<std::string> lines;

  void blocks(const Blocks& list) {
    for (const Block& block : list) this->block(block);
  }

 private:
  void add(const Inlines& list) {
    std::string text;
    for (const Inline& item : list)
      text +=
          std::visit(Overload{[](const Text& t) { return t.text; }, [](const Value& v) { return v.text; },
                              [&](const Ref& r) { return r.show == Ref::Show::page ? page(r) : r.text; },
                              [](const Break&) { return std::string(" "); }, [](const auto&) { return std::string(); }},
                     item.content);
    if (!text.empty()) lines.push_back(std::move(text));
  }

  std::string page(const Ref& ref) const {
    const auto found = pages_.find(ref.target);
    return found == pages_.end() ? std::string() : found->second;
  }

  void block(const Block& block) {
    std::visit(Overload{[&](const Paragraph& p) { add(p.text); }, [&](const Heading& h) { add(h.text); },
                        [&](const List& list) {
                          for (const ListItem& item : list.items) blocks(item.blocks);
                        },
                        [&](const Table& table) {
                          for (const TableRow& row : table.rows)
                            for (const TableCell& cell : row.cells) blocks(cell.blocks);
                        },
                        [&](const Clause& clause) { blocks(clause.blocks); },
                        [&](const Parallel& parallel) {
                          for (const auto& row : parallel.rows)
                            for (const Blocks& language : row) blocks(language);
                        },
                        [&](const Box& box) { blocks(box.blocks); },
                        [&](const FieldRow& row) {
                          for (const Field& field : row.fields) this->field(field);
                        },
                        [&](const Signatures& signatures) {
                          for (const SignatureParty& party : signatures.parties) {
                            blocks(party.who);
                            for (const Blocks& label : party.line_labels) blocks(label);
                          }
                        },
                        [&](const Cover& cover) { blocks(cover.blocks); }, [](const auto&) {}},
               block.content);
  }

  void field(const Field& field) {
    blocks(field.label);
    blocks(field.hint);
    for (const FieldOption& option : field.options) blocks(option.label);
    add(field.value);
  }

  const std::map<std::string, std::string>& pages_;
};

std::string utf8(std::u16string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size()) c = 0x10000 + ((c - 0xD800) << 10U) + (text[++i] - 0xDC00U);
    if (c < 0x80) {
      out += static_cast<char>(c);
      continue;
    }
    const int more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    constexpr unsigned lead[] = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[more] | (c >> (6 * more)));
    for (int k = more - 1; k >= 0; --k) out += static_cast<char>(0x80U | ((c >> (6 * k)) & 0x3FU));
  }
  return out;
}

/// Tenths of a point, as "12.3".
std::string tenths(Length length) {
  const long n = std::lround(length.points() * 10);
  return std::string(n < 0 ? "-" : "") + std::to_string(std::labs(n) / 10) + "." + std::to_string(std::labs(n) % 10);
}
std::string at(Point p) { return tenths(p.x) + "," + tenths(p.y); }
std::string at(const Rect& r) {
  return tenths(r.x) + "," + tenths(r.y) + " " + tenths(r.width) + "x" + tenths(r.height);
}
std::string hex(Color c) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", c.red, c.green, c.blue);
  return text;
}

constexpr const char* role_names[] = {"document",    "part",       "section",   "division",    "heading",   "paragraph",
                                      "block_quote", "list",       "list_item", "label",       "list_body", "table",
                                      "table_head",  "table_body", "table_row", "header_cell", "data_cell", "span",
                                      "link",        "reference",  "figure",    "form",        "toc",       "toc_item"};
constexpr const char* artifact_names[] = {"none", "header", "footer", "layout", "background"};

std::string mark_text(const Mark& mark) {
  std::string owner = mark.node >= 0
                          ? std::to_string(mark.node)
                          : std::string("artifact ") + artifact_names[static_cast<std::size_t>(mark.artifact)];
  return "  [" + owner + "] " +
         std::visit(Overload{[](const GlyphRun& r) {
                               return at(r.origin) + " " + (r.font != nullptr ? r.font->postscript_name : "?") + " " +
                                      tenths(r.size) + (r.rtl ? " rtl" : "") + ": " + utf8(r.text);
                             },
                             [](const Fill& f) { return "fill " + at(f.rect) + " " + hex(f.color); },
                             [](const Frame& f) { return "frame " + at(f.rect) + " " + tenths(f.line); },
                             [](const Line& l) {
                               return std::string(l.dashed ? "dashed " : "line ") + at(l.from) + " to " + at(l.to);
                             },
                             [](const PlacedPicture& p) { return "picture " + at(p.rect) + " " + p.picture->path; }},
                    mark.content) +
         "\n";
}

void structure_text(const Pages& pages, std::int32_t index, int depth, std::string& out) {
  const StructureNode& node = pages.structure[static_cast<std::size_t>(index)];
  out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "[" + std::to_string(index) + "] " +
         role_names[static_cast<std::size_t>(node.role)];
  if (node.level > 0) out += std::to_string(node.level);
  if (node.language != nullptr) out += "@" + node.language->tag;
  if (!node.id.empty()) out += " #" + node.id;
  if (node.has_actual_text) out += " “" + utf8(node.actual_text) + "”";
  if (!node.alternative.empty()) out += " alt “" + node.alternative + "”";
  out += "\n";
  for (const std::int32_t child : node.children) structure_text(pages, child, depth + 1, out);
}

}  // namespace

std::string dump(const Document& document) {
  DocumentDump writer;
  writer.blocks(document.blocks, 0);
  return std::move(writer.out);
}

std::vector<std::string> plain_text(const Document& document, const std::map<std::string, std::string>& pages) {
  PlainText reader(pages);
  reader.blocks(document.blocks);
  return std::move(reader.lines);
}

PageLabels page_labels(const Pages& pages) {
  PageLabels labels;
  for (const auto& [id, anchor] : pages.anchors)
    labels[id] = pages.pages.at(static_cast<std::size_t>(anchor.page)).label;
  return labels;
}

std::string dump(const Pages& pages) {
  std::string out;
  for (const Page& page : pages.pages) {
    out += "page " + page.label + "\n";
    for (const Mark& mark : page.marks) out += mark_text(mark);
    for (const LinkArea& link : page.links) out += "  link " + at(link.rect) + " -> " + link.target + "\n";
  }
  for (const OutlineItem& item : pages.outline)
    out += "outline " + std::to_string(item.level) + " p" + std::to_string(item.page) + ": " + item.title + "\n";
  if (!pages.structure.empty()) structure_text(pages, 0, 0, out);
  return out;
}

}  // namespace skabelon
