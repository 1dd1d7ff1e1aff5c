// Decoded pictures -> image XObjects.
#include "pdf/document_pictures.h"

#include <map>
#include <mutex>

#include "base/diagnostic.h"
#include "pdf/deflate.h"

namespace skabelon::pdf {
namespace {

struct Packed {
  std::weak_ptr<const Picture> picture;
  std::string rgb;
  std::string alpha;
};

/// The compressed planes of a picture, kept while somebody holds it: a logo stands in every document of a run.
std::shared_ptr<const Packed> packed(const PictureRef& picture) {
  static std::mutex mutex;
  static std::map<const Picture*, std::shared_ptr<const Packed>> kept;  // looked up in, never iterated for output
  const std::lock_guard lock(mutex);
  const auto found = kept.find(picture.get());
  if (found != kept.end() && found->second->picture.lock() == picture) return found->second;
  std::erase_if(kept, [](const auto& entry) { return entry.second->picture.expired(); });
  auto fresh = std::make_shared<const Packed>(
      Packed{picture, deflated(picture->rgb, Effort::thorough),
             picture->alpha.empty() ? std::string() : deflated(picture->alpha, Effort::thorough)});
  kept[picture.get()] = fresh;
  return fresh;
}

Entries image(const Picture& picture, std::string_view color_space) {
  Entries entries;
  entries.name("Type", "XObject").name("Subtype", "Image");
  entries.integer("Width", picture.width).integer("Height", picture.height);
  entries.name("ColorSpace", color_space).integer("BitsPerComponent", 8);
  return entries;
}

Ref write(ObjectFile& file, const PictureRef& picture) {
  const std::size_t pixels = static_cast<std::size_t>(picture->width) * static_cast<std::size_t>(picture->height);
  if (picture->rgb.size() != 3 * pixels || (!picture->alpha.empty() && picture->alpha.size() != pixels))
    throw Error(Error::Kind::machine, "the picture " + picture->path + " has not as many pixels as it says");
  const std::shared_ptr<const Packed> bytes = packed(picture);
  Entries color = image(*picture, "DeviceRGB");
  if (!picture->alpha.empty())
    color.reference("SMask",
                    file.add_stream(image(*picture, "DeviceGray").take(), bytes->alpha, Packing::deflated_before));
  return file.add_stream(color.take(), bytes->rgb, Packing::deflated_before);
}

}  // namespace

const std::string& DocumentPictures::of(const PictureRef& picture) {
  for (const Entry& entry : entries_)
    if (entry.picture == picture.get()) return entry.resource;
  const Ref ref = write(*file_, picture);
  entries_.push_back({picture.get(), ref, "I" + std::to_string(entries_.size() + 1)});
  return entries_.back().resource;
}

std::string DocumentPictures::resources() const {
  Entries entries;
  for (const Entry& entry : entries_) entries.reference(entry.resource, entry.ref);
  return entries.take();
}

}  // namespace skabelon::pdf
