// Runs of a right-to-left paragraph -> runs whose words against the line stand in isolates that LibreOffice can break.
#pragma once

#include <vector>

#include "model/document.h"
#include "odt/runs.h"

namespace skabelon::odt {

/// Puts the values and the bracketed words that run from left to right into LRI … PDI (UAX #9, 2.1), brackets
/// included, and turns pairs of U+200E LEFT-TO-RIGHT MARK in the wording into such isolates.
///
/// The order that a reader sees stays the same. LibreOffice breaks a long word beside a mark anywhere, leaves a bracket
/// alone before a foreign word, and loses spaces of a right-to-left value in an isolate; it does none of it here.
void isolate_left_to_right(std::vector<Run>& runs, const Inlines& inlines);

}  // namespace skabelon::odt
