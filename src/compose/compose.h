// Catalog + Data + Request -> Document in one language: lets, conditions, wording, numbers.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "model/data.h"
#include "model/document.h"
#include "model/request.h"

namespace skabelon {

/// Composes request.template_id in `language` (a tag of the catalog). Errors (a required datum missing, a value
/// that is not of its type, a unit without translation in a form) go to the sink; the Document is then incomplete.
Document compose(const Catalog& catalog, const Data& data, const Request& request, const std::string& language,
                 Sink& sink);

}  // namespace skabelon
