// The publisher's colour -> a style sheet everyone can read.
#include "compose/brand.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace skabelon {
namespace {

/// WCAG 2.2, "relative luminance": one sRGB component, made linear.
double linear(std::uint8_t component) {
  const double c = component / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t toward(std::uint8_t from, int to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

Color mixed(Color color, int with, double share) {
  return {toward(color.red, with, share), toward(color.green, with, share), toward(color.blue, with, share)};
}

}  // namespace

double contrast_with_white(Color color) {
  const double luminance = 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
  return 1.05 / (luminance + 0.05);
}

Color readable(Color color) {
  constexpr double least = 4.5;
  Color darker = color;
  for (int percent = 0; percent <= 100 && contrast_with_white(darker) < least; ++percent)
    darker = mixed(color, 0, percent / 100.0);
  return darker;
}

Color parse_color(const std::string& text) {
  std::uint32_t value = 0;
  if (text.size() == 7 && text[0] == '#') std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  const auto part = [&](unsigned shift) { return static_cast<std::uint8_t>((value >> shift) & 0xFFU); };
  return {part(16), part(8), part(0)};
}

StyleSheet with_accent(StyleSheet style, Color color) {
  const Color accent = readable(color);
  const Color tint = mixed(accent, 255, 0.92);
  const Color old_accent = std::exchange(style.accent, accent);
  const Color old_tint = std::exchange(style.tint, tint);
  const auto replace = [&](Color& one) {
    if (one == old_accent)
      one = accent;
    else if (one == old_tint)
      one = tint;
  };
  for (auto& [name, paragraph] : style.paragraphs) replace(paragraph.color);
  for (auto& [name, character] : style.characters) replace(character.color);
  for (auto& [name, box] : style.boxes) {
    replace(box.fill);
    replace(box.line);
  }
  return style;
}

Brand brand_of(const Facts& facts, const Data& data) {
  Brand brand;
  brand.name = facts.text("municipality/name");
  brand.color = facts.text("municipality/color");
  const auto picture = data.pictures.find(facts.text("municipality/logo/@path"));
  if (picture == data.pictures.end()) return brand;
  brand.logo = picture->second;
  brand.logo_alternative = facts.text("municipality/logo");
  if (brand.logo_alternative.empty()) brand.logo_alternative = brand.name;
  return brand;
}

}  // namespace skabelon
