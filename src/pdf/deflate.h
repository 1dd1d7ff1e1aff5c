// Bytes -> the zlib form that /FlateDecode reads (ISO 32000-1, 7.4.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace skabelon::pdf {

enum class Effort : std::uint8_t {
  quick,    ///< for what is made for one document: a twentieth larger, and twice as fast
  thorough  ///< for what is kept for many documents
};

/// Throws Error (machine) when libdeflate has no memory.
std::string deflated(std::string_view bytes, Effort effort);

}  // namespace skabelon::pdf
