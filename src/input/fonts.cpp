// fonts.xml -> fonts with coverage and metrics, as HarfBuzz reads them from the files.
#include "input/fonts.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

#include "input/read_value.h"
#include "input/xml.h"

namespace skabelon {
namespace {

constexpr const char* fonts_path = "fonts/fonts.xml";
constexpr const char* fonts_uri = "urn:skabelon:fonts:1";

template <typename T, void (*destroy)(T*)>
struct Destroy {
  void operator()(T* object) const { destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using Set = std::unique_ptr<hb_set_t, Destroy<hb_set_t, hb_set_destroy>>;

std::uint32_t next_id() {
  static std::atomic<std::uint32_t> last{0};
  return ++last;
}

std::vector<std::pair<char32_t, char32_t>> read_coverage(hb_face_t* face) {
  const Set set(hb_set_create());
  hb_face_collect_unicodes(face, set.get());
  std::vector<std::pair<char32_t, char32_t>> ranges;
  hb_codepoint_t first = HB_SET_VALUE_INVALID;
  hb_codepoint_t last = HB_SET_VALUE_INVALID;
  while (hb_set_next_range(set.get(), &first, &last) != 0) ranges.emplace_back(first, last);
  return ranges;
}

std::string read_postscript_name(hb_face_t* face) {
  char buffer[128];
  unsigned size = sizeof buffer;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, hb_language_from_string("en", -1), &size, buffer);
  return {buffer, size};
}

/// The font's bounding box in font units, from the head table (OpenType: xMin at byte 36).
void read_box(hb_face_t* face, int (&box)[4]) {
  const Blob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(head.get(), &length));
  if (length < 44) return;
  for (std::size_t i = 0; i < 4; ++i)
    box[i] = static_cast<std::int16_t>(static_cast<std::uint16_t>(data[36 + 2 * i] << 8U | data[37 + 2 * i]));
}

/// A glyph that neither shows nor moves. A font's own glyph for U+200C may show: NotoNaskhArabic draws a bar.
std::uint32_t find_blank_glyph(hb_font_t* font) {
  for (const hb_codepoint_t c : {0x200BU, 0x200CU, 0x200DU, 0x2060U, 0xFEFFU}) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents{};
    if (hb_font_get_nominal_glyph(font, c, &glyph) == 0 || glyph == 0) continue;
    hb_font_get_glyph_extents(font, glyph, &extents);
    if (hb_font_get_glyph_h_advance(font, glyph) == 0 && extents.width == 0 && extents.height == 0) return glyph;
  }
  return 0;
}

/// Font units -> 1/1000 em, rounded.
int per_mille(std::int64_t value, int units_per_em) {
  const std::int64_t twice = value * 2000;
  const std::int64_t half = value < 0 ? -units_per_em : units_per_em;
  return static_cast<int>((twice + half) / (2 * std::int64_t{units_per_em}));
}

void read_metrics(Font& font, hb_face_t* face) {
  font.units_per_em = static_cast<int>(hb_face_get_upem(face));
  const HbFont sized(hb_font_create(face));
  hb_font_set_scale(sized.get(), font.units_per_em, font.units_per_em);
  hb_font_extents_t extents{};
  hb_font_get_h_extents(sized.get(), &extents);
  hb_position_t cap_height = extents.ascender;
  hb_ot_metrics_get_position(sized.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &cap_height);
  font.ascent = per_mille(extents.ascender, font.units_per_em);
  font.descent = per_mille(extents.descender, font.units_per_em);
  font.cap_height = per_mille(cap_height, font.units_per_em);
  read_box(face, font.box);
  for (int& side : font.box) side = per_mille(side, font.units_per_em);
  font.blank_glyph = find_blank_glyph(sized.get());
}

void read_face(Font& font, const std::string& path, const std::string& package) {
  const Blob blob(hb_blob_create(font.bytes->data(), static_cast<unsigned>(font.bytes->size()), HB_MEMORY_MODE_READONLY,
                                 nullptr, nullptr));
  const Face face(hb_face_create(blob.get(), 0));
  if (hb_face_count(blob.get()) == 0 || hb_face_get_glyph_count(face.get()) == 0)
    throw Error(Error::Kind::machine, path + " is no font; install the Debian package " + package + " again");
  font.coverage = read_coverage(face.get());
  font.postscript_name = read_postscript_name(face.get());
  read_metrics(font, face.get());
}

struct Reader {
  const Files& files;
  Sink& sink;
  std::string folder;
  std::string package;
  FontSet fonts;

  void family(const XmlNode& node);
  void file(const XmlNode& node, const Font& family);
};

void Reader::family(const XmlNode& node) {
  check_attributes(node, {"name", "class", "symbols", "licence"}, sink);
  check_no_text(node, sink);
  const XmlAttribute* name = need_attribute(node, "name", sink);
  need_attribute(node, "licence", sink);
  Font family;
  family.symbols = read_bool(node, "symbols", false, sink);
  if (!family.symbols) need_attribute(node, "class", sink);
  family.script =
      read_keyword<ScriptClass>(
          node, "class",
          {{"latin", ScriptClass::latin}, {"arabic", ScriptClass::arabic}, {"ethiopic", ScriptClass::ethiopic}}, sink)
          .value_or(ScriptClass::latin);
  if (name == nullptr) return;
  family.family = name->value.text;
  if (std::find(fonts.families.begin(), fonts.families.end(), family.family) != fonts.families.end()) {
    sink.error(name->value.span, "the family '" + family.family + "' stands twice");
    return;
  }
  fonts.families.push_back(family.family);
  const std::size_t before = fonts.fonts.size();
  for (const XmlNode& child : node.children) {
    if (child.is_text()) continue;
    if (child.name == "file")
      file(child, family);
    else
      report_unknown_element(child, "family", {"file"}, sink);
  }
  if (fonts.fonts.size() == before) sink.error(node.span, "the family '" + family.family + "' needs a <file>");
}

void Reader::file(const XmlNode& node, const Font& family) {
  check_attributes(node, {"bold"}, sink);
  auto font = std::make_unique<Font>(family);
  font->bold = read_bool(node, "bold", false, sink);
  font->file_name = collapse(node.own_text());
  if (!is_plain_path(font->file_name)) {
    sink.error(node.span, "'" + font->file_name + "' is no file name");
    return;
  }
  for (const auto& other : fonts.fonts)
    if (other->family == family.family && other->bold == font->bold) {
      sink.error(node.span, "the family '" + family.family + "' has two files of this weight");
      return;
    }
  const std::string path = folder + '/' + font->file_name;
  font->bytes = std::make_shared<const std::string>(read_installed(files, path, package));
  read_face(*font, path, package);
  font->id = next_id();
  fonts.fonts.push_back(std::move(font));
}

}  // namespace

FontSet load_fonts(const Files& files, Sources& sources, Sink& sink, std::string* color_profile) {
  const auto root = read_xml(files, fonts_path, "fonts", fonts_uri, sources, sink);
  if (!root) return {};
  check_attributes(*root, {"folder", "package"}, sink);
  check_no_text(*root, sink);
  if (need_attribute(*root, "folder", sink) == nullptr || need_attribute(*root, "package", sink) == nullptr) return {};
  Reader reader{files, sink, std::string(root->value("folder")), std::string(root->value("package")), {}};
  const XmlNode* profile = nullptr;
  for (const XmlNode& child : root->children) {
    if (child.is_text()) continue;
    if (child.name == "family")
      reader.family(child);
    else if (child.name == "profile" && profile == nullptr)
      profile = &child;
    else
      report_unknown_element(child, "fonts", {"family", "profile"}, sink);
  }
  if (profile == nullptr) {
    sink.error(root->span, "<fonts> needs a <profile>: the ICC colour profile of the PDFs");
  } else {
    check_attributes(*profile, {"package"}, sink);
    const XmlAttribute* package = need_attribute(*profile, "package", sink);
    if (package != nullptr && color_profile != nullptr)
      *color_profile = read_installed(files, collapse(profile->own_text()), package->value.text);
  }
  if (reader.fonts.fonts.empty()) sink.error(root->span, "<fonts> needs a <family>");
  return std::move(reader.fonts);
}

}  // namespace skabelon
