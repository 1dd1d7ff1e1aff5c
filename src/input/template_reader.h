// templates/**.xml -> Templates with their includes resolved, and the list of everything there is to translate.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/wording.h"
#include "input/xpath_check.h"
#include "model/catalog.h"

namespace skabelon {

/// Names a template may use; an empty list: any name is taken.
struct StyleNames {
  std::vector<std::string> paragraphs;
  std::vector<std::string> boxes;
  std::vector<std::string> editions;
};

/// One sentence to translate.
struct Unit {
  std::string origin;  ///< "cooperation-agreement", "shared/confidentiality", "common"
  std::string unit;    ///< "confidentiality/p1"
  Wording wording;     ///< the Danish
  Scope scope;         ///< the lets a translation may use; for origin "common" those the Danish uses, as texts
  std::string text;    ///< the Danish as XLIFF's <source> holds it: see xliff_text
  Span span;
};

struct TemplateSet {
  std::map<std::string, Template> templates;
  std::map<std::string, CommonWording> common;
  std::vector<Unit> units;  ///< in the order of files (by name) and, in a file, of its text
};

/// Reads templates/*.xml (but style.xml), templates/shared/*.xml and templates/common.xml.
TemplateSet read_templates(const Files& files, const StyleNames& styles, const Vocabulary& vocabulary, Sources& sources,
                           Sink& sink);

}  // namespace skabelon
