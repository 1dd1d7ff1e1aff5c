// templates/style.xml -> StyleSheet.
#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/files.h"
#include "model/font.h"
#include "model/style.h"

namespace skabelon {

/// The looks, and the editions that change some of their measures (a form that must fit one sheet).
struct Styles {
  StyleSheet standard;
  std::map<std::string, StyleSheet> editions;
};

/// Reads templates/style.xml. Every style that the program itself uses must be there, and every family in `fonts`.
Styles load_style(const Files& files, const FontSet& fonts, Sources& sources, Sink& sink);

}  // namespace skabelon
