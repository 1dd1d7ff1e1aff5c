// The elements of an SVG file, their paint inherited and their transforms multiplied -> paths in one square of units.
// Read by hand, not by a library: what a document cannot show must be said at its place in the file.
#include "input/svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "input/svg_outline.h"
#include "input/svg_paint.h"
#include "input/xml.h"

namespace skabelon {
namespace {

constexpr const char* svg_uri = "http://www.w3.org/2000/svg";
const std::vector<std::string> shapes = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"};
const std::vector<std::string> silent = {"title", "desc", "metadata"};

bool is_one_of(const std::string& name, const std::vector<std::string>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The stretch of the picture that is shown: SVG 1.1, 7.7.
struct Box {
  double x = 0, y = 0, width = 0, height = 0;
};

class Reader {
 public:
  explicit Reader(Sink& sink) : sink_(sink) {}

  PictureRef run(const XmlNode& root) {
    const std::size_t errors = sink_.diagnostics().size();
    const Box box = box_of(root);
    if (box.width <= 0 || box.height <= 0) return nullptr;
    unit_ = drawing_side / std::max(box.width, box.height);
    picture_->width = std::max(1, static_cast<int>(std::lround(box.width * unit_)));
    picture_->height = std::max(1, static_cast<int>(std::lround(box.height * unit_)));
    element(root, {}, {1, 0, 0, 1, -box.x, -box.y});
    if (sink_.diagnostics().size() > errors) return nullptr;
    if (picture_->paths.empty()) {
      sink_.error(root.span, "the drawing shows nothing");
      return nullptr;
    }
    return picture_;
  }

  Picture& picture() { return *picture_; }

 private:
  void fail(const XmlText& text, const std::optional<SvgFault>& fault) {
    if (fault) sink_.error(text.span_of(fault->begin, fault->end), fault->message);
  }

  /// viewBox, else width and height; their unit does not matter, the template says how wide the picture is.
  Box box_of(const XmlNode& root) {
    if (const XmlAttribute* view = root.attribute("viewBox")) {
      SvgScanner scan(view->value.text);
      scan.skip(false);
      Box box;
      for (double* side : {&box.x, &box.y, &box.width, &box.height}) *side = scan.number().value_or(0);
      if (scan.fault() || !scan.at_end() || box.width <= 0 || box.height <= 0) {
        sink_.error(view->value.span, "viewBox must be four numbers: left, top, width and height");
        return {};
      }
      return box;
    }
    if (root.attribute("width") == nullptr || root.attribute("height") == nullptr) {
      sink_.error(root.span, "<svg> needs the attribute 'viewBox'");
      return {};
    }
    return {0, 0, number(root, "width", 0, true), number(root, "height", 0, true)};
  }

  /// An attribute that is one number, "px" being the unit of all; for the whole drawing any unit will do.
  double number(const XmlNode& node, const char* name, double otherwise, bool any_unit = false) {
    const XmlAttribute* found = node.attribute(name);
    if (found == nullptr) return otherwise;
    SvgScanner scan(found->value.text);
    scan.skip(false);
    const double value = scan.number().value_or(0);
    const std::string_view unit = scan.word();
    scan.skip(false);
    const bool known = unit.empty() || unit == "px" || (any_unit && (unit == "mm" || unit == "cm" || unit == "pt"));
    if (!scan.fault() && known && scan.at_end()) return value;
    sink_.error(found->value.span, fmt::format("{}=\"{}\" must be a number", name, found->value.text));
    return otherwise;
  }

  double positive(const XmlNode& node, const char* name, double otherwise) {
    const double value = number(node, name, otherwise);
    if (value >= 0) return value;
    sink_.error(node.attribute(name)->value.span, fmt::format("{} is negative", name));
    return 0;
  }

  void element(const XmlNode& node, SvgPaint paint, SvgMatrix matrix) {
    if (!inherit_paint(node, paint, sink_)) return;  // not displayed
    if (const XmlAttribute* transform = node.attribute("transform")) {
      std::optional<SvgFault> fault;
      matrix = matrix * svg_transform(transform->value.text, fault);
      fail(transform->value, fault);
    }
    if (is_one_of(node.name, shapes)) return shape(node, paint, matrix);
    check_no_text(node, sink_);
    for (const XmlNode& child : node.children) {
      if (child.is_text() || is_one_of(child.name, silent)) continue;
      if (child.name == "defs")
        definitions(child);
      else if (child.name == "g" || is_one_of(child.name, shapes))
        element(child, paint, matrix);
      else
        sink_.error(child.span,
                    fmt::format("<{}> is not drawn: a picture is made of g, {}", child.name, fmt::join(shapes, ", ")));
    }
  }

  /// What stands in <defs> is not shown; what could be asked for from elsewhere is not known here.
  void definitions(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
      if (child.is_text() || is_one_of(child.name, silent)) continue;
      if (child.name != "g" && !is_one_of(child.name, shapes))
        sink_.error(child.span, fmt::format("<{}> is not drawn: a picture has flat fills and strokes", child.name));
    }
  }

  std::vector<SvgOutline> outlines(const XmlNode& node) {
    SvgPen pen;
    std::optional<SvgFault> fault;
    if (node.name == "path" || node.name == "polyline" || node.name == "polygon") {
      const char* name = node.name == "path" ? "d" : "points";
      const XmlAttribute* data = need_attribute(node, name, sink_);
      if (data == nullptr) return {};
      pen.outlines = node.name == "path" ? svg_path(data->value.text, fault)
                                         : svg_points(data->value.text, node.name == "polygon", fault);
      fail(data->value, fault);
    } else if (node.name == "line") {
      pen.move({number(node, "x1", 0), number(node, "y1", 0)});
      pen.line({number(node, "x2", 0), number(node, "y2", 0)});
    } else if (node.name == "rect") {
      const SvgPoint size{positive(node, "width", 0), positive(node, "height", 0)};
      const double rx = positive(node, node.attribute("rx") != nullptr ? "rx" : "ry", 0);
      const double ry = positive(node, node.attribute("ry") != nullptr ? "ry" : "rx", 0);
      if (size.x > 0 && size.y > 0) pen.rectangle({number(node, "x", 0), number(node, "y", 0)}, size, {rx, ry});
    } else {
      const bool circle = node.name == "circle";
      const SvgPoint radii{positive(node, circle ? "r" : "rx", 0), positive(node, circle ? "r" : "ry", 0)};
      if (radii.x > 0 && radii.y > 0) pen.ellipse({number(node, "cx", 0), number(node, "cy", 0)}, radii);
    }
    return std::move(pen.outlines);
  }

  void shape(const XmlNode& node, const SvgPaint& paint, const SvgMatrix& matrix) {
    for (const XmlNode& child : node.children)
      if (!child.is_text() && !is_one_of(child.name, silent))
        sink_.error(child.span, fmt::format("<{}> is not drawn: nothing moves in a document", child.name));
    const std::vector<SvgOutline> drawn = outlines(node);
    PicturePath path;
    path.fill = node.name == "line" ? std::nullopt : paint.fill;
    path.even_odd = paint.even_odd;
    if (paint.stroke && paint.stroke_width > 0) path.stroke = paint.stroke;
    if (drawn.empty() || (!path.fill && !path.stroke)) return;
    path.cap = paint.cap;
    path.join = paint.join;
    path.miter_limit = paint.miter_limit;
    if (path.stroke) {
      const std::optional<double> scale = matrix.scale();
      if (!scale) return sink_.error(node.span, "the transform distorts this stroke: draw it as an outline");
      path.stroke_width = std::max(1, static_cast<int>(std::lround(paint.stroke_width * *scale * unit_)));
    }
    for (const SvgOutline& outline : drawn)
      if (!add(outline, matrix, path)) return sink_.error(node.span, "this is drawn outside the picture's viewBox");
    if (curves_ > drawing_curve_limit) {
      if (std::exchange(told_, true)) return;
      return sink_.error(node.span, fmt::format("the drawing has more than {} curves", drawing_curve_limit));
    }
    picture_->paths.push_back(std::move(path));
  }

  PicturePoint placed(const SvgMatrix& matrix, SvgPoint point) const {
    const SvgPoint at = matrix(point);
    const auto whole = [&](double value) {
      return static_cast<std::int32_t>(std::clamp(std::round(value * unit_), -1e9, 1e9));
    };
    return {whole(at.x), whole(at.y)};
  }

  /// False where the outline leaves the box: it would be drawn over the text around the picture.
  bool add(const SvgOutline& outline, const SvgMatrix& matrix, PicturePath& path) {
    PictureOutline made{placed(matrix, outline.start), {}, outline.closed};
    bool inside = is_inside(made.start);
    PicturePoint from = made.start;
    for (const auto& [first, second, end] : outline.curves) {
      const std::array curve{placed(matrix, first), placed(matrix, second), placed(matrix, end)};
      inside = inside && stays_inside(from, curve);
      from = curve[2];
      made.curves.push_back(curve);
    }
    curves_ += made.curves.size();
    path.outlines.push_back(std::move(made));
    return inside;
  }

  bool is_inside(PicturePoint at) const {
    constexpr int slack = drawing_side / 200;
    return at.x >= -slack && at.y >= -slack && at.x <= picture_->width + slack && at.y <= picture_->height + slack;
  }

  /// Control points may stand outside of what a curve touches: eight places on it tell.
  bool stays_inside(PicturePoint from, const std::array<PicturePoint, 3>& curve) const {
    if (is_inside(curve[0]) && is_inside(curve[1]) && is_inside(curve[2])) return true;
    for (int i = 1; i <= 8; ++i) {
      const double t = i / 8.0;
      const double u = 1 - t;
      const auto at = [&](int a, int b, int c, int d) {
        return static_cast<std::int32_t>(u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d);
      };
      if (!is_inside({at(from.x, curve[0].x, curve[1].x, curve[2].x), at(from.y, curve[0].y, curve[1].y, curve[2].y)}))
        return false;
    }
    return true;
  }

  Sink& sink_;
  std::shared_ptr<Picture> picture_ = std::make_shared<Picture>();
  double unit_ = 1;
  std::size_t curves_ = 0;
  bool told_ = false;
};

}  // namespace

PictureRef read_drawing(std::string bytes, const std::string& path, Sources& sources, Sink& sink) {
  std::string file = bytes;
  const auto root = parse_xml(path, std::move(bytes), "svg", svg_uri, sources, sink, ForeignElements::skip);
  if (!root) return nullptr;
  Reader reader(sink);
  reader.picture().file = std::move(file);
  reader.picture().path = path;
  return reader.run(*root);
}

}  // namespace skabelon
