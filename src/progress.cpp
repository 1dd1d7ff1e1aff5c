// Counts steps and draws them.
#include "progress.h"

#include <fmt/format.h>
#include <unistd.h>

namespace skabelon {

Progress::Progress(std::size_t total, std::FILE* stream)
    : total_(total), stream_(isatty(fileno(stream)) != 0 ? stream : nullptr) {}

Progress::~Progress() {
  // ECMA-48, EL: the whole line is erased, so that what is said next starts clean.
  if (stream_ != nullptr && done_ > 0) fmt::print(stream_, "\r\x1b[2K");
}

void Progress::step() {
  if (stream_ == nullptr) return;
  const std::lock_guard lock(mutex_);
  ++done_;
  draw();
}

void Progress::draw() const {
  constexpr std::size_t width = 40;
  const std::size_t full = total_ == 0 ? width : width * done_ / total_;
  fmt::print(stream_, "\r[{:#<{}}{:.<{}}] {}/{}", "", full, "", width - full, done_, total_);
  std::fflush(stream_);
}

}  // namespace skabelon
