// Two Documents of one template in two languages -> one Document, aligned by block ids.
#pragma once

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/request.h"

namespace skabelon {

/// Every text of `reader` is followed by that of `other` with the same id: as a Parallel block, and inside
/// labels, hints, options, cells and signature lines as a second paragraph of style "gloss". Stacked: the reader's
/// language first. A block that has no partner is an error naming its id.
Document pair(Document reader, Document other, Arrangement arrangement, Sink& sink);

}  // namespace skabelon
