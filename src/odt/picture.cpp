// A picture -> <draw:frame> with a PNG, or <draw:g> with the paths of a drawing, standing in its paragraph as a letter.
#include <algorithm>
#include <cmath>

#include "odt/body.h"

namespace skabelon::odt {
namespace {

/// Least and greatest of what outlines touch, one axis.
struct Extent {
  std::int32_t least = 0, most = 0;
  std::int32_t length() const { return most - least; }
};

/// Where a cubic curve turns (its derivative is zero), between its ends.
void extend(Extent& extent, double a, double b, double c, double d) {
  const auto take = [&](double t) {
    if (!(t > 0 && t < 1)) return;
    const double u = 1 - t;
    const double at = u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    extent.least = std::min(extent.least, static_cast<std::int32_t>(std::floor(at)));
    extent.most = std::max(extent.most, static_cast<std::int32_t>(std::ceil(at)));
  };
  const double square = d - 3 * c + 3 * b - a;
  const double linear = 2 * (c - 2 * b + a);
  const double constant = b - a;
  if (square == 0) {
    if (linear != 0) take(-constant / linear);
    return;
  }
  const double root = linear * linear - 4 * square * constant;
  if (root < 0) return;
  take((-linear + std::sqrt(root)) / (2 * square));
  take((-linear - std::sqrt(root)) / (2 * square));
}

/// A path's own box: LibreOffice stretches what it draws to the size it is given.
Extent extent_of(const PicturePath& path, std::int32_t PicturePoint::*axis) {
  Extent extent{path.outlines.front().start.*axis, path.outlines.front().start.*axis};
  const auto take = [&](PicturePoint at) {
    extent.least = std::min(extent.least, at.*axis);
    extent.most = std::max(extent.most, at.*axis);
  };
  for (const PictureOutline& outline : path.outlines) {
    PicturePoint from = outline.start;
    take(from);
    for (const auto& [first, second, end] : outline.curves) {
      take(end);
      extend(extent, from.*axis, first.*axis, second.*axis, end.*axis);
      from = end;
    }
  }
  return extent;
}

/// ODF 1.3 part 3, 19.528, in absolute coordinates from the path's own corner.
std::string path_data(const PicturePath& path, const Extent& across, const Extent& down) {
  std::string data;
  const auto place = [&](PicturePoint at) {
    data += std::to_string(at.x - across.least) + ' ' + std::to_string(at.y - down.least);
  };
  for (const PictureOutline& outline : path.outlines) {
    data += 'M';
    place(outline.start);
    PicturePoint from = outline.start;
    for (const auto& [first, second, end] : outline.curves) {
      const bool straight = first == from && second == end;
      data += straight ? 'L' : 'C';
      for (const PicturePoint& control : {first, second}) {
        if (straight) continue;
        place(control);
        data += ' ';
      }
      place(end);
      from = end;
    }
    if (outline.closed) data += 'Z';
  }
  return data;
}

Attrs paint_of(const PicturePath& path, Length stroke) {
  constexpr const char* caps[] = {"butt", "round", "square"};
  constexpr const char* joins[] = {"miter", "round", "bevel"};
  Attrs look{{"draw:fill", path.fill ? "solid" : "none"},
             {"draw:fill-color", path.fill ? hex(*path.fill) : ""},
             {"svg:fill-rule", path.even_odd ? "evenodd" : ""},
             {"draw:stroke", path.stroke ? "solid" : "none"}};
  if (!path.stroke) return look;
  look.push_back({"svg:stroke-color", hex(*path.stroke)});
  look.push_back({"svg:stroke-width", mm(stroke)});
  look.push_back({"svg:stroke-linecap", caps[static_cast<std::size_t>(path.cap)]});
  look.push_back({"draw:stroke-linejoin", joins[static_cast<std::size_t>(path.join)]});
  return look;
}

/// Units of a drawing -> millimetres.
struct Measure {
  Length width;
  int units = 1;
  std::string operator()(std::int32_t length) const { return mm(scaled(width, length, units)); }
};

/// A level or upright line is a shape of its own: LibreOffice stretches a path that has no height without end.
void write_lines(pugi::xml_node group, const PicturePath& path, const Measure& measure, const std::string& style) {
  for (const PictureOutline& outline : path.outlines) {
    PicturePoint from = outline.start;
    for (const auto& curve : outline.curves) {
      const PicturePoint end = curve[2];
      add(group, "draw:line",
          {{"draw:style-name", style},
           {"svg:x1", measure(from.x)},
           {"svg:y1", measure(from.y)},
           {"svg:x2", measure(end.x)},
           {"svg:y2", measure(end.y)}});
      from = end;
    }
  }
}

void write_path(pugi::xml_node group, const PicturePath& path, const Measure& measure, const std::string& style) {
  const Extent across = extent_of(path, &PicturePoint::x);
  const Extent down = extent_of(path, &PicturePoint::y);
  if (across.length() == 0 || down.length() == 0) return write_lines(group, path, measure, style);
  add(group, "draw:path",
      {{"draw:style-name", style},
       {"svg:x", measure(across.least)},
       {"svg:y", measure(down.least)},
       {"svg:width", measure(across.length())},
       {"svg:height", measure(down.length())},
       {"svg:viewBox", "0 0 " + std::to_string(across.length()) + ' ' + std::to_string(down.length())},
       {"svg:d", path_data(path, across, down)}});
}

}  // namespace

void Body::write_picture(pugi::xml_node paragraph, const Image& image, Length width) {
  const Picture& picture = *image.picture;
  const Length height = scaled(width, picture.height, picture.width);
  const std::string style = styles_.automatic("graphic", "G", "style:graphic-properties",
                                              {{"style:vertical-pos", "top"}, {"style:vertical-rel", "baseline"}});
  const std::string name = "Image" + std::to_string(++images_);
  if (!picture.drawn()) {
    const auto found = std::find(pictures_.begin(), pictures_.end(), image.picture);
    const auto number = found - pictures_.begin() + 1;
    if (found == pictures_.end()) pictures_.push_back(image.picture);
    pugi::xml_node frame = add(paragraph, "draw:frame",
                               {{"draw:style-name", style},
                                {"draw:name", name},
                                {"text:anchor-type", "as-char"},
                                {"svg:width", mm(width)},
                                {"svg:height", mm(height)}});
    add(frame, "draw:image",
        {{"xlink:href", "Pictures/" + std::to_string(number) + ".png"},
         {"xlink:type", "simple"},
         {"xlink:show", "embed"},
         {"xlink:actuate", "onLoad"},
         {"draw:mime-type", "image/png"}});
    add_text(frame.append_child("svg:title"), image.alternative);
    return;
  }
  pugi::xml_node group =
      add(paragraph, "draw:g", {{"draw:style-name", style}, {"draw:name", name}, {"text:anchor-type", "as-char"}});
  add_text(group.append_child("svg:title"), image.alternative);
  // The group is as large as what it holds: an unseen rectangle gives it the picture's own size.
  const Attrs unseen{{"draw:fill", "none"}, {"draw:stroke", "none"}};
  add(group, "draw:rect",
      {{"draw:style-name", styles_.automatic("graphic", "G", "style:graphic-properties", unseen)},
       {"svg:x", "0mm"},
       {"svg:y", "0mm"},
       {"svg:width", mm(width)},
       {"svg:height", mm(height)}});
  for (const PicturePath& path : picture.paths)
    write_path(group, path, {width, picture.width},
               styles_.automatic("graphic", "G", "style:graphic-properties",
                                 paint_of(path, scaled(width, path.stroke_width, picture.width))));
}

}  // namespace skabelon::odt
