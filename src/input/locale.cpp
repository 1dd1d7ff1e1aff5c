// locale.xml -> a language: its direction, digits, punctuation and hyphenation.
#include "input/locale.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "input/read_value.h"
#include "input/values.h"
#include "input/xml.h"
#include "text/unicode.h"

namespace skabelon {
namespace {

constexpr const char* locale_uri = "urn:skabelon:locale:1";

void read_text(const XmlNode& node, const char* name, std::string& out, Sink& sink) {
  const XmlAttribute* found = need_attribute(node, name, sink);
  if (found == nullptr) return;
  out = found->value.text;
  if (collapse(out).empty()) sink.error(found->name_span, "'" + found->name + "' is empty");
}

/// ICU must know the language, write its dates in the calendar of the data, and agree on its direction.
void check_icu_locale(const XmlNode& root, const Language& language, Sink& sink) {
  const XmlAttribute* icu_attribute = root.attribute("icu");
  if (icu_attribute == nullptr) return;
  const Span span = icu_attribute->value.span;
  const icu::Locale locale(language.icu_locale.c_str());
  int32_t count = 0;
  const icu::Locale* available = icu::Locale::getAvailableLocales(count);
  const bool known = std::any_of(available, available + count, [&](const icu::Locale& candidate) {
    return std::string_view(candidate.getLanguage()) == locale.getLanguage();
  });
  if (!known || locale.isBogus() != 0) {
    sink.error(span, "ICU has no locale '" + language.icu_locale + "'");
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(locale, status));
  if (U_FAILURE(status) != 0) throw Error(Error::Kind::machine, std::string("ICU: ") + u_errorName(status));
  if (std::string_view(calendar->getType()) != "gregorian")
    sink.error(span, "dates would be of the " + std::string(calendar->getType()) + " calendar: write '" +
                         locale.getBaseName() + "@calendar=gregorian'");
  const XmlAttribute* direction = root.attribute("direction");
  if (direction != nullptr && (locale.isRightToLeft() != 0) != language.rtl())
    sink.error(direction->value.span,
               "'" + language.icu_locale + "' is written from " + (language.rtl() ? "left to right" : "right to left"));
}

/// The ten digits of one script. Unicode has each script's in a row, so that all take the same number of bytes.
bool are_digits(const std::string& text) {
  char32_t expected = 0;
  int count = 0;
  for (std::size_t at = 0; at < text.size(); ++expected, ++count) {
    const char32_t digit = next_code_point(text, at);
    if (count == 0) expected = digit;
    if (digit != expected || u_charDigitValue(static_cast<UChar32>(digit)) != count) return false;
  }
  return count == 10;
}

void read_digits(const XmlNode& node, Language& language, Sink& sink) {
  check_attributes(node, {"use", "native"}, sink);
  need_attribute(node, "use", sink);
  language.digits = read_keyword<Digits>(node, "use", {{"western", Digits::western}, {"native", Digits::native}}, sink)
                        .value_or(Digits::western);
  const XmlAttribute* native = node.attribute("native");
  if (native == nullptr) {
    if (language.digits == Digits::native) need_attribute(node, "native", sink);
    return;
  }
  language.native_digits = native->value.text;
  if (!are_digits(language.native_digits))
    sink.error(native->value.span, "'native' must hold the ten digits from nought to nine");
}

void read_hyphenation(const XmlNode& node, const Files& files, Language& language, Sink& sink) {
  check_attributes(node, {"package"}, sink);
  const XmlAttribute* package = need_attribute(node, "package", sink);
  if (package == nullptr) return;
  const std::string path = collapse(node.own_text());
  language.hyphenation =
      std::make_shared<const std::string>(hyphenation_to_utf8(read_installed(files, path, package->value.text), path));
}

void read_unbreakable(const XmlNode& node, Language& language, Sink& sink) {
  check_attributes(node, {}, sink);
  std::string word = collapse(node.own_text());
  if (word.empty())
    sink.error(node.span, "<unbreakable> is empty");
  else
    language.unbreakable.push_back(std::move(word));
}

void read_root(const XmlNode& root, const std::string& tag, Language& language, Sink& sink) {
  check_attributes(root, {"language", "name", "icu", "direction", "script"}, sink);
  check_no_text(root, sink);
  read_text(root, "name", language.name, sink);
  read_text(root, "icu", language.icu_locale, sink);
  for (const char* name : {"direction", "script"}) need_attribute(root, name, sink);
  const XmlAttribute* own_tag = need_attribute(root, "language", sink);
  if (own_tag != nullptr && own_tag->value.text != tag)
    sink.error(own_tag->value.span, "the language must be '" + tag + "', the name of the folder");
  language.direction =
      read_keyword<Direction>(root, "direction", {{"ltr", Direction::left_to_right}, {"rtl", Direction::right_to_left}},
                              sink)
          .value_or(Direction::left_to_right);
  language.script =
      read_keyword<ScriptClass>(
          root, "script",
          {{"latin", ScriptClass::latin}, {"arabic", ScriptClass::arabic}, {"ethiopic", ScriptClass::ethiopic}}, sink)
          .value_or(ScriptClass::latin);
  check_icu_locale(root, language, sink);
}

void read_child(const XmlNode& child, const Files& files, Language& language, Sink& sink) {
  if (child.name == "digits") {
    read_digits(child, language, sink);
  } else if (child.name == "odf") {
    check_attributes(child, {"language", "country"}, sink);
    read_text(child, "language", language.odf_language, sink);
    read_text(child, "country", language.odf_country, sink);
  } else if (child.name == "quotes") {
    check_attributes(child, {"open", "close"}, sink);
    read_text(child, "open", language.quote_open, sink);
    read_text(child, "close", language.quote_close, sink);
  } else if (child.name == "list") {
    check_attributes(child, {"separator", "last"}, sink);
    read_text(child, "separator", language.list_separator, sink);
    read_text(child, "last", language.list_last, sink);
  } else if (child.name == "hyphenation") {
    read_hyphenation(child, files, language, sink);
  } else if (child.name == "unbreakable") {
    read_unbreakable(child, language, sink);
  } else {
    report_unknown_element(child, "locale", {"digits", "odf", "quotes", "list", "hyphenation", "unbreakable"}, sink);
  }
}

std::u16string decode(std::string_view bytes, const std::string& charset, const std::string& path) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset.c_str(), &status), &ucnv_close);
  if (U_SUCCESS(status) != 0)
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string text(bytes.size() * 2 + 1, u'\0');
  int32_t length = 0;
  if (U_SUCCESS(status) != 0)
    length = ucnv_toUChars(converter.get(), text.data(), static_cast<int32_t>(text.size()), bytes.data(),
                           static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status) != 0)
    throw Error(Error::Kind::machine, path + ": cannot be read as '" + charset + "': " + u_errorName(status));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

}  // namespace

std::string hyphenation_to_utf8(const std::string& bytes, const std::string& path) {
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  std::string charset = collapse(std::string_view(bytes).substr(0, line_end));
  if (charset == "UTF-8") return bytes;
  if (charset.starts_with("microsoft-cp")) charset.replace(0, 12, "windows-");  // libhyphen's name, not ICU's
  return "UTF-8" + to_utf8(decode(std::string_view(bytes).substr(line_end), charset, path));
}

Language load_language(const Files& files, const std::string& tag, Sources& sources, Sink& sink) {
  Language language;
  language.tag = tag;
  const auto root = read_xml(files, "locales/" + tag + "/locale.xml", "locale", locale_uri, sources, sink);
  if (!root) return language;
  read_root(*root, tag, language, sink);
  for (const XmlNode& child : root->children) {
    if (child.is_text()) continue;
    if (child.name != "unbreakable" && &child != root->child(child.name))
      sink.error(child.span, "<" + child.name + "> stands twice");
    else
      read_child(child, files, language, sink);
  }
  for (const char* name : {"digits", "odf", "quotes", "list"})
    if (root->child(name) == nullptr) sink.error(root->span, "<locale> needs a <" + std::string(name) + ">");
  return language;
}

}  // namespace skabelon
