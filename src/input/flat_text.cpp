// The mixed content of an element -> one line of UTF-16 with the place of every unit, and its tags beside it.
#include "input/flat_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "input/values.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

/// Holds back white space until something follows it, so that runs collapse and ends are trimmed.
class Flattener {
 public:
  Flattener(const std::vector<std::string>& blocks, const std::function<bool(const XmlNode&)>& is_break, Sink& sink)
      : blocks_(blocks), is_break_(is_break), sink_(sink) {}

  void content(const XmlNode& node, FlatText& out) {
    for (const XmlNode& child : node.children) {
      if (child.is_text()) {
        text(child.text, out);
      } else if (std::find(blocks_.begin(), blocks_.end(), child.name) == blocks_.end()) {
        element(child, out);
      }
    }
  }

 private:
  void element(const XmlNode& node, FlatText& out) {
    if (is_break_(node)) {
      pending_.text = nullptr;
      at_start_ = true;
    } else {
      // White space before a start tag stands outside it; an empty element (a reference) is a word of its own.
      space(out);
      if (node.children.empty()) at_start_ = false;
    }
    out.tags.push_back({out.text.size(), true, &node});
    content(node, out);
    out.tags.push_back({out.text.size(), false, &node});
  }

  void space(FlatText& out) {
    if (pending_.text == nullptr) return;
    out.text += u' ';
    out.places.push_back(pending_);
    pending_.text = nullptr;
  }

  void text(const XmlText& source, FlatText& out) {
    std::size_t next = 0;
    while (next < source.text.size()) {
      const std::size_t begin = next;
      const char32_t c = next_code_point(source.text, next);
      const FlatText::Place place{&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)};
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        if (!at_start_ && pending_.text == nullptr) pending_ = place;
        continue;
      }
      space(out);
      at_start_ = false;
      append(out.text, check(c, place));
      out.places.resize(out.text.size(), place);
    }
  }

  char32_t check(char32_t c, const FlatText::Place& place) {
    const auto at = [&] { return place.text->span_of(place.begin, place.end); };
    if (c == U'\'') {
      sink_.error(at(), "an ASCII apostrophe: write ’");
      return U'’';
    }
    if (is_forbidden(c)) sink_.error(at(), fmt::format("{} may not stand in a text", character_name(c)));
    return c;
  }

  const std::vector<std::string>& blocks_;
  const std::function<bool(const XmlNode&)>& is_break_;
  Sink& sink_;
  FlatText::Place pending_;
  bool at_start_ = true;
};

std::size_t text_size(const XmlNode& node) {
  std::size_t size = node.text.text.size();
  for (const XmlNode& child : node.children) size += text_size(child);
  return size;
}

}  // namespace

Span FlatText::span(std::size_t begin, std::size_t end) const {
  if (places.empty()) return whole;
  if (begin >= places.size()) {
    const Place& last = places.back();
    return last.text->span_of(last.end, last.end);
  }
  const Place& first = places[begin];
  if (end <= begin) return first.text->span_of(first.begin, first.begin);
  const Place& last = places[std::min(end, places.size()) - 1];
  Span span = first.text->span_of(first.begin, first.end);
  span.end = last.text->span_of(last.begin, last.end).end;
  return span;
}

void FlatText::insert(std::size_t at, std::u16string_view made_up) {
  const Place place = at < places.size() ? places[at] : Place{};
  text.insert(at, made_up);
  places.insert(places.begin() + static_cast<std::ptrdiff_t>(at), made_up.size(), place);
  for (Tag& tag : tags)
    if (tag.at > at) tag.at += made_up.size();
}

FlatText flatten(const XmlNode& node, const std::vector<std::string>& blocks,
                 const std::function<bool(const XmlNode&)>& is_break, Sink& sink) {
  FlatText out;
  out.whole = node.span;
  if (text_size(node) > longest_wording + 200 * node.children.size()) {
    sink.error(node.span, fmt::format("a text of more than {} bytes", longest_wording));
    return out;
  }
  Flattener(blocks, is_break, sink).content(node, out);
  return out;
}

}  // namespace skabelon
