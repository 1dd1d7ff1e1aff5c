// SVG -> Picture: outlines in units of the longer side, paint, and what is no flat drawing.
#include "input/svg.h"

#include <catch2/catch.hpp>

#include "input/svg_outline.h"

using namespace skabelon;

namespace {

struct Result {
  Sources sources;
  Sink sink{sources};
  PictureRef picture;
  /// A drawing of 100 by 50: one of its units is 1000 of ours.
  explicit Result(const std::string& content)
      : picture(read_drawing("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"10 0 100 50\">" + content + "</svg>",
                             "a.svg", sources, sink)) {}
  std::string message() const { return sink.diagnostics().empty() ? "" : sink.diagnostics()[0].message; }
};

/// "M1,2 L3,4 C5,6 7,8 9,10 Z" in thousands of units.
std::string told(const PicturePath& path) {
  std::string out;
  const auto place = [&](PicturePoint at) {
    out += std::to_string(at.x / 1000) + "," + std::to_string(at.y / 1000) + " ";
  };
  for (const PictureOutline& outline : path.outlines) {
    out += 'M';
    place(outline.start);
    PicturePoint from = outline.start;
    for (const auto& [first, second, end] : outline.curves) {
      const bool straight = first == from && second == end;
      out += straight ? 'L' : 'C';
      if (!straight) place(first);
      if (!straight) place(second);
      place(end);
      from = end;
    }
    if (outline.closed) out += "Z ";
  }
  if (!out.empty()) out.pop_back();
  return out;
}

std::string drawn(const std::string& content) {
  const Result result(content);
  INFO(result.message());
  REQUIRE(result.picture);
  std::string out;
  for (const PicturePath& path : result.picture->paths) out += (out.empty() ? "" : " | ") + told(path);
  return out;
}

std::string path(const std::string& data) { return drawn("<path d=\"" + data + "\"/>"); }

}  // namespace

TEST_CASE("a drawing has the proportions of its viewBox, and starts at its corner") {
  const Result result("<rect x=\"10\" y=\"0\" width=\"100\" height=\"50\" fill=\"#1f4e79\"/>");
  REQUIRE(result.picture);
  CHECK(result.picture->width == drawing_side);
  CHECK(result.picture->height == drawing_side / 2);
  CHECK(result.picture->drawn());
  CHECK(told(result.picture->paths.at(0)) == "M0,0 L100,0 L100,50 L0,50 Z");
  CHECK(result.picture->paths[0].fill == Color{0x1f, 0x4e, 0x79});
  CHECK_FALSE(result.picture->paths[0].stroke);
}

TEST_CASE("commands of a path, absolute and relative, with and without separators") {
  CHECK(path("M20 10 L30 10 30,20 H20 V15 Z") == "M10,10 L20,10 L20,20 L10,20 L10,15 Z");
  CHECK(path("m20 10l10 0 0 10h-10v-5zm1 1h2v2z") == "M10,10 L20,10 L20,20 L10,20 L10,15 Z M11,11 L13,11 L13,13 Z");
  CHECK(path("M20,10C21,11,22,12,23,13S25,15,26,16") == "M10,10 C11,11 12,12 13,13 C14,14 15,15 16,16");
  CHECK(path("M20 10q3 3 6 0t6 0") == "M10,10 C12,12 14,12 16,10 C18,8 20,8 22,10");
  CHECK(path("M30-.0l.5.5 10,1e1") == path("M30 0L30.5 .5 L40.5 10.5"));
}

TEST_CASE("an arc is drawn by the radii, the larger or smaller way, in the direction asked for") {
  CHECK(path("M20 20A10 10 0 0 1 40 20") == "M10,20 C10,14 14,10 20,10 C25,10 30,14 30,20");
  CHECK(path("M20 20a10 10 0 0020 0") == "M10,20 C10,25 14,30 20,30 C25,30 30,25 30,20");
  // Radii that are too small grow; none make a line.
  CHECK(path("M20 20a1 1 0 0 1 20 0") == "M10,20 C10,14 14,10 20,10 C25,10 30,14 30,20");
  CHECK(path("M20 20a0 1 0 0 1 20 0") == "M10,20 L30,20");
}

TEST_CASE("shapes") {
  CHECK(drawn("<circle cx=\"30\" cy=\"20\" r=\"10\"/>") ==
        "M30,20 C30,25 25,30 20,30 C14,30 10,25 10,20 C10,14 14,10 20,10 C25,10 30,14 30,20 Z");
  CHECK(drawn("<line x1=\"20\" y1=\"5\" x2=\"30\" y2=\"6\" stroke=\"black\"/>") == "M10,5 L20,6");
  CHECK(drawn("<polyline points=\"20,5 30,6 40 7\"/><polygon points=\"20,5 30,6 40 7\"/>") ==
        "M10,5 L20,6 L30,7 | M10,5 L20,6 L30,7 Z");
  CHECK(
      drawn("<rect x=\"20\" y=\"10\" width=\"20\" height=\"20\" rx=\"99\" ry=\"5\"/>").starts_with("M20,10 L20,10 C"));
}

TEST_CASE("paint is inherited, a style counts more than an attribute") {
  const Result result(
      "<g fill=\"none\" stroke=\"#123\" stroke-width=\"2\" transform=\"scale(2)\">"
      "<path d=\"M10 5h5\" stroke-linecap=\"round\" stroke-linejoin=\"bevel\"/>"
      "<path d=\"M10 5h5v5z\" stroke=\"#fff\" style=\"fill: rgb(1,2,3); fill-rule:evenodd; stroke:none\"/>"
      "<path d=\"M900 900h5\" display=\"none\"/></g><defs><path d=\"M900 900h5\"/></defs>");
  INFO(result.message());
  REQUIRE(result.picture);
  REQUIRE(result.picture->paths.size() == 2);
  const PicturePath& first = result.picture->paths[0];
  CHECK_FALSE(first.fill);
  CHECK(first.stroke == Color{0x11, 0x22, 0x33});
  CHECK(first.stroke_width == 4000);
  CHECK(first.cap == PicturePath::Cap::round);
  CHECK(first.join == PicturePath::Join::bevel);
  CHECK(told(first) == "M10,10 L20,10");
  const PicturePath& second = result.picture->paths[1];
  CHECK(second.fill == Color{1, 2, 3});
  CHECK(second.even_odd);
  CHECK_FALSE(second.stroke);
}

TEST_CASE("transforms are multiplied from the outside in") {
  CHECK(
      drawn("<g transform=\"translate(10,5) rotate(90)\"><path transform=\"scale(2 1)\" d=\"M10 -20 h5 v1z\"/></g>") ==
      "M20,25 L20,35 L19,35 Z");
  std::optional<SvgFault> fault;
  const SvgPoint turned = svg_transform("rotate(180 5 5) matrix(1 0 0 1 1 0), skewX(45)", fault)({1, 1});
  CHECK_FALSE(fault);
  CHECK(turned.x == Approx(7));
  CHECK(turned.y == Approx(9));
}

TEST_CASE("what would be seen and cannot be drawn is an error") {
  const std::string good = "<path d=\"M20 10h5v5z\"/>";
  CHECK(Result(good + "<text x=\"1\">Bus</text>").message().starts_with("<text> is not drawn"));
  CHECK(Result("<use href=\"#a\"/>").message().starts_with("<use> is not drawn"));
  CHECK(
      Result(good + "<defs><linearGradient id=\"a\"/></defs>").message().starts_with("<linearGradient> is not drawn"));
  CHECK(Result("<path d=\"M20 10h5v5z\" fill=\"url(#a)\"/>").message().starts_with("gradients and patterns"));
  CHECK(Result("<g opacity=\".5\">" + good + "</g>").message().starts_with("nothing is drawn half transparent"));
  CHECK(Result("<g clip-path=\"url(#a)\">" + good + "</g>").message() == "clip paths are not drawn");
  CHECK(Result("<g style=\"filter:blur(2px)\">" + good + "</g>").message() == "filters are not drawn");
  CHECK(Result("<path d=\"M20 10h500\"/>").message() == "this is drawn outside the picture's viewBox");
  CHECK(
      Result("<path d=\"M20 10h5\" stroke=\"#000\" transform=\"scale(1 2)\"/>").message().starts_with("the transform"));
  CHECK(Result("<path d=\"M20 10h5\" fill=\"none\"/>").message() == "the drawing shows nothing");
  CHECK(Result("<path d=\"L20 10\"/>").message() == "path data begin with M");
  CHECK(Result("<path d=\"M20 10 5\"/>").message() == "a number belongs here");
  CHECK(Result("<path d=\"M20 1e9\"/>").message() == "a number beyond a million");
  CHECK(Result("<path d=\"M20 10h5\" fill=\"bleu\"/>").message() == "'bleu' is no colour: write #1f4e79");
  CHECK(Result("<g transform=\"turn(4)\">" + good + "</g>").message() == "this is no transform");
  CHECK(Result("<path d=\"M20 10" + std::string(2 * (drawing_curve_limit + 1), ' ') + "\"/>").picture == nullptr);
  std::string many = "M20 10";
  for (std::size_t i = 0; i <= drawing_curve_limit; ++i) many += "h0";
  CHECK(Result("<path d=\"" + many + "\"/>").message() == "the drawing has more than 50000 curves");
}

TEST_CASE("any text as path data, points or transform ends without harm") {
  const std::string letters = "MmLlHhVvCcSsQqTtAaZz0123456789.,- e+()#";
  std::uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string data = "M1 1";
    for (int i = 0; i < 40; ++i) data += letters[((state = state * 1664525 + 1013904223) >> 8U) % letters.size()];
    std::optional<SvgFault> fault;
    svg_path(data, fault);
    if (fault) CHECK(fault->end <= data.size());
    svg_points(data.substr(1), true, fault);
    svg_transform("scale(" + data, fault);
  }
}
