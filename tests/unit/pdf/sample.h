// Words -> Pages for tests of the PDF writer: set by hand, without the layout stage.
#pragma once

#include <string>
#include <vector>

#include "model/font.h"
#include "model/language.h"
#include "model/pages.h"

namespace skabelon::test {

struct Languages {
  Language da, ar, fa, ti;
  Languages();
};

/// The fonts and the colour profile of this machine, read once.
const FontSet& fonts();
const std::string& color_profile();
const Languages& languages();

/// Puts lines of text and other marks on pages.
class Setter {
 public:
  explicit Setter(const Language& language);

  std::int32_t node(Role role, std::int32_t parent, const Language* language = nullptr, int level = 0);
  void page();
  void mark(Mark mark) { pages.pages.back().marks.push_back(std::move(mark)); }
  /// One line; right-to-left lines end at `x`, all others start there. Words of several fonts become several runs in
  /// visual order. Returns what the line covers.
  Rect line(std::int32_t node, const std::u16string& text, const Language& language, Point at, double size,
            bool bold = false, Artifact artifact = Artifact::none);
  /// A block with one line; for right-to-left languages on a Span with ActualText.
  Rect block(Role role, std::int32_t parent, const std::u16string& text, const Language& language, Point at,
             double size, int level = 0);

  Pages pages;
};

/// Two pages with everything that the writer knows.
Pages sample();
/// The blocks of sample() as they are to be read.
std::vector<std::string> sample_blocks();

Point at(double x, double y);
Rect area(double x, double y, double width, double height);

}  // namespace skabelon::test
