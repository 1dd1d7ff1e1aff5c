// The one door through which files enter and leave; tests put a fake one in its place.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace skabelon {

/// Reads files by path. A relative path is relative to the project's root (where templates/ is).
class Files {
 public:
  virtual ~Files() = default;
  virtual bool exists(const std::string& path) const = 0;
  /// The bytes of a file. Throws Error (input) when it is missing, no regular file, or larger than
  /// `limit` bytes.
  virtual std::string read(const std::string& path, std::size_t limit = default_limit) const = 0;
  /// Names (not paths) of the entries of a folder, sorted by bytes; empty where there is no such folder.
  virtual std::vector<std::string> list(const std::string& folder) const = 0;

  static constexpr std::size_t default_limit = std::size_t{64} << 20U;
};

/// The files of this machine.
class DiskFiles : public Files {
 public:
  explicit DiskFiles(std::filesystem::path root) : root_(std::move(root)) {}
  bool exists(const std::string& path) const override;
  std::string read(const std::string& path, std::size_t limit) const override;
  std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::filesystem::path root_;
};

/// Files held in memory, for tests; falls back to `below` (may be null) for what it does not hold.
class MemoryFiles : public Files {
 public:
  explicit MemoryFiles(std::map<std::string, std::string> files, const Files* below = nullptr)
      : files_(std::move(files)), below_(below) {}
  bool exists(const std::string& path) const override;
  std::string read(const std::string& path, std::size_t limit) const override;
  std::vector<std::string> list(const std::string& folder) const override;

 private:
  std::map<std::string, std::string> files_;
  const Files* below_;
};

/// Writes a file whole or not at all: to a temporary name beside it, then renamed. Throws Error (machine).
void write_whole(const std::filesystem::path& path, std::string_view bytes);

/// True for a path that stays inside its folder: relative, no "..", no empty or "." part, no control characters.
bool is_plain_path(std::string_view path);

}  // namespace skabelon
