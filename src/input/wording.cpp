// The words of an element, {arguments} and markup among them -> Wording. ICU's MessagePattern says what is an argument
// and what a branch; MessageFormat is never asked to format (it loses spans, languages and isolates).
#include "input/wording.h"

#include <fmt/format.h>
#include <unicode/messagepattern.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <deque>

#include "input/flat_text.h"
#include "input/wording_braces.h"
#include "input/wording_choice.h"
#include "input/wording_markup.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

using Part = icu::MessagePattern::Part;

icu::MessagePattern empty_pattern() {
  UErrorCode status = U_ZERO_ERROR;
  return {UMSGPAT_APOS_DOUBLE_REQUIRED, status};
}

class Parser {
 public:
  Parser(FlatText& flat, const std::string& parent, const WordingRules& rules, Sink& sink)
      : flat_(flat), rules_(rules), sink_(sink), markup_(parent, rules, sink), choices_(rules, sink) {}

  Wording run() {
    Wording wording;
    if (!prepare_braces(flat_, made_up_, sink_) || !read_pattern()) {
      wording.push_back({Literal{to_utf8(flat_.text)}, flat_.span(0, flat_.text.size())});
      return wording;
    }
    check_touching();
    std::int32_t part = 0;
    frames_.emplace_back();
    message(part, frames_.front().wording, nullptr);
    return std::move(frames_.front().wording);
  }

 private:
  /// An inline element that is open, and what it holds so far.
  struct Frame {
    Markup markup;
    Span span;
    Wording wording;
  };

  bool read_pattern() {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const icu::UnicodeString text(false, flat_.text.data(), static_cast<std::int32_t>(flat_.text.size()));
    pattern_.parse(text, &place, status);
    if (U_SUCCESS(status)) return true;
    const std::size_t at = static_cast<std::size_t>(std::max(place.offset, 0));
    sink_.error(flat_.span(at, at + 1), "this is no argument: write {name}, {name, plural, …} or {name, select, …}");
    return false;
  }

  std::string substring(const Part& part) const {
    return to_utf8(std::u16string_view(flat_.text)
                       .substr(static_cast<std::size_t>(part.getIndex()), static_cast<std::size_t>(part.getLength())));
  }

  std::size_t begin_of(std::int32_t part) const { return static_cast<std::size_t>(pattern_.getPart(part).getIndex()); }
  std::size_t end_of(std::int32_t part) const { return static_cast<std::size_t>(pattern_.getPart(part).getLimit()); }

  /// A message: the whole text, or (`choice` given) one branch. `part` is its MSG_START, at the end past its limit.
  void message(std::int32_t& part, Wording& out, const Choice* choice) {
    const std::int32_t limit = pattern_.getLimitPartIndex(part);
    std::size_t literal = end_of(part);
    for (++part; part < limit;) {
      const Part& at = pattern_.getPart(part);
      if (at.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
        text(literal, begin_of(part), out, choice);
        target(out, choice).push_back({PluralNumber{}, flat_.span(begin_of(part), end_of(part))});
        literal = end_of(part++);
      } else if (at.getType() == UMSGPAT_PART_TYPE_ARG_START) {
        text(literal, begin_of(part), out, choice);
        const std::size_t end = end_of(pattern_.getLimitPartIndex(part));
        argument(part, target(out, choice));
        literal = end;
      } else {
        ++part;  // an apostrophe's syntax: there are none left
      }
    }
    text(literal, begin_of(limit), out, choice);
    part = limit + 1;
  }

  /// Where words go: into the innermost open element, or in a branch into the branch itself.
  Wording& target(Wording& branch, const Choice* choice) { return choice != nullptr ? branch : frames_.back().wording; }

  /// Units [begin, end) as literals, cut at tags.
  void text(std::size_t begin, std::size_t end, Wording& out, const Choice* choice) {
    if (choice != nullptr) {
      literal(begin, end, out);
      check_hash(begin, end, *choice);
      return;
    }
    while (next_tag_ < flat_.tags.size() && flat_.tags[next_tag_].at <= end) {
      const std::size_t at = std::max(begin, flat_.tags[next_tag_].at);
      literal(begin, at, frames_.back().wording);
      begin = at;
      tag(flat_.tags[next_tag_++]);
    }
    literal(begin, end, frames_.back().wording);
  }

  void literal(std::size_t begin, std::size_t end, Wording& out) {
    if (begin >= end) return;
    out.push_back(
        {Literal{to_utf8(std::u16string_view(flat_.text).substr(begin, end - begin))}, flat_.span(begin, end)});
  }

  /// In a select inside a plural ICU takes # as a letter.
  void check_hash(std::size_t begin, std::size_t end, const Choice& choice) {
    if (choice.kind == Choice::Kind::plural) return;
    const std::size_t at = std::u16string_view(flat_.text).substr(0, end).find(u'#', begin);
    if (at != std::u16string::npos)
      sink_.error(flat_.span(at, at + 1), "# stands for the number in a plural branch only, not in a select");
  }

  void tag(const FlatText::Tag& tag) {
    if (tag.opens) {
      frames_.push_back({markup_.read(*tag.node), tag.node->span, {}});
      return;
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    frame.markup.inner = std::move(frame.wording);
    frames_.back().wording.push_back({std::move(frame.markup), frame.span});
  }

  /// Tags inside the braces of an argument are errors; they open and close all the same.
  void tags_inside(std::size_t end, const std::string& name) {
    while (next_tag_ < flat_.tags.size() && flat_.tags[next_tag_].at < end) {
      const FlatText::Tag& here = flat_.tags[next_tag_++];
      if (here.opens)
        sink_.error(here.node->span, fmt::format("<{}> inside the braces of {{{}}}", here.node->name, name),
                    {{{}, "markup stands outside: choose the whole sentence, or put the markup around the braces"}});
      tag(here);
    }
  }

  void argument(std::int32_t& part, Wording& out) {
    const std::int32_t start = part;
    const std::int32_t limit = pattern_.getLimitPartIndex(start);
    const Part& name_part = pattern_.getPart(start + 1);
    const std::string name = substring(name_part);
    const Span name_span = flat_.span(begin_of(start + 1), end_of(start + 1));
    const Span whole = flat_.span(begin_of(start), end_of(limit));
    part = start + 2;
    const Let* let = find_argument(name, name_span, rules_, sink_);
    const UMessagePatternArgType type = pattern_.getPart(start).getArgType();
    const std::size_t slot = out.size();
    out.push_back({Argument{name}, whole});
    if (type == UMSGPAT_ARG_TYPE_PLURAL || type == UMSGPAT_ARG_TYPE_SELECT) {
      Choice choice;
      choice.kind = type == UMSGPAT_ARG_TYPE_PLURAL ? Choice::Kind::plural : Choice::Kind::select;
      choice.argument = name;
      branches(part, limit, let, choice, name_span);
      out[slot].content = std::move(choice);
    } else if (type != UMSGPAT_ARG_TYPE_NONE) {
      sink_.error(
          flat_.span(begin_of(start + 2), end_of(start + 2)),
          fmt::format("'{}' is no kind of argument: only plural and select are; how a value looks its <let> says",
                      substring(pattern_.getPart(start + 2))));
    }
    part = limit + 1;
    tags_inside(end_of(limit), name);
  }

  void branches(std::int32_t& part, std::int32_t limit, const Let* let, Choice& choice, Span name_span) {
    std::vector<Span> places;
    while (part < limit) {
      const Part& selector = pattern_.getPart(part);
      if (selector.getType() != UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        if (selector.getType() == UMSGPAT_PART_TYPE_ARG_INT || selector.getType() == UMSGPAT_PART_TYPE_ARG_DOUBLE)
          sink_.error(flat_.span(begin_of(part), end_of(part)), "offset is not taken: choose on the number itself");
        ++part;
        continue;
      }
      Choice::Branch branch;
      branch.keyword = substring(selector);
      const Span place = flat_.span(begin_of(part), end_of(part));
      const bool invented = made_up_.contains(begin_of(part));
      ++part;
      while (pattern_.getPartType(part) != UMSGPAT_PART_TYPE_MSG_START) ++part;  // the number of "=1"
      message(part, branch.wording, &choice);
      if (invented) continue;
      choice.branches.push_back(std::move(branch));
      places.push_back(place);
    }
    choices_.check(choice, places, let, name_span);
  }

  void check_touching() {
    for (std::int32_t part = 0; part < pattern_.countParts(); ++part) {
      const UMessagePatternPartType type = pattern_.getPartType(part);
      if (type == UMSGPAT_PART_TYPE_ARG_START && begin_of(part) > 0) touch(begin_of(part) - 1, begin_of(part));
      if (type == UMSGPAT_PART_TYPE_ARG_LIMIT && end_of(part) < flat_.text.size()) touch(end_of(part), end_of(part));
    }
  }

  /// `seam`: the unit between which and the one before it tags may stand.
  void touch(std::size_t letter, std::size_t seam) {
    for (const FlatText::Tag& tag : flat_.tags)
      if (tag.at == seam && tag.node->children.empty()) return;  // a line break or a reference keeps them apart
    UChar32 c = flat_.text[letter];
    if (U16_IS_SURROGATE(c))
      c = icu::UnicodeString(false, flat_.text.data(), static_cast<std::int32_t>(flat_.text.size()))
              .char32At(static_cast<std::int32_t>(letter));
    const bool touches = u_isalpha(c) || u_getCombiningClass(c) != 0;
    if (touches)
      sink_.error(flat_.span(letter, letter + 1), "a letter touches the braces of an argument",
                  {{{}, "values are never inflected or given a prefix: write around them"}});
  }

  FlatText& flat_;
  const WordingRules& rules_;
  Sink& sink_;
  MarkupReader markup_;
  ChoiceChecker choices_;
  icu::MessagePattern pattern_ = empty_pattern();
  std::set<std::size_t> made_up_;
  std::deque<Frame> frames_;  // references to the outer ones stay good while inner ones come and go
  std::size_t next_tag_ = 0;
};

}  // namespace

Wording parse_wording(const XmlNode& node, const WordingRules& rules, Sink& sink) {
  FlatText flat = flatten(
      node, rules.blocks, [&](const XmlNode& child) { return is_line_break(child, rules); }, sink);
  Wording wording = Parser(flat, node.name, rules, sink).run();
  if (rules.source != nullptr) check_against_source(wording, node, rules, sink);
  return wording;
}

}  // namespace skabelon
