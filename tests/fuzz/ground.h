// The real project, loaded once, and what an input may do in it: be taken or be refused, with a message.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/template_reader.h"
#include "model/catalog.h"
#include "model/data.h"
#include "model/request.h"

namespace skabelon::fuzz {

/// Loaded at the first call. A target may put parts of its own into the catalog: see Instead.
struct Ground {
  DiskFiles disk;
  Sources sources;
  Sink sink{sources};
  Catalog catalog;
  StyleNames names;
  std::vector<Unit> units;                ///< of the real templates
  std::map<std::string, Template> small;  ///< one template that shows every kind of value, in place of the real ones
  Data kit;                               ///< an example
  Ground();
};
Ground& ground();

/// Exchanges two values until the end of the block, also where it ends by a throw.
template <typename Value>
class Instead {
 public:
  Instead(Value& place, Value& other) : place_(place), other_(other) { std::swap(place_, other_); }
  ~Instead() { std::swap(place_, other_); }
  Instead(const Instead&) = delete;
  Instead& operator=(const Instead&) = delete;

 private:
  Value& place_;
  Value& other_;
};

/// What a target does with one input. May throw Error; all messages are written out. Whatever else happens is a
/// finding.
void run(const std::string& bytes, Sources& sources, Sink& sink);

/// The program's own fault, which no input may bring about: writes `what` and aborts.
[[noreturn]] void fail(const std::string& what);

/// The value of the first attribute `name` in `text` when it is an id ([a-z][a-z0-9-]*), else `otherwise`.
std::string id_in(std::string_view text, std::string_view name, const std::string& otherwise);

/// Every template of the catalog as PDF and ODT, in languages that depend on `choice`.
void render(const Catalog& catalog, const Data& data, std::size_t choice, Sources& sources);

/// Every template of the catalog composed in each of `languages`, and dumped.
void compose_all(const Catalog& catalog, const Data& data, const std::vector<std::string>& languages, Sources& sources);

}  // namespace skabelon::fuzz
