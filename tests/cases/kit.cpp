// templates/, locales/ and data/examples/ -> the matrix of documents.
#include "cases/kit.h"

#include <catch2/catch.hpp>

#include "layout/layout.h"
#include "text/unicode.h"

namespace skabelon::test {

std::string Case::name() const { return kit + ": " + file_stem(request); }

const Kit& Kit::get() {
  static const Kit kit;
  return kit;
}

Kit::Kit() {
  catalog_ = load(files_, sources_, sink_);
  for (const std::string& name : files_.list("data/examples")) {
    if (!name.ends_with(".xml")) continue;
    const std::string kit = name.substr(0, name.size() - 4);
    Data data = load_data(files_, catalog_, "data/examples/" + name, sources_, sink_);
    Plan planned = plan(catalog_, data, {{}, {}, {"all"}, {Format::pdf, Format::odt}, {2026, 3, 1}}, sink_);
    for (Request& request : planned.requests) cases_.push_back({kit, std::move(request)});
    left_out_[kit] = std::move(planned.left_out);
    data_.emplace(kit, std::move(data));
  }
}

std::vector<Case> Kit::demo() const {
  std::vector<Case> found;
  for (const Case& one : cases_)
    if (one.kit == "syd") found.push_back(one);
  return found;
}

void each_document(const std::vector<Case>& cases,
                   const std::function<void(const Case&, const Document&, const Pages&)>& check) {
  const Kit& kit = Kit::get();
  for (const Case& one : cases) {
    Sink sink(kit.sources());
    INFO(one.name());
    const Document document = assemble(kit.catalog(), kit.data(one.kit), one.request, sink);
    check(one, document, layout(document, kit.catalog().fonts, sink));
  }
}

std::string comparable(const std::string& text) {
  std::u16string out;
  for (const char16_t c : to_utf16(text)) {
    if (c == soft_hyphen || is_bidi_control(c)) continue;
    const bool space = c == u' ' || c == u'\n' || c == u'\t' || c == u'\u00A0' || c == u'\u202F';
    if (space && (out.empty() || out.back() == u' ')) continue;
    out += space ? u' ' : c;
  }
  while (!out.empty() && out.back() == u' ') out.pop_back();
  return to_utf8(out);
}

}  // namespace skabelon::test
