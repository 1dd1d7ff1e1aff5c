// Bytes -> SHA-256 (FIPS 180-4), for the documents' version.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace skabelon {

/// Takes bytes in portions; `hex` ends it and may be called once.
class Sha256 {
 public:
  Sha256& add(std::string_view bytes);
  /// Adds the length of `bytes` before them, so that ("ab", "c") and ("a", "bc") differ.
  Sha256& add_counted(std::string_view bytes);
  /// The 64 lower-case hexadecimal digits.
  std::string hex();

 private:
  void take_block(const unsigned char* block);
  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> rest_{};
  std::size_t rest_size_ = 0;
  std::uint64_t total_ = 0;
};

/// SHA-256 of `bytes`, hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace skabelon
