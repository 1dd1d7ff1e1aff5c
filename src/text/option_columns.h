// The options of a choice and the labels of a list -> columns, by one rule for both writers: an ODT cannot be measured
// while it is written.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/style.h"

namespace skabelon {

/// Free space between a tick box and its text.
inline constexpr Length tick_gap = Length::millimetres(2);
/// Least free space between two options on a row.
inline constexpr Length option_gutter = Length::millimetres(3);

/// The widths of a row's columns, gutters between them not counted: all options on one row in columns as wide as their
/// texts ask for, where that fits; else as many equal columns as the widest allows. Texts are estimated, not measured.
/// Never empty; the widths and `option_gutter` between them fill `width`.
std::vector<Length> option_columns(const Field& field, const StyleSheet& styles, Length width);

/// A table with fewer rows below its header is not broken over pages where one holds it.
inline constexpr std::size_t fewest_broken_rows = 4;

/// The width of the column in which the labels or tick boxes of a list hang.
Length label_column(const FormStyle& form, const List& list);

}  // namespace skabelon
