// The glyphs a document takes from one font -> a Type0 font with its subset.
#include "pdf/document_font.h"

#include <algorithm>

#include "base/diagnostic.h"

namespace skabelon::pdf {
namespace {

/// Six letters that differ where the glyphs differ (ISO 32000-1, 9.6.4).
std::string subset_tag(const std::vector<std::uint32_t>& glyphs) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const std::uint32_t glyph : glyphs) hash = (hash ^ glyph) * 1099511628211U;
  hash ^= hash >> 32U;
  std::string tag;
  for (int i = 0; i < 6; ++i, hash /= 26) tag += static_cast<char>('A' + hash % 26);
  return tag;
}

std::string descriptor(const Font& font, const std::string& name, Ref file) {
  Entries entries;
  entries.name("Type", "FontDescriptor").name("FontName", name);
  // Symbolic: its glyphs are not those of the standard Latin set, and it has no encoding of its own.
  entries.integer("Flags", 4);
  std::string& box = entries.open("FontBBox");
  box += '[';
  for (const int side : font.box) {
    if (box.back() != '[') box += ' ';
    append_integer(box, side);
  }
  box += ']';
  constexpr int regular_stem = 80;
  constexpr int bold_stem = 140;
  entries.integer("ItalicAngle", 0)
      .integer("Ascent", font.ascent)
      .integer("Descent", font.descent)
      .integer("CapHeight", font.cap_height)
      .integer("StemV", font.bold ? bold_stem : regular_stem)
      .reference("FontFile2", file);
  return entries.take();
}

constexpr std::string_view cmap_head =
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
    "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
constexpr std::string_view cmap_tail = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

}  // namespace

DocumentFont::DocumentFont(const Font& font, Ref ref, std::string resource)
    : font_(&font),
      prepared_(&prepared(font)),
      ref_(ref),
      resource_(std::move(resource)),
      entries_(1),
      first_of_glyph_(prepared_->glyph_count, 0) {
  entries_.reserve(128);
}

std::uint32_t DocumentFont::cid(std::uint32_t glyph, std::u16string_view text) {
  if (glyph >= first_of_glyph_.size())
    throw Error(Error::Kind::machine, "the font " + font_->file_name + " has no glyph " + std::to_string(glyph));
  std::uint32_t* link = &first_of_glyph_[glyph];
  while (*link != 0) {
    Entry& entry = entries_[*link];
    if (entry.text == text) return *link;
    link = &entry.next;
  }
  const auto fresh = static_cast<std::uint32_t>(entries_.size());
  if (fresh > 0xFFFF)  // ISO 19005-2, 6.1.13
    throw Error(Error::Kind::machine, "the font " + font_->file_name + " is used for more than 65535 characters");
  *link = fresh;  // before the vector grows: `link` may point into it
  const std::int64_t advance = prepared_->advance(glyph);
  const int upem = prepared_->units_per_em;
  entries_.push_back({glyph, 0, static_cast<int>((advance * 1000 + upem / 2) / upem), std::u16string(text)});
  return fresh;
}

std::string DocumentFont::widths() const {
  std::string out = "[1[";
  for (std::size_t cid = 1; cid < entries_.size(); ++cid) {
    if (cid > 1) out += ' ';
    append_integer(out, entries_[cid].width);
  }
  return out += "]]";
}

std::string DocumentFont::to_unicode() const {
  constexpr std::size_t most = 100;  // entries of one bfchar block (Adobe Technical Note 5014)
  std::string out(cmap_head);
  out.reserve(out.size() + cmap_tail.size() + 15 * entries_.size() + 64);
  for (std::size_t begin = 1; begin < entries_.size(); begin += most) {
    const std::size_t end = std::min(begin + most, entries_.size());
    append_integer(out, static_cast<std::int64_t>(end - begin));
    out += " beginbfchar\n";
    for (std::size_t cid = begin; cid < end; ++cid) {
      out += '<';
      append_hex(out, static_cast<std::uint32_t>(cid));
      out += "> <";
      for (const char16_t c : entries_[cid].text) append_hex(out, c);
      out += ">\n";
    }
    out += "endbfchar\n";
  }
  return out += cmap_tail;
}

void DocumentFont::write(ObjectFile& file, bool plain) const {
  std::vector<std::uint32_t> glyphs;
  glyphs.reserve(entries_.size());
  for (const Entry& entry : entries_) glyphs.push_back(entry.glyph);
  const Subset made = subset(*font_, glyphs);
  const std::string name = subset_tag(glyphs) + '+' + font_->postscript_name;

  Entries length;
  length.integer("Length1", static_cast<std::int64_t>(made.bytes.size()));
  const Ref font_file = file.add_stream(length.take(), made.bytes, Packing::deflate);

  std::string map;
  map.reserve(2 * made.new_ids.size());
  for (const std::uint32_t id : made.new_ids) {
    map += static_cast<char>(id >> 8U);
    map += static_cast<char>(id & 0xFFU);
  }
  const Packing packing = plain ? Packing::plain : Packing::deflate;
  Entries cid_font;
  cid_font.name("Type", "Font").name("Subtype", "CIDFontType2").name("BaseFont", name);
  cid_font.raw("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
  cid_font.reference("FontDescriptor", file.add(descriptor(*font_, name, font_file)));
  cid_font.raw("W", widths()).reference("CIDToGIDMap", file.add_stream({}, map, packing));
  const Ref descendant = file.add(cid_font.take());

  Entries type0;
  type0.name("Type", "Font").name("Subtype", "Type0").name("BaseFont", name).name("Encoding", "Identity-H");
  std::string& descendants = type0.open("DescendantFonts");
  descendants += '[';
  append_reference(descendants, descendant);
  descendants += ']';
  type0.reference("ToUnicode", file.add_stream({}, to_unicode(), packing));
  file.fill(ref_, type0.take());
}

DocumentFont& DocumentFonts::of(const Font& font) {
  for (DocumentFont& known : fonts_)
    if (&known.font() == &font) return known;
  return fonts_.emplace_back(font, file_->reserve(), "F" + std::to_string(fonts_.size() + 1));
}

void DocumentFonts::write(bool plain) const {
  for (const DocumentFont& font : fonts_) font.write(*file_, plain);
}

std::string DocumentFonts::resources() const {
  Entries entries;
  for (const DocumentFont& font : fonts_) entries.reference(font.resource(), font.ref());
  return entries.take();
}

}  // namespace skabelon::pdf
