// A sentence of a template or its translation, parsed: text, arguments, choices, markup.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "base/span.h"

namespace skabelon {

struct WordingPart;
using Wording = std::vector<WordingPart>;

struct Literal {
  std::string text;
};

/// {name}: the value of a <let>. A list is joined by the language's separators.
struct Argument {
  std::string name;
};

/// `#` inside a plural branch: the number chosen on.
struct PluralNumber {};

/// {name, plural, =1 {…} one {…} other {…}} or {name, select, all {…} other {…}}.
struct Choice {
  enum class Kind : std::uint8_t { plural, select };
  struct Branch {
    std::string keyword;  ///< "one", "other", "=1", or a value of the keyword
    Wording wording;
  };
  Kind kind = Kind::select;
  std::string argument;
  std::vector<Branch> branches;
};

/// <strong>, <link href=…>, <ref to=… show=number|title|page>, <br/>; empty `inner` for ref and br.
struct Markup {
  enum class Kind : std::uint8_t { strong, link, reference, line_break };
  Kind kind = Kind::strong;
  std::string target;  ///< href of a link (may hold one {argument}), id a reference points to
  std::string show;    ///< reference: "number", "title" or "page"
  Wording inner;
};

struct WordingPart {
  std::variant<Literal, Argument, PluralNumber, Choice, Markup> content;
  Span span;
};

}  // namespace skabelon
