// Template nodes -> blocks: clauses and their numbers, running text, boxes, the cover.
#include "compose/composer.h"

#include <algorithm>
#include <utility>

#include "compose/format.h"

namespace skabelon {
namespace {

const std::string none;

bool is_letterhead(const Block& block) { return block.id == "letterhead"; }

}  // namespace

bool has_content(const Blocks& blocks) {
  return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return !std::holds_alternative<Heading>(block.content) && !std::holds_alternative<PageBreak>(block.content) &&
           !std::holds_alternative<CutLine>(block.content);
  });
}

Length length_of(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  const double number = parse_number(text.substr(0, end)).value_or(0);
  return text.substr(end) == "pt" ? Length::points(number) : Length::millimetres(number);
}

Blocks Composer::document(const LetScope& scope) {
  scope_ = &scope;
  context_ = parts_.facts.kit();
  body_ = parts_.form.body;
  Blocks out;
  blocks(parts_.form.root.children, out);
  const auto& children = parts_.form.root.children;
  const auto title = std::find_if(children.begin(), children.end(),
                                  [](const TemplateNode& node) { return node.element == Element::title; });
  if (title != children.end()) place_title(*title, out);
  return out;
}

/// The title stands on the cover where there is one, below a letter's head, or first.
void Composer::place_title(const TemplateNode& node, Blocks& out) {
  auto* const cover = out.empty() ? nullptr : std::get_if<Cover>(&out.front().content);
  Block title = worded(node, cover != nullptr ? "cover-title" : "title");
  title_ = std::get<Paragraph>(title.content).text;
  title_language_ = title.language;
  title.content = Heading{1, title_};
  opens_apart_ = cover != nullptr || (!out.empty() && is_letterhead(out.front()));
  if (cover != nullptr) {
    cover->blocks.insert(cover->blocks.begin(), std::move(title));
    return;
  }
  const auto below = std::find_if_not(out.begin(), out.end(), is_letterhead);
  out.insert(below, std::move(title));
}

std::string Composer::unique(std::string id) {
  if (id.empty()) return id;
  for (int n = 2; !ids_.insert(id).second; ++n) {
    std::string candidate = id + "." + std::to_string(n);
    if (ids_.insert(candidate).second) return candidate;
  }
  return id;
}

std::string Composer::id_of(const TemplateNode& node) const {
  if (!node.unit.empty()) return node.unit + suffix_;
  const std::string& own = node.id.empty() ? node.attribute("role", node.id) : node.id;
  if (own.empty()) return none;
  return (path_.empty() ? own : path_ + "/" + own) + suffix_;
}

Block Composer::block(decltype(Block::content) content, std::string id, std::string style, Span span) {
  Block made;
  made.content = std::move(content);
  made.id = unique(std::move(id));
  made.language = &parts_.translator.language();
  made.style = std::move(style);
  made.span = span;
  return made;
}

/// The element's words as a paragraph, in the language they were found in.
Block Composer::worded(const TemplateNode& node, const std::string& style) {
  const Phrase phrase = parts_.translator.find(node.origin, node.unit, node.wording, node.span);
  Block made = block(Paragraph{parts_.writer.write(phrase, *scope_)}, id_of(node), style, node.span);
  made.language = phrase.language;
  return made;
}

Blocks Composer::one(const TemplateNode& node, const std::string& style) {
  Blocks single;
  if (!node.wording.empty()) single.push_back(worded(node, style));
  return single;
}

Block Composer::common(const std::string& id, const std::string& block_id, const std::string& style,
                       const LetScope& scope) {
  const Phrase phrase = parts_.translator.common(id);
  Block made = block(Paragraph{parts_.writer.write(phrase, scope)}, block_id, style, {});
  made.language = phrase.language;
  return made;
}

bool Composer::holds(const TemplateNode& node) {
  const std::string& test = node.attribute("test", none);
  try {
    return parts_.facts.holds(test, context_);
  } catch (const pugi::xpath_exception& problem) {
    report_once(parts_.sink, node.span, "“" + test + "” is no XPath expression: " + problem.what());
    return false;
  }
}

std::vector<pugi::xml_node> Composer::items(const TemplateNode& node) {
  const std::string& select = node.attribute("select", none);
  try {
    std::vector<pugi::xml_node> found = parts_.facts.nodes(select, context_);
    repetitions_ += found.size();
    if (repetitions_ <= most_repetitions) return found;
    report_once(parts_.sink, node.span,
                "the document repeats more than " + std::to_string(most_repetitions) + " times by <for-each>");
    return {};
  } catch (const pugi::xpath_exception& problem) {
    report_once(parts_.sink, node.span, "“" + select + "” selects no elements: " + problem.what());
    return {};
  }
}

LetScope Composer::item_scope(const TemplateNode& node, pugi::xml_node item, std::size_t index, std::size_t count,
                              const LetScope& outer) {
  LetScope scope(&outer);
  scope.add(LetReader::of_number("index", static_cast<int>(index + 1), node.span));
  scope.add(LetReader::of_number("last", static_cast<int>(count), node.span));
  for (const TemplateNode& child : node.children)
    if (child.element == Element::let) scope.add(parts_.lets.read(let_of(child), item));
  return scope;
}

void Composer::blocks(const std::vector<TemplateNode>& nodes, Blocks& out) {
  expand(nodes, [&](const TemplateNode& node) { element(node, out); });
}

void Composer::element(const TemplateNode& node, Blocks& out) {
  switch (node.element) {
    case Element::clause:
      return clause(node, out);
    case Element::heading:
      return heading(node, out);
    case Element::paragraph:
      return paragraph(node, out);
    case Element::list:
      return list(node, out);
    case Element::table:
      return table(node, out);
    case Element::box:
      return boxed(node, out);
    case Element::quote:
      return quote(node, out);
    case Element::field:
    case Element::choice:
    case Element::check:
      return field(node, out);
    case Element::signature:
      return signatures(node, out);
    case Element::cover:
      return cover(node, out);
    case Element::letterhead:
      return letterhead(node, out);
    case Element::image:
      return image(node, out);
    case Element::toc:
      return table_of_contents(node, out);
    case Element::page_break:
      out.push_back(block(PageBreak{}, none, none, node.span));
      return;
    case Element::cut_line:
      out.push_back(block(CutLine{}, none, none, node.span));
      return;
    default:
      return;  // the title has its own place; all else stands inside the elements above
  }
}

void Composer::heading(const TemplateNode& node, Blocks& out) {
  const int level = depth_ + 1;
  const std::string own =
      depth_ == 1 && part_ ? "part-title" : "heading-" + std::to_string(std::clamp(level - 1, 1, 3));
  Block made = worded(node, node.attribute("style", own));
  made.content = Heading{std::max(level, 2), std::move(std::get<Paragraph>(made.content).text)};
  if (sequence_ != nullptr) made.label = sequence_->number;
  out.push_back(std::move(made));
}

void Composer::paragraph(const TemplateNode& node, Blocks& out) {
  const bool styled = node.has("style");
  Block made = worded(node, styled ? node.attribute("style", none) : body_);
  if (sequence_ != nullptr && !styled && !sequence_->number.empty())
    made.label =
        in_digits_of(parts_.translator.language(), sequence_->number + "." + std::to_string(++sequence_->count));
  out.push_back(std::move(made));
}

/// A clause takes its number only when something is left in it.
void Composer::clause(const TemplateNode& node, Blocks& out) {
  Sequence own;
  Sequence* const around = depth_ == 0 ? &clauses_ : sequence_;
  const bool counts = parts_.form.numbered && around != nullptr && (depth_ == 0 || !around->number.empty());
  if (counts) {
    const std::string prefix = around->number.empty() ? "" : around->number + ".";
    own.number = in_digits_of(parts_.translator.language(), prefix + std::to_string(around->count + 1));
  }
  Clause made{node.origin, node.attribute("required", none) == "true", {}};
  made.blocks.reserve(node.children.size());
  made.part = node.attribute("part", none) == "true";
  if (depth_ == 0) part_ = made.part;
  Sequence* const outer = sequence_;
  const std::string body = body_;
  if (node.has("style")) body_ = node.attribute("style", none);
  // Paragraphs of a clause count; those of a clause inside it do not: "4.3.1" has no room in the number column.
  sequence_ = &own;
  ++depth_;
  const bool nested = depth_ > 1;
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      if (nested && child.element != Element::heading) sequence_ = nullptr;
      element(child, made.blocks);
      sequence_ = &own;
    });
  });
  --depth_;
  sequence_ = outer;
  body_ = body;
  if (!has_content(made.blocks)) return;
  if (counts) ++around->count;
  Block whole = block(std::move(made), id_of(node), none, node.span);
  whole.label = own.number;
  out.push_back(std::move(whole));
}

/// The language's quotation marks stand at both ends, outside the translators' hands.
void Composer::quote(const TemplateNode& node, Blocks& out) {
  const std::size_t begin = out.size();
  std::size_t end = begin;
  within(node, [&] {
    expand(node.children, [&](const TemplateNode& child) {
      const std::string style = child.attribute("style", "quote");
      const bool words = style != "speaker";
      out.push_back(worded(child, style));
      if (words) end = out.size();
    });
  });
  if (end == begin) return;
  // What comes before holds on to it: a quote alone at a page's top belongs to nothing.
  if (begin > 0 && !std::holds_alternative<PageBreak>(out[begin - 1].content)) out[begin - 1].keep_with_next = true;
  const Block& first = out[begin];
  Block& last = out[end - 1];
  auto& opening = std::get<Paragraph>(out[begin].content).text;
  Inlines marked;
  append_text(marked, {Text{first.language->quote_open}, {}, nullptr, {}, {}, {}});
  for (Inline& part : opening) {
    if (std::holds_alternative<Text>(part.content))
      append_text(marked, std::move(part));
    else
      marked.push_back(std::move(part));
  }
  opening = std::move(marked);
  append_text(std::get<Paragraph>(last.content).text, {Text{last.language->quote_close}, {}, nullptr, {}, {}, {}});
}

void Composer::boxed(const TemplateNode& node, Blocks& out) {
  Box box;
  Sequence* const outer = sequence_;
  sequence_ = nullptr;
  within(node, [&] { blocks(node.children, box.blocks); });
  sequence_ = outer;
  if (box.blocks.empty()) return;
  out.push_back(block(std::move(box), id_of(node), node.attribute("style", none), node.span));
}

void Composer::cover(const TemplateNode& node, Blocks& out) {
  Cover made;
  const std::string body = std::exchange(body_, "cover-text");
  blocks(node.children, made.blocks);
  body_ = body;
  out.push_back(block(std::move(made), "cover", none, node.span));
}

void Composer::image(const TemplateNode& node, Blocks& out) {
  const std::string& source = node.attribute("src", none);
  const auto found = parts_.catalog.pictures.find(source);
  if (found == parts_.catalog.pictures.end()) {
    report_once(parts_.sink, node.span, "there is no picture “" + source + "”");
    return;
  }
  const Phrase phrase = parts_.translator.find(node.origin, node.unit, node.wording, node.span);
  Image made{found->second, plain(parts_.writer.write(phrase, *scope_)), length_of(node.attribute("width", "60mm"))};
  Block placed = block(std::move(made), id_of(node), none, node.span);
  placed.language = phrase.language;
  out.push_back(std::move(placed));
}

void Composer::table_of_contents(const TemplateNode& node, Blocks& out) {
  Block title = common("contents", "contents", "contents-title", *scope_);
  title.keep_with_next = true;
  out.push_back(std::move(title));
  const double depth = parse_number(node.attribute("depth", "1")).value_or(1);
  out.push_back(block(Toc{static_cast<int>(depth)}, "toc", none, node.span));
}

}  // namespace skabelon
