// Paths -> bytes, and bytes -> files that appear whole or not at all.
#include "base/files.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <set>
#include <system_error>

#include "base/diagnostic.h"

namespace skabelon {
namespace fs = std::filesystem;

bool DiskFiles::exists(const std::string& path) const {
  std::error_code failure;
  return fs::is_regular_file(root_ / path, failure);
}

std::string DiskFiles::read(const std::string& path, std::size_t limit) const {
  const fs::path full = root_ / path;
  std::error_code failure;
  if (!fs::is_regular_file(full, failure)) throw Error(Error::Kind::input, "cannot read " + path + ": no such file");
  const std::uintmax_t size = fs::file_size(full, failure);
  if (failure) throw Error(Error::Kind::input, "cannot read " + path + ": " + failure.message());
  if (size > limit)
    throw Error(Error::Kind::input, "cannot read " + path + ": larger than " + std::to_string(limit >> 20U) + " MB");
  std::ifstream in(full, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in) throw Error(Error::Kind::input, "cannot read " + path + ": " + std::strerror(errno));
  return bytes;
}

std::vector<std::string> DiskFiles::list(const std::string& folder) const {
  std::vector<std::string> names;
  std::error_code failure;
  for (fs::directory_iterator it(root_ / folder, failure), end; !failure && it != end; it.increment(failure))
    names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool MemoryFiles::exists(const std::string& path) const {
  return files_.contains(path) || (below_ != nullptr && below_->exists(path));
}

std::string MemoryFiles::read(const std::string& path, std::size_t limit) const {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    if (below_ != nullptr) return below_->read(path, limit);
    throw Error(Error::Kind::input, "cannot read " + path + ": no such file");
  }
  if (found->second.size() > limit)
    throw Error(Error::Kind::input, "cannot read " + path + ": larger than " + std::to_string(limit >> 20U) + " MB");
  return found->second;
}

std::vector<std::string> MemoryFiles::list(const std::string& folder) const {
  std::set<std::string> names;
  if (below_ != nullptr)
    for (std::string& name : below_->list(folder)) names.insert(std::move(name));
  const std::string prefix = folder + '/';
  for (const auto& [path, text] : files_)
    if (path.starts_with(prefix))
      names.insert(path.substr(prefix.size(), path.find('/', prefix.size()) - prefix.size()));
  return {names.begin(), names.end()};
}

void write_whole(const fs::path& path, std::string_view bytes) {
  const fs::path temporary = path.string() + ".part" + std::to_string(::getpid());
  std::error_code failure;
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      const std::string why = std::strerror(errno);
      fs::remove(temporary, failure);
      throw Error(Error::Kind::machine, "cannot write " + path.string() + ": " + why);
    }
  }
  fs::rename(temporary, path, failure);
  if (failure) {
    const std::string why = failure.message();
    fs::remove(temporary, failure);
    throw Error(Error::Kind::machine, "cannot write " + path.string() + ": " + why);
  }
}

bool is_plain_path(std::string_view path) {
  if (path.empty() || path.front() == '/') return false;
  for (const char c : path)
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\') return false;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part.empty() || part == "." || part == "..") return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace skabelon
