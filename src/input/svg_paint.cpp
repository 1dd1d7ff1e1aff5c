// fill, stroke and their like, as attributes and in style="…" (SVG 1.1, 6.4).
#include "input/svg_paint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "input/svg_outline.h"

namespace skabelon {
namespace {

struct NamedColor {
  std::string_view name;
  Color color;
};
/// The sixteen of HTML 4; all others are written as #1f4e79.
constexpr std::array color_names{
    NamedColor{"black", {0, 0, 0}},       NamedColor{"silver", {192, 192, 192}}, NamedColor{"gray", {128, 128, 128}},
    NamedColor{"white", {255, 255, 255}}, NamedColor{"maroon", {128, 0, 0}},     NamedColor{"red", {255, 0, 0}},
    NamedColor{"purple", {128, 0, 128}},  NamedColor{"fuchsia", {255, 0, 255}},  NamedColor{"green", {0, 128, 0}},
    NamedColor{"lime", {0, 255, 0}},      NamedColor{"olive", {128, 128, 0}},    NamedColor{"yellow", {255, 255, 0}},
    NamedColor{"navy", {0, 0, 128}},      NamedColor{"blue", {0, 0, 255}},       NamedColor{"teal", {0, 128, 128}},
    NamedColor{"aqua", {0, 255, 255}}};

/// What changes how an element looks and cannot be drawn, with the values that change nothing.
struct Unable {
  std::string_view name;
  std::string_view harmless;
  std::string_view what;
};
constexpr std::array unable{
    Unable{"filter", "none", "filters are not drawn"},
    Unable{"clip-path", "none", "clip paths are not drawn"},
    Unable{"mask", "none", "masks are not drawn"},
    Unable{"opacity", "1", "nothing is drawn half transparent: give the colour that is seen"},
    Unable{"fill-opacity", "1", "nothing is drawn half transparent: give the colour that is seen"},
    Unable{"stroke-opacity", "1", "nothing is drawn half transparent: give the colour that is seen"},
    Unable{"stroke-dasharray", "none", "dashes are not drawn: draw each as a line"},
    Unable{"marker", "none", "markers are not drawn"},
    Unable{"marker-start", "none", "markers are not drawn"},
    Unable{"marker-mid", "none", "markers are not drawn"},
    Unable{"marker-end", "none", "markers are not drawn"},
    Unable{"vector-effect", "none", "vector effects are not drawn"},
    Unable{"mix-blend-mode", "normal", "colours are not blended"}};

/// A value and where it stands.
struct Property {
  std::string_view name;
  std::string_view value;
  Span span;
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_xml_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_xml_space(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<Color> hexadecimal(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const auto part = [&](unsigned shift, unsigned mask) { return (value >> shift) & mask; };
  const auto byte = [](unsigned part_value) { return static_cast<std::uint8_t>(part_value); };
  if (digits.size() == 6) return Color{byte(part(16, 255)), byte(part(8, 255)), byte(part(0, 255))};
  if (digits.size() == 3) return Color{byte(part(8, 15) * 17), byte(part(4, 15) * 17), byte(part(0, 15) * 17)};
  return std::nullopt;
}

/// "rgb(31, 78, 121)".
std::optional<Color> components(std::string_view text) {
  SvgScanner scan(text.substr(4));
  scan.skip(false);
  std::array<std::uint8_t, 3> parts{};
  for (std::uint8_t& part : parts) {
    const double value = scan.number().value_or(-1);
    if (value < 0 || value > 255) return std::nullopt;
    part = static_cast<std::uint8_t>(value);
  }
  return scan.peek() == ')' ? std::optional(Color{parts[0], parts[1], parts[2]}) : std::nullopt;
}

std::optional<Color> color_of(std::string_view text) {
  if (text.starts_with('#')) return hexadecimal(text.substr(1));
  if (text.starts_with("rgb(")) return components(text);
  const auto* found =
      std::find_if(color_names.begin(), color_names.end(), [&](const auto& c) { return c.name == text; });
  return found != color_names.end() ? std::optional(found->color) : std::nullopt;
}

class Painter {
 public:
  Painter(SvgPaint& paint, Sink& sink) : paint_(paint), sink_(sink) {}

  bool displayed = true;

  void set(const Property& property) {
    const auto& [name, value, span] = property;
    if (value == "inherit") return;
    if (name == "fill") {
      color(property, paint_.fill);
    } else if (name == "stroke") {
      color(property, paint_.stroke);
    } else if (name == "fill-rule") {
      paint_.even_odd = choice(property, {"nonzero", "evenodd"}) == 1;
    } else if (name == "stroke-width") {
      number(property, paint_.stroke_width, 0);
    } else if (name == "stroke-miterlimit") {
      number(property, paint_.miter_limit, 1);
    } else if (name == "stroke-linecap") {
      paint_.cap = static_cast<PicturePath::Cap>(choice(property, {"butt", "round", "square"}));
    } else if (name == "stroke-linejoin") {
      paint_.join = static_cast<PicturePath::Join>(choice(property, {"miter", "round", "bevel"}));
    } else if (name == "display") {
      displayed = displayed && value != "none";
    } else if (name == "visibility") {
      displayed = displayed && value != "hidden" && value != "collapse";
    } else {
      refuse(property);
    }
  }

 private:
  void refuse(const Property& property) {
    for (const Unable& one : unable)
      if (one.name == property.name && one.harmless != property.value)
        sink_.error(property.span, std::string(one.what));
  }

  void color(const Property& property, std::optional<Color>& out) {
    if (property.value == "none") {
      out.reset();
    } else if (const auto found = color_of(property.value)) {
      out = found;
    } else if (property.value.starts_with("url(")) {
      sink_.error(property.span, "gradients and patterns are not drawn: give one colour");
    } else {
      sink_.error(property.span, fmt::format("'{}' is no colour: write #1f4e79", property.value));
    }
  }

  void number(const Property& property, double& out, double least) {
    SvgScanner scan(property.value);
    const auto value = scan.number();
    const std::string_view unit = scan.word();
    if (value && *value >= least && (unit.empty() || unit == "px") && scan.at_end())
      out = *value;
    else
      sink_.error(property.span, fmt::format("{} must be a number of at least {}", property.name, least));
  }

  int choice(const Property& property, const std::vector<std::string>& names) {
    const auto found = std::find(names.begin(), names.end(), property.value);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    sink_.error(property.span, fmt::format("{} must be one of {}", property.name, fmt::join(names, ", ")));
    return 0;
  }

  SvgPaint& paint_;
  Sink& sink_;
};

/// The declarations of a style attribute; they count more than attributes.
void declarations(const XmlText& style, Painter& painter) {
  const std::string_view text = style.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(';', begin), text.size());
    const std::string_view declaration = text.substr(begin, end - begin);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos)
      painter.set(
          {trimmed(declaration.substr(0, colon)), trimmed(declaration.substr(colon + 1)), style.span_of(begin, end)});
    begin = end + 1;
  }
}

}  // namespace

bool inherit_paint(const XmlNode& node, SvgPaint& paint, Sink& sink) {
  Painter painter(paint, sink);
  for (const XmlAttribute& attribute : node.attributes)
    painter.set({attribute.name, trimmed(attribute.value.text), attribute.value.span});
  if (const XmlAttribute* style = node.attribute("style")) declarations(style->value, painter);
  return painter.displayed;
}

}  // namespace skabelon
