// Items -> glyphs, by HarfBuzz.
#include "layout/shape.h"

#include <hb-ot.h>
#include <hb.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <mutex>
#include <string>
#include <unordered_map>

#include "text/unicode.h"

namespace skabelon {
namespace {

/// All fonts ever shaped with, by Font::id, shared by all threads: an immutable hb_font may be.
class FontCache {
 public:
  hb_font_t* get(const Font& font) {
    const std::lock_guard lock(mutex_);
    const auto known = fonts_.find(font.id);
    if (known != fonts_.end()) return known->second.font;
    std::erase_if(fonts_, [](const auto& entry) { return entry.second.forget_if_gone(); });
    hb_blob_t* const blob = hb_blob_create(font.bytes->data(), static_cast<unsigned>(font.bytes->size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* const face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    hb_face_make_immutable(face);
    hb_font_t* const made = hb_font_create(face);
    hb_face_destroy(face);
    hb_font_make_immutable(made);
    fonts_.emplace(font.id, Entry{made, font.bytes});
    return made;
  }

 private:
  struct Entry {
    hb_font_t* font;
    std::weak_ptr<const std::string> bytes;  // the bytes live as long as their FontSet, which whoever shapes holds
    bool forget_if_gone() const {
      if (!bytes.expired()) return false;
      hb_font_destroy(font);
      return true;
    }
  };
  std::mutex mutex_;
  std::unordered_map<std::uint32_t, Entry> fonts_;
};

hb_font_t* hb_font_of(const Font& font) {
  static FontCache& cache = *new FontCache;  // never destroyed: threads may outlive static objects
  thread_local std::unordered_map<std::uint32_t, hb_font_t*> known;  // ids are never reused
  hb_font_t*& entry = known[font.id];
  if (entry == nullptr) entry = cache.get(font);
  return entry;
}

class Buffer {
 public:
  Buffer() : buffer_(hb_buffer_create()) {}
  ~Buffer() { hb_buffer_destroy(buffer_); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  hb_buffer_t* get() const { return buffer_; }

 private:
  hb_buffer_t* buffer_;
};

/// What stands round a stretch of text as far as it matters to its glyphs.
struct Context {
  std::size_t before = 0, after = 0;  ///< UTF-16 units
};

Context joining_context(std::u16string_view text, const Item& item, std::uint32_t begin, std::uint32_t end) {
  // HarfBuzz looks at five characters at most.
  constexpr std::size_t furthest = 8;
  if (item.script == USCRIPT_LATIN || item.script == USCRIPT_ETHIOPIC) return {};
  const auto joins = [](char16_t unit) { return u_getIntPropertyValue(unit, UCHAR_JOINING_TYPE) != U_JT_NON_JOINING; };
  Context context;
  while (context.before < furthest && context.before < begin && joins(text[begin - context.before - 1])) {
    ++context.before;
  }
  while (context.after < furthest && end + context.after < text.size() && joins(text[end + context.after])) {
    ++context.after;
  }
  return context;
}

hb_script_t hb_script_of(UScriptCode script) {
  switch (script) {
    case USCRIPT_LATIN:
      return HB_SCRIPT_LATIN;
    case USCRIPT_ARABIC:
      return HB_SCRIPT_ARABIC;
    case USCRIPT_ETHIOPIC:
      return HB_SCRIPT_ETHIOPIC;
    default:
      return hb_script_from_string(uscript_getShortName(script), -1);
  }
}

/// Glyphs of [begin, end) with clusters counted from `begin`.
void run_shaper(std::u16string_view text, const Item& item, std::uint32_t begin, std::uint32_t end, Context context,
                const Language& language, std::vector<ShapedGlyph>& glyphs) {
  thread_local const Buffer shared;
  hb_buffer_t* const buffer = shared.get();
  hb_font_t* const font = hb_font_of(*item.font);
  hb_buffer_clear_contents(buffer);
  const std::size_t from = begin - context.before;
  const std::size_t length = context.before + (end - begin) + context.after;
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(text.data() + from), static_cast<int>(length),
                      static_cast<unsigned>(context.before), static_cast<int>(end - begin));
  hb_buffer_set_direction(buffer, item.rtl() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer, hb_script_of(item.script));
  hb_buffer_set_language(buffer, hb_language_from_string(language.tag.data(), static_cast<int>(language.tag.size())));
  // A mark keeps a cluster of its own, so that nearly every glyph has a text of its own.
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  // ZWNJ and ZWJ stay in the text as an empty glyph: the font's own for ZWNJ may be a visible bar.
  const std::uint32_t blank = item.font->blank_glyph;
  hb_buffer_set_flags(buffer, blank != 0 ? HB_BUFFER_FLAG_DEFAULT : HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  hb_buffer_set_invisible_glyph(buffer, blank);
  // Debian's HarfBuzz would take Graphite tables where a font has them.
  static const char* const shapers[] = {"ot", nullptr};
  hb_shape_full(font, buffer, nullptr, 0, shapers);

  unsigned count = 0;
  const hb_glyph_info_t* const infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* const places = hb_buffer_get_glyph_positions(buffer, &count);
  const std::size_t first = glyphs.size();
  const auto before = static_cast<std::uint32_t>(context.before);
  for (unsigned i = 0; i < count; ++i) {
    const bool unsafe = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
    ShapedGlyph glyph{infos[i].codepoint, places[i].x_advance,       places[i].x_offset,
                      places[i].y_offset, infos[i].cluster - before, unsafe};
    if (glyph.id == 0 && text[begin + glyph.cluster] == u'\t') {  // fonts draw no tab; it counts as a space
      hb_font_get_nominal_glyph(font, U' ', &glyph.id);
      glyph.advance = hb_font_get_glyph_h_advance(font, glyph.id);
    }
    glyphs.push_back(glyph);
  }
  if (item.rtl()) std::reverse(glyphs.begin() + static_cast<std::ptrdiff_t>(first), glyphs.end());
}

/// Glyphs of stretches shaped before: most of a kit's sentences stand in many of its documents.
class ShapedTexts {
 public:
  const std::vector<ShapedGlyph>& get(std::u16string_view text, const Item& item, std::uint32_t begin,
                                      std::uint32_t end, const Language& language) {
    const Context context = joining_context(text, item, begin, end);
    make_key(text.substr(begin - context.before, context.before + (end - begin) + context.after), item, context,
             language);
    const auto known = texts_.find(key_);
    if (known != texts_.end()) return known->second;
    if (size_ > limit) {
      texts_.clear();
      size_ = 0;
    }
    std::vector<ShapedGlyph> glyphs;
    run_shaper(text, item, begin, end, context, language, glyphs);
    size_ += glyphs.size() + key_.size();
    return texts_.emplace(key_, std::move(glyphs)).first->second;
  }

 private:
  // Glyphs and characters kept, about 10 MB a thread.
  static constexpr std::size_t limit = 300'000;

  void make_key(std::u16string_view text, const Item& item, Context context, const Language& language) {
    key_.clear();
    key_ += static_cast<char16_t>(item.font->id & 0xFFFFU);
    key_ += static_cast<char16_t>(item.font->id >> 16U);
    key_ += static_cast<char16_t>(item.script);
    key_ += static_cast<char16_t>((item.rtl() ? 1U : 0U) | (context.before << 1U) | (context.after << 5U));
    for (const char c : language.tag) key_ += static_cast<char16_t>(static_cast<unsigned char>(c));
    key_ += u'\0';
    key_ += text;
  }

  std::unordered_map<std::u16string, std::vector<ShapedGlyph>> texts_;
  std::u16string key_;
  std::size_t size_ = 0;
};

}  // namespace

void shape(std::u16string_view text, const Item& item, std::uint32_t begin, std::uint32_t end, const Language& language,
           std::vector<ShapedGlyph>& glyphs) {
  // What is longer than a page comes once.
  constexpr std::uint32_t worth_keeping = 4000;
  const std::size_t first = glyphs.size();
  if (end - begin > worth_keeping) {
    run_shaper(text, item, begin, end, joining_context(text, item, begin, end), language, glyphs);
  } else {
    thread_local ShapedTexts texts;
    const auto& shaped = texts.get(text, item, begin, end, language);
    glyphs.insert(glyphs.end(), shaped.begin(), shaped.end());
  }
  for (std::size_t i = first; i < glyphs.size(); ++i) glyphs[i].cluster += begin;
}

ShapedGlyph hyphen_glyph(const Font& font) {
  hb_font_t* const shaped = hb_font_of(font);
  ShapedGlyph glyph;
  for (const char32_t c : {U'\u2010', U'-'}) {
    if (hb_font_get_nominal_glyph(shaped, c, &glyph.id) != 0) {
      glyph.advance = hb_font_get_glyph_h_advance(shaped, glyph.id);
      return glyph;
    }
  }
  glyph.id = 0;
  return glyph;
}

}  // namespace skabelon
