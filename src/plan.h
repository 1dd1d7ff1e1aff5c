// Catalog + Data + what is asked for -> the documents to make, and those that the data cannot fill.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/catalog.h"
#include "model/data.h"
#include "model/request.h"

namespace skabelon {

/// A document that the kit leaves out.
struct LeftOut {
  std::string template_id;
  std::string record;                ///< empty: the template's only one
  std::vector<std::string> missing;  ///< see missing_data
};

struct Plan {
  std::vector<Request> requests;  ///< by template, record, language
  std::vector<LeftOut> left_out;
};

struct Order {
  std::string template_id;             ///< empty: every template that the data can fill
  std::string record;                  ///< empty: every one
  std::vector<std::string> languages;  ///< tags, or "all"
  std::vector<Format> formats;
  Date date;
  bool large_print = false;
};

/// An unknown template or language is an error in the sink; the plan is empty then.
Plan plan(const Catalog& catalog, const Data& data, const Order& order, Sink& sink);

/// "consent-form.roede-kors-syd.ar", in large print "consent-form.roede-kors-syd.large.ar": the name of a document's
/// files without their extension.
std::string file_stem(const Request& request);

}  // namespace skabelon
