// Words -> Pages for tests of the PDF writer.
#include "sample.h"

#include <hb.h>

#include <algorithm>
#include <memory>

#include "base/files.h"
#include "input/fonts.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

struct Loaded {
  std::string profile;
  FontSet fonts;
  Loaded() {
    const DiskFiles files(SKABELON_ROOT);
    Sources sources;
    Sink sink(sources);
    fonts = load_fonts(files, sources, sink, &profile);
    sink.throw_if_errors();
  }
};

const Loaded& loaded() {
  static const Loaded value;
  return value;
}

Language language(const char* tag, Direction direction, ScriptClass script) {
  Language value;
  value.tag = tag;
  value.direction = direction;
  value.script = script;
  return value;
}

bool is_arabic(char16_t c) { return (c >= 0x600 && c < 0x700) || c == 0x200C; }
bool is_left_to_right(char16_t c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'z') || (c >= 0xC0 && c < 0x250);
}

/// Text of one font and direction.
struct Piece {
  std::u16string text;
  const Font* font;
  bool rtl;
};

const Font& font_for(char16_t c, const Language& language, bool bold) {
  constexpr const char* families[] = {"Noto Sans", "Noto Naskh Arabic", "Noto Sans Ethiopic"};
  const Font* font = fonts().find(families[static_cast<std::size_t>(language.script)], bold);
  if (font->has(c)) return *font;
  for (const auto& other : fonts().fonts)
    if (other->bold == bold && other->has(c)) return *other;
  for (const auto& other : fonts().fonts)
    if (other->has(c)) return *other;
  throw Error(Error::Kind::machine, "no font has this character");
}

/// A few words need no more than this of UAX #9: letters have their direction, all else that of the line.
std::vector<Piece> pieces(const std::u16string& text, const Language& language, bool bold) {
  std::vector<Piece> result;
  for (const char16_t c : text) {
    const bool rtl = is_arabic(c) || (language.rtl() && !is_left_to_right(c));
    const Font* font = &font_for(c, language, bold);
    if (c == ' ' && !result.empty() && result.back().rtl == rtl && result.back().font->has(c))
      font = result.back().font;
    if (result.empty() || result.back().font != font || result.back().rtl != rtl) result.push_back({{}, font, rtl});
    result.back().text += c;
  }
  if (language.rtl()) std::reverse(result.begin(), result.end());
  return result;
}

struct HbFont {
  explicit HbFont(const Font& font) {
    hb_blob_t* blob = hb_blob_create(font.bytes->data(), static_cast<unsigned>(font.bytes->size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    value.reset(hb_font_create(face));
    hb_face_destroy(face);
    hb_blob_destroy(blob);
  }
  struct Destroy {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
  };
  std::unique_ptr<hb_font_t, Destroy> value;
};

/// As the layout stage shapes: a cluster a character where possible (pdf writer's contract), visual order.
std::vector<Glyph> shape(const Piece& piece, const Language& language) {
  const HbFont font(*piece.font);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(piece.text.data()),
                      static_cast<int>(piece.text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_buffer_set_direction(buffer, piece.rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_language(buffer, hb_language_from_string(language.tag.c_str(), -1));
  hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_set_invisible_glyph(buffer, piece.font->blank_glyph);
  const char* shapers[] = {"ot", nullptr};
  hb_shape_full(font.value.get(), buffer, nullptr, 0, shapers);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
  std::vector<std::uint32_t> starts;
  for (unsigned i = 0; i < count; ++i) starts.push_back(infos[i].cluster);
  std::sort(starts.begin(), starts.end());
  std::vector<Glyph> glyphs;
  for (unsigned i = 0; i < count; ++i) {
    const auto next = std::upper_bound(starts.begin(), starts.end(), infos[i].cluster);
    const auto end = next == starts.end() ? static_cast<std::uint32_t>(piece.text.size()) : *next;
    glyphs.push_back(
        {infos[i].codepoint, places[i].x_advance, places[i].x_offset, places[i].y_offset, infos[i].cluster, end});
  }
  hb_buffer_destroy(buffer);
  return glyphs;
}

const std::u16string danish = u"Vi mødes søndag kl. 10.30 – og (måske) spiser vi blåbærgrød på øen.";
const std::u16string arabic = u"مرحباً بكم في بلدية آرهوس، والإقامة 2026 مجانية";
const std::u16string farsi =
    u"می‌خواهم نامه‌ای به شهرداری آرهوس بنویسم؛ کتاب‌ها";
const std::u16string tigrinya = u"ሰላም! እዚ ወረቐት ብዛዕባ ቤት ትምህርቲ እዩ፡ ብትግርኛ Søren ዝተጻሕፈ።";

PictureRef picture() {
  auto value = std::make_shared<Picture>();
  value->width = 24;
  value->height = 16;
  for (int y = 0; y < value->height; ++y)
    for (int x = 0; x < value->width; ++x) {
      value->rgb += {static_cast<char>(x * 10), static_cast<char>(y * 15), static_cast<char>(160)};
      value->alpha += static_cast<char>(x * 10);
    }
  value->path = "logo.png";
  return value;
}

void add_table(Setter& set, std::int32_t root) {
  const Languages& l = languages();
  const auto table = set.node(Role::table, root);
  const auto head = set.node(Role::table_head, table);
  const auto body = set.node(Role::table_body, table);
  const auto first = set.node(Role::table_row, head);
  const auto second = set.node(Role::table_row, body);
  const auto third = set.node(Role::table_row, body);
  set.mark({-1, Artifact::layout, Fill{area(71, 300, 300, 20), {232, 238, 244}}});
  for (int column = 0; column < 2; ++column) {
    const auto cell = set.node(Role::header_cell, first);
    set.pages.structure[static_cast<std::size_t>(cell)].scope = StructureNode::Scope::column;
    set.line(cell, column == 0 ? u"Sprog" : u"Tid", l.da, at(75 + 150.0 * column, 314), 10, true);
  }
  set.block(Role::data_cell, second, u"ትግርኛ", l.ti, at(75, 334), 11);
  set.node(Role::data_cell, second);  // an empty cell keeps its place
  const auto wide = set.node(Role::data_cell, third);
  set.pages.structure[static_cast<std::size_t>(wide)].column_span = 2;
  set.line(wide, u"alle (☐ nej)", l.da, at(75, 354), 10);
  set.mark({-1, Artifact::layout, Line{at(71, 360), at(371, 360), Length::points(0.8), {85, 85, 85}, true}});
}

void add_list(Setter& set, std::int32_t root) {
  const Languages& l = languages();
  const auto list = set.node(Role::list, root);
  set.pages.structure[static_cast<std::size_t>(list)].numbering = StructureNode::Numbering::disc;
  for (int i = 0; i < 2; ++i) {
    const auto item = set.node(Role::list_item, list);
    const auto label = set.node(Role::label, item);
    const auto text = set.node(Role::list_body, item);
    const double y = 200 + 20.0 * i;
    set.line(label, u"•", l.da, at(75, y), 11);
    set.block(Role::paragraph, text, i == 0 ? u"Pas eller opholdskort" : u"ምስክር ወረቐት", i == 0 ? l.da : l.ti, at(90, y),
              11);
  }
}

}  // namespace

Languages::Languages()
    : da(language("da", Direction::left_to_right, ScriptClass::latin)),
      ar(language("ar", Direction::right_to_left, ScriptClass::arabic)),
      fa(language("fa", Direction::right_to_left, ScriptClass::arabic)),
      ti(language("ti", Direction::left_to_right, ScriptClass::ethiopic)) {}

const FontSet& fonts() { return loaded().fonts; }
const std::string& color_profile() { return loaded().profile; }
const Languages& languages() {
  static const Languages value;
  return value;
}

Point at(double x, double y) { return {Length::points(x), Length::points(y)}; }
Rect area(double x, double y, double width, double height) {
  return {Length::points(x), Length::points(y), Length::points(width), Length::points(height)};
}

Setter::Setter(const Language& language) {
  pages.meta.title = "Aftale – مرحباً – ሰላም";
  pages.meta.author = "Foreningen <Åben & Glad>";
  pages.meta.template_id = "sample";
  pages.meta.version = "0123abcd";
  pages.meta.date = "2026-03-01";
  pages.meta.color_profile = &color_profile();
  pages.language = &language;
  pages.languages = {&language};
  pages.width = Length::millimetres(210);
  pages.height = Length::millimetres(297);
  node(Role::document, -1, &language);
  page();
}

std::int32_t Setter::node(Role role, std::int32_t parent, const Language* language, int level) {
  const auto index = static_cast<std::int32_t>(pages.structure.size());
  StructureNode fresh;
  fresh.role = role;
  fresh.parent = parent;
  fresh.language = language;
  fresh.level = level;
  pages.structure.push_back(std::move(fresh));
  if (parent >= 0) pages.structure[static_cast<std::size_t>(parent)].children.push_back(index);
  return index;
}

void Setter::page() { pages.pages.push_back({std::to_string(pages.pages.size() + 1), {}, {}}); }

Rect Setter::line(std::int32_t node, const std::u16string& text, const Language& language, Point where, double size,
                  bool bold, Artifact artifact) {
  std::vector<GlyphRun> runs;
  Length width;
  for (const Piece& piece : pieces(text, language, bold)) {
    GlyphRun run;
    run.font = piece.font;
    run.size = Length::points(size);
    run.color = {26, 26, 26};
    run.rtl = piece.rtl;
    run.text = piece.text;
    run.glyphs = shape(piece, language);
    run.origin = {where.x + width, where.y};
    for (const Glyph& glyph : run.glyphs) width += scaled(run.size, glyph.advance, piece.font->units_per_em);
    runs.push_back(std::move(run));
  }
  const Length shift = language.rtl() ? -width : Length{};
  for (GlyphRun& run : runs) {
    run.origin.x += shift;
    mark({node, artifact, std::move(run)});
  }
  return {where.x + shift, where.y - Length::points(size), width, Length::points(size * 1.3)};
}

Rect Setter::block(Role role, std::int32_t parent, const std::u16string& text, const Language& language, Point where,
                   double size, int level) {
  const Language* own = &language == pages.language ? nullptr : &language;
  auto leaf = node(role, parent, own, level);
  if (language.rtl()) {
    leaf = node(Role::span, leaf);
    pages.structure[static_cast<std::size_t>(leaf)].has_actual_text = true;
    pages.structure[static_cast<std::size_t>(leaf)].actual_text = text;
  }
  return line(leaf, text, language, where, size, role == Role::heading);
}

Pages sample() {
  const Languages& l = languages();
  Setter set(l.da);
  set.pages.languages = {&l.da, &l.ar, &l.fa, &l.ti};
  set.line(-1, u"Aftale", l.da, at(71, 40), 9, false, Artifact::header);
  set.mark({-1, Artifact::header, Line{at(71, 46), at(524, 46), Length::points(0.5), {120, 120, 120}}});
  set.block(Role::heading, 0, u"Velkommen til Århus’ åbne kontor", l.da, at(71, 100), 24, 1);

  const auto toc_item = set.node(Role::toc_item, set.node(Role::toc, 0));
  const auto to_list = set.node(Role::link, set.node(Role::reference, toc_item));
  const Rect entry = set.line(to_list, u"Papirer", l.da, at(71, 130), 11);
  set.pages.pages[0].links.push_back({entry, "#papers", "Gå til Papirer", to_list});

  const auto paragraph = set.node(Role::paragraph, 0);
  const auto before = set.node(Role::span, paragraph);
  set.line(before, danish + u" Læs mere på ", l.da, at(71, 160), 11);
  const auto link = set.node(Role::link, paragraph);
  const Rect address = set.line(link, u"aarhus.dk", l.da, at(71, 176), 11);
  set.mark({link, Artifact::none,
            Line{at(71, 178), {address.right(), Length::points(178)}, Length::points(0.5), {31, 78, 121}}});
  set.pages.pages[0].links.push_back({address, "https://www.aarhus.dk/åben?a=(1)", "Aarhus Kommune", link});
  set.block(Role::heading, 0, u"مرحباً بكم", l.ar, at(524, 200), 15, 2);
  set.block(Role::paragraph, 0, arabic, l.ar, at(524, 230), 13);
  set.block(Role::paragraph, 0, farsi, l.fa, at(524, 260), 13);
  set.block(Role::paragraph, 0, tigrinya, l.ti, at(71, 290), 11);
  const auto nothing = set.node(Role::division, 0);
  set.node(Role::paragraph, nothing);

  set.page();
  set.mark({-1, Artifact::background, Fill{area(0, 0, 22.68, 841.89), {31, 78, 121}}});
  set.block(Role::heading, 0, u"Papirer", l.da, at(71, 170), 15, 2);
  add_list(set, 0);
  add_table(set, 0);
  const auto figure = set.node(Role::figure, 0);
  StructureNode& logo = set.pages.structure[static_cast<std::size_t>(figure)];
  logo.alternative = "Byens våben";
  logo.box = area(71, 400, 120, 80);
  logo.page = 1;
  const PictureRef image = picture();
  set.mark({figure, Artifact::none, PlacedPicture{image, logo.box}});
  set.mark({-1, Artifact::layout, Frame{area(71, 400, 120, 80), Length::points(0.8), {85, 85, 85}}});
  set.mark({-1, Artifact::footer, PlacedPicture{image, area(500, 780, 24, 16)}});
  set.line(-1, u"Side 2 af 2", l.da, at(71, 800), 9, false, Artifact::footer);
  set.pages.anchors["papers"] = {1, Length::points(155)};
  set.pages.outline = {{"Velkommen", 1, 0, Length::points(76)},
                       {"مرحباً بكم", 2, 0, Length::points(185)},
                       {"Papirer", 2, 1, Length::points(155)},
                       {"Slut", 1, 1, Length::points(400)}};
  return set.pages;
}

std::vector<std::string> sample_blocks() {
  return {"Velkommen til Århus’ åbne kontor",
          to_utf8(danish) + " Læs mere på aarhus.dk",
          "مرحباً بكم",
          to_utf8(arabic),
          to_utf8(farsi),
          to_utf8(tigrinya),
          "Papirer",
          "Pas eller opholdskort",
          "ምስክር ወረቐት",
          "Sprog",
          "Tid",
          "ትግርኛ",
          "alle (☐ nej)"};
}

}  // namespace skabelon::test
