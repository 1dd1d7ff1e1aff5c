// Inlines -> segments: names of styles become styles, references become numbers.
#include "layout/segments.h"

#include "layout/overload.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

std::u16string readable(const std::string& text) { return without_bidi_controls(to_utf16(text)); }

/// A translator's marks (LRM, RLM, ALM) do their work in the paragraph; what opens and closes is ours alone.
std::u16string wording(const std::string& text) {
  std::u16string result = to_utf16(text);
  std::erase_if(result, [](char16_t unit) { return is_bidi_control(unit) && !is_bidi_mark(unit); });
  return result;
}

const CharacterStyle* character_style(const StyleSheet& styles, const Inline& item) {
  std::string name = item.style;
  if (name.empty() && !item.link.empty()) name = "link";
  const auto found = styles.characters.find(name);
  return found == styles.characters.end() ? nullptr : &found->second;
}

}  // namespace

Segment make_segment(const std::string& text, const Language& language) {
  Segment segment;
  segment.text = readable(text);
  segment.language = &language;
  return segment;
}

Segments make_segments(Context& context, const Inlines& inlines, const Language& language) {
  Segments result;
  for (const Inline& item : inlines) {
    if (std::holds_alternative<Break>(item.content)) {
      if (result.list.empty() || result.list.back().line_break) result.list.push_back(make_segment("", language));
      // The space keeps the words apart where the text is read back without its lines.
      result.list.back().text += u' ';
      result.list.back().line_break = true;
      continue;
    }
    Segment segment;
    segment.language = item.language != nullptr ? item.language : &language;
    segment.style = character_style(context.styles, item);
    segment.link = item.link;
    segment.span = item.span;
    std::visit(Overload{[&](const Text& text) { segment.text = wording(text.text); },
                        [&](const Value& value) {
                          segment.text = readable(value.text);
                          segment.isolated = true;
                          segment.fixed = value.fixed;
                        },
                        [&](const Ref& ref) {
                          const bool page = ref.show == Ref::Show::page;
                          segment.text = readable(page ? context.references.label(ref.target) : ref.text);
                          segment.isolated = true;
                          if (segment.link.empty()) segment.link = "#" + ref.target;
                        },
                        [&](const PageNumber&) {
                          result.page_fields.push_back(context.references.field_name());
                          segment.text = readable(context.references.label(result.page_fields.back()));
                          segment.isolated = true;
                        },
                        [&](const PageCount&) {
                          segment.text = readable(context.references.label(PageReferences::total));
                          segment.isolated = true;
                        },
                        [](const Break&) {}},
               item.content);
    if (!segment.text.empty()) result.list.push_back(std::move(segment));
  }
  return result;
}

}  // namespace skabelon
