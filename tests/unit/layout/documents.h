// Small documents built by hand, and pages told in a few words: for the tests of layout.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/document.h"
#include "model/font.h"
#include "model/pages.h"

namespace skabelon::test {

/// The real fonts, looks and languages of the project, loaded once.
struct Kit {
  Sources sources;
  FontSet fonts;
  StyleSheet style;
  Language da, ar, ti;
};
const Kit& kit();

Inlines text(const std::string& words);
Block p(const std::string& words, const std::string& style = "body", const Language& language = kit().da);
Block h(int level, const std::string& words, const Language& language = kit().da);
Block clause(const std::string& id, const std::string& label, Blocks blocks, const Language& language = kit().da);
Block bullets(const std::vector<std::string>& items, const Language& language = kit().da);
Block box(const std::string& style, Blocks blocks, const Language& language = kit().da);
Block fields(std::vector<Field> list, const Language& language = kit().da);
Block block(decltype(Block::content) content, const Language& language = kit().da);
Field field(Field::Kind kind, const std::string& id, int width, Blocks label);
Document document(Blocks blocks, const Language& language = kit().da);
/// A paragraph of exactly `lines` lines in the full column, each starting with `name`.
Block lines(const std::string& name, int lines, const std::string& style = "body");

/// Lays out and demands that nothing was reported.
Pages lay_out(const Document& document);

/// The page's text lines, each as "x,y words" with the left edge and the baseline in mm from the page's top left;
/// words of one baseline and owner together, in painting order. Artifacts in brackets where `artifacts`.
std::string text_of(const Page& page, bool artifacts = false);
/// The page's shapes: "fill x,y w×h", "frame …", "line x,y–x,y", in mm.
std::string shapes_of(const Page& page);
/// The first words of every page's text lines, pages divided by " | ".
std::string flow_of(const Pages& pages);
/// The words in reading order, a line a block, as a reader of the structure tree finds them.
std::vector<std::string> structure_text(const Pages& pages);
/// "document(section#a(heading1 paragraph(label span)))"
std::string tree_of(const Pages& pages);

}  // namespace skabelon::test
