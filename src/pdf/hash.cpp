// Bytes -> a short name for them.
#include "pdf/hash.h"

#include <array>
#include <bit>
#include <cstdint>

namespace skabelon::pdf {
namespace {

constexpr std::uint64_t factor_1 = 0x87C37B91114253D5U;
constexpr std::uint64_t factor_2 = 0x4CF5AD432745937FU;

/// At most eight bytes as a little-endian number.
std::uint64_t load(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[i - 1]);
  return value;
}

/// Eight bytes, spelt out so that the compiler makes one load of it.
std::uint64_t load_8(const char* bytes) {
  const auto byte = [&](unsigned i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << 8 * i;
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

std::uint64_t mixed_1(std::uint64_t value) { return std::rotl(value * factor_1, 31) * factor_2; }
std::uint64_t mixed_2(std::uint64_t value) { return std::rotl(value * factor_2, 33) * factor_1; }

std::uint64_t finished(std::uint64_t value) {
  value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53U;
  return value ^ value >> 33U;
}

}  // namespace

std::string hash_hex(std::string_view bytes) {
  std::uint64_t a = 0;
  std::uint64_t b = 0;
  const std::uint64_t size = bytes.size();
  for (; bytes.size() >= 16; bytes.remove_prefix(16)) {
    a = (std::rotl(a ^ mixed_1(load_8(bytes.data())), 27) + b) * 5 + 0x52DCE729U;
    b = (std::rotl(b ^ mixed_2(load_8(bytes.data() + 8)), 31) + a) * 5 + 0x38495AB5U;
  }
  if (bytes.size() > 8) b ^= mixed_2(load(bytes.substr(8)));
  a ^= mixed_1(load(bytes.substr(0, 8)));
  a ^= size;
  b ^= size;
  a += b;
  b += a;
  a = finished(a);
  b = finished(b);
  a += b;
  b += a;

  std::string hex;
  for (const std::uint64_t half : std::array{a, b})
    for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[half >> static_cast<unsigned>(shift) & 15U];
  return hex;
}

}  // namespace skabelon::pdf
