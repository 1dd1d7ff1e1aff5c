// Document -> Pages: itemize, shape, break, paginate, place.
#pragma once

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"

namespace skabelon {

/// Lays a document out. A character that no font has is an error naming it, its source and its page.
Pages layout(const Document& document, const FontSet& fonts, Sink& sink);

}  // namespace skabelon
