// Words -> the places where they may be divided, by the patterns of their language (libhyphen).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/language.h"

namespace skabelon {

/// A piece longer than this many UTF-16 units is never divided.
inline constexpr std::size_t longest_divided = 100;

/// Places inside `piece` (what stands between two line breaks: a word with its punctuation) where it may be divided,
/// ascending. None for a language without a dictionary, nor for words with capitals inside, digits, or the look of
/// an address. At least 2 letters stay before a hyphen and 3 after it.
std::vector<std::uint32_t> hyphenation_points(std::u16string_view piece, const Language& language);

}  // namespace skabelon
