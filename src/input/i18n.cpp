// Danish units + XLIFF files -> newer XLIFF files, or counts.
#include "input/i18n.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>

#include "input/translations.h"

namespace skabelon {
namespace {

using UnitsOfOrigin = std::map<std::string, std::vector<const Unit*>>;

std::vector<Unit> read_danish(const Files& files, Sources& sources, Sink& sink) {
  std::vector<Unit> units = read_templates(files, StyleNames{}, Vocabulary{}, sources, sink).units;
  sink.throw_if_errors();
  return units;
}

UnitsOfOrigin by_origin(const std::vector<Unit>& units) {
  UnitsOfOrigin result;
  for (const Unit& unit : units) result[unit.origin].push_back(&unit);
  return result;
}

std::vector<std::string> target_languages(const Files& files) {
  std::vector<std::string> tags = language_tags(files);
  std::erase(tags, "da");
  return tags;
}

/// The old file's units: none where there is no file yet, nothing (and a report) where it cannot be read.
std::optional<std::vector<XliffUnit>> old_units(const Files& files, const std::string& language,
                                                const std::string& origin, Sources& sources, Sink& sink) {
  if (!files.exists(xliff_path(language, origin))) return std::vector<XliffUnit>{};
  return read_xliff(files, language, origin, sources, sink);
}

XliffUnit updated(const XliffUnit& old, const Unit& danish) {
  XliffUnit unit = old;
  unit.source = danish.text;
  unit.old_source.clear();
  unit.old_target.clear();
  if (unit.target.empty()) {
    unit.state = "needs-translation";
  } else if (is_stale(old, danish.text)) {
    // Where the Danish changes a second time, the target still translates the first.
    unit.old_source = translated_source(old);
    unit.old_target = old.target;
    if (*translation_state(old) != TranslationState::needs_translation) unit.state = "needs-review-translation";
  } else if (unit.state.empty()) {
    unit.state = "needs-review-translation";
  }
  return unit;
}

struct Counts {
  std::size_t units = 0, translated = 0, needs_review = 0, signed_off = 0, stale = 0;

  void add(const Counts& other) {
    units += other.units;
    translated += other.translated;
    needs_review += other.needs_review;
    signed_off += other.signed_off;
    stale += other.stale;
  }
};

Counts count(const std::vector<const Unit*>& danish, const std::vector<XliffUnit>& units) {
  std::map<std::string_view, const XliffUnit*> by_id;
  for (const XliffUnit& unit : units) by_id.emplace(unit.id, &unit);
  Counts counts;
  counts.units = danish.size();
  for (const Unit* unit : danish) {
    const auto found = by_id.find(unit->unit);
    if (found == by_id.end()) continue;
    const TranslationState state = *translation_state(*found->second);
    if (state == TranslationState::needs_translation) continue;
    ++counts.translated;
    if (is_stale(*found->second, unit->text)) ++counts.stale;
    if (state == TranslationState::signed_off)
      ++counts.signed_off;
    else
      ++counts.needs_review;
  }
  return counts;
}

std::string table_line(const std::string& language, const std::string& origin, std::size_t width,
                       const Counts& counts) {
  return fmt::format("{:<8}  {:<{}}  {:>5}  {:>10}  {:>12}  {:>10}  {:>5}  {:>7}\n", language, origin, width,
                     counts.units, counts.translated, counts.needs_review, counts.signed_off, counts.stale,
                     counts.units - counts.translated);
}

}  // namespace

std::vector<XliffUnit> merge_units(const std::vector<const Unit*>& danish, const std::vector<XliffUnit>& old,
                                   Sink& sink) {
  std::map<std::string_view, const XliffUnit*> by_id;
  for (const XliffUnit& unit : old) by_id.emplace(unit.id, &unit);
  std::vector<XliffUnit> merged;
  for (const Unit* unit : danish) {
    const auto found = by_id.find(unit->unit);
    if (found != by_id.end()) {
      merged.push_back(updated(*found->second, *unit));
      by_id.erase(found);
      continue;
    }
    XliffUnit fresh;
    fresh.id = unit->unit;
    fresh.source = unit->text;
    fresh.state = "needs-translation";
    merged.push_back(std::move(fresh));
  }
  for (const XliffUnit& unit : old) {
    if (!by_id.contains(unit.id)) continue;
    std::vector<Note> notes;
    if (!unit.target.empty()) notes.push_back({{}, "its translation was: " + unit.target});
    sink.warning(unit.span, "the Danish has no unit '" + unit.id + "' any more: it is left out", std::move(notes));
  }
  return merged;
}

std::vector<std::pair<std::string, std::string>> i18n_extract(const Files& files, Sources& sources, Sink& sink) {
  const std::vector<Unit> units = read_danish(files, sources, sink);
  std::vector<std::pair<std::string, std::string>> result;
  for (const std::string& language : target_languages(files)) {
    for (const auto& [origin, danish] : by_origin(units))
      if (const auto old = old_units(files, language, origin, sources, sink))
        result.emplace_back(xliff_path(language, origin),
                            write_xliff(language, origin, merge_units(danish, *old, sink)));
    for (const std::string& path : stray_xliff(files, units, language))
      sink.warning({}, path + " translates no template: rename or delete it");
  }
  return result;
}

std::string i18n_status(const Files& files, Sources& sources, Sink& sink) {
  const std::vector<Unit> units = read_danish(files, sources, sink);
  const UnitsOfOrigin origins = by_origin(units);
  std::size_t width = std::string_view("origin").size();
  for (const auto& [origin, danish] : origins) width = std::max(width, origin.size());
  std::string table = fmt::format("{:<8}  {:<{}}  {:>5}  {:>10}  {:>12}  {:>10}  {:>5}  {:>7}\n", "language", "origin",
                                  width, "units", "translated", "needs review", "signed off", "stale", "missing");
  for (const std::string& language : target_languages(files)) {
    Counts all;
    for (const auto& [origin, danish] : origins) {
      const auto old = old_units(files, language, origin, sources, sink);
      if (!old) continue;
      const Counts counts = count(danish, *old);
      all.add(counts);
      table += table_line(language, origin, width, counts);
    }
    table += table_line(language, "all", width, all);
  }
  return table;
}

}  // namespace skabelon
