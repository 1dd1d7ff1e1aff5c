// Rows -> pages: where to break, and each page handed to the placer.
#pragma once

#include <vector>

#include "layout/place.h"

namespace skabelon {

/// Fills the pages. `covers` learns which of them are covers.
void paginate(Context& context, std::vector<Row> rows, Placer& placer, std::vector<bool>& covers);

}  // namespace skabelon
