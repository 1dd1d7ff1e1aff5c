// What is checked of the arguments and choices of a sentence.
#include "input/wording_choice.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "text/unicode.h"

namespace skabelon {
namespace {

std::string joined(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ", ")); }

std::string language_name(const std::string& language) {
  icu::UnicodeString name;
  icu::Locale::createFromName(language.c_str()).getDisplayLanguage(icu::Locale::getEnglish(), name);
  std::string out;
  return name.toUTF8String(out);
}

/// ICU does not answer this (getUniqueKeywordValue is empty, getSamples leaves fractions out): asked by trial.
bool holds_one_number(const icu::PluralRules& rules, const icu::UnicodeString& category) {
  int held = 0;
  for (int tenths = 0; tenths <= 300; ++tenths)
    if (rules.select(tenths / 10.0) == category) ++held;
  return held == 1;
}

std::map<std::string, bool> find_plural_categories(const std::string& language) {
  std::map<std::string, bool> categories;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::createFromName(language.c_str()), status));
  if (U_FAILURE(status)) return {{"other", false}};
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
  while (const icu::UnicodeString* keyword = U_SUCCESS(status) ? keywords->snext(status) : nullptr) {
    std::string name;
    categories[keyword->toUTF8String(name)] = holds_one_number(*rules, *keyword);
  }
  return categories;
}

bool is_exact(const std::string& keyword) { return keyword.starts_with('='); }

bool holds_number(const Wording& wording) {
  return std::any_of(wording.begin(), wording.end(),
                     [](const WordingPart& part) { return std::holds_alternative<PluralNumber>(part.content); });
}

const Choice::Branch* find_branch(const Choice& choice, const std::string& keyword) {
  for (const Choice::Branch& branch : choice.branches)
    if (branch.keyword == keyword) return &branch;
  return nullptr;
}

}  // namespace

std::map<std::string, bool> plural_categories(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::map<std::string, bool>> kept;
  const std::scoped_lock lock(mutex);
  const auto found = kept.find(language);
  return found != kept.end() ? found->second : kept.emplace(language, find_plural_categories(language)).first->second;
}

const Let* find_argument(const std::string& name, Span span, const WordingRules& rules, Sink& sink) {
  if (rules.used != nullptr) rules.used->insert(name);
  if (rules.scope == nullptr) return nullptr;
  std::vector<std::string> names;
  for (const Let& let : *rules.scope) {
    if (let.name == name) return &let;
    names.push_back(let.name);
  }
  const std::string near = nearest(name, names);
  const std::string hint = near.empty() ? std::string() : fmt::format("; did you mean {{{}}}?", near);
  sink.error(span, fmt::format("no <let> declares '{}'{}", name, hint));
  return nullptr;
}

void ChoiceChecker::check(const Choice& choice, const std::vector<Span>& places, const Let* let, Span name_span) {
  check_twice(choice, places);
  if (choice.kind == Choice::Kind::plural) {
    check_plural(choice, places, let, name_span);
  } else if (let != nullptr) {
    check_select(choice, places, *let, name_span);
  } else if (rules_.scope == nullptr && find_branch(choice, "other") == nullptr) {
    sink_.error(name_span, fmt::format("the select on '{}' has no branch for 'other'", choice.argument));
  }
}

void ChoiceChecker::check_twice(const Choice& choice, const std::vector<Span>& places) {
  for (std::size_t i = 0; i < choice.branches.size(); ++i)
    if (find_branch(choice, choice.branches[i].keyword) != &choice.branches[i])
      sink_.error(places[i], fmt::format("the branch '{}' stands twice", choice.branches[i].keyword));
}

void ChoiceChecker::check_select(const Choice& choice, const std::vector<Span>& places, const Let& let,
                                 Span name_span) {
  if (let.type != ValueType::keyword) {
    sink_.error(name_span, fmt::format("select needs a keyword, and '{}' is none", let.name),
                {{let.span, "declared here"}});
    return;
  }
  for (std::size_t i = 0; i < choice.branches.size(); ++i) {
    const std::string& keyword = choice.branches[i].keyword;
    if (keyword == "other" || std::find(let.values.begin(), let.values.end(), keyword) != let.values.end()) continue;
    sink_.error(places[i], fmt::format("'{}' is no value of '{}': {}{}", keyword, let.name, joined(let.values),
                                       suggestion(keyword, let.values)));
  }
  if (find_branch(choice, "other") != nullptr) return;
  std::vector<std::string> missing;
  for (const std::string& value : let.values)
    if (find_branch(choice, value) == nullptr) missing.push_back(value);
  if (!missing.empty())
    sink_.error(name_span, fmt::format("the select on '{}' has no branch for: {}", let.name, joined(missing)),
                {{{}, "a branch 'other' serves all the rest"}});
}

void ChoiceChecker::check_plural(const Choice& choice, const std::vector<Span>& places, const Let* let,
                                 Span name_span) {
  if (let != nullptr && let->type != ValueType::number) {
    sink_.error(name_span, fmt::format("plural needs a number, and '{}' is none", let->name),
                {{let->span, "declared here"}});
    return;
  }
  const std::map<std::string, bool> categories = plural_categories(rules_.language);
  std::vector<std::string> names;
  std::vector<std::string> missing;
  for (const auto& [name, single] : categories) {
    names.push_back(name);
    if (find_branch(choice, name) == nullptr) missing.push_back(name);
  }
  for (std::size_t i = 0; i < choice.branches.size(); ++i) {
    const Choice::Branch& branch = choice.branches[i];
    if (is_exact(branch.keyword)) continue;
    const auto category = categories.find(branch.keyword);
    if (category == categories.end()) {
      sink_.error(places[i],
                  fmt::format("'{}' is no plural category of {}: {}{}", branch.keyword, language_name(rules_.language),
                              joined(names), suggestion(branch.keyword, names)));
    } else if (branch.keyword == "one" && !category->second && !holds_number(branch.wording)) {
      sink_.error(places[i], "the branch 'one' does not show the number: write # in it",
                  {{{},
                    fmt::format("in {} 'one' holds more numbers than 1; words for exactly one stand under =1",
                                language_name(rules_.language))}});
    }
  }
  if (!missing.empty())
    sink_.error(name_span, fmt::format("the plural on '{}' has no branch for: {}", choice.argument, joined(missing)),
                {{{}, fmt::format("{} has the categories {}", language_name(rules_.language), joined(names))}});
}

}  // namespace skabelon
