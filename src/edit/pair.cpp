// Two documents alike in structure -> one, each text followed by its gloss in the other language.
#include "edit/pair.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

namespace skabelon {
namespace {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

constexpr const char* gloss_style = "gloss";
constexpr const char* cover_foot = "cover-foot";
constexpr std::size_t longest_run_in = 24;  // characters of both languages

/// How a text and its gloss are put together.
enum class Joint : std::uint8_t {
  parallel,   ///< a Parallel block: in the document and its clauses
  following,  ///< the gloss is the next paragraph: in everything that has a frame or a place of its own
};

std::string plain(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines)
    text += std::visit(Overload{[](const Text& t) { return t.text; }, [](const Value& v) { return v.text; },
                                [](const Ref& r) { return r.text; }, [](const Break&) { return std::string("\n"); },
                                [](const PageNumber&) { return std::string("\f"); },
                                [](const PageCount&) { return std::string("\v"); }},
                       part.content);
  return text;
}

/// Code points.
std::size_t length(const std::string& text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Inlines* text_of(Block& block) {
  if (auto* const heading = std::get_if<Heading>(&block.content)) return &heading->text;
  if (auto* const paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->text;
  return nullptr;
}

/// "Ja, indtil den ____ / ____ ______" -> "Ja, indtil den …": the reader writes once, in the line above.
std::string without_blanks(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = text.find("__", at);
    if (blank == std::string::npos) return out + text.substr(at);
    std::size_t end = text.find_first_not_of("_ /", blank);
    if (end == std::string::npos) end = text.size();
    const bool spaced = text[end - 1] == ' ';
    out += text.substr(at, blank - at) + "…" + (spaced && end < text.size() ? " " : "");
    at = end;
  }
  return out;
}

/// Puts two documents together; `other` is used up.
class Pairing {
 public:
  Pairing(const StyleSheet& style, const Language& other, Arrangement arrangement, Sink& sink)
      : style_(style), other_(other), columns_(arrangement == Arrangement::columns), sink_(sink) {}

  Blocks blocks(Blocks reader, Blocks& other, Joint joint) {
    Blocks out;
    out.reserve(reader.size() * 2);
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < other.size(); ++i)
      if (!other[i].id.empty()) places.emplace(other[i].id, i);
    for (Block& block : reader) {
      if (block.id.empty()) {  // page breaks and the like: the same in both, and without words
        out.push_back(std::move(block));
        continue;
      }
      const auto found = places.find(block.id);
      if (found == places.end() || other[found->second].content.index() != block.content.index()) {
        unpaired(block.id, block.span);
        continue;
      }
      join(std::move(block), other[found->second], joint, out);
      places.erase(found);
    }
    if (!places.empty())
      for (const Block& block : other)
        if (places.contains(block.id)) unpaired(block.id, block.span);
    return out;
  }

 private:
  void unpaired(const std::string& id, Span span) {
    sink_.error(span, "“" + id + "” stands in one of the two languages only",
                {{{}, "the other is " + other_.name + "; the same data must choose the same blocks in both"}});
  }

  template <class T>
  bool same_size(const std::vector<T>& reader, const std::vector<T>& other, const std::string& id, Span span) {
    if (reader.size() == other.size()) return true;
    unpaired(id, span);
    return false;
  }

  void join(Block block, Block& other, Joint joint, Blocks& out) {
    if (text_of(block) != nullptr) return texts(std::move(block), other, joint, out);
    std::visit(
        Overload{
            [&](Clause& clause) {
              clause.blocks = blocks(std::move(clause.blocks), std::get<Clause>(other.content).blocks, Joint::parallel);
            },
            [&](Box& box) {
              box.blocks = blocks(std::move(box.blocks), std::get<Box>(other.content).blocks,
                                  columns_ ? Joint::parallel : Joint::following);
            },
            [&](Cover& cover) {
              cover.blocks = blocks(std::move(cover.blocks), std::get<Cover>(other.content).blocks, Joint::following);
            },
            [&](List& list) { this->list(list, std::get<List>(other.content), block); },
            [&](Table& table) { this->table(table, std::get<Table>(other.content), block); },
            [&](FieldRow& row) { fields(row, std::get<FieldRow>(other.content), block); },
            [&](Signatures& signatures) { this->signatures(signatures, std::get<Signatures>(other.content), block); },
            [](auto&) {}},  // an image, a table of contents: one serves both
        block.content);
    out.push_back(std::move(block));
  }

  bool keeps(const Block& block) const {
    const auto style = style_.paragraphs.find(block.style);
    return block.keep_with_next || (style != style_.paragraphs.end() && style->second.keep_with_next);
  }

  /// The other's text as a paragraph beside the reader's. Never a heading: the outline has one language.
  Block gloss_of(const Block& reader, Block& other) const {
    Block gloss = std::move(other);
    const bool heading = std::holds_alternative<Heading>(gloss.content);
    Inlines text = std::move(*text_of(gloss));
    gloss.content = Paragraph{std::move(text)};
    if (reader.style != cover_foot && (heading || !columns_)) gloss.style = gloss_style;
    gloss.id += "." + other_.tag;
    gloss.label.clear();
    gloss.keep_with_next = keeps(reader);
    return gloss;
  }

  void texts(Block block, Block& other, Joint joint, Blocks& out) {
    if (plain(*text_of(block)) == plain(*text_of(other))) {
      out.push_back(std::move(block));
      return;
    }
    if (!columns_)
      for (Inline& part : *text_of(other))
        if (auto* const text = std::get_if<Text>(&part.content)) text->text = without_blanks(text->text);
    Block gloss = gloss_of(block, other);
    const bool kept = gloss.keep_with_next;
    if (joint == Joint::following) {
      gloss.style = block.style == cover_foot ? cover_foot : gloss_style;
      block.keep_with_next = true;
      out.push_back(std::move(block));
      out.push_back(std::move(gloss));
      return;
    }
    block.keep_with_next = !columns_ || kept;
    Block both;
    both.id = block.id + ".both";
    both.language = block.language;
    both.span = block.span;
    both.keep_with_next = kept;
    Parallel parallel;
    parallel.arrangement = columns_ ? Parallel::Arrangement::columns : Parallel::Arrangement::stacked;
    parallel.rows.resize(1);
    parallel.rows[0].resize(2);
    parallel.rows[0][0].push_back(std::move(block));
    parallel.rows[0][1].push_back(std::move(gloss));
    both.content = std::move(parallel);
    out.push_back(std::move(both));
  }

  /// Where the looks ask for it and both are short ("Yes / Ja"), the gloss goes on the reader's own line; elsewhere
  /// below it.
  void label(Blocks& reader, Blocks& other) {
    const bool single = reader.size() == 1 && other.size() == 1;
    Inlines* const text = single ? text_of(reader[0]) : nullptr;
    Inlines* const gloss = single ? text_of(other[0]) : nullptr;
    if (!style_.form.run_in_gloss || columns_ || text == nullptr || gloss == nullptr) return following(reader, other);
    const std::string words = plain(*gloss);
    const std::string own = plain(*text);
    if (words == own || length(words) + length(own) > longest_run_in) return following(reader, other);
    run_in(*text, *gloss);
  }

  void run_in(Inlines& text, const Inlines& gloss) const {
    const Span span = gloss.front().span;
    text.push_back({Text{" / "}, gloss_style, nullptr, {}, Change::none, span});
    text.push_back({Value{{}, plain(gloss), false}, gloss_style, &other_, {}, Change::none, span});
  }

  void following(Blocks& reader, Blocks& other) { reader = blocks(std::move(reader), other, Joint::following); }

  void list(List& list, List& other, const Block& block) {
    if (!same_size(list.items, other.items, block.id, block.span)) return;
    for (std::size_t i = 0; i < list.items.size(); ++i) following(list.items[i].blocks, other.items[i].blocks);
  }

  void table(Table& table, Table& other, const Block& block) {
    if (!same_size(table.rows, other.rows, block.id, block.span)) return;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      auto& cells = table.rows[r].cells;
      auto& others = other.rows[r].cells;
      if (!same_size(cells, others, block.id, block.span)) return;
      for (std::size_t c = 0; c < cells.size(); ++c) label(cells[c].blocks, others[c].blocks);
    }
  }

  /// What is written in a field already is the same in both languages and stands once.
  void fields(FieldRow& row, FieldRow& other, const Block& block) {
    if (!same_size(row.fields, other.fields, block.id, block.span)) return;
    for (std::size_t f = 0; f < row.fields.size(); ++f) {
      Field& field = row.fields[f];
      Field& partner = other.fields[f];
      if (row.fields.size() == 1)
        label(field.label, partner.label);
      else  // neighbours look alike
        following(field.label, partner.label);
      following(field.hint, partner.hint);
      if (!same_size(field.options, partner.options, field.id, field.span)) continue;
      for (std::size_t o = 0; o < field.options.size(); ++o) label(field.options[o].label, partner.options[o].label);
    }
  }

  void signatures(Signatures& signatures, Signatures& other, const Block& block) {
    if (!same_size(signatures.parties, other.parties, block.id, block.span)) return;
    for (std::size_t p = 0; p < signatures.parties.size(); ++p) {
      SignatureParty& party = signatures.parties[p];
      SignatureParty& partner = other.parties[p];
      label(party.who, partner.who);
      if (!same_size(party.line_labels, partner.line_labels, block.id, block.span)) continue;
      for (std::size_t l = 0; l < party.line_labels.size(); ++l) label(party.line_labels[l], partner.line_labels[l]);
    }
  }

  const StyleSheet& style_;
  const Language& other_;
  bool columns_;
  Sink& sink_;
};

}  // namespace

Document pair(Document reader, Document other, Arrangement arrangement, Sink& sink) {
  Pairing pairing(reader.styles(), *other.language, arrangement, sink);
  Blocks blocks = pairing.blocks(std::move(reader.blocks), other.blocks, Joint::parallel);
  reader.blocks = std::move(blocks);
  std::vector<const Language*> languages{reader.language};
  for (const auto* list : {&other.languages, &reader.languages})
    for (const Language* language : *list)
      if (std::find(languages.begin(), languages.end(), language) == languages.end()) languages.push_back(language);
  reader.languages = std::move(languages);
  return reader;
}

}  // namespace skabelon
