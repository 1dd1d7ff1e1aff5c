// locales/<tag>/locale.xml -> Language.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/language.h"

namespace skabelon {

/// Reads locales/<tag>/locale.xml and the hyphenation dictionary it names, converted to UTF-8. A dictionary that is
/// missing on this machine throws Error (machine) naming its Debian package.
Language load_language(const Files& files, const std::string& tag, Sources& sources, Sink& sink);

/// A libhyphen dictionary in the charset its first line names -> the same in UTF-8.
/// Throws Error (machine), with `path` in its message, where ICU does not know that charset or the bytes are not of it.
std::string hyphenation_to_utf8(const std::string& bytes, const std::string& path);

}  // namespace skabelon
