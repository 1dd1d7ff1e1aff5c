// <strong>, <link>, <ref>, <br> of a sentence, or XLIFF's <g> and <x> that stand for them -> Markup.
#pragma once

#include <vector>

#include "input/wording.h"

namespace skabelon {

class MarkupReader {
 public:
  /// `parent`: the element that holds the sentence, for messages.
  MarkupReader(std::string parent, const WordingRules& rules, Sink& sink);
  /// The markup of an inline element, without its inner wording. Something is returned for wrong ones too.
  Markup read(const XmlNode& node);

 private:
  Markup read_xml_notation(const XmlNode& node);
  Markup read_xliff_notation(const XmlNode& node);
  void check_address(const XmlAttribute& href);
  std::string parent_;
  const WordingRules& rules_;
  Sink& sink_;
  std::vector<const Markup*> source_;
};

bool is_line_break(const XmlNode& node, const WordingRules& rules);

/// Reports markup and arguments of the Danish that the translation leaves out or has twice.
void check_against_source(const Wording& wording, const XmlNode& node, const WordingRules& rules, Sink& sink);

}  // namespace skabelon
