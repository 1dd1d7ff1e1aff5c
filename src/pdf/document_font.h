// The glyphs a document takes from one font -> a Type0 font with its subset (ISO 32000-1, 9.7).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "model/font.h"
#include "pdf/object_file.h"
#include "pdf/subset.h"
#include "pdf/syntax.h"

namespace skabelon::pdf {

/// One font in one document. A CID stands for a glyph together with its source text, so that ToUnicode is a
/// function: the same glyph for two different texts has two CIDs.
class DocumentFont {
 public:
  DocumentFont(const Font& font, Ref ref, std::string resource);

  /// The CID of a glyph that stands for `text`. Throws Error (machine) beyond 65535 of them.
  std::uint32_t cid(std::uint32_t glyph, std::u16string_view text);
  /// In 1/1000 em, as the W array has it.
  int width(std::uint32_t cid) const { return entries_[cid].width; }

  const Font& font() const { return *font_; }
  int units_per_em() const { return prepared_->units_per_em; }
  Ref ref() const { return ref_; }
  const std::string& resource() const { return resource_; }

  /// Writes the font's objects; no CIDs may be asked for after that.
  void write(ObjectFile& file, bool plain) const;

 private:
  struct Entry {
    std::uint32_t glyph = 0;
    std::uint32_t next = 0;  ///< the next CID of the same glyph, 0: none
    int width = 0;
    std::u16string text;
  };
  std::string widths() const;
  std::string to_unicode() const;

  const Font* font_;
  const PreparedFont* prepared_;
  Ref ref_;
  std::string resource_;
  std::vector<Entry> entries_;                 ///< by CID; 0 is .notdef
  std::vector<std::uint32_t> first_of_glyph_;  ///< by glyph: its first CID, 0: none
};

/// The fonts of a document in the order of their first use.
class DocumentFonts {
 public:
  explicit DocumentFonts(ObjectFile& file) : file_(&file) {}
  DocumentFont& of(const Font& font);
  void write(bool plain) const;
  /// The entries of /Resources /Font.
  std::string resources() const;

 private:
  ObjectFile* file_;
  std::deque<DocumentFont> fonts_;
};

}  // namespace skabelon::pdf
