// Paragraph and character styles of the sheet -> <style:style>, plain, Asian and complex properties alike.
#include "odt/styles.h"

namespace skabelon::odt {
namespace {

constexpr const char* latin_language = "da";  // the western language where the text itself has none
constexpr const char* latin_country = "DK";

void set_text(pugi::xml_node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(value.c_str());
}

/// The size a language's text has in this style; what an other complex script in it takes is of no account.
const ScriptStyle& complex_script(const ParagraphStyle& look, const Language& language) {
  return look.of(is_complex(language.script) ? language.script : ScriptClass::arabic);
}

void set_box(pugi::xml_node properties, const BoxStyle& box, bool rtl) {
  if (box.has_fill) set_text(properties, "fo:background-color", hex(box.fill));
  // A line of the fill's colour makes neighbours one box: LibreOffice joins equal borders only.
  const Color edge = box.frame.raw > 0 ? box.line : box.fill;
  const std::string line = pt(box.frame.raw > 0 ? box.frame : Length::points(0.5)) + " solid " + hex(edge);
  const std::string rule = pt(box.rule) + " solid " + hex(box.line);
  const char* start = rtl ? "fo:border-right" : "fo:border-left";
  for (const char* side : {"fo:border-left", "fo:border-right", "fo:border-top", "fo:border-bottom"}) {
    set_text(properties, side, box.rule.raw > 0 && std::string(side) == start ? rule : line);
  }
  set_text(properties, "fo:padding", mm(box.padding));
}

}  // namespace

const char* physical(Align align, bool rtl) {
  if (align == Align::center) return "center";
  return (align == Align::start) != rtl ? "left" : "right";
}

void set_fonts(pugi::xml_node node, const ScriptStyle& western, const ScriptStyle& complex) {
  set_text(node, "style:font-name", western.family);
  set_text(node, "style:font-name-asian", western.family);
  set_text(node, "style:font-name-complex", complex.family);
  set_text(node, "fo:font-size", pt(western.size));
  set_text(node, "style:font-size-asian", pt(western.size));
  set_text(node, "style:font-size-complex", pt(complex.size));
}

void set_weight(pugi::xml_node node, bool bold) {
  for (const char* name : {"fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"}) {
    set_text(node, name, bold ? "bold" : "normal");
  }
}

void set_language(pugi::xml_node node, const Language& language) {
  const bool complex = is_complex(language.script);
  set_text(node, "fo:language", complex ? latin_language : language.odf_language);
  set_text(node, "fo:country", complex ? latin_country : language.odf_country);
  set_text(node, "style:language-asian", "none");
  set_text(node, "style:country-asian", "none");
  set_text(node, "style:language-complex", complex ? language.odf_language : "none");
  set_text(node, "style:country-complex", complex ? language.odf_country : "none");
}

Styles::Styles(const Document& document) : sheet_(document.styles()), main_(*document.language) {
  named_.append_child("office:styles");
  automatic_.append_child("office:automatic-styles");
  page_automatic_.append_child("office:automatic-styles");
  write_defaults(document);
}

void Styles::write_defaults(const Document& document) {
  const ParagraphStyle& body = sheet_style("body");
  pugi::xml_node defaults = add(named(), "style:default-style", {{"style:family", "paragraph"}});
  // With orphans and widows of two, LibreOffice 7.4 moves some lists to the next page from a page that is half empty,
  // and with widows of two it leaves some pages after two lines.
  add(defaults, "style:paragraph-properties",
      {{"fo:orphans", "2"},
       {"fo:widows", "1"},
       {"style:writing-mode", document.language->rtl() ? "rl-tb" : "lr-tb"},
       {"style:tab-stop-distance", "14mm"},
       {"style:text-autospace", "none"},
       {"style:punctuation-wrap", "hanging"},
       {"style:line-break", "strict"}});
  pugi::xml_node text = add(defaults, "style:text-properties");
  set_fonts(text, body.of(ScriptClass::latin), complex_script(body, main_));
  set_language(text, main_);
  set_text(text, "style:use-window-font-color", "true");
  set_text(text, "fo:hyphenate", "false");
  set_text(text, "style:letter-kerning", "true");
  add(add(named(), "style:default-style", {{"style:family", "table"}}), "style:table-properties",
      {{"table:border-model", "collapsing"}});
  add(add(named(), "style:default-style", {{"style:family", "table-row"}}), "style:table-row-properties",
      {{"fo:keep-together", "always"}});
  add(add(named(), "style:default-style", {{"style:family", "graphic"}}), "style:graphic-properties",
      {{"draw:stroke", "none"}, {"draw:fill", "none"}});
}

const ParagraphStyle& Styles::sheet_style(const std::string& name) const {
  const auto found = sheet_.paragraphs.find(name);
  return found != sheet_.paragraphs.end() ? found->second : sheet_.paragraphs.at("body");
}

std::string Styles::base(const Language& language) {
  const std::string display = &language == &main_ ? "Standard" : "Standard " + language.tag;
  const auto [entry, fresh] = paragraphs_.try_emplace(display, ncname(display));
  if (!fresh) return entry->second;
  pugi::xml_node style = add(named(), "style:style",
                             {{"style:name", entry->second},
                              {"style:display-name", &language == &main_ ? "" : display},
                              {"style:family", "paragraph"},
                              {"style:class", "text"}});
  add(style, "style:paragraph-properties",
      {{"fo:text-align", physical(Align::start, language.rtl())},
       {"style:justify-single-word", "false"},
       {"style:writing-mode", language.rtl() ? "rl-tb" : "lr-tb"}});
  const ParagraphStyle& body = sheet_style("body");
  pugi::xml_node text = add(style, "style:text-properties");
  set_fonts(text, body.of(ScriptClass::latin), complex_script(body, language));
  set_language(text, language);
  return entry->second;
}

std::string Styles::paragraph(const std::string& name, const Language& language, bool outline) {
  const ParagraphStyle& look = sheet_style(name);
  const bool in_outline = outline && look.heading_level > 1;
  std::string display = look.heading_level > 1 && !outline ? look.name + " text" : look.name;
  if (&language != &main_) display += " " + language.tag;
  const auto found = paragraphs_.find(display);
  if (found != paragraphs_.end()) return found->second;
  const std::string parent = base(language);
  std::string xml_name = paragraphs_.emplace(display, ncname(display)).first->second;
  pugi::xml_node style = add(named(), "style:style");
  set(style, {{"style:name", xml_name},
              {"style:display-name", xml_name == display ? "" : display},
              {"style:family", "paragraph"},
              {"style:parent-style-name", parent}});
  // The title (level 1) is no part of the outline, so that contents and numbers start at the clauses.
  if (in_outline) {
    const std::string next = paragraph("body", language);
    set(style,
        {{"style:next-style-name", next}, {"style:default-outline-level", std::to_string(look.heading_level - 1)}});
  }
  set_text(style, "style:class", look.heading_level == 1 ? "chapter" : "text");
  paragraph_properties(style, look, language);
  text_properties(style, look, language);
  return xml_name;
}

void Styles::paragraph_properties(pugi::xml_node style, const ParagraphStyle& look, const Language& language) {
  pugi::xml_node node = add(style, "style:paragraph-properties");
  if (look.indent.raw != 0) set_text(node, "fo:margin-left", mm(look.indent));  // mirrored in rl-tb (odt.md 2)
  set(node, {{"fo:margin-top", pt(look.space_before)},
             {"fo:margin-bottom", pt(look.space_after)},
             {"fo:line-height", pt(look.of(language.script).leading)},
             {"fo:text-align", physical(look.align, language.rtl())},
             {"fo:keep-with-next", look.keep_with_next ? "always" : "auto"},
             {"fo:keep-together", look.keep_together ? "always" : ""},
             {"style:writing-mode", language.rtl() ? "rl-tb" : "lr-tb"}});
}

void Styles::text_properties(pugi::xml_node style, const ParagraphStyle& look, const Language& language) {
  pugi::xml_node node = add(style, "style:text-properties");
  set_text(node, "fo:color", hex(look.color));
  set_fonts(node, look.of(ScriptClass::latin), complex_script(look, language));
  set_weight(node, look.bold);
  set_language(node, language);
  set_text(node, "fo:hyphenate", "false");
}

std::string Styles::format_key(const std::string& parent, const ParagraphFormat& format) const {
  const auto length = [](const std::optional<Length>& value) { return value ? std::to_string(value->raw) : "-"; };
  std::string key = in_pages_ ? "page paragraph " : "paragraph ";
  key += parent + "|" + format.master + "|";
  for (const bool flag : {format.page_break, format.keep_with_next, format.hyphenate, format.natural_height,
                          format.dots, format.dashed}) {
    key += flag ? '1' : '0';
  }
  for (const auto& value : {format.indent, format.first_line, format.end_indent, format.before, format.after,
                            format.leading, format.tab, format.end_tab}) {
    key += "|" + length(value);
  }
  key += "|" + (format.align ? std::to_string(static_cast<int>(*format.align)) : "-") + "|" +
         std::to_string(format.rule.raw) + "|" + std::to_string(format.rule_gap.raw) + "|" + hex(format.rule_color) +
         "|" + std::to_string(format.line_below.raw) + "|" + (format.box != nullptr ? format.box->name : "");
  return key;
}

std::string Styles::paragraph(const std::string& name, const Language& language, const ParagraphFormat& format,
                              bool outline) {
  std::string parent = paragraph(name, language, outline);
  const std::string key = format_key(parent, format);
  if (key == format_key(parent, {})) return parent;
  const auto [entry, fresh] = automatics_.try_emplace(key);
  if (!fresh) return entry->second;
  entry->second = (in_pages_ ? "MP" : "P") + std::to_string(++counters_[in_pages_ ? "MP" : "P"]);

  const bool rtl = language.rtl();
  pugi::xml_node style = add(in_pages_ ? page_automatics() : automatics(), "style:style",
                             {{"style:name", entry->second},
                              {"style:family", "paragraph"},
                              {"style:parent-style-name", parent},
                              {"style:master-page-name", format.master}});
  pugi::xml_node node = add(style, "style:paragraph-properties");
  const auto put = [&node](const char* attribute, const std::optional<Length>& value, std::string (*unit)(Length)) {
    if (value) set_text(node, attribute, unit(*value));
  };
  put("fo:margin-left", format.indent, mm);
  if (format.indent || format.end_indent) set_text(node, "fo:margin-right", mm(format.end_indent.value_or(Length{})));
  put("fo:text-indent", format.first_line, mm);
  if (format.before || format.after) {
    // LibreOffice takes the one that is not said for nothing, not for the parent's.
    const ParagraphStyle& look = sheet_style(name);
    set(node, {{"fo:margin-top", pt(format.before.value_or(look.space_before))},
               {"fo:margin-bottom", pt(format.after.value_or(look.space_after))}});
  }
  if (format.natural_height) set_text(node, "fo:line-height", "100%");
  if (format.align) set_text(node, "fo:text-align", physical(*format.align, rtl));
  if (format.page_break) set_text(node, "fo:break-before", "page");
  if (format.keep_with_next) set_text(node, "fo:keep-with-next", "always");
  if (format.box != nullptr) set_box(node, *format.box, rtl);
  if (format.rule.raw > 0) {
    set(node, {{"fo:border-top", pt(format.rule) + " solid " + hex(format.rule_color)},
               {"fo:border-left", "none"},
               {"fo:border-right", "none"},
               {"fo:border-bottom", "none"},
               {"fo:padding", "0mm"},
               {"fo:padding-top", pt(format.rule_gap)},
               {"style:join-border", "false"}});
  }
  if (format.leading) set_text(node, "fo:line-height", pt(*format.leading));
  if (format.line_below.raw > 0) {
    set(node, {{"fo:border-bottom",
                pt(format.line_below) + (format.dashed ? " dashed " : " solid ") + hex(format.rule_color)},
               {"fo:border-left", "none"},
               {"fo:border-right", "none"},
               {"fo:border-top", "none"},
               {"fo:padding", "0mm"},
               {"fo:padding-bottom", pt(format.rule_gap)},
               {"style:join-border", "false"}});
  }
  if (format.tab || format.end_tab) {
    pugi::xml_node stops = add(node, "style:tab-stops");
    if (format.tab) add(stops, "style:tab-stop", {{"style:position", mm(*format.tab)}});
    if (format.end_tab) {
      add(stops, "style:tab-stop",
          {{"style:position", mm(*format.end_tab)},
           {"style:type", "right"},
           {"style:leader-style", format.dots ? "dotted" : ""},
           {"style:leader-text", format.dots ? "." : ""}});
    }
  }
  if (format.hyphenate) {
    add(style, "style:text-properties",
        {{"fo:hyphenate", "true"}, {"fo:hyphenation-remain-char-count", "2"}, {"fo:hyphenation-push-char-count", "3"}});
  }
  return entry->second;
}

TextFormat tick_symbol(const StyleSheet& sheet, const ParagraphStyle& beside, const Language& language) {
  // The box of Noto Sans Symbols 2 stands on the baseline, 0.719 em wide and high.
  const Length tick = sheet.form.tick;
  const Length size = scaled(tick, 1000, 719);
  // The baseline stands at 0.8 of a fixed line height (odt.md 10).
  const Length lowered = tick / 2 - beside.of(language.script).leading * 3 / 10;
  return {{}, nullptr, "Noto Sans Symbols2", size, static_cast<int>(lowered.raw * 100 / size.raw)};
}

std::string Styles::text(const TextFormat& format, const Language& paragraph_language) {
  const Language& language = format.language != nullptr ? *format.language : paragraph_language;
  const auto found = sheet_.characters.find(format.style);
  const CharacterStyle* look = found != sheet_.characters.end() ? &found->second : nullptr;
  // No underline in Arabic and Ethiopic (looks.md).
  const bool underline = look != nullptr && look->underline && !is_complex(language.script);
  std::string display = format.style;
  const auto append = [&display](const std::string& part) { display += (display.empty() ? "" : " ") + part; };
  if (look != nullptr && look->underline && !underline) append("plain");
  if (format.language != nullptr) append(format.language->tag);
  if (!format.family.empty()) append(format.family + " " + pt(format.size));
  if (format.lowered != 0) append("lowered " + std::to_string(format.lowered));

  const auto [entry, fresh] = texts_.try_emplace(display, ncname(display));
  if (!fresh) return entry->second;
  pugi::xml_node style = add(named(), "style:style",
                             {{"style:name", entry->second},
                              {"style:display-name", entry->second == display ? "" : display},
                              {"style:family", "text"}});
  pugi::xml_node node = add(style, "style:text-properties");
  if (look != nullptr && look->has_color) set_text(node, "fo:color", hex(look->color));
  if (look != nullptr && look->bold) set_weight(node, true);
  if (look != nullptr && look->underline) {
    set(node, {{"style:text-underline-style", underline ? "solid" : "none"},
               {"style:text-underline-width", underline ? "auto" : ""},
               {"style:text-underline-color", underline ? "font-color" : ""}});
  }
  if (!format.family.empty()) {
    const ScriptStyle font{format.family, format.size, {}};
    set_fonts(node, font, font);
  }
  if (format.lowered != 0) set_text(node, "style:text-position", std::to_string(-format.lowered) + "% 100%");
  if (format.language != nullptr) set_language(node, *format.language);
  return entry->second;
}

std::string Styles::automatic(const char* family, const char* prefix, const char* properties, const Attrs& attributes,
                              const Attrs& own) {
  std::string key = std::string(family) + (in_pages_ ? " page" : "");
  for (const Attrs* list : {&own, &attributes}) {
    key += "|";
    for (const Attr& attribute : *list) key += std::string(attribute.name) + "=" + attribute.value + ";";
  }
  const auto [entry, fresh] = automatics_.try_emplace(key);
  if (!fresh) return entry->second;
  const std::string full_prefix = (in_pages_ ? "M" : "") + std::string(prefix);
  entry->second = full_prefix + std::to_string(++counters_[full_prefix]);
  pugi::xml_node style = add(in_pages_ ? page_automatics() : automatics(), "style:style",
                             {{"style:name", entry->second}, {"style:family", family}});
  set(style, own);
  set(add(style, properties), attributes);
  return entry->second;
}

pugi::xml_node Styles::list(const std::string& display_name, bool& fresh) {
  const std::string key = "list " + display_name;
  fresh = automatics_.try_emplace(key, ncname(display_name)).second;
  if (!fresh) return {};
  const std::string name = ncname(display_name);
  return add(named(), "text:list-style",
             {{"style:name", name}, {"style:display-name", name == display_name ? "" : display_name}});
}

void Styles::begin_page_matter() { in_pages_ = true; }

}  // namespace skabelon::odt
