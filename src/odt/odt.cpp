// Document + page labels -> content.xml, styles.xml, meta.xml, pictures and fonts in one package.
#include "odt/odt.h"

#include <algorithm>
#include <set>

#include "model/request.h"
#include "odt/body.h"
#include "odt/package.h"
#include "odt/pages.h"

namespace skabelon {
namespace odt {
namespace {

/// Families that Arabic and Ethiopic text is set in: few computers have them, so the file brings them along.
std::set<std::string> embedded_families(const Document& document) {
  std::set<std::string> families;
  for (const Language* language : document.languages) {
    if (language == nullptr || !is_complex(language->script)) continue;
    for (const auto& [name, style] : document.styles().paragraphs) families.insert(style.of(language->script).family);
  }
  return families;
}

struct Embedded {
  const Font* font;
  std::string path;
};

std::vector<Embedded> embedded_fonts(const Document& document, const FontSet& fonts) {
  const std::set<std::string> families = embedded_families(document);
  std::vector<Embedded> result;
  for (const auto& font : fonts.fonts) {
    if (families.count(font->family) != 0 && font->bytes != nullptr) {
      result.push_back({font.get(), "Fonts/" + font->file_name});
    }
  }
  return result;
}

/// ODF 1.3 part 3, 16.23: both content.xml and styles.xml declare the fonts they name.
void declare_fonts(pugi::xml_node root, const FontSet& fonts, const std::vector<Embedded>& embedded) {
  pugi::xml_node declarations = root.append_child("office:font-face-decls");
  for (const std::string& family : fonts.families) {
    pugi::xml_node face = add(declarations, "style:font-face",
                              {{"style:name", family},
                               {"svg:font-family", "'" + family + "'"},
                               {"style:font-family-generic", "swiss"},
                               {"style:font-pitch", "variable"}});
    pugi::xml_node source;
    for (const Embedded& font : embedded) {
      if (font.font->family != family) continue;
      if (!source) source = face.append_child("svg:font-face-src");
      pugi::xml_node uri = add(source, "svg:font-face-uri", {{"xlink:href", font.path}, {"xlink:type", "simple"}});
      add(uri, "svg:font-face-format", {{"svg:string", "truetype"}});
    }
  }
}

std::string meta(const Document& document) {
  pugi::xml_document part;
  pugi::xml_node top = root(part, "office:document-meta").append_child("office:meta");
  const Meta& meta = document.meta;
  const Language& language = *document.language;
  const std::string when = meta.date.empty() ? "" : meta.date + "T00:00:00";
  const auto put = [&top](const char* name, const std::string& text) {
    if (!text.empty()) add_text(top.append_child(name), text);
  };
  put("meta:generator", std::string("Skabelon/") + program_version);
  put("dc:title", meta.title);
  put("dc:language", language.odf_language + (language.odf_country.empty() ? "" : "-" + language.odf_country));
  put("meta:initial-creator", meta.author);
  put("dc:creator", meta.author);
  put("meta:creation-date", when);
  put("dc:date", when);
  const auto define = [&top](const char* name, const std::string& text) {
    if (text.empty()) return;
    add_text(add(top, "meta:user-defined", {{"meta:name", name}, {"meta:value-type", "string"}}), text);
  };
  define("template", meta.template_id);
  define("version", meta.version);
  return to_bytes(part);
}

/// Moves what `from` holds to the end of `to`.
void move_into(pugi::xml_node to, pugi::xml_node from) { to.append_copy(from); }

}  // namespace
}  // namespace odt

std::string write_odt(const Document& document, const PageLabels& labels, const FontSet& fonts) {
  using namespace odt;
  const std::vector<Embedded> embedded = embedded_fonts(document, fonts);
  Styles styles(document);
  Bookmarks bookmarks(document);
  UserFields fields;
  std::vector<PictureRef> pictures;
  Shared shared{document, labels, fonts, styles, bookmarks, fields};

  pugi::xml_document body;
  pugi::xml_node text = body.append_child("office:text");
  pugi::xml_node declarations = text.append_child("text:user-field-decls");
  Body(shared, pictures).write(text);
  fields.write_declarations(declarations);
  if (fields.empty()) text.remove_child(declarations);

  const PictureRef& logo = document.running.logo;
  if (logo != nullptr && std::find(pictures.begin(), pictures.end(), logo) == pictures.end()) pictures.push_back(logo);
  const auto path_of = [](std::size_t index) { return "Pictures/" + std::to_string(index + 1) + ".png"; };
  const auto logo_index =
      static_cast<std::size_t>(std::find(pictures.begin(), pictures.end(), logo) - pictures.begin());
  pugi::xml_document masters;
  write_pages(shared, masters.append_child("office:master-styles"), logo != nullptr ? path_of(logo_index) : "");

  pugi::xml_document content_part;
  pugi::xml_node content = root(content_part, "office:document-content");
  declare_fonts(content, fonts, embedded);
  move_into(content, styles.automatics());
  move_into(content.append_child("office:body"), text);
  pugi::xml_document styles_part;
  pugi::xml_node sheet = root(styles_part, "office:document-styles");
  declare_fonts(sheet, fonts, embedded);
  move_into(sheet, styles.named());
  move_into(sheet, styles.page_automatics());
  move_into(sheet, masters.first_child());

  // No settings.xml: half a set of LibreOffice's flags switches all others to its oldest behaviour (odt.md 1).
  std::vector<Part> parts;
  parts.push_back({"content.xml", "text/xml", to_bytes(content_part)});
  parts.push_back({"styles.xml", "text/xml", to_bytes(styles_part)});
  parts.push_back({"meta.xml", "text/xml", meta(document)});
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    parts.push_back({path_of(i), "image/png", pictures[i]->file, nullptr, true});
  }
  for (const Embedded& font : embedded) parts.push_back({font.path, "application/x-font-ttf", {}, font.font});
  return pack(parts);
}

}  // namespace skabelon
