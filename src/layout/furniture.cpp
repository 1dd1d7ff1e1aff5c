// Title and logo above the text, document id and page number below it; all of it artifacts.
#include "layout/furniture.h"

#include <algorithm>

#include "layout/segments.h"
#include "layout/text_rows.h"

namespace skabelon {
namespace {

constexpr Length rule_below_header = Length::millimetres(2.2);
constexpr Length hairline = Length::points(0.5);
constexpr Length logo_height = Length::millimetres(8);
constexpr Length logo_width = Length::millimetres(45);
constexpr Length white_edge = Length::millimetres(5);  // of a page: most printers do not reach it
constexpr Length gutter = Length::millimetres(6);
constexpr const char* chapter_gap = "\u00A0\u00A0\u00A0\u00A0";

bool counts_pages(const Inlines& inlines) {
  return std::any_of(inlines.begin(), inlines.end(), [](const Inline& item) {
    return std::holds_alternative<PageNumber>(item.content) || std::holds_alternative<PageCount>(item.content);
  });
}

/// Page numbers in running matter are those of the page itself.
Inlines with_numbers(const Inlines& inlines, const std::string& number, const std::string& count) {
  Inlines result = inlines;
  for (Inline& item : result) {
    if (std::holds_alternative<PageNumber>(item.content)) item.content = Value{"page", number, false};
    if (std::holds_alternative<PageCount>(item.content)) item.content = Value{"pages", count, false};
  }
  return result;
}

class Furniture {
 public:
  Furniture(Context& context, std::vector<MissingOnPage>& missing)
      : context_(context), page_(context.styles.page), missing_(missing) {
    column_ = {page_.margin_side, page_.width - page_.margin_side * 2};
  }

  /// Header of all pages alike; made once and copied.
  std::vector<Mark> header() {
    const RunningMatter& running = context_.document.running;
    Row row;
    Column text = column_;
    if (running.logo != nullptr) {
      const Rect rect = logo_rect(*running.logo);
      add_mark(PlacedPicture{running.logo, rect}, Artifact::header, row);
      text.width -= rect.width + gutter;
    }
    set(running.header, "header", text, Align::start, page_.header_baseline, Artifact::header, row);
    if (row.pieces.empty()) return {};
    const Length y = page_.header_baseline + rule_below_header;
    add_mark(Line{{column_.x, y}, {column_.x + column_.width, y}, hairline, context_.styles.grey}, Artifact::header,
             row);
    return placed(std::move(row));
  }

  /// Footer of one page. The end side is set first: it takes the room it needs.
  std::vector<Mark> footer(const std::string& number, const std::string& count, const Chapter* chapter) {
    const RunningMatter& running = context_.document.running;
    Inlines start_text = with_numbers(running.footer_start, number, count);
    const Inlines end_text = with_numbers(running.footer_end, number, count);
    const Length baseline = page_.height - page_.footer_baseline;
    Row row;
    Length end_width;
    if (!end_text.empty())
      end_width = set(end_text, "footer", column_, Align::end, baseline, Artifact::footer, row) + gutter;
    const Column start{column_.x, column_.width - end_width};
    if (chapter != nullptr) add_chapter(*chapter, start.width, start_text);
    set(start_text, "footer", start, Align::start, baseline, Artifact::footer, row);
    return placed(std::move(row));
  }

 private:
  /// The chapter's title behind the document's id, cut after as many words as the line holds.
  void add_chapter(const Chapter& chapter, Length width, Inlines& text) const {
    Inline gap;
    gap.content = Text{chapter_gap};
    text.push_back(std::move(gap));
    Inline mark;
    mark.style = "accent";
    mark.language = chapter.language;
    const Language& language = *context_.document.language;
    const ParagraphStyle& style = context_.style("footer", "body");
    for (std::string title = chapter.title; !title.empty(); title = title.substr(0, title.rfind(' ')) + "…") {
      mark.content = Value{{}, title, false};
      text.push_back(mark);
      const Segments segments = make_segments(context_, text, language);
      if (natural_width(segments.list, language, style, context_.fonts) <= width) return;
      text.pop_back();
      if (title.find(' ') == std::string::npos) return;
    }
  }

  Rect logo_rect(const Picture& logo) const {
    const Length bottom = page_.header_baseline + rule_below_header - Length::millimetres(1.2);
    Length height = std::min(logo_height, bottom - white_edge);
    Length width = scaled(height, logo.width, logo.height);
    if (width > logo_width) {
      width = logo_width;
      height = scaled(width, logo.height, logo.width);
    }
    return {column_.x + column_.width - width, bottom - height, width, height};
  }

  template <class Shape>
  static void add_mark(Shape shape, Artifact artifact, Row& row) {
    Mark mark;
    mark.artifact = artifact;
    mark.content = std::move(shape);
    row.pieces.push_back({std::move(mark), {}, false});
  }

  /// Gives the width of the widest line.
  Length set(const Inlines& inlines, const char* style_name, Column column, Align align, Length baseline,
             Artifact artifact, Row& row) {
    const Language& language = *context_.document.language;
    ParagraphStyle style = context_.style(style_name, "body");
    style.align = align;
    const Segments segments = make_segments(context_, inlines, language);
    if (segments.list.empty()) return {};
    std::vector<MissingGlyph> missing;
    const ParagraphLines lines = set_paragraph(segments.list, language, style, column.width, context_.fonts, missing);
    LineTarget target{column, baseline - lines.baseline, nullptr, artifact, false};
    Length widest;
    for (const TextLine& line : lines.lines) {
      append_line(line, lines, segments.list, target, row);
      target.top += lines.leading;
      widest = std::max(widest, line.width);
    }
    for (const MissingGlyph& glyph : missing) missing_.push_back({0, glyph});
    return widest;
  }

  std::vector<Mark> placed(Row row) {
    Pages scratch;
    Placer placer(context_, scratch);
    placer.begin_page(false);
    placer.place(std::move(row), {});
    placer.end_page();
    return std::move(scratch.pages[0].marks);
  }

  Context& context_;
  const PageStyle& page_;
  std::vector<MissingOnPage>& missing_;
  Column column_;
};

/// The last chapter that has begun when the page ends, or null.
const Chapter* chapter_of(std::size_t page, const std::vector<Chapter>& chapters) {
  const auto next = std::find_if(chapters.begin(), chapters.end(), [page](const Chapter& chapter) {
    return chapter.page > static_cast<std::int32_t>(page);
  });
  return next == chapters.begin() ? nullptr : &*(next - 1);
}

}  // namespace

std::string page_label(std::size_t number, const Language& language) {
  std::string western = std::to_string(number);
  if (language.digits != Digits::native || language.native_digits.empty()) return western;
  // All digits of a script take the same number of bytes.
  const std::size_t size = language.native_digits.size() / 10;
  std::string text;
  for (const char digit : western)
    text += language.native_digits.substr(static_cast<std::size_t>(digit - '0') * size, size);
  return text;
}

void add_furniture(Context& context, Pages& pages, const PageKinds& kinds, std::vector<MissingOnPage>& missing) {
  const RunningMatter& running = context.document.running;
  const Language& language = *context.document.language;
  Furniture furniture(context, missing);
  const std::vector<Mark> header = furniture.header();
  const std::string count = page_label(pages.pages.size(), language);
  const bool alike = !counts_pages(running.footer_start) && !counts_pages(running.footer_end);
  std::vector<Mark> footer;
  const Chapter* shown = nullptr;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    std::vector<Mark>& marks = pages.pages[i].marks;
    if (!kinds.covers[i] && (i > 0 || running.first_page_header))
      marks.insert(marks.end(), header.begin(), header.end());
    const Chapter* const chapter = chapter_of(i, kinds.chapters);
    if (i == 0 || !alike || chapter != shown) footer = furniture.footer(pages.pages[i].label, count, chapter);
    shown = chapter;
    marks.insert(marks.end(), footer.begin(), footer.end());
  }
}

}  // namespace skabelon
