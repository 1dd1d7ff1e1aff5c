// The words of an element, {arguments} and markup among them -> Wording, with every fault at its character.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "input/xml.h"
#include "model/catalog.h"
#include "model/wording.h"

namespace skabelon {

/// The lets a wording may use.
using Scope = std::vector<Let>;

/// Which notation the markup has: <strong>, <link>, <ref>, <br>, or XLIFF's <g id> and <x id>.
enum class MarkupNotation : std::uint8_t { xml, xliff };

struct WordingRules {
  const Scope* scope = nullptr;  ///< null: any argument is taken
  std::string language = "da";   ///< whose plural categories are needed: an ICU locale
  MarkupNotation notation = MarkupNotation::xml;
  const Wording* source = nullptr;        ///< the Danish that this translates: its markup, its arguments
  std::set<std::string>* used = nullptr;  ///< arguments met are added
  std::vector<std::string> blocks;        ///< child elements that are no part of the wording (a list in an item)
};

/// Parses the mixed content of `node`. What is wrong goes to the sink; the Wording is then a best guess.
Wording parse_wording(const XmlNode& node, const WordingRules& rules, Sink& sink);

/// The markup of a wording in the order of its start tags: number n of XLIFF's <g id="n">, <x id="n"/> is n - 1 here.
std::vector<const Markup*> markup_of(const Wording& wording);
/// Names of all arguments, those of choices too.
std::set<std::string> arguments_of(const Wording& wording);

/// What XLIFF holds of a wording: white space collapsed, arguments as written, markup as <g id="1">…</g>, <x id="2"/>;
/// &, < and > are escaped. Two sources are the same when these are (after NFC).
std::string xliff_text(const XmlNode& node, MarkupNotation notation, const std::vector<std::string>& blocks = {});

/// "{one} text <strong>…": readable text of a wording, for tests.
std::string dump(const Wording& wording);

}  // namespace skabelon
