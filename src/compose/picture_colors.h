// Drawings in the default accent -> the same in a publisher's.
#pragma once

#include "model/document.h"

namespace skabelon {

/// What a drawing below paints in the accent or tint of `from` is painted in those of `to`.
void recolor_drawings(Blocks& blocks, const StyleSheet& from, const StyleSheet& to);

}  // namespace skabelon
