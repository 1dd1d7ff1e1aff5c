// Byte offsets -> lines and columns.
#include "base/span.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace skabelon {

FileId Sources::add(std::string path, std::string text) {
  const std::scoped_lock lock(mutex_);
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<FileId>(files_.size());
}

const Sources::File& Sources::file(FileId id) const {
  const std::scoped_lock lock(mutex_);
  return files_.at(id - 1);
}

const std::string& Sources::path(FileId id) const { return file(id).path; }
const std::string& Sources::text(FileId id) const { return file(id).text; }

Position Sources::position(FileId id, std::size_t offset) const {
  const std::string& text = file(id).text;
  offset = std::min(offset, text.size());
  Position position;
  for (std::size_t i = 0; i < offset; ++i) {
    if (text[i] == '\n') {
      ++position.line;
      position.column = 1;
    } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {  // not a continuation byte
      ++position.column;
    }
  }
  return position;
}

std::string_view Sources::line(FileId id, std::size_t offset) const {
  const std::string_view text = file(id).text;
  offset = std::min(offset, text.size());
  std::size_t begin = offset;
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  return text.substr(begin, end - begin);
}

}  // namespace skabelon
