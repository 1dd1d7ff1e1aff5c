// Running matter -> marks at the head and foot of every page.
#pragma once

#include <vector>

#include "layout/place.h"

namespace skabelon {

/// What pagination tells of the pages.
struct PageKinds {
  const std::vector<bool>& covers;
  const std::vector<Chapter>& chapters;
};

/// Sets headers and footers once the number of pages is known.
void add_furniture(Context& context, Pages& pages, const PageKinds& kinds, std::vector<MissingOnPage>& missing);

/// A page number in the language's digits.
std::string page_label(std::size_t number, const Language& language);

}  // namespace skabelon
