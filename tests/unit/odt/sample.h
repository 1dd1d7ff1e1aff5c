// A short agreement and a short consent form in any language of the kit, made by hand for the tests.
#pragma once

#include <string>

#include "base/files.h"
#include "model/document.h"
#include "model/font.h"
#include "model/style.h"

namespace skabelon::odt_sample {

/// The project's own fonts, looks and languages.
struct House {
  FontSet fonts;
  StyleSheet style;
  std::string profile;
  Language da, en, ar, fa, ti;
  const Language& language(const std::string& tag) const;
};
const House& house();

Inlines text(const std::string& words);
Inline value(const std::string& field, const std::string& words, bool fixed = false,
             const Language* language = nullptr);
Block paragraph(const Language& language, Inlines words, const std::string& style = "body",
                const std::string& label = {});
Block heading(const Language& language, int level, const std::string& words);
Block clause(const Language& language, const std::string& id, const std::string& label, Blocks blocks);
/// An empty document of that language with the house's looks.
Document document(const Language& language, const std::string& title);
/// A picture of one colour.
PictureRef picture();

Document agreement(const std::string& tag, bool cover);
/// Bilingual: the reader's language over Danish.
Document consent_form(const std::string& tag);

}  // namespace skabelon::odt_sample
