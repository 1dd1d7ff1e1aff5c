// Bytes -> a short name for them: 128 bits that differ where the bytes differ. No protection against forgers.
#pragma once

#include <string>
#include <string_view>

namespace skabelon::pdf {

/// MurmurHash3 (x64, 128 bits, seed 0) by Austin Appleby, in the public domain; 32 hexadecimal digits.
std::string hash_hex(std::string_view bytes);

}  // namespace skabelon::pdf
