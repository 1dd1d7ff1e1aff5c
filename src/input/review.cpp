// Units of a template, Danish and translated -> one digest.
#include "input/review.h"

#include <set>
#include <utility>

#include "base/sha256.h"

namespace skabelon {
namespace {

using UnitName = std::pair<std::string, std::string>;

void collect(const TemplateNode& node, std::set<UnitName>& names) {
  if (!node.unit.empty()) names.emplace(node.origin, node.unit);
  for (const TemplateNode& child : node.children) collect(child, names);
}

}  // namespace

std::string wording_digest(const Template& type, const std::vector<Unit>& danish, const Translations& translations) {
  constexpr std::size_t digits = 16;
  std::set<UnitName> names;
  collect(type.root, names);
  Sha256 hash;
  for (const Unit& unit : danish) {
    if (unit.origin != "common" && !names.contains({unit.origin, unit.unit})) continue;
    hash.add_counted(unit.origin).add_counted(unit.unit).add_counted(unit.text);
    const auto origin = translations.find(unit.origin);
    if (origin == translations.end()) continue;
    const auto found = origin->second.find(unit.unit);
    if (found != origin->second.end()) hash.add_counted(found->second.text);
  }
  return hash.hex().substr(0, digits);
}

}  // namespace skabelon
