// The structure tree -> StructTreeRoot, its elements and the ParentTree (ISO 32000-1, 14.7).
#pragma once

#include <vector>

#include "model/pages.h"
#include "pdf/content.h"
#include "pdf/navigation.h"
#include "pdf/object_file.h"

namespace skabelon::pdf {

/// Page i has the key i in the ParentTree, the link j the key (number of pages) + j. Nodes that hold nothing are
/// left out, but for cells, which keep their rows in shape. Returns the StructTreeRoot.
Ref write_structure(ObjectFile& file, const Pages& pages, const std::vector<Content>& contents,
                    const std::vector<Ref>& page_refs, const std::vector<LinkObject>& links);

}  // namespace skabelon::pdf
