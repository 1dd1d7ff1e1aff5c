// The real catalog and the example kits, loaded once a test program; every document that they make.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "input/load.h"
#include "pipeline.h"
#include "plan.h"

namespace skabelon::test {

/// One document of the matrix: template × record × language × kit.
struct Case {
  std::string kit;
  Request request;
  std::string name() const;
};

class Kit {
 public:
  static const Kit& get();
  const Catalog& catalog() const { return catalog_; }
  const Data& data(const std::string& kit) const { return data_.at(kit); }
  const Sources& sources() const { return sources_; }
  const std::vector<Diagnostic>& diagnostics() const { return sink_.diagnostics(); }
  /// Every template that a kit can fill, in every language for every record.
  const std::vector<Case>& cases() const { return cases_; }
  /// What a kit cannot fill.
  const std::vector<LeftOut>& left_out(const std::string& kit) const { return left_out_.at(kit); }
  /// Those of the demo kit alone.
  std::vector<Case> demo() const;

 private:
  Kit();
  Sources sources_;
  Sink sink_{sources_};
  DiskFiles files_{SKABELON_ROOT};
  Catalog catalog_;
  std::map<std::string, Data> data_;
  std::map<std::string, std::vector<LeftOut>> left_out_;
  std::vector<Case> cases_;
};

/// Composes and lays out each of `cases`, and shows it to `check` with its name for the messages.
void each_document(const std::vector<Case>& cases,
                   const std::function<void(const Case&, const Document&, const Pages&)>& check);

/// White space collapsed and trimmed, soft hyphens and bidi controls dropped: as texts are compared.
std::string comparable(const std::string& text);

}  // namespace skabelon::test
