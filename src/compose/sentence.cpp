// Sentences with their arguments -> Inlines: values stay apart from words, each with its language and place.
#include "compose/sentence.h"

#include <algorithm>

#include "compose/format.h"

namespace skabelon {
namespace {

template <class... Ts>
struct Overload : Ts... {
  using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

/// Left-to-right and unbreakable in every script.
bool is_fixed(ValueType type) {
  return type == ValueType::phone || type == ValueType::cvr || type == ValueType::postcode ||
         type == ValueType::email || type == ValueType::url;
}

bool has_scheme(std::string_view address) {
  const std::size_t colon = address.find(':');
  return colon != std::string_view::npos && address.find_first_of("/.@") > colon;
}

}  // namespace

void append_text(Inlines& out, Inline more) {
  auto& text = std::get<Text>(more.content).text;
  if (text.empty()) return;
  if (!out.empty()) {
    Inline& last = out.back();
    auto* const before = std::get_if<Text>(&last.content);
    if (before != nullptr && last.style == more.style && last.language == more.language && last.link == more.link) {
      before->text += text;
      return;
    }
  }
  out.push_back(std::move(more));
}

std::string plain(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines)
    text += std::visit(Overload{[](const Text& t) { return t.text; }, [](const Value& v) { return v.text; },
                                [](const Ref& r) { return r.text; }, [](const Break&) { return std::string(" "); },
                                [](const auto&) { return std::string(); }},
                       part.content);
  return text;
}

Inlines SentenceWriter::write(const Phrase& phrase, const LetScope& scope) {
  Inlines out;
  out.reserve(phrase.wording->size());
  Around around;
  around.language = phrase.language;
  around.scope = &scope;
  parts(*phrase.wording, around, out);
  return out;
}

Inlines SentenceWriter::write_value(const Datum& datum, const Language& language) {
  Inlines out;
  Around around;
  around.language = &language;
  if (!datum.bad) value(datum, around, out);
  return out;
}

void SentenceWriter::parts(const Wording& wording, const Around& around, Inlines& out) {
  for (const WordingPart& part : wording)
    std::visit(Overload{[&](const Literal& literal) {
                          append_text(out, {Text{literal.text}, around.style, nullptr, around.link, {}, part.span});
                        },
                        [&](const Argument& argument) {
                          if (const Datum* datum = present(argument.name, part.span, around))
                            value(*datum, around, out);
                        },
                        [&](const PluralNumber&) {
                          if (around.plural != nullptr) value(*around.plural, around, out);
                        },
                        [&](const Choice& inner) { choice(inner, part.span, around, out); },
                        [&](const Markup& inner) { markup(inner, part.span, around, out); }},
               part.content);
}

/// The let of that name with a value, or null after saying what is wrong.
const Datum* SentenceWriter::present(const std::string& name, Span span, const Around& around) {
  const Datum* const datum = around.scope->find(name);
  if (datum == nullptr) {
    const std::string near = nearest(name, around.scope->names());
    report_once(*sink_, span, "there is no <let> named “" + name + "”",
                near.empty() ? std::vector<Note>{} : std::vector<Note>{{{}, "did you mean “" + near + "”?"}});
    return nullptr;
  }
  if (datum->bad) return nullptr;
  if (datum->absent()) {
    report_once(*sink_, span, "“" + name + "” has no value, but the sentence that needs it is shown",
                {{datum->span, "it is optional: put a <when> around the sentence"}});
    return nullptr;
  }
  return datum;
}

/// Names of Danish authorities, people and places are Danish unless the data say otherwise; what numbers and dates
/// are read as is the sentence's language.
const Language* SentenceWriter::language_of(const Datum& datum, const Datum::Item& item,
                                            const Language& sentence) const {
  const bool words = datum.type == ValueType::text || datum.type == ValueType::list;
  if (item.language.empty() && !words) return nullptr;
  const auto locale = catalog_->locales.find(item.language.empty() ? "da" : item.language);
  if (locale == catalog_->locales.end() || &locale->second.language == &sentence) return nullptr;
  return &locale->second.language;
}

void SentenceWriter::item(const Datum& datum, const Datum::Item& item, const Around& around, Inlines& out) {
  Inline one{Value{datum.name, item.text, is_fixed(datum.type)}, around.style, nullptr, around.link, {}, item.span};
  auto& text = std::get<Value>(one.content).text;
  if (datum.type == ValueType::number) text = format_number(datum.number, *around.language);
  if (datum.type == ValueType::date || datum.type == ValueType::time) text = in_digits_of(*around.language, text);
  one.language = language_of(datum, item, *around.language);
  if (one.language != nullptr) met_(one.language);
  for (std::size_t end; (end = text.find('\n')) != std::string::npos;) {
    Inline line = one;
    std::get<Value>(line.content).text = text.substr(0, end);
    out.push_back(std::move(line));
    out.push_back({Break{}, around.style, nullptr, around.link, {}, item.span});
    text.erase(0, end + 1);
  }
  out.push_back(std::move(one));
}

void SentenceWriter::value(const Datum& datum, const Around& around, Inlines& out) {
  for (std::size_t i = 0; i < datum.items.size(); ++i) {
    if (i > 0) {
      const bool last = i + 1 == datum.items.size();
      const std::string& separator = last ? around.language->list_last : around.language->list_separator;
      append_text(out, {Text{separator}, around.style, nullptr, around.link, {}, {}});
    }
    item(datum, datum.items[i], around, out);
  }
}

const Wording* SentenceWriter::branch(const Choice& choice, const Datum& datum, const Language& language) const {
  const auto named = [&](std::string_view keyword) -> const Wording* {
    for (const Choice::Branch& b : choice.branches)
      if (b.keyword == keyword) return &b.wording;
    return nullptr;
  };
  const Wording* found = nullptr;
  if (choice.kind == Choice::Kind::select) {
    found = named(datum.items.front().text);
  } else {
    const double number = datum.type == ValueType::number ? datum.number : static_cast<double>(datum.items.size());
    for (const Choice::Branch& b : choice.branches)
      if (b.keyword.starts_with('=') && parse_number(std::string_view(b.keyword).substr(1)) == number)
        return &b.wording;
    found = named(plural_category(number, language));
  }
  return found != nullptr ? found : named("other");
}

void SentenceWriter::choice(const Choice& choice, Span span, const Around& around, Inlines& out) {
  const Datum* const datum = present(choice.argument, span, around);
  if (datum == nullptr) return;
  const Wording* const chosen = branch(choice, *datum, *around.language);
  if (chosen == nullptr) {
    report_once(*sink_, span, "no branch for “" + datum->items.front().text + "”",
                {{datum->span, "the <let> is here"}});
    return;
  }
  Around inside = around;
  if (choice.kind == Choice::Kind::plural) inside.plural = datum;
  parts(*chosen, inside, out);
}

/// The address of a link, {arguments} put in. Phone numbers lose their spaces (RFC 3966).
std::string SentenceWriter::address(const std::string& target, Span span, const Around& around) {
  const std::size_t open = target.find('{');
  const std::size_t close = target.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return target;
  const Datum* const datum = present(target.substr(open + 1, close - open - 1), span, around);
  if (datum == nullptr) return {};
  std::string text = datum->items.front().text;
  if (datum->type == ValueType::phone) std::erase(text, ' ');
  std::string whole = target.substr(0, open) + text + target.substr(close + 1);
  if (has_scheme(whole)) return whole;
  if (datum->type == ValueType::email) return "mailto:" + whole;
  if (datum->type == ValueType::phone) return "tel:" + whole;
  return "https://" + whole;
}

void SentenceWriter::markup(const Markup& markup, Span span, const Around& around, Inlines& out) {
  Around inside = around;
  switch (markup.kind) {
    case Markup::Kind::line_break:
      out.push_back({Break{}, around.style, nullptr, around.link, {}, span});
      return;
    case Markup::Kind::reference: {
      Ref::Show show = Ref::Show::number;
      if (markup.show == "title") show = Ref::Show::title;
      if (markup.show == "page") show = Ref::Show::page;
      out.push_back({Ref{markup.target, show, {}}, around.style, nullptr, "#" + markup.target, {}, span});
      wrote_reference_ = true;
      return;
    }
    case Markup::Kind::strong:
      inside.style = "strong";
      break;
    case Markup::Kind::link:
      inside.style = "link";
      inside.link = address(markup.target, span, around);
      break;
  }
  parts(markup.inner, inside, out);
}

}  // namespace skabelon
