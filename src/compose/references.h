// References by id -> numbers and titles, once all blocks are known.
#pragma once

#include "base/diagnostic.h"
#include "model/document.h"

namespace skabelon {

/// Fills in number or title of every Ref and its link. A target that is not in the document is an error.
void resolve_references(Blocks& blocks, Sink& sink);

}  // namespace skabelon
