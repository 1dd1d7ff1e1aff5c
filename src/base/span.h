// Where a value came from: a range of bytes in a file that was read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

namespace skabelon {

using FileId = std::uint32_t;

/// Bytes [begin, end) of a file registered in Sources. file == 0: from nowhere (made by the program).
struct Span {
  FileId file = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Span&) const = default;
  explicit operator bool() const { return file != 0; }
};

/// Line and column of a byte, both counted from 1; the column counts code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// The texts of all files read, kept so that a message can show its line. Adding is thread-safe.
class Sources {
 public:
  /// Registers a file and gives its id, never 0. `text` is the file's raw bytes.
  FileId add(std::string path, std::string text);
  const std::string& path(FileId id) const;
  const std::string& text(FileId id) const;
  Position position(FileId id, std::size_t offset) const;
  /// The line that holds `offset`, without its line end.
  std::string_view line(FileId id, std::size_t offset) const;

 private:
  struct File {
    std::string path;
    std::string text;
  };
  const File& file(FileId id) const;
  mutable std::mutex mutex_;
  std::deque<File> files_;
};

}  // namespace skabelon
