// What a document says about itself -> Info, XMP and output intent (ISO 19005-2, 6.2.3, 6.6).
#pragma once

#include <string>

#include "model/pages.h"
#include "pdf/object_file.h"

namespace skabelon::pdf {

Ref write_info(ObjectFile& file, const Meta& meta);
/// The metadata stream, never compressed: programs that know no PDF look for it in the file's bytes.
Ref write_xmp(ObjectFile& file, const Pages& pages);
/// The value of /OutputIntents. Throws Error (machine) when the meta data hold no colour profile.
std::string output_intents(ObjectFile& file, const Meta& meta);

}  // namespace skabelon::pdf
