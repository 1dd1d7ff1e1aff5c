// The content stream of a PDF page -> the marked-content sequences with their text, and a readable listing.
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace skabelon::test {

/// ToUnicode of the fonts of one file, each read once.
class ToUnicode {
 public:
  const std::map<unsigned, std::string>& of(QPDFObjectHandle font);

 private:
  std::map<int, std::map<unsigned, std::string>> fonts_;  // by object number
};

struct PageContent {
  std::map<int, std::string> text;     ///< by MCID, in painting order; every MCID has an entry
  std::map<int, std::string> tags;     ///< by MCID: "P"
  std::vector<std::string> artifacts;  ///< texts of artifacts
  std::vector<std::string> faults;
  std::string listing;  ///< a line an operation that paints or marks
};

PageContent read_content(QPDFObjectHandle page, ToUnicode& to_unicode);

/// "12.5"; numbers of every kind as PDF would write them.
std::string number_text(QPDFObjectHandle number);

}  // namespace skabelon::test
