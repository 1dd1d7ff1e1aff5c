// A drawing is shared by all documents: one that needs other colours gets a copy.
#include "compose/picture_colors.h"

namespace skabelon {
namespace {

class Recoloring {
 public:
  Recoloring(const StyleSheet& from, const StyleSheet& to) : from_(from), to_(to) {}

  void blocks(Blocks& list) const {
    for (Block& block : list) {
      if (auto* image = std::get_if<Image>(&block.content)) picture(image->picture);
      if (auto* clause = std::get_if<Clause>(&block.content)) blocks(clause->blocks);
      if (auto* box = std::get_if<Box>(&block.content)) blocks(box->blocks);
      if (auto* cover = std::get_if<Cover>(&block.content)) blocks(cover->blocks);
    }
  }

 private:
  void color(std::optional<Color>& one) const {
    if (one == from_.accent)
      one = to_.accent;
    else if (one == from_.tint)
      one = to_.tint;
  }

  void picture(PictureRef& shared) const {
    if (shared == nullptr || !shared->drawn()) return;
    auto own = std::make_shared<Picture>(*shared);
    for (PicturePath& path : own->paths) {
      color(path.fill);
      color(path.stroke);
    }
    shared = std::move(own);
  }

  const StyleSheet& from_;
  const StyleSheet& to_;
};

}  // namespace

void recolor_drawings(Blocks& blocks, const StyleSheet& from, const StyleSheet& to) {
  Recoloring(from, to).blocks(blocks);
}

}  // namespace skabelon
