// XLIFF 1.2 -> units, and units -> XLIFF 1.2 (transitional), indented and in a fixed order.
#include "input/xliff.h"

#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "input/wording.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr const char* xliff_uri = "urn:oasis:names:tc:xliff:document:1.2";
constexpr const char* previous_version = "previous-version";

/// The inside of an element as XML, white space collapsed.
std::string inner_xml(const XmlNode& node) {
  std::string out;
  for (const XmlNode& child : node.children) {
    if (child.is_text()) {
      out += escape_xml(child.text.text, false);
      continue;
    }
    out += '<' + child.name;
    for (const XmlAttribute& attribute : child.attributes)
      out += ' ' + attribute.name + "=\"" + escape_xml(attribute.value.text, true) + '"';
    out += child.children.empty() ? "/>" : ">" + inner_xml(child) + "</" + child.name + ">";
  }
  return out;
}

struct Reader {
  const std::string& language;
  const std::string& origin;
  Sink& sink;
  std::vector<XliffUnit> units;
  std::set<std::string, std::less<>> ids;

  void root(const XmlNode& node);
  void file(const XmlNode& node);
  void group(const XmlNode& node);
  void unit(const XmlNode& node);
  void alternative(const XmlNode& node, XliffUnit& unit) const;
  /// The attribute must have that value.
  void expect(const XmlNode& node, const char* name, const std::string& value) const;
};

void Reader::expect(const XmlNode& node, const char* name, const std::string& value) const {
  const XmlAttribute* found = need_attribute(node, name, sink);
  if (found != nullptr && found->value.text != value)
    sink.error(found->value.span, "'" + std::string(name) + "' must be \"" + value + "\" here");
}

void Reader::root(const XmlNode& node) {
  expect(node, "version", "1.2");
  check_no_text(node, sink);
  const XmlNode* found = node.child("file");
  if (found == nullptr) {
    sink.error(node.span, "<xliff> needs a <file>");
    return;
  }
  for (const XmlNode& child : node.children)
    if (child.name == "file" && &child != found) sink.error(child.span, "only one <file> can stand in <xliff>");
  file(*found);
}

void Reader::file(const XmlNode& node) {
  expect(node, "original", "templates/" + origin + ".xml");
  expect(node, "source-language", "da");
  expect(node, "target-language", language);
  need_attribute(node, "datatype", sink);
  if (const XmlNode* body = node.child("body"))
    group(*body);
  else
    sink.error(node.span, "<file> needs a <body>");
}

void Reader::group(const XmlNode& node) {
  check_no_text(node, sink);
  for (const XmlNode& child : node.children) {
    if (child.name == "trans-unit")
      unit(child);
    else if (child.name == "group")
      group(child);
    else if (!child.is_text() && node.name == "body")
      report_unknown_element(child, "body", {"trans-unit", "group"}, sink);
  }
}

void Reader::unit(const XmlNode& node) {
  check_no_text(node, sink);
  const XmlAttribute* id = need_attribute(node, "id", sink);
  const XmlNode* source = node.child("source");
  if (source == nullptr) sink.error(node.span, "<trans-unit> needs a <source>");
  if (id == nullptr || source == nullptr) return;
  XliffUnit unit;
  unit.id = id->value.text;
  unit.span = node.span;
  unit.source = xliff_text(*source, MarkupNotation::xliff);
  if (const XmlNode* target = node.child("target")) {
    unit.target = collapse(inner_xml(*target));
    unit.state = target->value("state");
    unit.target_node = *target;
    if (!translation_state(unit))
      sink.error(target->attribute("state")->value.span,
                 "'" + unit.state + "' is no state: needs-translation, needs-review-translation or signed-off");
  }
  for (const XmlNode& child : node.children) {
    if (child.name == "note")
      unit.notes.push_back({std::string(child.value("from")), collapse(child.own_text())});
    else if (child.name == "alt-trans")
      alternative(child, unit);
  }
  if (ids.insert(unit.id).second)
    units.push_back(std::move(unit));
  else
    sink.error(id->value.span, "the unit '" + unit.id + "' stands twice");
}

void Reader::alternative(const XmlNode& node, XliffUnit& unit) const {
  if (node.value("alttranstype") != previous_version) return;
  const XmlNode* source = node.child("source");
  const XmlNode* target = node.child("target");
  if (source == nullptr || target == nullptr) return;
  unit.old_source = xliff_text(*source, MarkupNotation::xliff);
  unit.old_target = collapse(inner_xml(*target));
}

void write_unit(std::string& out, const XliffUnit& unit) {
  out += "      <trans-unit id=\"" + escape_xml(unit.id, true) + "\">\n";
  out += "        <source>" + unit.source + "</source>\n";
  out += "        <target state=\"" + escape_xml(unit.state, true) + "\"";
  out += unit.target.empty() ? "/>\n" : ">" + unit.target + "</target>\n";
  for (const XliffNote& note : unit.notes)
    out += "        <note" + (note.from.empty() ? std::string() : " from=\"" + escape_xml(note.from, true) + '"') +
           ">" + escape_xml(note.text, false) + "</note>\n";
  if (!unit.old_source.empty()) {
    out += "        <alt-trans alttranstype=\"" + std::string(previous_version) + "\">\n";
    out += "          <source>" + unit.old_source + "</source>\n";
    out += "          <target>" + unit.old_target + "</target>\n";
    out += "        </alt-trans>\n";
  }
  out += "      </trans-unit>\n";
}

}  // namespace

std::string xliff_path(std::string_view language, std::string_view origin) {
  return "locales/" + std::string(language) + '/' + std::string(origin) + ".xlf";
}

std::optional<std::vector<XliffUnit>> read_xliff(const Files& files, const std::string& language,
                                                 const std::string& origin, Sources& sources, Sink& sink) {
  Sink own(sources);
  const auto root =
      read_xml(files, xliff_path(language, origin), "xliff", xliff_uri, sources, own, ForeignElements::skip);
  Reader reader{language, origin, own, {}, {}};
  if (root) reader.root(*root);
  const bool trusted = !own.has_errors();
  sink.take(own);
  if (!trusted) return std::nullopt;
  return std::move(reader.units);
}

std::string write_xliff(const std::string& language, const std::string& origin, const std::vector<XliffUnit>& units) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff xmlns=\"" + std::string(xliff_uri) +
                    "\" version=\"1.2\">\n  <file original=\"templates/" + escape_xml(origin, true) +
                    ".xml\" source-language=\"da\" target-language=\"" + escape_xml(language, true) +
                    "\" datatype=\"xml\">\n    <body>\n";
  for (const XliffUnit& unit : units) write_unit(out, unit);
  return out + "    </body>\n  </file>\n</xliff>\n";
}

std::optional<TranslationState> translation_state(const XliffUnit& unit) {
  // XLIFF 1.2, 2.3.3: the values of state beside the three we use. Others must start with "x-".
  static constexpr std::array waiting = {"",
                                         "final",
                                         "needs-adaptation",
                                         "needs-l10n",
                                         "translated",
                                         "needs-review-adaptation",
                                         "needs-review-l10n",
                                         "needs-review-translation"};
  const bool none = unit.state == "needs-translation" || unit.state == "new";
  const bool waits =
      std::find(waiting.begin(), waiting.end(), unit.state) != waiting.end() || unit.state.starts_with("x-");
  if (!none && !waits && unit.state != "signed-off") return std::nullopt;
  if (none || unit.target.empty()) return TranslationState::needs_translation;
  return waits ? TranslationState::needs_review : TranslationState::signed_off;
}

std::string normalized(std::string_view fragment) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0) throw Error(Error::Kind::machine, std::string("ICU: ") + u_errorName(status));
  const std::u16string text = to_utf16(fragment);
  const icu::UnicodeString whole =
      nfc->normalize(icu::UnicodeString(text.data(), static_cast<int32_t>(text.size())), status);
  return collapse(to_utf8({whole.getBuffer(), static_cast<std::size_t>(whole.length())}));
}

const std::string& translated_source(const XliffUnit& unit) {
  const bool waits = !unit.old_source.empty() && unit.target == unit.old_target && unit.state != "signed-off";
  return waits ? unit.old_source : unit.source;
}

bool is_stale(const XliffUnit& unit, std::string_view danish) {
  return normalized(translated_source(unit)) != normalized(danish);
}

}  // namespace skabelon
