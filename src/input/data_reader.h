// A kit file and the files it refers to -> Data.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/xpath_check.h"
#include "model/data.h"

namespace skabelon {

/// Reads the kit at `path`, data/municipalities/<ref>.xml and data/organisations/<ref>.xml for its references,
/// data/laws.xml and data/reviews.xml where they exist, and the pictures they name. One view for each of `languages`.
Data read_data(const Files& files, const std::string& path, const std::vector<std::string>& languages,
               const Vocabulary& vocabulary, Sources& sources, Sink& sink);

}  // namespace skabelon
