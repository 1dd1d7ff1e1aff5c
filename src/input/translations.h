// The XLIFF files of a language, held against the Danish of today -> Translations.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/template_reader.h"
#include "model/catalog.h"
#include "model/language.h"

namespace skabelon {

/// Reads the XLIFF of every origin in `units` for `language`. A translation that says something wrong is an error; one
/// that is stale, or of a unit that the Danish no longer has, a warning; what is missing is one warning a language
/// (compose decides what that means: Danish in its place, or no document).
/// A stale translation that no longer fits the Danish (its arguments, its markup) counts as missing.
Translations load_translations(const Files& files, const std::vector<Unit>& units, const Language& language,
                               Sources& sources, Sink& sink);

/// Tags of the folders of locales/ that hold a locale.xml, sorted.
std::vector<std::string> language_tags(const Files& files);
/// Paths of the XLIFF files of a language for which no origin in `units` exists.
std::vector<std::string> stray_xliff(const Files& files, const std::vector<Unit>& units, const std::string& language);

}  // namespace skabelon
