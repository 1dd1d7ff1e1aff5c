// PNG -> Picture, and files that are none or are damaged.
#include "input/picture.h"

#include <png.h>

#include <catch2/catch.hpp>

using namespace skabelon;

namespace {

/// A PNG of the given pixels, in libpng's format.
std::string png(unsigned width, unsigned height, unsigned format, const std::string& pixels) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = format;
  png_alloc_size_t size = 0;
  REQUIRE(png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr) != 0);
  std::string out(size, '\0');
  REQUIRE(png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, nullptr) != 0);
  out.resize(size);
  return out;
}

struct Result {
  Sources sources;
  Sink sink{sources};
  PictureRef picture;
  explicit Result(std::string bytes) : picture(decode_picture(std::move(bytes), "a.png", {}, sink)) {}
  std::string message() const { return sink.diagnostics().empty() ? "" : sink.diagnostics()[0].message; }
};

std::string patched(std::string bytes, std::size_t at, const std::string& with) {
  return bytes.replace(at, with.size(), with);
}

}  // namespace

TEST_CASE("an opaque picture") {
  const std::string pixels("\x01\x02\x03\x04\x05\x06", 6);
  const std::string bytes = png(2, 1, PNG_FORMAT_RGB, pixels);
  const Result result(bytes);
  REQUIRE(result.picture);
  CHECK(result.picture->width == 2);
  CHECK(result.picture->height == 1);
  CHECK(result.picture->rgb == pixels);
  CHECK(result.picture->alpha.empty());
  CHECK(result.picture->file == bytes);
  CHECK(result.picture->path == "a.png");
}

TEST_CASE("a picture with alpha, and one whose alpha says nothing") {
  const Result shown(png(2, 1, PNG_FORMAT_RGBA, std::string("\x01\x02\x03\x80\x04\x05\x06\xFF", 8)));
  REQUIRE(shown.picture);
  CHECK(shown.picture->rgb == std::string("\x01\x02\x03\x04\x05\x06", 6));
  CHECK(shown.picture->alpha == "\x80\xFF");
  const Result opaque(png(1, 1, PNG_FORMAT_RGBA, std::string("\x01\x02\x03\xFF", 4)));
  REQUIRE(opaque.picture);
  CHECK(opaque.picture->alpha.empty());
}

TEST_CASE("a grey picture becomes RGB") {
  const Result result(png(1, 2, PNG_FORMAT_GRAY, std::string("\x10\xE0", 2)));
  REQUIRE(result.picture);
  CHECK(result.picture->rgb == std::string("\x10\x10\x10\xE0\xE0\xE0", 6));
}

TEST_CASE("every damaged byte is survived") {
  const std::string bytes = png(4, 4, PNG_FORMAT_RGB, std::string(48, 'x'));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const Result result(patched(bytes, i, std::string(1, static_cast<char>(bytes[i] ^ 0x41))));
    CHECK((result.picture == nullptr) == result.sink.has_errors());
  }
  for (std::size_t size = 0; size < bytes.size() - 12; ++size) CHECK_FALSE(Result(bytes.substr(0, size)).picture);
}

TEST_CASE("what is no picture of ours") {
  CHECK(Result("GIF89a").message() == "the picture a.png is no PNG file");
  CHECK(Result("").message() == "the picture a.png is no PNG file");
  const std::string bytes = png(1, 1, PNG_FORMAT_RGB, "abc");
  const std::size_t data = bytes.find("IDAT");
  CHECK(Result(patched(bytes, data + 8, "\x55\x55")).message().starts_with("the picture a.png is damaged: "));
  // A width of 2^30 with the CRC that belongs to it: nothing is allocated for it.
  std::string huge = patched(bytes, 16, std::string("\x40\x00\x00\x00", 4));
  CHECK(Result(huge).message().starts_with("the picture a.png is damaged: "));
  const Result wide(png(10001, 1, PNG_FORMAT_GRAY, std::string(10001, 'x')));
  CHECK(wide.message() == "the picture a.png is too large: 10001 × 1 pixels");
}

TEST_CASE("a missing picture is reported where it is named") {
  Sources sources;
  Sink sink(sources);
  const FileId file = sources.add("kit.xml", "<logo>x.png</logo>");
  CHECK(load_picture(MemoryFiles({}), "x.png", {file, 6, 11}, sink) == nullptr);
  CHECK(to_text(sink.diagnostics(), sources) ==
        "kit.xml:1:7: error: cannot read x.png: no such file\n"
        "  <logo>x.png</logo>\n"
        "        ^~~~~\n");
}
