// What is asked for -> one request a document.
#include "plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "compose/missing.h"

namespace skabelon {
namespace {

/// The languages asked for, "all" expanded in the catalog's order; an unknown one is an error.
std::vector<std::string> expand(const std::vector<std::string>& asked, const Catalog& catalog, Sink& sink) {
  std::vector<std::string> known;
  for (const auto& [tag, locale] : catalog.locales) known.push_back(tag);
  std::vector<std::string> languages;
  for (const std::string& tag : asked) {
    if (tag == "all") {
      languages.insert(languages.end(), known.begin(), known.end());
    } else if (std::find(known.begin(), known.end(), tag) != known.end()) {
      languages.push_back(tag);
    } else {
      sink.error({}, "there is no language “" + tag + "”",
                 {{{}, fmt::format("there are: {}", fmt::join(known, ", "))}});
    }
  }
  std::sort(languages.begin(), languages.end());
  languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  return languages;
}

std::vector<std::string> templates_of(const Catalog& catalog, const std::string& asked, Sink& sink) {
  std::vector<std::string> all;
  for (const auto& [id, type] : catalog.templates) all.push_back(id);
  if (asked.empty()) return all;
  if (catalog.templates.contains(asked)) return {asked};
  std::vector<Note> notes;
  if (const std::string near = nearest(asked, all); !near.empty())
    notes.push_back({{}, "did you mean “" + near + "”?"});
  sink.error({}, "there is no template “" + asked + "”", std::move(notes));
  return {};
}

/// The records a template is made for: the one asked for, else each there is; {""} where it is made once.
std::vector<std::string> records(const Template& type, const Data& data, const Order& order) {
  if (!order.record.empty() || type.record.empty()) return {order.record};
  const auto found = data.records.find(type.record);
  const bool several = found != data.records.end() && found->second.size() > 1;
  if (several && order.template_id.empty()) return found->second;
  return {std::string()};
}

}  // namespace

Plan plan(const Catalog& catalog, const Data& data, const Order& order, Sink& sink) {
  const std::vector<std::string> templates = templates_of(catalog, order.template_id, sink);
  const std::vector<std::string> languages = expand(order.languages, catalog, sink);
  Plan made;
  if (sink.has_errors()) return made;
  for (const std::string& id : templates) {
    const Template& type = catalog.templates.at(id);
    for (const std::string& record : records(type, data, order)) {
      // Who asks for one document wants to hear all that is wrong; compose says it.
      if (order.template_id.empty()) {
        if (std::vector<std::string> missing = missing_data(data, type, record); !missing.empty()) {
          made.left_out.push_back({id, record, std::move(missing)});
          continue;
        }
      }
      for (const std::string& language : languages) {
        Request request{id, record, {language}, Arrangement::stacked, order.date, order.formats, false};
        request.large_print = order.large_print;
        if (type.bilingual && language != "da") request.languages.push_back("da");
        made.requests.push_back(std::move(request));
      }
    }
  }
  return made;
}

std::string file_stem(const Request& request) {
  return request.template_id + (request.record.empty() ? "" : "." + request.record) +
         (request.large_print ? ".large." : ".") + request.languages.at(0);
}

}  // namespace skabelon
