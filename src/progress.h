// Steps done of steps to do -> a bar on a terminal.
#pragma once

#include <cstddef>
#include <cstdio>
#include <mutex>

namespace skabelon {

/// One line that is drawn over itself on `stream`, and wiped away in the end. Where the stream is no terminal, nothing.
/// Threads may step at the same time.
class Progress {
 public:
  Progress(std::size_t total, std::FILE* stream);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  void draw() const;

  std::size_t total_;
  std::FILE* stream_;  ///< null: nobody watches
  std::size_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace skabelon
