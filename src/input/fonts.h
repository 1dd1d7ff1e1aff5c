// fonts/fonts.xml and the font files of this machine -> FontSet.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/font.h"

namespace skabelon {

/// Reads fonts/fonts.xml and every font it names. Faults of fonts.xml go to the sink. A file that is missing on this
/// machine, or is no font, throws Error (machine) naming the Debian package that brings it.
/// `color_profile`, where given, receives the bytes of the ICC profile.
FontSet load_fonts(const Files& files, Sources& sources, Sink& sink, std::string* color_profile = nullptr);

}  // namespace skabelon
