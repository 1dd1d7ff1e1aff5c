// XLIFF units + Danish units -> parsed translations with their states.
#include "input/translations.h"

#include <algorithm>
#include <set>
#include <utility>

#include "input/wording.h"
#include "input/xliff.h"

namespace skabelon {
namespace {

using UnitsOfOrigin = std::map<std::string, std::vector<const Unit*>>;

UnitsOfOrigin by_origin(const std::vector<Unit>& units) {
  UnitsOfOrigin result;
  for (const Unit& unit : units) result[unit.origin].push_back(&unit);
  return result;
}

/// Reads the files of one language and remembers what they lack.
class Reader {
 public:
  Reader(const Files& files, const Language& language, Sources& sources, Sink& sink)
      : files_(files), language_(language), sources_(sources), sink_(sink) {}

  void read(const std::string& origin, const std::vector<const Unit*>& danish);
  void report_missing(std::size_t all) const;
  Translations take() { return std::move(translations_); }

 private:
  void check_obsolete(const std::vector<XliffUnit>& units, const std::vector<const Unit*>& danish);
  void translate(const Unit& danish, const XliffUnit& unit);
  Wording parse(const Unit& danish, const XliffUnit& unit, Sink& sink) const;

  const Files& files_;
  const Language& language_;
  Sources& sources_;
  Sink& sink_;
  Translations translations_;
  std::vector<const Unit*> missing_;
};

void Reader::read(const std::string& origin, const std::vector<const Unit*>& danish) {
  if (!files_.exists(xliff_path(language_.tag, origin))) {
    missing_.insert(missing_.end(), danish.begin(), danish.end());
    return;
  }
  const auto units = read_xliff(files_, language_.tag, origin, sources_, sink_);
  if (!units) return;
  check_obsolete(*units, danish);
  std::map<std::string_view, const XliffUnit*> by_id;
  for (const XliffUnit& unit : *units) by_id.emplace(unit.id, &unit);
  for (const Unit* unit : danish) {
    const auto found = by_id.find(unit->unit);
    if (found == by_id.end() || *translation_state(*found->second) == TranslationState::needs_translation)
      missing_.push_back(unit);
    else
      translate(*unit, *found->second);
  }
}

void Reader::check_obsolete(const std::vector<XliffUnit>& units, const std::vector<const Unit*>& danish) {
  std::vector<std::string> known;
  for (const Unit* unit : danish) known.push_back(unit->unit);
  for (const XliffUnit& unit : units)
    if (std::find(known.begin(), known.end(), unit.id) == known.end())
      sink_.warning(unit.span, "the Danish has no unit '" + unit.id + "'" + suggestion(unit.id, known));
}

Wording Reader::parse(const Unit& danish, const XliffUnit& unit, Sink& sink) const {
  // Only what the Danish sentence says can be said: other lets need not exist wherever a shared clause stands.
  const std::set<std::string> names = arguments_of(danish.wording);
  Scope scope;
  for (const Let& let : danish.scope)
    if (names.contains(let.name)) scope.push_back(let);
  WordingRules rules;
  rules.scope = &scope;
  rules.language = language_.icu_locale;
  rules.notation = MarkupNotation::xliff;
  rules.source = &danish.wording;
  return parse_wording(unit.target_node, rules, sink);
}

void Reader::translate(const Unit& danish, const XliffUnit& unit) {
  Sink own(sources_);
  Translation translation;
  translation.wording = parse(danish, unit, own);
  translation.state = *translation_state(unit);
  translation.stale = is_stale(unit, danish.text);
  translation.text = normalized(unit.target);
  translation.span = unit.target_node.span;
  if (translation.stale) {
    std::vector<Note> notes{{unit.span, "it translates: " + translated_source(unit)},
                            {danish.span, "the Danish is now: " + danish.text}};
    if (own.has_errors()) {
      notes.push_back({{}, "it does not fit any more, and counts as missing: " + own.diagnostics().front().message});
      missing_.push_back(&danish);
    }
    sink_.warning(translation.span, "the Danish of '" + unit.id + "' has changed since it was translated",
                  std::move(notes));
    if (own.has_errors()) return;
  }
  sink_.take(own);
  translations_[danish.origin].emplace(danish.unit, std::move(translation));
}

void Reader::report_missing(std::size_t all) const {
  if (missing_.empty()) return;
  constexpr std::size_t most = 3;
  std::vector<Note> notes;
  for (std::size_t i = 0; i < std::min(most, missing_.size()); ++i)
    notes.push_back({missing_[i]->span, "'" + missing_[i]->unit + "' of " + missing_[i]->origin});
  if (missing_.size() > most) notes.push_back({{}, "and " + std::to_string(missing_.size() - most) + " more"});
  sink_.warning({},
                std::to_string(missing_.size()) + " of " + std::to_string(all) +
                    " sentences have no translation into " + language_.tag,
                std::move(notes));
}

}  // namespace

Translations load_translations(const Files& files, const std::vector<Unit>& units, const Language& language,
                               Sources& sources, Sink& sink) {
  Reader reader(files, language, sources, sink);
  for (const auto& [origin, danish] : by_origin(units)) reader.read(origin, danish);
  for (const std::string& path : stray_xliff(files, units, language.tag))
    sink.warning({}, path + " translates no template: rename or delete it");
  reader.report_missing(units.size());
  return reader.take();
}

std::vector<std::string> language_tags(const Files& files) {
  std::vector<std::string> tags;
  for (const std::string& name : files.list("locales"))
    if (files.exists("locales/" + name + "/locale.xml")) tags.push_back(name);
  return tags;
}

std::vector<std::string> stray_xliff(const Files& files, const std::vector<Unit>& units, const std::string& language) {
  std::set<std::string> expected;
  for (const Unit& unit : units) expected.insert(xliff_path(language, unit.origin));
  std::vector<std::string> stray;
  const std::string top = "locales/" + language;
  for (const std::string& folder : {top, top + "/shared"})
    for (const std::string& name : files.list(folder)) {
      const std::string path = folder + '/' + name;
      if (name.ends_with(".xlf") && !expected.contains(path)) stray.push_back(path);
    }
  return stray;
}

}  // namespace skabelon
