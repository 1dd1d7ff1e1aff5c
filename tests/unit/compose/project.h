// Templates, translations and data as literals -> a composed document, for tests.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "model/data.h"
#include "model/document.h"
#include "model/request.h"

namespace skabelon::test {

/// Files of a project: those given, with the real fonts, looks, locales and common sentences below them.
class Project {
 public:
  Project& file(const std::string& path, const std::string& text);
  /// templates/t.xml: `attributes` of <template id="t"> and what stands in it.
  Project& form(const std::string& attributes, const std::string& content);
  /// data/kit.xml: what stands in <kit id="kit">.
  Project& kit(const std::string& content, const std::string& attributes = "");
  /// locales/<language>/<origin>.xlf from rows of unit, state, source, target.
  Project& translation(const std::string& language, const std::string& origin,
                       const std::vector<std::vector<std::string>>& units);
  /// locales/<language>/locale.xml writes its own digits.
  Project& native_digits(const std::string& language);

  /// Loads everything and composes. Fails the test where loading reports an error.
  void load();
  Document compose(const std::string& language = "da");
  /// Composes both and pairs them.
  Document paired(const std::string& reader, const std::string& other);
  /// dump() of the composed document.
  std::string dump(const std::string& language = "da");
  /// All that compose and pair had to say, without source lines: "path:line:column: error: …", "note: …".
  std::string said() const;
  Sink& sink() { return *sink_; }
  const Catalog& catalog() const { return *catalog_; }
  const Data& data() const { return *data_; }

  Request request{"t", "", {}, Arrangement::stacked, {2026, 3, 1}, {}, false};

 private:
  std::map<std::string, std::string> files_;
  std::unique_ptr<Sources> sources_;
  std::unique_ptr<Sink> sink_;
  std::unique_ptr<Catalog> catalog_;
  std::unique_ptr<Data> data_;
};

}  // namespace skabelon::test
