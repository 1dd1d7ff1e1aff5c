// PNG -> rows of RGB and alpha. libpng checks every chunk's CRC and reports instead of aborting (pdf.h's writer
// could not: libharu ends the process at a bad one), so no undecoded picture goes further than here.
#include "input/picture.h"

#include <png.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "input/svg.h"
#include "input/xml.h"

namespace skabelon {
namespace {

/// Frees what libpng holds for an image, however reading ends.
struct Image {
  png_image png{};
  Image() { png.version = PNG_IMAGE_VERSION; }
  Image(const Image&) = delete;
  Image& operator=(const Image&) = delete;
  ~Image() { png_image_free(&png); }
};

bool is_opaque(const std::string& alpha) {
  return std::all_of(alpha.begin(), alpha.end(), [](char c) { return c == '\xFF'; });
}

void split_planes(const std::string& rgba, Picture& picture) {
  const std::size_t pixels = rgba.size() / 4;
  picture.rgb.resize(pixels * 3);
  picture.alpha.resize(pixels);
  for (std::size_t i = 0; i < pixels; ++i) {
    for (std::size_t channel = 0; channel < 3; ++channel) picture.rgb[i * 3 + channel] = rgba[i * 4 + channel];
    picture.alpha[i] = rgba[i * 4 + 3];
  }
  if (is_opaque(picture.alpha)) picture.alpha.clear();
}

/// What `read` gives; where the file cannot be read, an error at `span` and null.
template <class Read>
PictureRef reading(Span span, Sink& sink, Read read) {
  try {
    return read();
  } catch (const Error& failure) {
    if (failure.kind() == Error::Kind::machine) throw;
    sink.error(span, failure.what());
    return nullptr;
  }
}

}  // namespace

PictureRef decode_picture(std::string bytes, const std::string& path, Span span, Sink& sink) {
  const auto reject = [&](const std::string& why) {
    sink.error(span, "the picture " + path + " " + why);
    return nullptr;
  };
  constexpr std::string_view signature("\x89PNG\r\n\x1a\n", 8);
  if (!bytes.starts_with(signature)) return reject("is no PNG file");
  Image image;
  if (png_image_begin_read_from_memory(&image.png, bytes.data(), bytes.size()) == 0)
    return reject(std::string("is damaged: ") + image.png.message);
  const std::size_t width = image.png.width;
  const std::size_t height = image.png.height;
  if (width > picture_side_limit || height > picture_side_limit || width * height > picture_area_limit)
    return reject("is too large: " + std::to_string(width) + " × " + std::to_string(height) + " pixels");
  const bool alpha = (image.png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.png.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  std::string pixels(PNG_IMAGE_SIZE(image.png), '\0');
  if (png_image_finish_read(&image.png, nullptr, pixels.data(), 0, nullptr) == 0)
    return reject(std::string("is damaged: ") + image.png.message);

  auto picture = std::make_shared<Picture>();
  picture->width = static_cast<int>(width);
  picture->height = static_cast<int>(height);
  if (alpha)
    split_planes(pixels, *picture);
  else
    picture->rgb = std::move(pixels);
  picture->file = std::move(bytes);
  picture->path = path;
  return picture;
}

PictureRef load_picture(const Files& files, const std::string& path, Span span, Sink& sink) {
  return reading(span, sink, [&] { return decode_picture(files.read(path, picture_file_limit), path, span, sink); });
}

PictureRef load_illustration(const Files& files, const std::string& path, Span span, Sources& sources, Sink& sink) {
  if (!path.ends_with(".svg")) return load_picture(files, path, span, sink);
  return reading(span, sink, [&] { return read_drawing(files.read(path, xml_size_limit), path, sources, sink); });
}

}  // namespace skabelon
