// What one document is asked to be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace skabelon {

enum class Format : std::uint8_t { pdf, odt };
enum class Arrangement : std::uint8_t { stacked, columns };

/// A calendar day, Gregorian.
struct Date {
  int year = 0, month = 0, day = 0;
  auto operator<=>(const Date&) const = default;
};

/// The looks of a document in large print.
inline constexpr const char* large_print_edition = "large-print";

struct Request {
  std::string template_id;
  std::string record;                  ///< id; empty: the only one there is
  std::vector<std::string> languages;  ///< 1, or 2: the reader's first, then the other
  Arrangement arrangement = Arrangement::stacked;
  Date date;
  std::vector<Format> formats;
  bool plain = false;        ///< uncompressed streams, for golden tests
  bool large_print = false;  ///< in its edition, whatever the template names
};

/// The program's version; a share of every document's version hash.
inline constexpr const char* program_version = "0.1.0";

}  // namespace skabelon
