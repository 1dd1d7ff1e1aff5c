// Path data, shapes and transforms of SVG 1.1 -> outlines of cubic Bézier curves.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace skabelon {

struct SvgPoint {
  double x = 0, y = 0;
};
struct SvgOutline {
  SvgPoint start;
  std::vector<std::array<SvgPoint, 3>> curves;  ///< two control points and the end
  bool closed = false;
};

/// x' = a x + c y + e, y' = b x + d y + f (SVG 1.1, 7.4).
struct SvgMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
  SvgPoint operator()(SvgPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// This after `inner`.
  SvgMatrix operator*(const SvgMatrix& inner) const;
  /// By how much it lengthens; none where it lengthens one direction more than another.
  std::optional<double> scale() const;
};

/// Where a text is wrong: bytes [begin, end) of it, and why.
struct SvgFault {
  std::size_t begin = 0, end = 0;
  std::string message;
};

/// Numbers, and the letters between them, one after another.
class SvgScanner {
 public:
  explicit SvgScanner(std::string_view text) : text_(text) {}
  /// Moves over white space; with `comma`, over one comma in it too.
  void skip(bool comma);
  bool at_end() const { return at_ == text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  char take() { return text_[at_++]; }
  std::size_t place() const { return at_; }
  /// A name as of transforms; empty where none stands here.
  std::string_view word();
  /// A number no larger than a million, and the separator behind it; none, and a fault, where there is none.
  std::optional<double> number();
  /// The 0 or 1 of an elliptical arc, that may touch what follows.
  std::optional<bool> flag();
  void fail(std::string message);
  const std::optional<SvgFault>& fault() const { return fault_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<SvgFault> fault_;
};

/// Draws as SVG's path commands do, in absolute coordinates.
class SvgPen {
 public:
  std::vector<SvgOutline> outlines;

  SvgPoint here() const { return here_; }
  void move(SvgPoint to);
  void line(SvgPoint to);
  void curve(SvgPoint first, SvgPoint second, SvgPoint to);
  void quadratic(SvgPoint control, SvgPoint to);
  /// SVG 1.1, F.6: radii, rotation in degrees, and which of the four arcs.
  void arc(SvgPoint radii, double rotation, bool large, bool sweep, SvgPoint to);
  void close();
  void ellipse(SvgPoint center, SvgPoint radii);
  /// Radii as the rounded corners have them; 0: sharp ones.
  void rectangle(SvgPoint corner, SvgPoint size, SvgPoint radii);

 private:
  SvgPoint here_;
  bool open_ = false;  ///< the last outline takes more curves
};

/// The `d` of a <path> (SVG 1.1, 8.3).
std::vector<SvgOutline> svg_path(std::string_view text, std::optional<SvgFault>& fault);
/// The `points` of a <polyline> or <polygon>.
std::vector<SvgOutline> svg_points(std::string_view text, bool closed, std::optional<SvgFault>& fault);
/// The `transform` of any element (SVG 1.1, 7.6).
SvgMatrix svg_transform(std::string_view text, std::optional<SvgFault>& fault);

}  // namespace skabelon
