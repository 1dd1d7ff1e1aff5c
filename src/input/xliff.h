// An XLIFF 1.2 file <-> its units as plain data. Knows nothing of the Danish of today.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/xml.h"
#include "model/catalog.h"

namespace skabelon {

struct XliffNote {
  std::string from;
  std::string text;
};

/// One <trans-unit>. Texts are XML fragments with white space collapsed: "a <g id=\"1\">b</g> &amp; c".
struct XliffUnit {
  std::string id;
  std::string source;      ///< the Danish that was translated
  std::string target;      ///< empty: not translated
  std::string state;       ///< as written, "" where there is none
  std::string old_source;  ///< of <alt-trans alttranstype="previous-version">: what `old_target` translated
  std::string old_target;
  std::vector<XliffNote> notes;
  XmlNode target_node;  ///< the <target> as read
  Span span;            ///< of the <trans-unit>
};

/// "locales/ar/shared/confidentiality.xlf" for "ar", "shared/confidentiality".
std::string xliff_path(std::string_view language, std::string_view origin);

/// Reads the XLIFF of an origin and language; none when it cannot be trusted, the sink knows why. The file must exist.
std::optional<std::vector<XliffUnit>> read_xliff(const Files& files, const std::string& language,
                                                 const std::string& origin, Sources& sources, Sink& sink);

/// The units as an XLIFF file. Same units, same bytes; what it writes, read_xliff reads.
std::string write_xliff(const std::string& language, const std::string& origin, const std::vector<XliffUnit>& units);

/// What an XLIFF state means to us: only "signed-off" is a native reviewer's word, "needs-translation", "new" and an
/// empty target are no translation, all others wait for review. None: no state of XLIFF 1.2.
std::optional<TranslationState> translation_state(const XliffUnit& unit);

/// Fragments compare in this form: Unicode NFC, white space collapsed.
std::string normalized(std::string_view fragment);

/// The Danish that the target translates: the source, or the old one kept beside it as long as the target has neither
/// been changed nor signed off since the source was brought up to date.
const std::string& translated_source(const XliffUnit& unit);

/// True when the target translates another Danish than `danish`.
bool is_stale(const XliffUnit& unit, std::string_view danish);

}  // namespace skabelon
