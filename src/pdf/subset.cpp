// A font and the glyphs used -> a smaller font, by hb-subset.
#include "pdf/subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <map>
#include <memory>
#include <mutex>

#include "base/diagnostic.h"

namespace skabelon::pdf {
namespace {

template <auto destroy>
struct Destroy {
  template <class T>
  void operator()(T* object) const {
    destroy(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_destroy>>;
using Plan = std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_destroy>>;

[[noreturn]] void fail(const Font& font, const char* what) {
  throw Error(Error::Kind::machine, "the font " + font.file_name + ": " + what);
}

/// A PreparedFont with all it stands on.
struct Entry {
  std::shared_ptr<const std::string> bytes;
  Face source;
  Face ready;
  HbFont font;
  PreparedFont value;
};

Entry prepare(const Font& font) {
  Entry entry;
  entry.bytes = font.bytes;
  if (!entry.bytes) fail(font, "its bytes are not loaded");
  const Blob blob(hb_blob_create(entry.bytes->data(), static_cast<unsigned>(entry.bytes->size()),
                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  entry.source.reset(hb_face_create(blob.get(), 0));
  if (hb_face_get_glyph_count(entry.source.get()) == 0) fail(font, "not a TrueType font");
  entry.ready.reset(hb_subset_preprocess(entry.source.get()));
  hb_face_make_immutable(entry.source.get());
  hb_face_make_immutable(entry.ready.get());
  entry.font.reset(hb_font_create(entry.source.get()));
  hb_font_make_immutable(entry.font.get());
  entry.value = {entry.ready.get(), entry.font.get(), hb_face_get_glyph_count(entry.source.get()),
                 static_cast<int>(hb_face_get_upem(entry.source.get()))};
  return entry;
}

/// A FontFile2 of a CIDFontType2 needs glyf, loca, head, hhea, hmtx and maxp alone (ISO 32000-1, 9.9).
constexpr hb_tag_t dropped_tables[] = {
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('O', 'S', '/', '2'), HB_TAG('n', 'a', 'm', 'e'),
    HB_TAG('p', 'o', 's', 't'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
    HB_TAG('G', 'D', 'E', 'F'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('D', 'S', 'I', 'G')};

}  // namespace

std::int32_t PreparedFont::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font, glyph); }

const PreparedFont& prepared(const Font& font) {
  static std::mutex mutex;
  static std::map<std::uint32_t, Entry> entries;  // by Font::id
  const std::lock_guard lock(mutex);
  const auto found = entries.find(font.id);
  if (found != entries.end()) return found->second.value;
  return entries.emplace(font.id, prepare(font)).first->second.value;
}

Subset subset(const Font& font, const std::vector<std::uint32_t>& glyphs) {
  const Input input(hb_subset_input_create_or_fail());
  if (!input) fail(font, "out of memory");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t table : dropped_tables) hb_set_add(dropped, table);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);

  const Plan plan(hb_subset_plan_create_or_fail(prepared(font).face, input.get()));
  if (!plan) fail(font, "hb-subset cannot plan its subset");
  const Face face(hb_subset_plan_execute_or_fail(plan.get()));
  if (!face) fail(font, "hb-subset cannot make its subset");

  Subset result;
  const hb_map_t* new_id = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  result.new_ids.reserve(glyphs.size());
  for (const std::uint32_t glyph : glyphs) {
    const hb_codepoint_t id = hb_map_get(new_id, glyph);
    if (id == HB_MAP_VALUE_INVALID) fail(font, "hb-subset left a glyph out");
    result.new_ids.push_back(id);
  }
  const Blob blob(hb_face_reference_blob(face.get()));
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob.get(), &size);
  result.bytes.assign(data, size);
  return result;
}

}  // namespace skabelon::pdf
