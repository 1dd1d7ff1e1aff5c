// The bytes of a PDF -> what a program that reads it aloud makes of it: tests compare this with what was written.
#pragma once

#include <string>
#include <vector>

namespace skabelon::test {

struct PdfLink {
  std::size_t page = 0;     ///< counted from 0
  std::string target;       ///< an address, or "page N y Y" with N from 1
  std::string description;  ///< /Contents
};

/// A tagged PDF as read through its structure tree by libqpdf. All texts are UTF-8.
struct PdfReading {
  std::size_t pages = 0;
  std::string title, author, language;
  bool right_to_left = false;  ///< /ViewerPreferences /Direction /R2L
  /// The text of every block in reading order: /ActualText where there is one, else by ToUnicode. Labels (Lbl) and
  /// artifacts are left out, and so is U+2060, which stands for glyphs without text of their own.
  std::vector<std::string> blocks;
  std::vector<std::string> contents;   ///< entries of tables of contents (TOCI): "title page", without their labels
  std::vector<std::string> artifacts;  ///< the text of every artifact that has some, in painting order
  std::vector<std::string> outline;    ///< titles, two spaces before each a level
  std::vector<PdfLink> links;
  std::vector<std::string> alternatives;  ///< /Alt of figures
  /// Everything wrong: painting outside marked content, sequences that are not exactly once in the tree, a
  /// ParentTree that disagrees with it, annotations without their element, glyphs without ToUnicode, damaged files.
  std::vector<std::string> faults;
};

/// Never throws for a bad file: what cannot be read is a fault.
PdfReading read_pdf(const std::string& bytes);

/// The blocks of read_pdf.
std::vector<std::string> structure_text(const std::string& bytes);

/// Readable text of pages and structure tree, free of object numbers, compression and subset tags, for golden files.
std::string normalised_pdf(const std::string& bytes);

}  // namespace skabelon::test
