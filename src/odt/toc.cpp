// Headings and our own page numbers -> a table of contents, filled in (odt.md 4: LibreOffice never does it itself).
#include "odt/body.h"
#include "odt/runs.h"

namespace skabelon::odt {
namespace {

struct Entry {
  int level = 1;  ///< of the outline
  std::string label, id;
  const Heading* heading = nullptr;
  const Block* block = nullptr;
};

void collect(const Blocks& blocks, const Block* clause, std::vector<Entry>& entries) {
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.content)) {
      const bool own = !block.label.empty() || clause == nullptr;
      entries.push_back({heading->level - 1, own ? block.label : clause->label,
                         clause != nullptr ? clause->id : block.id, heading, &block});
      clause = nullptr;
    } else if (const auto* inner = std::get_if<Clause>(&block.content)) {
      collect(inner->blocks, &block, entries);
    } else if (const auto* parallel = std::get_if<Parallel>(&block.content)) {
      for (const auto& row : parallel->rows) {
        if (!row.empty()) collect(row.front(), clause, entries);
        clause = nullptr;
      }
    }
  }
}

void write_source(pugi::xml_node toc, int depth, const std::vector<std::string>& styles, Length number_column) {
  pugi::xml_node source = add(toc, "text:table-of-content-source",
                              {{"text:outline-level", std::to_string(depth)}, {"text:use-index-marks", "false"}});
  for (int level = 1; level <= depth; ++level) {
    pugi::xml_node entry = add(source, "text:table-of-content-entry-template",
                               {{"text:outline-level", std::to_string(level)},
                                {"text:style-name", styles[static_cast<std::size_t>(level - 1)]}});
    add(entry, "text:index-entry-link-start");
    if (number_column.raw > 0) {
      add(entry, "text:index-entry-chapter");
      add(entry, "text:index-entry-tab-stop", {{"style:type", "left"}, {"style:position", mm(number_column)}});
    }
    add(entry, "text:index-entry-text");
    add(entry, "text:index-entry-tab-stop", {{"style:type", "right"}, {"style:leader-char", "."}});
    add(entry, "text:index-entry-page-number");
    add(entry, "text:index-entry-link-end");
  }
}

}  // namespace

void Body::toc(pugi::xml_node parent, const Block& block, const Toc& toc) {
  std::vector<Entry> entries;
  collect(document_.blocks, nullptr, entries);
  const Language& own = language(block);
  const Length width = sheet_.page.width - sheet_.page.margin_side * 2;
  const Length column = sheet_.page.number_column;
  // Where numbers have a column of their own, the contents stand in the text column.
  const Length start = document_.number_column ? column : Length{};
  const int depth = std::max(toc.depth, 1);
  bool numbers = false;
  for (const Entry& entry : entries)
    numbers = numbers || (entry.level >= 1 && entry.level <= depth && !entry.label.empty());

  std::vector<std::string> styles;
  std::vector<const ParagraphStyle*> looks;
  std::vector<ParagraphFormat> formats;
  const ParagraphFormat opening = format({}, styles_.sheet_style("toc-1"), {});
  for (int level = 1; level <= depth; ++level) {
    looks.push_back(&styles_.sheet_style(level == 1 ? "toc-1" : "toc-2"));
    ParagraphFormat changes;
    changes.indent = start + looks.back()->indent;
    if (numbers) changes.tab = column;
    changes.end_tab = width - *changes.indent;
    changes.dots = true;
    styles.push_back(styles_.paragraph(looks.back()->name, own, changes));
    formats.push_back(changes);
  }
  pugi::xml_node node = add(parent, "text:table-of-content", {{"text:name", "Contents"}, {"text:protected", "true"}});
  write_source(node, depth, styles, numbers ? column : Length{});
  pugi::xml_node body = node.append_child("text:index-body");
  const std::string entry_style = styles_.text({"contents link", nullptr, {}, {}}, own);
  for (const Entry& entry : entries) {
    if (entry.level < 1 || entry.level > depth) continue;
    const auto index = static_cast<std::size_t>(entry.level - 1);
    auto page = shared_.labels.find(entry.block->id);
    if (page == shared_.labels.end()) page = shared_.labels.find(entry.id);
    std::string style = styles[index];
    if (!body.first_child() && (opening.page_break || !opening.master.empty())) {
      formats[index].page_break = opening.page_break;
      formats[index].master = opening.master;
      style = styles_.paragraph(looks[index]->name, own, formats[index]);
    }
    pugi::xml_node line = add(body, "text:p", {{"text:style-name", style}});
    const std::string target = shared_.bookmarks.name(entry.id);
    pugi::xml_node link = target.empty() ? line
                                         : add(line, "text:a",
                                               {{"xlink:type", "simple"},
                                                {"xlink:href", "#" + target},
                                                {"text:style-name", entry_style},
                                                {"text:visited-style-name", entry_style}});
    if (numbers) {
      add_text(link, entry.label);
      add(link, "text:tab");
    }
    Inlines words = entry.heading->text;
    for (Inline& item : words) {
      item.link.clear();
      item.style.clear();
      if (auto* value = std::get_if<Value>(&item.content)) value->field.clear();
    }
    write_inlines(shared_, link, words, *looks[index], language(*entry.block));
    add(link, "text:tab");
    if (page != shared_.labels.end()) add_text(link, page->second);
  }
}

}  // namespace skabelon::odt
