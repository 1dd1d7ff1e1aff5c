// Document + page labels -> the bytes of an OpenDocument 1.3 text.
#pragma once

#include <string>

#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"

namespace skabelon {

/// Same input, same bytes. Page numbers in contents and references come from `labels` (our own layout's).
/// Throws Error (machine) when a library fails.
std::string write_odt(const Document& document, const PageLabels& labels, const FontSet& fonts);

}  // namespace skabelon
