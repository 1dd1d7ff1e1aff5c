// What is checked of the arguments and choices of a sentence.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/wording.h"

namespace skabelon {

/// The let of that name, reported (with the nearest) where there is none; null then, and where any name is taken.
const Let* find_argument(const std::string& name, Span span, const WordingRules& rules, Sink& sink);

/// The plural categories of a language (an ICU locale), each with whether it holds one number only.
std::map<std::string, bool> plural_categories(const std::string& language);

class ChoiceChecker {
 public:
  ChoiceChecker(const WordingRules& rules, Sink& sink) : rules_(rules), sink_(sink) {}
  /// `places`: the keywords of the branches. `let`: null when unknown.
  void check(const Choice& choice, const std::vector<Span>& places, const Let* let, Span name_span);

 private:
  void check_select(const Choice& choice, const std::vector<Span>& places, const Let& let, Span name_span);
  void check_plural(const Choice& choice, const std::vector<Span>& places, const Let* let, Span name_span);
  void check_twice(const Choice& choice, const std::vector<Span>& places);
  const WordingRules& rules_;
  Sink& sink_;
};

}  // namespace skabelon
