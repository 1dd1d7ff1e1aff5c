// The whole program in one function.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "model/data.h"
#include "model/document.h"
#include "model/pages.h"
#include "model/request.h"

namespace skabelon {

struct Output {
  Format format = Format::pdf;
  std::string bytes;
};
using Outputs = std::vector<Output>;

/// Composes the request's document; two languages are composed each and paired.
Document assemble(const Catalog& catalog, const Data& data, const Request& request, Sink& sink);

/// One document in all asked formats. Throws InputRejected when the sink holds errors.
Outputs generate(const Catalog& catalog, const Data& data, const Request& request, Sink& sink);

/// "pdf", "odt".
const char* extension(Format format);

}  // namespace skabelon
