// A length on the page, exact and free of rounding surprises.
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace skabelon {

/// A length in 1/65536 pt. 64 bits wide: a long unbroken text overflows 32.
/// Positions on a page are measured from its top left corner, y downwards.
struct Length {
  std::int64_t raw = 0;

  static constexpr std::int64_t unit = 65536;

  static constexpr Length points(double pt) {
    const double scaled = pt * static_cast<double>(unit);
    return {static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5)};
  }
  static constexpr Length millimetres(double mm) { return points(mm * 72.0 / 25.4); }

  constexpr double points() const { return static_cast<double>(raw) / static_cast<double>(unit); }
  constexpr double millimetres() const { return points() * 25.4 / 72.0; }

  constexpr auto operator<=>(const Length&) const = default;
  constexpr Length operator-() const { return {-raw}; }
  constexpr Length& operator+=(Length other) {
    raw += other.raw;
    return *this;
  }
  constexpr Length& operator-=(Length other) {
    raw -= other.raw;
    return *this;
  }
};

constexpr Length operator+(Length a, Length b) { return {a.raw + b.raw}; }
constexpr Length operator-(Length a, Length b) { return {a.raw - b.raw}; }
constexpr Length operator*(Length a, std::int64_t n) { return {a.raw * n}; }
constexpr Length operator/(Length a, std::int64_t n) { return {a.raw / n}; }

/// Part `a/b` of a length, rounded towards zero; for font units: scaled(size, advance, units_per_em).
/// Needs |length| < 2^31 pt/65536 and |a| < 2^31, which every page and font keeps.
constexpr Length scaled(Length length, std::int64_t a, std::int64_t b) { return {length.raw * a / b}; }

struct Point {
  Length x, y;
  auto operator<=>(const Point&) const = default;
};

/// A rectangle by its top left corner and its size; width and height are not negative.
struct Rect {
  Length x, y, width, height;
  constexpr Length right() const { return x + width; }
  constexpr Length bottom() const { return y + height; }
  auto operator<=>(const Rect&) const = default;
};

}  // namespace skabelon
