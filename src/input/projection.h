// Checked data in all languages -> the tree that one language sees.
#pragma once

#include <memory>
#include <string>

#include "input/vocabulary_check.h"
#include "model/data.h"

namespace skabelon {

/// Of siblings alike but for xml:lang one stays: that of `language`, else the Danish, else the one without. It would
/// not do to leave the choice to XPath: count() and string() would see all of them.
std::unique_ptr<DataView> project(const DataNode& kit, const std::string& language);

}  // namespace skabelon
