// All that is loaded once a process: templates, languages with their wording, looks, fonts, pictures.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/font.h"
#include "model/language.h"
#include "model/picture.h"
#include "model/style.h"
#include "model/wording.h"

namespace skabelon {

/// How a <let> is read and shown. phone, cvr, postcode, email, url: left-to-right and unbreakable.
enum class ValueType : std::uint8_t { text, number, date, time, keyword, list, phone, cvr, postcode, email, url };

/// The only place where data reach words.
struct Let {
  std::string name;  ///< [a-z][a-z0-9_]*
  ValueType type = ValueType::text;
  std::string select;  ///< XPath 1.0, checked against the vocabulary; evaluated at the <kit> or the for-each item
  bool required = true;
  std::vector<std::string> values;  ///< keyword: what it may be
  Span span;
};

enum class Element : std::uint8_t {
  root,
  let,
  when,
  for_each,
  clause,
  title,
  heading,
  paragraph,
  list,
  item,
  table,
  row,
  cell,
  field,
  choice,
  check,
  label,
  hint,
  signature,
  party,
  quote,
  box,
  toc,
  cover,
  letterhead,
  image,
  page_break,
  cut_line
};

struct Attribute {
  std::string value;
  Span span;
};

/// An element of a template. `include` is resolved while loading: its clause stands in its place.
struct TemplateNode {
  Element element = Element::root;
  std::string id;      ///< as written; empty where the element has none
  std::string unit;    ///< translation unit "clause/element", set where the element holds wording
  std::string origin;  ///< whose XLIFF translates it: "cooperation-agreement", "shared/confidentiality"
  std::map<std::string, Attribute, std::less<>> attributes;  ///< all others: kind, width, test, select, style, …
  Wording wording;  ///< Danish; for title, heading, paragraph, item, cell, label, hint, party
  std::vector<TemplateNode> children;
  Span span;

  /// The attribute's value, or `otherwise`.
  const std::string& attribute(std::string_view name, const std::string& otherwise) const;
  bool has(std::string_view name) const { return attributes.find(name) != attributes.end(); }
};

struct Template {
  std::string id;
  std::string version;
  bool form = false;         ///< signed by a private person: never falls back to Danish
  bool bilingual = false;    ///< always stacked over the Danish, whatever is asked for
  std::string record;        ///< element of the kit it is made once for each of ("organisation"); empty: once
  std::string body;          ///< paragraph style of running text: "body" or "form-body"
  std::string edition;       ///< of the looks it is set in; empty: the standard ones
  std::string pair_edition;  ///< of the looks where two languages share its pages; empty: `edition`
  bool numbered = false;     ///< clauses are numbered "4", their paragraphs "4.2"
  std::vector<Let> lets;     ///< its own and those of the shared clauses it includes
  TemplateNode root;         ///< Element::root; its first child is the title
  Span span;
};

/// State of a translation (XLIFF 1.2 names) as written; `stale` is computed against the Danish.
enum class TranslationState : std::uint8_t { needs_translation, needs_review, signed_off };

struct Translation {
  Wording wording;
  TranslationState state = TranslationState::needs_translation;
  bool stale = false;
  std::string text;  ///< the target as written, white space collapsed: for hashes
  Span span;
};

/// Translations by origin, then by unit: {"cooperation-agreement": {"confidentiality/p1": …}}.
using Translations = std::map<std::string, std::map<std::string, Translation, std::less<>>, std::less<>>;

struct Locale {
  Language language;
  Translations translations;  ///< empty for Danish
};

/// One sentence that belongs to no document type ("Side {page} af {pages}"), from templates/common.xml.
struct CommonWording {
  std::string id;
  Wording wording;
  Span span;
};

/// An <image>'s src is a path below it.
inline constexpr const char* illustration_folder = "templates/";

struct Catalog {
  std::map<std::string, Template> templates;
  std::map<std::string, Locale> locales;        ///< by tag; "da" is always there
  std::map<std::string, CommonWording> common;  ///< Danish; translated under origin "common"
  std::map<std::string, PictureRef> pictures;   ///< of the templates' <image>s, by their src
  /// Digest of a template's wording in a language, by template, then by tag: what a reviewer signs off.
  std::map<std::string, std::map<std::string, std::string>> wordings;
  StyleSheet style;
  std::map<std::string, StyleSheet> editions;  ///< the looks with other measures, by name
  FontSet fonts;
  std::string color_profile;  ///< an sRGB ICC profile for the PDF's output intent
  /// The version hash's share that the catalog gives, by template: SHA-256 over its files, its wording in every
  /// language and what all templates share; hexadecimal.
  std::map<std::string, std::string> digests;
};

}  // namespace skabelon
