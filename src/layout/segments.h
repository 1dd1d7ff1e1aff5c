// Inlines -> segments, ready to be set.
#pragma once

#include <string>
#include <vector>

#include "layout/context.h"
#include "layout/paragraph.h"

namespace skabelon {

struct Segments {
  std::vector<Segment> list;
  std::vector<std::string> page_fields;  ///< places to remember: each becomes an anchor
};

Segments make_segments(Context& context, const Inlines& inlines, const Language& language);
/// A segment of plain text.
Segment make_segment(const std::string& text, const Language& language);

}  // namespace skabelon
