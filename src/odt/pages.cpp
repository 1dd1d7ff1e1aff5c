// Margins, header and footer -> the master pages "Standard" and "Cover", their body areas equal to the PDF's.
#include "odt/pages.h"

#include <algorithm>

#include "odt/numbering.h"

namespace skabelon::odt {
namespace {

constexpr Length rule_below_header = Length::millimetres(2.2);  // from the baseline
constexpr Length hairline = Length::points(0.5);
constexpr Length logo_height = Length::millimetres(8);
constexpr Length logo_width = Length::millimetres(45);
constexpr Length white_edge = Length::millimetres(5);  // of a page: most printers do not reach it
constexpr Length accent_bar = Length::millimetres(8);

class Pages {
 public:
  Pages(Shared& shared, pugi::xml_node masters, const std::string& logo)
      : shared_(shared),
        styles_(shared.styles),
        document_(shared.document),
        page_(shared.styles.sheet().page),
        language_(*shared.document.language),
        masters_(masters),
        logo_(logo) {}

  void write() {
    const bool cover = has_cover(document_);
    write_layout("PageLayout");
    pugi::xml_node standard =
        add(masters_, "style:master-page", {{"style:name", "Standard"}, {"style:page-layout-name", "PageLayout"}});
    const bool first_differs = !cover && !document_.running.first_page_header;
    write_header(standard.append_child("style:header"));
    // A first page of its own has both (ODF 1.3 part 3, 16.9): the footer is the same there.
    if (first_differs) write_empty(standard.append_child("style:header-first"));
    write_footer(standard.append_child("style:footer"));
    if (first_differs) write_footer(standard.append_child("style:footer-first"));
    if (!cover) return;
    pugi::xml_node front =
        add(masters_, "style:master-page",
            {{"style:name", "Cover"}, {"style:page-layout-name", "PageLayout"}, {"style:next-style-name", "Standard"}});
    write_bar(front.append_child("style:header"));
    write_footer(front.append_child("style:footer"));
  }

 private:
  Length leading(const char* style) const { return styles_.sheet_style(style).of(language_.script).leading; }
  Length text_width() const { return page_.width - page_.margin_side * 2; }
  /// The baseline stands at 0.8 of a fixed line height (odt.md 10).
  Length header_top() const { return page_.header_baseline - leading("header") * 4 / 5; }
  Length header_padding() const { return rule_below_header - leading("header") / 5; }

  void write_layout(const char* name) {
    const Length header = leading("header") + header_padding() + hairline;
    const Length footer = leading("footer");
    const Length footer_bottom = page_.footer_baseline - leading("footer") / 5;
    pugi::xml_node layout = add(styles_.page_automatics(), "style:page-layout", {{"style:name", name}});
    add(layout, "style:page-layout-properties",
        {{"fo:page-width", mm(page_.width)},
         {"fo:page-height", mm(page_.height)},
         {"style:print-orientation", "portrait"},
         {"fo:margin-top", mm(header_top())},
         {"fo:margin-bottom", mm(footer_bottom)},
         {"fo:margin-left", mm(page_.margin_side)},
         {"fo:margin-right", mm(page_.margin_side)},
         {"style:writing-mode", language_.rtl() ? "rl-tb" : "lr-tb"},
         {"style:num-format", number_format(language_)},
         {"style:footnote-max-height", "0mm"}});
    add(layout.append_child("style:header-style"), "style:header-footer-properties",
        {{"fo:min-height", mm(page_.margin_top - header_top())},
         {"fo:margin-bottom", mm(page_.margin_top - header_top() - header)},
         {"style:dynamic-spacing", "false"}});
    add(layout.append_child("style:footer-style"), "style:header-footer-properties",
        {{"fo:min-height", mm(page_.margin_bottom - footer_bottom)},
         {"fo:margin-top", mm(page_.margin_bottom - footer_bottom - footer)},
         {"style:dynamic-spacing", "false"}});
  }

  pugi::xml_node paragraph(pugi::xml_node parent, const char* style, const ParagraphFormat& format) {
    return add(parent, "text:p", {{"text:style-name", styles_.paragraph(style, language_, format)}});
  }

  void write_header(pugi::xml_node header) {
    const RunningMatter& running = document_.running;
    if (running.header.empty() && running.logo == nullptr) return write_empty(header);
    ParagraphFormat format;
    format.line_below = hairline;
    format.rule_color = styles_.sheet().grey;
    format.rule_gap = header_padding();
    pugi::xml_node node = paragraph(header, "header", format);
    if (running.logo != nullptr && !logo_.empty()) write_logo(node, *running.logo);
    write_inlines(shared_, node, running.header, styles_.sheet_style("header"), language_);
  }

  void write_empty(pugi::xml_node header) { paragraph(header, "header", {}); }

  /// At the end side of the page, its foot just above the hairline.
  void write_logo(pugi::xml_node paragraph, const Picture& logo) {
    const Length bottom = page_.header_baseline + Length::millimetres(1);
    Length height = std::min(logo_height, bottom - white_edge);
    Length width = scaled(height, logo.width, logo.height);
    if (width > logo_width) {
      width = logo_width;
      height = scaled(width, logo.height, logo.width);
    }
    const Length x = page_.width - page_.margin_side - width;
    pugi::xml_node frame = shape(paragraph, "draw:frame", "Logo", Rect{x, bottom - height, width, height}, {});
    add(frame, "draw:image",
        {{"xlink:href", logo_},
         {"xlink:type", "simple"},
         {"xlink:show", "embed"},
         {"xlink:actuate", "onLoad"},
         {"draw:mime-type", "image/png"}});
    add_text(frame.append_child("svg:title"), document_.running.logo_alternative);
  }

  void write_bar(pugi::xml_node header) {
    pugi::xml_node node = paragraph(header, "header", {});
    shape(node, "draw:rect", "Accent bar", Rect{{}, {}, accent_bar, page_.height},
          {{"draw:fill", "solid"}, {"draw:fill-color", hex(styles_.sheet().accent)}, {"draw:stroke", "none"}});
  }

  /// `rect.x` counts from the start side: LibreOffice mirrors "from-left" on a right-to-left page.
  pugi::xml_node shape(pugi::xml_node paragraph, const char* element, const char* name, const Rect& rect, Attrs look) {
    for (const Attr& attribute : Attrs{{"style:wrap", "run-through"},
                                       {"style:run-through", "background"},
                                       {"style:flow-with-text", "false"},
                                       {"style:vertical-pos", "from-top"},
                                       {"style:vertical-rel", "page"},
                                       {"style:horizontal-pos", "from-left"},
                                       {"style:horizontal-rel", "page"}}) {
      look.push_back(attribute);
    }
    const std::string style = styles_.automatic("graphic", "G", "style:graphic-properties", look);
    return add(paragraph, element,
               {{"draw:style-name", style},
                {"draw:name", name},
                {"text:anchor-type", "paragraph"},
                {"svg:x", mm(rect.x)},
                {"svg:y", mm(rect.y)},
                {"svg:width", mm(rect.width)},
                {"svg:height", mm(rect.height)}});
  }

  void write_footer(pugi::xml_node footer) {
    const RunningMatter& running = document_.running;
    ParagraphFormat format;
    format.end_tab = text_width();
    pugi::xml_node node = paragraph(footer, "footer", format);
    const ParagraphStyle& look = styles_.sheet_style("footer");
    write_inlines(shared_, node, running.footer_start, look, language_);
    if (has_chapters(document_)) write_chapter(node);
    Inlines end;
    Inline tab;
    tab.content = Text{"\t"};
    end.push_back(tab);
    end.insert(end.end(), running.footer_end.begin(), running.footer_end.end());
    write_inlines(shared_, node, end, look, language_);
  }

  /// The title of the part that the page stands in, kept up to date by the word processor.
  void write_chapter(pugi::xml_node paragraph) {
    add_text(paragraph, "\u00A0\u00A0\u00A0\u00A0\u2068");
    pugi::xml_node span =
        add(paragraph, "text:span", {{"text:style-name", styles_.text({"accent", nullptr, {}, {}}, language_)}});
    add(span, "text:chapter", {{"text:display", "name"}, {"text:outline-level", "1"}});
    add_text(paragraph, "\u2069");
  }

  Shared& shared_;
  Styles& styles_;
  const Document& document_;
  const PageStyle& page_;
  const Language& language_;
  pugi::xml_node masters_;
  const std::string& logo_;
};

}  // namespace

bool has_cover(const Document& document) {
  for (const Block& block : document.blocks) {
    if (std::holds_alternative<Cover>(block.content)) return true;
    if (!std::holds_alternative<Box>(block.content)) return false;
  }
  return false;
}

void write_pages(Shared& shared, pugi::xml_node masters, const std::string& logo) {
  shared.page_matter = true;
  shared.styles.begin_page_matter();
  Pages(shared, masters, logo).write();
}

}  // namespace skabelon::odt
