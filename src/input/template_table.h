// Do the cells of a table add up to its columns?
#pragma once

#include "base/diagnostic.h"
#include "model/catalog.h"

namespace skabelon {

void check_table(const TemplateNode& table, Sink& sink);

}  // namespace skabelon
