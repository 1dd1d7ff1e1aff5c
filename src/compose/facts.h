// The data as one document sees them: XPath over the kit, with places and languages of what is found.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/data.h"

namespace skabelon {

/// One thing an expression found.
struct Found {
  std::string text;      ///< white space collapsed; line ends stay
  Span span;             ///< of the datum; empty for computed values
  std::string language;  ///< its xml:lang or the nearest above it; empty: none
  bool in_data = false;  ///< a node of the data, not the result of a computation
};

/// A view of the data, of one record where the template is made once for each.
class Facts {
 public:
  /// The whole view.
  explicit Facts(const DataView& view) : view_(&view), kit_(view.tree.document_element()) {}
  /// Leaves out all children of the kit named `element` but the one at `kept`, and the records that this one does not
  /// belong to: of several organisations all but the volunteer's.
  Facts(const DataView& view, const std::string& element, std::size_t kept);

  pugi::xml_node kit() const { return kit_; }
  /// What `expression` finds, in document order. Throws pugi::xpath_exception where it is no XPath.
  std::vector<Found> values(const std::string& expression, pugi::xml_node context) const;
  std::vector<pugi::xml_node> nodes(const std::string& expression, pugi::xml_node context) const;
  bool holds(const std::string& expression, pugi::xml_node context) const;
  /// Text of the first thing found, or empty.
  std::string text(const std::string& expression) const;
  Span span(pugi::xml_node node) const;

 private:
  Found found(const pugi::xpath_node& node) const;
  pugi::xml_node original(pugi::xml_node node) const;

  const DataView* view_;
  pugi::xml_document copy_;
  pugi::xml_node kit_;
  bool copied_ = false;
};

/// Ids of the kit's children of that name, in order, as people name them in a request.
std::vector<std::string> record_ids(const Data& data, const DataView& view, const std::string& element);

}  // namespace skabelon
