// A template and a kit -> what the kit lacks for it.
#pragma once

#include <string>
#include <vector>

#include "model/catalog.h"
#include "model/data.h"

namespace skabelon {

/// What the template asks for and the data do not hold, as XPath from <kit> ("briefing/@from") or as "<person>" where
/// the template is made for a record that is not there; empty when the kit can fill it. `record`: id, or empty for
/// the only one. Data of a wrong type are not its matter: compose reports them.
std::vector<std::string> missing_data(const Data& data, const Template& type, const std::string& record);

}  // namespace skabelon
