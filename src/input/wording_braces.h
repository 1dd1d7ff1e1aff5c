// A sentence's braces, paired before ICU reads it: ICU stops at the first fault and does not say where.
#pragma once

#include <set>

#include "base/diagnostic.h"
#include "input/flat_text.h"

namespace skabelon {

/// Reports braces without a partner and nesting that is too deep; false: ICU cannot read the text. A select or plural
/// without `other` (which ICU demands of every one) is given an empty one; the units where those were put are
/// returned in `made_up`.
bool prepare_braces(FlatText& flat, std::set<std::size_t>& made_up, Sink& sink);

}  // namespace skabelon
