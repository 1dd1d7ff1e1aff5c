// Blocks -> paragraphs, headings, lists, sections; tables are in table.cpp, forms in form.cpp.
#include "odt/body.h"

#include <algorithm>
#include <utility>

namespace skabelon::odt {
namespace {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

constexpr Length pair_gap = Length::points(1.5);
constexpr int narrow = 45;  // characters: columns under it are hyphenated

std::string heading_style(const std::string& name, int level) {
  if (!name.empty()) return name;
  return level <= 1 ? "title" : "heading-" + std::to_string(std::min(level - 1, 3));
}

/// About how wide a column is; an average letter takes half the size.
bool is_narrow(Length width, Length size) { return width < size * narrow / 2; }

/// The next thing to stand on a page is a signature, headings aside.
bool leads_to_signatures(const Block& block) {
  if (std::holds_alternative<Signatures>(block.content)) return true;
  const auto* clause = std::get_if<Clause>(&block.content);
  if (clause == nullptr) return false;
  const auto first = std::find_if(clause->blocks.begin(), clause->blocks.end(),
                                  [](const Block& one) { return !std::holds_alternative<Heading>(one.content); });
  return first != clause->blocks.end() && leads_to_signatures(*first);
}

}  // namespace

std::string words_of(const Inlines& inlines) {
  std::string text;
  for (const Inline& item : inlines) {
    if (const auto* part = std::get_if<Text>(&item.content)) text += part->text;
    if (const auto* value = std::get_if<Value>(&item.content)) text += value->text;
    if (const auto* ref = std::get_if<Ref>(&item.content)) text += ref->text;
  }
  return text;
}

Length about(const std::string& text, const ParagraphStyle& look, ScriptClass script) {
  std::int64_t letters = 0;
  for (const char byte : text) letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
  const std::int64_t percent = script == ScriptClass::latin ? 50 : script == ScriptClass::arabic ? 45 : 72;
  return look.of(script).size * letters * percent / 100;
}

Body::Body(Shared& shared, std::vector<PictureRef>& pictures)
    : shared_(shared),
      styles_(shared.styles),
      document_(shared.document),
      sheet_(shared.styles.sheet()),
      numbers_(shared.styles, shared.document),
      pictures_(pictures) {}

void Body::write(pugi::xml_node text) {
  const PageStyle& page = sheet_.page;
  Place place;
  place.width = page.width - page.margin_side * 2;
  place.top_level = true;
  first_before_ = Length{};
  // Notices before a cover stand at its top.
  const Blocks& all = document_.blocks;
  const auto first =
      std::find_if(all.begin(), all.end(), [](const Block& one) { return !std::holds_alternative<Box>(one.content); });
  if (first != all.end() && std::holds_alternative<Cover>(first->content)) {
    cover(text, std::get<Cover>(first->content), Blocks(all.begin(), first));
    blocks(text, Blocks(first + 1, all.end()), place);
  } else {
    blocks(text, all, place);
  }
  // A table may not end a text: LibreOffice would add a full line, and with it perhaps a page.
  if (!text.last_child() || std::string_view(text.last_child().name()) == "table:table") small_paragraph(text);
}

const Language& Body::language(const Block& block) const {
  return block.language != nullptr ? *block.language : *document_.language;
}

Place Body::text_place(const Place& place, bool title) const {
  if (!document_.number_column || !place.top_level || title) return place;
  Place text = place;
  text.indent += sheet_.page.number_column;
  text.width -= sheet_.page.number_column;
  return text;
}

void Body::blocks(pugi::xml_node parent, const Blocks& list, const Place& place) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    Place own = place;
    own.last = place.last && i + 1 == list.size();
    own.keep_next = i + 1 < list.size() ? place.keep_all || leads_to_signatures(list[i + 1]) : place.keep_next;
    if (const auto* row = std::get_if<FieldRow>(&list[i].content)) {
      field_row(parent, *row, own,
                own.last ? Length{} : gap_after_fields(i + 1 < list.size() ? &list[i + 1] : nullptr));
    } else {
      block(parent, list[i], own);
    }
  }
}

void Body::block(pugi::xml_node parent, const Block& block, const Place& place) {
  std::visit(
      Overload{
          [&](const Paragraph& p) { paragraph(parent, block, p.text, text_place(place, block.style == "subtitle")); },
          [&](const Heading& h) { heading(parent, block, h, text_place(place, h.level == 1)); },
          [&](const List& l) { list(parent, block, l, text_place(place, false)); },
          [&](const Table& t) { table(parent, block, t, text_place(place, false)); },
          [&](const Clause& c) { clause(parent, block, c, place); },
          [&](const Parallel& p) { parallel(parent, p, place); },
          [&](const Box& b) { box(parent, block, b, text_place(place, block.style == "notice")); },
          [&](const FieldRow& f) { field_row(parent, f, place, sheet_.form.row_gap); },
          [&](const Signatures& s) { signatures(parent, s, place); }, [&](const Cover& c) { cover(parent, c, {}); },
          [&](const Toc& t) { toc(parent, block, t); },
          [&](const Image& i) { image(parent, i, language(block), place); },
          [&](const PageBreak&) { pending_break_ = true; }, [&](const CutLine&) { cut_line(parent, place); }},
      block.content);
}

ParagraphFormat Body::format(const Block& block, const ParagraphStyle& look, const Place& place) {
  ParagraphFormat result;
  result.master = std::exchange(pending_master_, {});
  result.page_break = std::exchange(pending_break_, false) && result.master.empty();
  result.keep_with_next = (block.keep_with_next || place.keep_next) && !look.keep_with_next;
  const Language& own = language(block);
  if (own.rtl() != document_.language->rtl()) {
    // The start side of the column is this paragraph's end side.
    if ((place.indent + place.list_indent).raw != 0) {
      result.indent = look.indent;
      result.end_indent = place.indent + place.list_indent;
    }
  } else if (place.indent.raw != 0 && place.list_level == 0) {
    result.indent = place.indent + look.indent;
  }
  // Free space above is dropped at a page's top; after a hard break LibreOffice keeps it (odt.md 10).
  auto before = std::exchange(first_before_, std::nullopt);
  if (result.page_break || !result.master.empty()) before = Length{};
  if (before && *before != look.space_before) result.before = before;
  if (place.last && look.space_after != place.last_after) result.after = place.last_after;
  if (pair_gap_) {
    result.after = std::min(look.space_after, *pair_gap_);
    result.keep_with_next = result.keep_with_next || !look.keep_with_next;
  }
  if (place.align && *place.align != look.align) result.align = *place.align;
  result.box = place.box;
  result.hyphenate = look.hyphenate && own.hyphenation != nullptr && is_narrow(place.width, look.of(own.script).size);
  return result;
}

pugi::xml_node Body::numbered_item(pugi::xml_node parent, const std::string& label, const Place& place,
                                   bool& numbered) {
  numbered = false;
  if (label.empty() || place.gloss || place.cell || place.list_level > 0) return parent;
  const auto item = numbers_.item(parent, label);
  numbered = item.has_value();
  return item.value_or(parent);
}

/// A repetition of one line stands right under its original; a longer one keeps its own side, as one reads it.
void Body::align_gloss(ParagraphFormat& changes, const ParagraphStyle& look, const Inlines& text, const Language& own,
                       const Place& place) const {
  const bool gloss = place.gloss || look.name == "gloss";
  if (gloss && own.rtl() != document_.language->rtl() && look.align == Align::start && !place.align &&
      about(words_of(text), look, own.script) < place.width) {
    changes.align = Align::end;
  }
}

void Body::paragraph(pugi::xml_node parent, const Block& block, const Inlines& text, const Place& place) {
  const Language& own = language(block);
  const ParagraphStyle& look = styles_.sheet_style(!block.style.empty()     ? block.style
                                                   : place.style != nullptr ? place.style
                                                                            : "body");
  const std::string label = pending_label_.empty() ? block.label : std::exchange(pending_label_, {});
  bool numbered = false;
  pugi::xml_node holder = numbered_item(parent, label, place, numbered);
  ParagraphFormat changes = format(block, look, place);
  if (numbered) changes.indent.reset();  // the list gives it
  const bool ticks = std::exchange(pending_tick_, false);
  align_gloss(changes, look, text, own, place);
  if (ticks && changes.indent) {
    changes.first_line = -*changes.indent;
    changes.tab = Length{};
  }
  if (const auto room = std::exchange(pending_rule_, std::nullopt)) add_rule(changes, place, *room);
  pugi::xml_node node = add(holder, "text:p", {{"text:style-name", styles_.paragraph(look.name, own, changes, false)}});
  if (ticks) write_tick(node, look, own);
  if (!pending_number_.empty()) {
    pugi::xml_node strong =
        add(node, "text:span", {{"text:style-name", styles_.text({"strong", nullptr, {}, {}}, own)}});
    add_text(strong, std::exchange(pending_number_, {}) + "\u00A0\u00A0");
  }
  if (!numbered && !label.empty() && !place.gloss) add_text(node, label + "\u00A0\u00A0");
  write_inlines(shared_, node, text, look, own, block.id);
}

void Body::add_rule(ParagraphFormat& changes, const Place& place, Length room) const {
  const FormStyle& form = sheet_.form;
  changes.before = room;
  changes.rule = form.line;
  changes.rule_color = form.line_color;
  changes.indent = Length{};
  // The words below are as wide as the line; where little is missing, the line grows rather than the words wrap.
  const Length rest = place.width - form.signature_line;
  if (rest > form.gutter / 2) changes.end_indent = rest;
}

void Body::write_tick(pugi::xml_node paragraph, const ParagraphStyle& look, const Language& own) {
  const std::string style = styles_.text(tick_symbol(sheet_, look, own), own);
  pugi::xml_node span = add(paragraph, "text:span", {{"text:style-name", style}});
  add_text(span, "\u2610");
  add(paragraph, "text:tab");
}

void Body::heading(pugi::xml_node parent, const Block& block, const Heading& heading, const Place& place) {
  const Language& own = language(block);
  const ParagraphStyle& look = styles_.sheet_style(heading_style(block.style, heading.level));
  const std::string label = pending_label_.empty() ? block.label : std::exchange(pending_label_, {});
  bool numbered = false;
  pugi::xml_node holder = numbered_item(parent, label, place, numbered);
  ParagraphFormat changes = format(block, look, place);
  changes.keep_with_next = !look.keep_with_next;
  align_gloss(changes, look, heading.text, own, place);
  if (numbered) changes.indent.reset();
  // The outline starts at the clauses: the title is a paragraph of its own style, as word processors have it.
  const bool outline = heading.level > 1 && !place.gloss && !place.cell;
  const std::string style = styles_.paragraph(look.name, own, changes, outline);
  pugi::xml_node node =
      add(holder, outline ? "text:h" : "text:p",
          {{"text:style-name", style}, {"text:outline-level", outline ? std::to_string(heading.level - 1) : ""}});
  if (!numbered && !label.empty() && !place.gloss) add_text(node, label + "\u00A0\u00A0");
  write_inlines(shared_, node, heading.text, look, own, block.id);
}

void Body::list(pugi::xml_node parent, const Block& block, const List& list, const Place& place) {
  const Language& own = language(block);
  const std::string first = list.items.empty() ? std::string() : list.items.front().label;
  const int level = place.list_level + 1;
  const ListMeasures measures{place.indent, place.list_indent, label_column(sheet_.form, list), level, list.in_cell};
  const std::string style = list_style(styles_, list.kind, first, measures, own);
  pugi::xml_node node = add(parent, "text:list", {{"text:style-name", style}});
  Place inside = place;
  inside.list_level = level;
  inside.list_indent += measures.hang;
  inside.top_level = false;
  inside.width -= measures.hang;
  // A first or last item of one line holds on to its neighbour.
  const std::size_t count = list.items.size();
  const auto holds = [&](std::size_t i) {
    return count > 2 && ((i == 0 && is_one_line(list.items[0], inside.width)) ||
                         (i + 2 == count && is_one_line(list.items[count - 1], inside.width)));
  };
  for (std::size_t i = 0; i < count; ++i) {
    inside.last = place.last && i + 1 == count;
    inside.keep_next = i + 1 == count ? place.keep_next || block.keep_with_next : holds(i);
    blocks(node.append_child("text:list-item"), list.items[i].blocks, inside);
  }
}

bool Body::is_one_line(const ListItem& item, Length width) const {
  const auto* paragraph = item.blocks.size() == 1 ? std::get_if<Paragraph>(&item.blocks[0].content) : nullptr;
  if (paragraph == nullptr) return false;
  const Block& block = item.blocks[0];
  const ParagraphStyle& look = styles_.sheet_style(block.style.empty() ? "body" : block.style);
  return about(words_of(paragraph->text), look, language(block).script) < width;
}

void Body::clause(pugi::xml_node parent, const Block& block, const Clause& clause, const Place& place) {
  Place inside = place;
  inside.top_level = false;
  if (document_.number_column && place.top_level) {
    inside.indent += sheet_.page.number_column;
    inside.width -= sheet_.page.number_column;
  }
  if (!block.label.empty() && !place.gloss) pending_label_ = block.label;
  if (clause.part && parent.first_child() && !place.cell) pending_break_ = true;
  if (place.cell || place.gloss) {
    blocks(parent, clause.blocks, inside);
    return;
  }
  const std::string style = styles_.automatic(
      "section", "S", "style:section-properties",
      {{"style:writing-mode", language(block).rtl() ? "rl-tb" : "lr-tb"}, {"style:editable", "false"}});
  pugi::xml_node section =
      add(parent, "text:section", {{"text:style-name", style}, {"text:name", "clause." + block.id}});
  const std::string bookmark = shared_.bookmarks.claim(block.id);
  blocks(section, clause.blocks, inside);
  // Around the heading's text: it survives where the section is lost (odt.md 7).
  pugi::xml_node heading =
      section.find_node([](pugi::xml_node node) { return std::string_view(node.name()) == "text:h"; });
  if (bookmark.empty() || !heading) return;
  heading.prepend_child("text:bookmark-start").append_attribute("text:name").set_value(bookmark.c_str());
  add(heading, "text:bookmark-end", {{"text:name", bookmark}});
}

void Body::parallel(pugi::xml_node parent, const Parallel& parallel, const Place& place) {
  for (const std::vector<Blocks>& languages : parallel.rows) {
    if (parallel.arrangement == Parallel::Arrangement::columns && !place.cell) {
      columns(parent, languages, place);
      continue;
    }
    for (std::size_t k = 0; k < languages.size(); ++k) {
      Place part = place;
      part.gloss = place.gloss || k > 0;
      part.last = place.last && k + 1 == languages.size();
      const bool followed = k + 1 < languages.size();
      // The repetition of a number's text stands where the text stands.
      for (std::size_t i = 0; i < languages[k].size(); ++i) {
        if (followed && i + 1 == languages[k].size()) pair_gap_ = pair_gap;
        block(parent, languages[k][i], part);
        pair_gap_.reset();
      }
    }
  }
}

void Body::image(pugi::xml_node parent, const Image& image, const Language& own, const Place& place) {
  if (image.picture == nullptr) return;
  ParagraphFormat changes = format({}, styles_.sheet_style("body"), place);
  changes.natural_height = true;
  changes.after = place.last ? Length{} : sheet_.form.row_gap;
  pugi::xml_node node = add(parent, "text:p", {{"text:style-name", styles_.paragraph("body", own, changes)}});
  write_picture(node, image, std::min(image.width, place.width));
}

void Body::cut_line(pugi::xml_node parent, const Place& place) {
  ParagraphFormat changes = format({}, styles_.sheet_style("note"), place);
  changes.keep_with_next = true;  // the slip goes with its line
  changes.leading = sheet_.form.row_gap;
  changes.before = Length{};
  changes.after = sheet_.form.row_gap;
  changes.line_below = sheet_.form.table_rule;
  changes.rule_color = sheet_.grey;
  changes.dashed = true;
  add(parent, "text:p", {{"text:style-name", styles_.paragraph("note", *document_.language, changes)}});
}

}  // namespace skabelon::odt
