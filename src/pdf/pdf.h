// Pages -> the bytes of a tagged PDF 1.7, PDF/UA-1 and PDF/A-2a.
#pragma once

#include <string>

#include "model/pages.h"

namespace skabelon {

/// Same Pages, same bytes. `plain`: content, CMaps and the like uncompressed, for golden tests.
/// Throws Error (machine) when a library fails.
std::string write_pdf(const Pages& pages, bool plain);

}  // namespace skabelon
