// A template with its translation -> the digest that a reviewer signs off, and the line for data/reviews.xml.
#pragma once

#include <string>
#include <vector>

#include "input/template_reader.h"
#include "model/catalog.h"

namespace skabelon {

/// 16 hexadecimal digits of SHA-256 over every unit of the template: its name, the Danish, the translation as it is
/// written. A changed word on either side gives another digest. Sentences of common.xml count too.
std::string wording_digest(const Template& type, const std::vector<Unit>& danish, const Translations& translations);

}  // namespace skabelon
