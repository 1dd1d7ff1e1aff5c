// data/laws.xml -> warnings about references that were checked too long ago.
#include "input/laws.h"

#include <fmt/core.h>

#include <charconv>
#include <string_view>

namespace skabelon {
namespace {

int number(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// YYYY-MM-DD, which the vocabulary has proved.
Date parse(std::string_view text) {
  return {number(text.substr(0, 4)), number(text.substr(5, 2)), number(text.substr(8, 2))};
}

Span span_of(const DataView& view, const void* object) {
  const auto found = view.spans.find(object);
  return found == view.spans.end() ? Span{} : found->second;
}

}  // namespace

void check_laws(const Data& data, Date today, Sink& sink) {
  const auto found = data.views.find("da");
  if (found == data.views.end()) return;
  const DataView& view = *found->second;
  for (const pugi::xml_node law : view.tree.child("kit").child("laws").children("law")) {
    const pugi::xml_attribute checked = law.attribute("checked");
    Date limit = parse(checked.value());
    ++limit.year;
    if (limit < today)
      sink.warning(span_of(view, checked.internal_object()), fmt::format("“{}” was last checked on {}, over a year ago",
                                                                         law.child_value("title"), checked.value()));
    if (const pugi::xml_attribute verify = law.attribute("verify"))
      sink.warning(span_of(view, verify.internal_object()),
                   fmt::format("“{}” is to be verified by a {}", law.child_value("title"), verify.value()));
  }
}

}  // namespace skabelon
