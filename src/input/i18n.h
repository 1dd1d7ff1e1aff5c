// The Danish of today -> XLIFF files brought up to date, and a table of how far each translation is.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/template_reader.h"
#include "input/xliff.h"

namespace skabelon {

/// All XLIFF files as they should be, path and text, sorted by language and origin: targets, states and notes are
/// kept, new units wait for translation, changed ones go back to review with the old Danish beside them, units that
/// the Danish no longer has are left out with a warning that quotes them. A file that cannot be read is reported and
/// left out of the result. Throws InputRejected where the Danish has errors.
std::vector<std::pair<std::string, std::string>> i18n_extract(const Files& files, Sources& sources, Sink& sink);

/// A table, a line a language and origin and one a language: units, translated, of these in need of review, signed
/// off and stale, and missing. Throws InputRejected where the Danish has errors.
std::string i18n_status(const Files& files, Sources& sources, Sink& sink);

/// One file's units brought up to date with the Danish; what is left out goes to the sink.
std::vector<XliffUnit> merge_units(const std::vector<const Unit*>& danish, const std::vector<XliffUnit>& old,
                                   Sink& sink);

}  // namespace skabelon
