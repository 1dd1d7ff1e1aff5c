// Required lets -> those that find nothing.
#include "compose/missing.h"

#include <algorithm>

#include "compose/facts.h"

namespace skabelon {
namespace {

bool finds(const Facts& facts, const Let& let) {
  try {
    const std::vector<Found> all = facts.values(let.select, facts.kit());
    return std::any_of(all.begin(), all.end(), [](const Found& found) { return !found.text.empty(); });
  } catch (const pugi::xpath_exception&) {
    return true;  // compose reports it
  }
}

std::vector<std::string> missing_lets(const Facts& facts, const Template& type) {
  std::vector<std::string> missing;
  for (const Let& let : type.lets) {
    if (!let.required || finds(facts, let)) continue;
    if (std::find(missing.begin(), missing.end(), let.select) == missing.end()) missing.push_back(let.select);
  }
  return missing;
}

}  // namespace

std::vector<std::string> missing_data(const Data& data, const Template& type, const std::string& record) {
  const DataView& view = *data.views.at("da");
  if (type.record.empty()) return missing_lets(Facts(view), type);
  const std::vector<std::string> ids = record_ids(data, view, type.record);
  const auto found = record.empty() ? ids.begin() : std::find(ids.begin(), ids.end(), record);
  if (found == ids.end()) return {"<" + type.record + ">"};
  return missing_lets(Facts(view, type.record, static_cast<std::size_t>(found - ids.begin())), type);
}

}  // namespace skabelon
