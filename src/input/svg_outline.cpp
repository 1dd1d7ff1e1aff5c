// SVG's drawing commands, each turned into cubic curves.
#include "input/svg_outline.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace skabelon {
namespace {

constexpr double largest = 1e6;
/// How far the control points of a quarter circle stand from its ends, in radii.
constexpr double quarter = 0.5522847498307936;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

SvgPoint operator+(SvgPoint a, SvgPoint b) { return {a.x + b.x, a.y + b.y}; }
SvgPoint operator-(SvgPoint a, SvgPoint b) { return {a.x - b.x, a.y - b.y}; }
SvgPoint operator*(SvgPoint a, double k) { return {a.x * k, a.y * k}; }

/// Reads a path's commands and draws them.
class PathReader {
 public:
  PathReader(std::string_view text, SvgPen& pen) : scan_(text), pen_(pen) {}

  std::optional<SvgFault> run() {
    scan_.skip(false);
    char command = '\0';
    while (!scan_.at_end() && !scan_.fault()) {
      if (is_letter(scan_.peek())) {
        command = scan_.take();
        scan_.skip(false);
        if (first_ && command != 'M' && command != 'm') {
          scan_.fail("path data begin with M");
          break;
        }
      } else if (command == '\0' || command == 'Z' || command == 'z') {
        scan_.fail("a letter of a command belongs here");
        break;
      }
      relative_ = command >= 'a';
      draw(relative_ ? static_cast<char>(command - 'a' + 'A') : command);
      // More pairs of numbers after a move are lines.
      if (command == 'M') command = 'L';
      if (command == 'm') command = 'l';
      first_ = false;
    }
    return scan_.fault();
  }

 private:
  double number() { return scan_.number().value_or(0); }
  SvgPoint point() {
    const double x = number();
    const double y = number();
    return relative_ ? pen_.here() + SvgPoint{x, y} : SvgPoint{x, y};
  }

  void draw(char command) {
    const SvgPoint here = pen_.here();
    // A smooth curve's first control point mirrors the last one of a curve of its kind before it.
    const SvgPoint mirror = here + (here - control_);
    const char before = std::exchange(last_, command);
    switch (command) {
      case 'M':
        return after([&](SvgPoint to) { pen_.move(to); }, point());
      case 'L':
        return after([&](SvgPoint to) { pen_.line(to); }, point());
      case 'H': {
        const double x = number();
        return after([&](SvgPoint to) { pen_.line(to); }, {relative_ ? here.x + x : x, here.y});
      }
      case 'V': {
        const double y = number();
        return after([&](SvgPoint to) { pen_.line(to); }, {here.x, relative_ ? here.y + y : y});
      }
      case 'C':
      case 'S': {
        const bool smooth = command == 'S';
        const SvgPoint first = !smooth ? point() : before == 'C' || before == 'S' ? mirror : here;
        control_ = point();
        return after([&](SvgPoint to) { pen_.curve(first, control_, to); }, point());
      }
      case 'Q':
      case 'T': {
        const bool smooth = command == 'T';
        control_ = !smooth ? point() : before == 'Q' || before == 'T' ? mirror : here;
        return after([&](SvgPoint to) { pen_.quadratic(control_, to); }, point());
      }
      case 'A':
        return arc();
      case 'Z':
        scan_.skip(false);
        return pen_.close();
      default:
        scan_.fail(std::string("there is no path command ") + command);
    }
  }

  void arc() {
    const double rx = number();
    const double ry = number();
    const double rotation = number();
    const bool large = scan_.flag().value_or(false);
    const bool sweep = scan_.flag().value_or(false);
    after([&](SvgPoint to) { pen_.arc({rx, ry}, rotation, large, sweep, to); }, point());
  }

  template <class Draw>
  void after(const Draw& command, SvgPoint to) {
    if (!scan_.fault()) command(to);
  }

  SvgScanner scan_;
  SvgPen& pen_;
  SvgPoint control_;
  char last_ = '\0';
  bool relative_ = false;
  bool first_ = true;
};

SvgMatrix rotation(double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
}

/// One function of a transform; none where there is none of that name and number of values.
std::optional<SvgMatrix> transform_of(std::string_view name, const std::vector<double>& v) {
  const auto shift = [](double x, double y) { return SvgMatrix{1, 0, 0, 1, x, y}; };
  const double slant = v.size() == 1 ? std::tan(v[0] * std::numbers::pi / 180) : 0;
  if (name == "translate" && (v.size() == 1 || v.size() == 2)) return shift(v[0], v.size() == 2 ? v[1] : 0);
  if (name == "scale" && (v.size() == 1 || v.size() == 2)) return SvgMatrix{v[0], 0, 0, v.back(), 0, 0};
  if (name == "rotate" && v.size() == 1) return rotation(v[0]);
  if (name == "rotate" && v.size() == 3) return shift(v[1], v[2]) * rotation(v[0]) * shift(-v[1], -v[2]);
  if (name == "matrix" && v.size() == 6) return SvgMatrix{v[0], v[1], v[2], v[3], v[4], v[5]};
  if (name == "skewX" && v.size() == 1) return SvgMatrix{1, 0, slant, 1, 0, 0};
  if (name == "skewY" && v.size() == 1) return SvgMatrix{1, slant, 0, 1, 0, 0};
  return std::nullopt;
}

/// The angle of a vector, in radians.
double angle_of(SvgPoint v) { return std::atan2(v.y, v.x); }

}  // namespace

SvgMatrix SvgMatrix::operator*(const SvgMatrix& inner) const {
  return {a * inner.a + c * inner.b, b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
          b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

std::optional<double> SvgMatrix::scale() const {
  const double x = std::hypot(a, b);
  const double y = std::hypot(c, d);
  const double slack = 1e-3 * std::max(x, y);
  if (std::abs(x - y) > slack || std::abs(a * c + b * d) > slack * std::max(x, y)) return std::nullopt;
  return x;
}

void SvgScanner::skip(bool comma) {
  while (!at_end() && (is_space(peek()) || (comma && peek() == ','))) comma = take() != ',' && comma;
}

std::string_view SvgScanner::word() {
  const std::size_t begin = at_;
  while (!at_end() && is_letter(peek())) ++at_;
  return text_.substr(begin, at_ - begin);
}

std::optional<double> SvgScanner::number() {
  std::size_t end = at_;
  const auto digits = [&] {
    const std::size_t begin = end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    return end > begin;
  };
  const bool plus = peek() == '+';
  if (plus || peek() == '-') ++end;
  bool good = digits();
  if (end < text_.size() && text_[end] == '.') {
    ++end;
    good = digits() || good;
  }
  if (good && end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
    const std::size_t mantissa = end++;
    if (end < text_.size() && (text_[end] == '+' || text_[end] == '-')) ++end;
    if (!digits()) end = mantissa;
  }
  double value = 0;
  const char* const begin = text_.data() + at_ + (plus ? 1 : 0);
  if (good) good = std::from_chars(begin, text_.data() + end, value).ec == std::errc();
  if (!good) {
    fail("a number belongs here");
    return std::nullopt;
  }
  if (std::abs(value) > largest) {
    fail("a number beyond a million");
    return std::nullopt;
  }
  at_ = end;
  skip(true);
  return value;
}

std::optional<bool> SvgScanner::flag() {
  if (peek() != '0' && peek() != '1') {
    fail("a 0 or a 1 belongs here");
    return std::nullopt;
  }
  const bool value = take() == '1';
  skip(true);
  return value;
}

void SvgScanner::fail(std::string message) {
  if (!fault_) fault_ = SvgFault{at_, std::min(at_ + 1, text_.size()), std::move(message)};
  at_ = text_.size();
}

void SvgPen::move(SvgPoint to) {
  here_ = to;
  open_ = false;
}

void SvgPen::line(SvgPoint to) { curve(here_, to, to); }

void SvgPen::curve(SvgPoint first, SvgPoint second, SvgPoint to) {
  if (!open_) outlines.push_back({here_, {}, false});
  open_ = true;
  outlines.back().curves.push_back({first, second, to});
  here_ = to;
}

void SvgPen::quadratic(SvgPoint control, SvgPoint to) {
  const SvgPoint from = here_;
  curve(from + (control - from) * (2.0 / 3), to + (control - to) * (2.0 / 3), to);
}

void SvgPen::arc(SvgPoint given, double degrees, bool large, bool sweep, SvgPoint to) {
  const SvgPoint from = here_;
  SvgPoint radii{std::abs(given.x), std::abs(given.y)};
  if (from.x == to.x && from.y == to.y) return;
  if (radii.x == 0 || radii.y == 0) return line(to);
  // F.6.5: in the ellipse's own axes, about the middle between the ends.
  const SvgMatrix turn = rotation(degrees);
  const SvgPoint half = rotation(-degrees)((from - to) * 0.5);
  const double fit = (half.x * half.x) / (radii.x * radii.x) + (half.y * half.y) / (radii.y * radii.y);
  if (fit > 1) radii = radii * std::sqrt(fit);
  const double rx2 = radii.x * radii.x;
  const double ry2 = radii.y * radii.y;
  const double across = rx2 * half.y * half.y + ry2 * half.x * half.x;
  const double root = std::sqrt(std::max(0.0, (rx2 * ry2 - across) / across)) * (large == sweep ? -1 : 1);
  const SvgPoint middle{root * radii.x * half.y / radii.y, -root * radii.y * half.x / radii.x};
  const SvgPoint center = turn(middle) + (from + to) * 0.5;
  const auto on_circle = [&](SvgPoint p) { return SvgPoint{p.x / radii.x, p.y / radii.y}; };
  const double begin = angle_of(on_circle(half - middle));
  double extent = angle_of(on_circle(half * -1 - middle)) - begin;
  if (sweep && extent < 0) extent += 2 * std::numbers::pi;
  if (!sweep && extent > 0) extent -= 2 * std::numbers::pi;
  const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(extent) / (std::numbers::pi / 2) - 1e-9)));
  const double step = extent / pieces;
  const double reach = 4.0 / 3 * std::tan(step / 4);
  for (int i = 0; i < pieces; ++i) {
    const double one = begin + step * i;
    const double two = one + step;
    const auto at = [&](double angle, double along) {
      return turn({radii.x * (std::cos(angle) - along * std::sin(angle)),
                   radii.y * (std::sin(angle) + along * std::cos(angle))}) +
             center;
    };
    curve(at(one, reach), at(two, -reach), i + 1 == pieces ? to : at(two, 0));
  }
}

void SvgPen::close() {
  if (!open_) return;
  outlines.back().closed = true;
  move(outlines.back().start);
}

void SvgPen::ellipse(SvgPoint c, SvgPoint r) {
  const SvgPoint k = r * quarter;
  move({c.x + r.x, c.y});
  curve({c.x + r.x, c.y + k.y}, {c.x + k.x, c.y + r.y}, {c.x, c.y + r.y});
  curve({c.x - k.x, c.y + r.y}, {c.x - r.x, c.y + k.y}, {c.x - r.x, c.y});
  curve({c.x - r.x, c.y - k.y}, {c.x - k.x, c.y - r.y}, {c.x, c.y - r.y});
  curve({c.x + k.x, c.y - r.y}, {c.x + r.x, c.y - k.y}, {c.x + r.x, c.y});
  close();
}

void SvgPen::rectangle(SvgPoint corner, SvgPoint size, SvgPoint radii) {
  const SvgPoint far = corner + size;
  const SvgPoint r{std::min(radii.x, size.x / 2), std::min(radii.y, size.y / 2)};
  const bool round = r.x > 0 && r.y > 0;
  move({corner.x + (round ? r.x : 0), corner.y});
  const auto side = [&](SvgPoint end, SvgPoint turned) {
    line(end);
    if (round) arc(r, 0, false, true, turned);
  };
  const SvgPoint in = round ? r : SvgPoint{};
  side({far.x - in.x, corner.y}, {far.x, corner.y + in.y});
  side({far.x, far.y - in.y}, {far.x - in.x, far.y});
  side({corner.x + in.x, far.y}, {corner.x, far.y - in.y});
  if (round) side({corner.x, corner.y + in.y}, {corner.x + in.x, corner.y});
  close();
}

std::vector<SvgOutline> svg_path(std::string_view text, std::optional<SvgFault>& fault) {
  SvgPen pen;
  fault = PathReader(text, pen).run();
  return std::move(pen.outlines);
}

std::vector<SvgOutline> svg_points(std::string_view text, bool closed, std::optional<SvgFault>& fault) {
  SvgPen pen;
  SvgScanner scan(text);
  scan.skip(false);
  for (bool first = true; !scan.at_end(); first = false) {
    const double x = scan.number().value_or(0);
    const double y = scan.number().value_or(0);
    if (scan.fault()) break;
    first ? pen.move({x, y}) : pen.line({x, y});
  }
  if (closed) pen.close();
  fault = scan.fault();
  return std::move(pen.outlines);
}

SvgMatrix svg_transform(std::string_view text, std::optional<SvgFault>& fault) {
  SvgMatrix whole;
  SvgScanner scan(text);
  for (scan.skip(true); !scan.at_end(); scan.skip(true)) {
    const std::size_t begin = scan.place();
    const std::string_view name = scan.word();
    scan.skip(false);
    std::vector<double> values;
    const bool opened = scan.peek() == '(';
    if (opened) {
      scan.take();
      scan.skip(false);
      while (!scan.at_end() && scan.peek() != ')' && !scan.fault()) values.push_back(scan.number().value_or(0));
    }
    if (scan.fault()) break;
    const auto one = opened && scan.peek() == ')' ? transform_of(name, values) : std::nullopt;
    if (!one) {
      fault = SvgFault{begin, std::min(scan.place() + 1, text.size()), "this is no transform"};
      return whole;
    }
    scan.take();
    whole = whole * *one;
  }
  fault = scan.fault();
  return whole;
}

}  // namespace skabelon
