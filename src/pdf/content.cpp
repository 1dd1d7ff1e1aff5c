// The marks of a page -> its content stream.
#include "pdf/content.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "base/diagnostic.h"
#include "pdf/glyph_text.h"

namespace skabelon::pdf {
namespace {

/// Writes one page and remembers what the graphics state is, so that nothing is set twice.
class Painter {
 public:
  Painter(const Pages& pages, DocumentFonts& fonts, DocumentPictures& pictures)
      : pages_(&pages), fonts_(&fonts), pictures_(&pictures) {
    content_.bytes.reserve(std::size_t{16} << 10U);
  }

  /// Marks [begin, end) of one owner: one marked-content sequence (14.6).
  void sequence(const Mark* begin, const Mark* end) {
    open(begin, end);
    for (const Mark* mark = begin; mark != end; ++mark)
      std::visit([&](const auto& what) { paint(what); }, mark->content);
    end_text();
    out() += "EMC\n";
  }

  Content take() { return std::move(content_); }

 private:
  std::string& out() { return content_.bytes; }

  void number(Length length) {
    append_length(out(), length);
    out() += ' ';
  }
  /// Ours goes down the page, PDF's goes up (8.3.2.3).
  void point(Length x, Length y) {
    number(x);
    number(pages_->height - y);
  }
  void rectangle(const Rect& rect) {
    point(rect.x, rect.bottom());
    number(rect.width);
    number(rect.height);
    out() += "re ";
  }

  void open(const Mark* begin, const Mark* end);
  void background(const Mark* begin, const Mark* end);

  void begin_text() {
    if (!in_text_) out() += "BT\n";
    in_text_ = true;
  }
  /// Paths and images may not stand inside a text object (figure 9 of 8.2).
  void end_text() {
    if (in_text_) out() += "ET\n";
    in_text_ = false;
  }
  void fill_color(Color color) {
    if (fill_ == color) return;
    append_color(out(), color);
    out() += " rg ";
    fill_ = color;
  }
  void stroke(Color color, Length width) {
    if (stroke_ != color) {
      append_color(out(), color);
      out() += " RG ";
      stroke_ = color;
    }
    if (line_width_ != width) {
      number(width);
      out() += "w ";
      line_width_ = width;
    }
  }

  void paint(const GlyphRun& run);
  void show(const GlyphRun& run, DocumentFont& font);
  void rise(const GlyphRun& run, std::int32_t units);
  void paint(const Fill& fill) {
    end_text();
    fill_color(fill.color);
    rectangle(fill.rect);
    out() += "f\n";
  }
  void paint(const Frame& frame) {
    end_text();
    stroke(frame.color, frame.line);
    rectangle(frame.rect);
    out() += "S\n";
  }
  void paint(const Line& line);
  void paint(const PlacedPicture& placed);
  void draw(const PlacedPicture& placed);
  void outline(const PictureOutline& outline, const PlacedPicture& placed);

  const Pages* pages_;
  DocumentFonts* fonts_;
  DocumentPictures* pictures_;
  Content content_;
  bool in_text_ = false;
  std::optional<Color> fill_;
  std::optional<Color> stroke_;
  std::optional<Length> line_width_;
  const Font* font_ = nullptr;
  Length size_;
  std::vector<std::u16string_view> pieces_;
};

void Painter::open(const Mark* begin, const Mark* end) {
  if (begin->node >= 0) {
    out() += '/';
    out() += type_name(pages_->structure.at(static_cast<std::size_t>(begin->node)));
    out() += "<</MCID ";
    append_integer(out(), static_cast<std::int64_t>(content_.owners.size()));
    out() += ">>BDC\n";
    content_.owners.push_back(begin->node);
    return;
  }
  switch (begin->artifact) {
    case Artifact::header:
      out() += "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n";
      break;
    case Artifact::footer:
      out() += "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n";
      break;
    case Artifact::background:
      background(begin, end);
      break;
    case Artifact::none:
    case Artifact::layout:
      out() += "/Artifact<</Type/Layout>>BDC\n";
      break;
  }
}

/// Background artifacts must tell their box (table 330).
void Painter::background(const Mark* begin, const Mark* end) {
  Length left = pages_->width;
  Length top = pages_->height;
  Length right;
  Length bottom;
  const auto take = [&](const Rect& rect) {
    left = std::min(left, rect.x);
    top = std::min(top, rect.y);
    right = std::max(right, rect.right());
    bottom = std::max(bottom, rect.bottom());
  };
  for (const Mark* mark = begin; mark != end; ++mark) {
    if (const auto* fill = std::get_if<Fill>(&mark->content))
      take(fill->rect);
    else if (const auto* frame = std::get_if<Frame>(&mark->content))
      take(frame->rect);
    else if (const auto* picture = std::get_if<PlacedPicture>(&mark->content))
      take(picture->rect);
    else
      take({{}, {}, pages_->width, pages_->height});
  }
  out() += "/Artifact<</Type/Background/BBox[";
  point(left, bottom);
  point(right, top);
  out() += "]>>BDC\n";
}

void Painter::paint(const GlyphRun& run) {
  if (run.glyphs.empty()) return;
  DocumentFont& font = fonts_->of(*run.font);
  begin_text();
  fill_color(run.color);
  if (font_ != run.font || size_ != run.size) {
    out() += '/';
    out() += font.resource();
    out() += ' ';
    number(run.size);
    out() += "Tf ";
    font_ = run.font;
    size_ = run.size;
  }
  out() += "1 0 0 1 ";
  point(run.origin.x, run.origin.y);
  out() += "Tm";
  show(run, font);
}

/// The glyphs with what separates their places from the sum of the W widths, in whole 1/1000 em. Places are
/// rounded each from its exact value, so errors never add up.
void Painter::show(const GlyphRun& run, DocumentFont& font) {
  constexpr int longest = 8000;  // glyphs in one string: well under ISO 19005-2, 6.1.13
  glyph_texts(run, pieces_);
  const int upem = font.units_per_em();
  std::int64_t pen = 0;   // font units
  std::int64_t here = 0;  // 1/1000 em: where the reader's pen is
  std::int32_t raised = 0;
  int in_string = 0;
  out() += '[';
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const Glyph& glyph = run.glyphs[i];
    const std::uint32_t cid = font.cid(glyph.id, pieces_[i]);
    const std::int64_t scaled_place = (pen + glyph.dx) * 1000;
    const std::int64_t place = (scaled_place + (scaled_place < 0 ? -upem / 2 : upem / 2)) / upem;
    pen += glyph.advance;
    if (glyph.dy != raised) {
      if (in_string > 0) out() += '>';
      in_string = 0;
      out() += "]TJ ";
      rise(run, glyph.dy);
      out() += '[';
      raised = glyph.dy;
    }
    // A thousandth is not to be seen, and would break up the strings of fonts with 2048 units per em.
    if (place - here > 1 || here - place > 1) {
      if (in_string > 0) out() += '>';
      in_string = 0;
      append_integer(out(), here - place);
      here = place;
    }
    if (in_string == longest) {
      out() += '>';
      in_string = 0;
    }
    if (in_string == 0) out() += '<';
    ++in_string;
    append_hex(out(), cid);
    here += font.width(cid);
  }
  if (in_string > 0) out() += '>';
  out() += "]TJ";
  if (raised != 0) {
    out() += ' ';
    rise(run, 0);
  }
  out() += '\n';
}

void Painter::rise(const GlyphRun& run, std::int32_t units) {
  number(scaled(run.size, units, fonts_->of(*run.font).units_per_em()));
  out() += "Ts";
}

void Painter::paint(const Line& line) {
  end_text();
  stroke(line.color, line.line);
  if (line.dashed) out() += "[3 2]0 d ";
  point(line.from.x, line.from.y);
  out() += "m ";
  point(line.to.x, line.to.y);
  out() += line.dashed ? "l S []0 d\n" : "l S\n";
}

void Painter::paint(const PlacedPicture& placed) {
  end_text();
  if (placed.picture->drawn()) return draw(placed);
  const std::string& resource = pictures_->of(placed.picture);
  out() += "q ";
  number(placed.rect.width);
  out() += "0 0 ";
  number(placed.rect.height);
  point(placed.rect.x, placed.rect.bottom());
  out() += "cm /";
  out() += resource;
  out() += " Do Q\n";
}

void Painter::outline(const PictureOutline& outline, const PlacedPicture& placed) {
  const Picture& picture = *placed.picture;
  const auto place = [&](PicturePoint at) {
    point(placed.rect.x + scaled(placed.rect.width, at.x, picture.width),
          placed.rect.y + scaled(placed.rect.height, at.y, picture.height));
  };
  place(outline.start);
  out() += "m ";
  PicturePoint from = outline.start;
  for (const auto& [first, second, end] : outline.curves) {
    const bool straight = first == from && second == end;
    if (!straight) place(first);
    if (!straight) place(second);
    place(end);
    out() += straight ? "l " : "c ";
    from = end;
  }
  if (outline.closed) out() += "h ";
}

/// A drawing's paths by the operators of 8.5.3. Caps and joins are not among what is remembered of the graphics state.
void Painter::draw(const PlacedPicture& placed) {
  const auto before = std::tuple(fill_, stroke_, line_width_);
  out() += "q ";
  for (const PicturePath& path : placed.picture->paths) {
    if (path.fill) fill_color(*path.fill);
    if (path.stroke) {
      stroke(*path.stroke, scaled(placed.rect.width, path.stroke_width, placed.picture->width));
      append_integer(out(), static_cast<int>(path.cap));
      out() += " J ";
      append_integer(out(), static_cast<int>(path.join));
      out() += " j ";
      number(Length::points(path.miter_limit));
      out() += "M ";
    }
    for (const PictureOutline& one : path.outlines) outline(one, placed);
    out() += path.fill && path.stroke ? "B" : path.fill ? "f" : "S";
    if (path.fill && path.even_odd) out() += '*';
    out() += '\n';
  }
  out() += "Q\n";
  std::tie(fill_, stroke_, line_width_) = before;
}

bool same_owner(const Mark& a, const Mark& b) { return a.node == b.node && (a.node >= 0 || a.artifact == b.artifact); }

/// A run without glyphs paints nothing; its sequence would be empty.
bool paints(const Mark& mark) {
  const auto* run = std::get_if<GlyphRun>(&mark.content);
  return run == nullptr || !run->glyphs.empty();
}

constexpr std::array<std::string_view, 6> headings = {"H1", "H2", "H3", "H4", "H5", "H6"};

}  // namespace

std::string_view type_name(const StructureNode& node) {
  switch (node.role) {
    case Role::document:
      return "Document";
    case Role::part:
      return "Part";
    case Role::section:
      return "Sect";
    case Role::division:
      return "Div";
    case Role::heading:
      return headings[static_cast<std::size_t>(std::clamp(node.level, 1, 6) - 1)];
    case Role::paragraph:
      return "P";
    case Role::block_quote:
      return "BlockQuote";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_head:
      return "THead";
    case Role::table_body:
      return "TBody";
    case Role::table_row:
      return "TR";
    case Role::header_cell:
      return "TH";
    case Role::data_cell:
      return "TD";
    case Role::span:
      return "Span";
    case Role::link:
      return "Link";
    case Role::reference:
      return "Reference";
    case Role::figure:
      return "Figure";
    case Role::form:
      return "Form";
    case Role::toc:
      return "TOC";
    case Role::toc_item:
      return "TOCI";
  }
  throw Error(Error::Kind::machine, "a structure node has no role");
}

Content paint(const Pages& pages, const Page& page, DocumentFonts& fonts, DocumentPictures& pictures) {
  Painter painter(pages, fonts, pictures);
  const Mark* const end = page.marks.data() + page.marks.size();
  for (const Mark* mark = page.marks.data(); mark != end;) {
    if (mark->node >= static_cast<std::int32_t>(pages.structure.size()))
      throw Error(Error::Kind::machine, "a mark belongs to no node of the structure tree");
    const Mark* next = mark;
    bool any = false;
    for (; next != end && same_owner(*mark, *next); ++next) any = any || paints(*next);
    if (any) painter.sequence(mark, next);
    mark = next;
  }
  return painter.take();
}

}  // namespace skabelon::pdf
