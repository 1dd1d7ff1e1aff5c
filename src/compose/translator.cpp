// Unit ids -> translations, with their states counted.
#include "compose/translator.h"

#include <algorithm>

#include "compose/datum.h"

namespace skabelon {

Translator::Translator(const Catalog& catalog, const std::string& language, const std::vector<std::string>& others,
                       const std::set<std::string>& approved, bool danish_allowed, Sink& sink)
    : catalog_(&catalog),
      language_(&catalog.locales.at(language).language),
      danish_(&catalog.locales.at("da").language),
      danish_allowed_(danish_allowed),
      sink_(&sink) {
  if (language_ != danish_) own_ = {&catalog.locales.at(language), approved.contains(language), {}, nullptr};
  for (const std::string& tag : others) {
    const auto other = catalog.locales.find(tag);
    if (tag != language && tag != "da" && other != catalog.locales.end())
      others_.push_back({&other->second, approved.contains(tag), {}, nullptr});
  }
}

const Translation* Translator::look_up(Source& source, const std::string& origin, const std::string& unit) const {
  if (source.units == nullptr || source.origin != origin) {
    const auto found = source.locale->translations.find(origin);
    if (found == source.locale->translations.end()) return nullptr;
    source.origin = origin;
    source.units = &found->second;
  }
  const auto found = source.units->find(unit);
  if (found == source.units->end() || found->second.state == TranslationState::needs_translation) return nullptr;
  return &found->second;
}

Phrase Translator::find(const std::string& origin, const std::string& unit, const Wording& danish, Span span) {
  const auto reviewed = [](const Source& source, const Translation& translation) {
    return source.approved || (translation.state == TranslationState::signed_off && !translation.stale);
  };
  for (Source& other : others_) {
    const Translation* const translation = look_up(other, origin, unit);
    if (translation != nullptr && !reviewed(other, *translation)) unreviewed_ = true;
  }
  if (own_.locale == nullptr) return {&danish, danish_};
  if (const Translation* const translation = look_up(own_, origin, unit)) {
    if (!reviewed(own_, *translation)) {
      unreviewed_ = true;
      if (own_unreviewed_++ == 0) first_unreviewed_ = translation->span;
    }
    return {&translation->wording, language_};
  }
  fell_back_ = true;
  if (seen_missing_.insert(origin + ':' + unit).second) {
    if (danish_allowed_)
      missing_.push_back({span, "“" + unit + "” of " + origin});
    else
      report_once(*sink_, span, "“" + unit + "” has no translation into " + language_->tag,
                  {{{}, "a form that a private person signs is never half Danish: translate the unit of " + origin}});
  }
  return {&danish, danish_};
}

Phrase Translator::common(const std::string& id) {
  const auto found = catalog_->common.find(id);
  if (found == catalog_->common.end()) throw Error(Error::Kind::input, "templates/common.xml lacks “" + id + "”");
  return find("common", id, found->second.wording, found->second.span);
}

void Translator::report() const {
  constexpr std::size_t most_notes = 5;
  if (!missing_.empty()) {
    std::vector<Note> notes(missing_.begin() + 1,
                            missing_.begin() + static_cast<std::ptrdiff_t>(std::min(missing_.size(), most_notes + 1)));
    if (missing_.size() > most_notes + 1)
      notes.push_back({{}, "and " + std::to_string(missing_.size() - most_notes - 1) + " more"});
    sink_->warning(
        missing_.front().span,
        missing_.front().message + " has no translation into " + language_->tag + ": the Danish stands there",
        std::move(notes));
  }
  if (own_unreviewed_ > 0)
    sink_->warning_of_many(first_unreviewed_,
                           "the translation into " + language_->tag + " is not signed off: " +
                               std::to_string(own_unreviewed_) + " sentences; the document says so",
                           "translations are not signed off; “skabelon i18n status” counts them");
}

}  // namespace skabelon
