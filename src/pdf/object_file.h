// Dictionaries and streams -> the bytes of a PDF file: libharu numbers the objects and writes them with their
// cross-reference table; what stands inside a dictionary is written by us.
#pragma once

#include <hpdf.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/syntax.h"

namespace skabelon::pdf {

/// How a stream is to be stored.
enum class Packing : std::uint8_t {
  plain,           ///< as it is
  deflate,         ///< compressed by us
  deflated_before  ///< compressed already
};

/// The objects of one file. Every failure of libharu becomes Error (machine).
class ObjectFile {
 public:
  ObjectFile();
  ~ObjectFile();
  ObjectFile(const ObjectFile&) = delete;
  ObjectFile& operator=(const ObjectFile&) = delete;

  /// A dictionary object whose entries come later.
  Ref reserve();
  void fill(Ref ref, std::string entries);
  Ref add(std::string entries);
  Ref add_stream(std::string entries, std::string_view data, Packing packing);

  /// The whole file; its /ID is a hash of the rest. To be called once.
  std::string save(Ref catalog, Ref info);

 private:
  void check(HPDF_STATUS status);
  [[noreturn]] void fail();
  Ref adopt(HPDF_Dict dictionary, std::string entries);

  HPDF_Error_Rec error_{};
  HPDF_MMgr memory_ = nullptr;
  HPDF_Xref table_ = nullptr;
  /// By object number; libharu's own objects (lengths of streams) have none.
  std::vector<std::unique_ptr<std::string>> entries_;
  std::string trailer_;
};

}  // namespace skabelon::pdf
