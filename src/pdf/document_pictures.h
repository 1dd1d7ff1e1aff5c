// Decoded pictures -> image XObjects (ISO 32000-1, 8.9.5), each once a document.
#pragma once

#include <string>
#include <vector>

#include "model/picture.h"
#include "pdf/object_file.h"

namespace skabelon::pdf {

class DocumentPictures {
 public:
  explicit DocumentPictures(ObjectFile& file) : file_(&file) {}
  /// The resource name of a picture; its objects are written at its first use.
  const std::string& of(const PictureRef& picture);
  /// The entries of /Resources /XObject.
  std::string resources() const;

 private:
  struct Entry {
    const Picture* picture;
    Ref ref;
    std::string resource;
  };
  ObjectFile* file_;
  std::vector<Entry> entries_;
};

}  // namespace skabelon::pdf
