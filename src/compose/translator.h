// Units -> wording in the document's language, or in Danish where there is none.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"

namespace skabelon {

/// A wording and the language it is in.
struct Phrase {
  const Wording* wording = nullptr;
  const Language* language = nullptr;
};

/// Finds translations for one document and remembers in which state they are.
class Translator {
 public:
  /// `others`: tags of the languages that will stand beside this one; their states count too, so that both
  /// documents of a pair carry the same notice.
  /// `approved`: tags of the languages in which a reviewer has signed off the whole document.
  Translator(const Catalog& catalog, const std::string& language, const std::vector<std::string>& others,
             const std::set<std::string>& approved, bool danish_allowed, Sink& sink);

  Phrase find(const std::string& origin, const std::string& unit, const Wording& danish, Span span);
  /// A sentence of templates/common.xml.
  Phrase common(const std::string& id);

  const Language& language() const { return *language_; }
  const Language& danish() const { return *danish_; }
  /// True when a translation in use is not signed off, in this language or in one beside it.
  bool unreviewed() const { return unreviewed_; }
  /// True when Danish stood in for a missing translation.
  bool fell_back() const { return fell_back_; }
  /// One warning for all that is missing, one for all that is not reviewed.
  void report() const;

 private:
  using Units = std::map<std::string, Translation, std::less<>>;
  struct Source {
    const Locale* locale = nullptr;
    bool approved = false;
    std::string origin;  ///< of `units`: neighbours share it
    const Units* units = nullptr;
  };
  const Translation* look_up(Source& source, const std::string& origin, const std::string& unit) const;

  const Catalog* catalog_;
  const Language* language_;
  const Language* danish_;
  Source own_;  ///< locale is null for Danish
  std::vector<Source> others_;
  bool danish_allowed_;
  Sink* sink_;
  bool unreviewed_ = false;
  bool fell_back_ = false;
  std::set<std::string> seen_missing_;
  std::vector<Note> missing_;
  Span first_unreviewed_;
  std::size_t own_unreviewed_ = 0;
};

}  // namespace skabelon
