// Wording + values -> Inlines.
#pragma once

#include <functional>
#include <string>

#include "base/diagnostic.h"
#include "compose/datum.h"
#include "compose/translator.h"
#include "model/document.h"
#include "model/wording.h"

namespace skabelon {

/// Writes the sentences of one document. Languages of values that are not the sentence's are reported to `met`.
class SentenceWriter {
 public:
  SentenceWriter(const Catalog& catalog, Sink& sink, std::function<void(const Language*)> met)
      : catalog_(&catalog), sink_(&sink), met_(std::move(met)) {}

  Inlines write(const Phrase& phrase, const LetScope& scope);
  /// The value of a let alone, for a field; nothing where it is absent.
  Inlines write_value(const Datum& datum, const Language& language);
  bool wrote_reference() const { return wrote_reference_; }

 private:
  struct Around {  ///< what encloses a part
    const Language* language = nullptr;
    const LetScope* scope = nullptr;
    std::string style;
    std::string link;
    const Datum* plural = nullptr;  ///< what # stands for
  };
  void parts(const Wording& wording, const Around& around, Inlines& out);
  void choice(const Choice& choice, Span span, const Around& around, Inlines& out);
  void markup(const Markup& markup, Span span, const Around& around, Inlines& out);
  void value(const Datum& datum, const Around& around, Inlines& out);
  void item(const Datum& datum, const Datum::Item& item, const Around& around, Inlines& out);
  const Datum* present(const std::string& name, Span span, const Around& around);
  const Wording* branch(const Choice& choice, const Datum& datum, const Language& language) const;
  std::string address(const std::string& target, Span span, const Around& around);
  const Language* language_of(const Datum& datum, const Datum::Item& item, const Language& sentence) const;

  const Catalog* catalog_;
  Sink* sink_;
  std::function<void(const Language*)> met_;
  bool wrote_reference_ = false;
};

/// Text of the inlines, a line break as a space.
std::string plain(const Inlines& inlines);
/// Adds text at the end, into the last inline where it is text of the same look.
void append_text(Inlines& out, Inline more);

}  // namespace skabelon
