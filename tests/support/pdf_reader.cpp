// The bytes of a PDF -> what a program that reads it aloud makes of it.
#include "support/pdf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <string_view>

#include "support/pdf_content.h"

namespace skabelon::test {
namespace {

constexpr std::string_view word_joiner = "\xE2\x81\xA0";

std::string without_joiners(std::string text) {
  for (std::size_t at = text.find(word_joiner); at != std::string::npos; at = text.find(word_joiner, at))
    text.erase(at, word_joiner.size());
  return text;
}

bool is_inline(const std::string& type) {
  static const std::set<std::string> types = {"/Span", "/Link", "/Reference", "/Quote", "/Lbl", "/Form", "/Figure"};
  return types.contains(type);
}

bool is_element(QPDFObjectHandle object) { return object.isDictionary() && object.hasKey("/S"); }

std::vector<QPDFObjectHandle> as_list(QPDFObjectHandle object) {
  if (object.isArray()) return object.getArrayAsVector();
  if (object.isNull()) return {};
  return {object};
}

/// One file while it is read.
class Document {
 public:
  explicit Document(const std::string& bytes) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile("document", bytes.data(), bytes.size());
    root_ = pdf_.getRoot();
    for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf_).getAllPages())
      pages_.push_back(page.getObjectHandle());
  }

  PdfReading read() {
    general();
    contents();
    QPDFObjectHandle tree = root_.getKey("/StructTreeRoot");
    for (QPDFObjectHandle kid : as_list(tree.getKey("/K"))) block(kid, tree);
    unreached();
    number_tree(tree.getKey("/ParentTree"));
    parent_tree();
    annotations();
    bookmarks(root_.getKey("/Outlines"), 0);
    for (const QPDFExc& warning : pdf_.getWarnings()) fault(warning.what());
    return std::move(result_);
  }

  std::string listing() {
    std::string out;
    contents();
    for (std::size_t i = 0; i < pages_.size(); ++i) out += fmt::format("page {}\n{}", i + 1, contents_[i].listing);
    out += "structure\n";
    for (QPDFObjectHandle kid : as_list(root_.getKey("/StructTreeRoot").getKey("/K"))) list(kid, -1, 1, out);
    return out;
  }

 private:
  using Place = std::pair<std::size_t, int>;  // page and MCID

  void fault(std::string what) { result_.faults.push_back(std::move(what)); }

  void general() {
    result_.pages = pages_.size();
    QPDFObjectHandle info = pdf_.getTrailer().getKey("/Info");
    const auto text = [](QPDFObjectHandle value) { return value.isString() ? value.getUTF8Value() : std::string(); };
    result_.title = text(info.getKey("/Title"));
    result_.author = info.hasKey("/Author") ? text(info.getKey("/Author")) : "";
    result_.language = root_.hasKey("/Lang") ? text(root_.getKey("/Lang")) : "";
    QPDFObjectHandle preferences = root_.getKey("/ViewerPreferences");
    result_.right_to_left = preferences.hasKey("/Direction") && preferences.getKey("/Direction").getName() == "/R2L";
  }

  void contents() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      contents_.push_back(read_content(pages_[i], to_unicode_));
      for (const std::string& what : contents_.back().faults) fault(fmt::format("page {}: {}", i + 1, what));
      for (const std::string& text : contents_.back().artifacts) result_.artifacts.push_back(without_joiners(text));
    }
  }

  std::size_t page_index(QPDFObjectHandle page) {
    for (std::size_t i = 0; i < pages_.size(); ++i)
      if (pages_[i].getObjGen() == page.getObjGen()) return i;
    fault("an element names a page that is none");
    return 0;
  }

  /// The page that an element's own MCIDs are on.
  int page_of(QPDFObjectHandle element) {
    return element.hasKey("/Pg") ? static_cast<int>(page_index(element.getKey("/Pg"))) : -1;
  }

  std::string sequence_text(int page, int mcid, QPDFObjectHandle element) {
    if (page < 0) {
      fault("an MCID without a page");
      return {};
    }
    const Place place{static_cast<std::size_t>(page), mcid};
    if (!owners_.try_emplace(place, element.getObjectID()).second)
      fault(fmt::format("page {}: MCID {} is twice in the tree", page + 1, mcid));
    const PageContent& content = contents_[place.first];
    const auto found = content.text.find(mcid);
    if (found == content.text.end()) {
      fault(fmt::format("page {}: MCID {} of the tree is not on the page", page + 1, mcid));
      return {};
    }
    if ('/' + content.tags.at(mcid) != element.getKey("/S").getName())
      fault(fmt::format("page {}: MCID {} is tagged {}", page + 1, mcid, content.tags.at(mcid)));
    return found->second;
  }

  /// The text of a kid that is no element: a sequence here or on another page, or an annotation.
  std::string leaf(QPDFObjectHandle kid, QPDFObjectHandle element) {
    if (kid.isInteger()) return sequence_text(page_of(element), kid.getIntValueAsInt(), element);
    if (kid.hasKey("/MCID"))
      return sequence_text(static_cast<int>(page_index(kid.getKey("/Pg"))), kid.getKey("/MCID").getIntValueAsInt(),
                           element);
    if (kid.hasKey("/Obj")) referred_[kid.getKey("/Obj").getObjectID()] = element.getObjectID();
    return {};
  }

  void check_parent(QPDFObjectHandle element, QPDFObjectHandle parent) {
    if (element.getKey("/P").getObjGen() != parent.getObjGen()) fault("an element's /P is not its parent");
  }

  /// All text under an inline element.
  std::string inline_text(QPDFObjectHandle element, QPDFObjectHandle parent) {
    check_parent(element, parent);
    if (element.hasKey("/Alt")) result_.alternatives.push_back(element.getKey("/Alt").getUTF8Value());
    std::string text;
    for (QPDFObjectHandle kid : as_list(element.getKey("/K")))
      text += is_element(kid) ? inline_text(kid, element) : leaf(kid, element);
    if (element.hasKey("/ActualText")) text = element.getKey("/ActualText").getUTF8Value();
    return element.getKey("/S").getName() == "/Lbl" ? std::string() : text;
  }

  void block(QPDFObjectHandle element, QPDFObjectHandle parent) {
    check_parent(element, parent);
    std::string text;
    auto& texts = element.getKey("/S").getName() == "/TOCI" ? result_.contents : result_.blocks;
    const auto flush = [&] {
      text = without_joiners(std::move(text));
      if (!text.empty()) texts.push_back(text);
      text.clear();
    };
    for (QPDFObjectHandle kid : as_list(element.getKey("/K"))) {
      if (!is_element(kid)) {
        text += leaf(kid, element);
      } else if (is_inline(kid.getKey("/S").getName())) {
        text += inline_text(kid, element);
      } else {
        flush();
        block(kid, element);
      }
    }
    if (element.hasKey("/ActualText")) text = element.getKey("/ActualText").getUTF8Value();
    flush();
  }

  void unreached() {
    for (std::size_t page = 0; page < contents_.size(); ++page)
      for (const auto& [mcid, text] : contents_[page].text)
        if (!owners_.contains({page, mcid})) fault(fmt::format("page {}: MCID {} is not in the tree", page + 1, mcid));
  }

  void number_tree(QPDFObjectHandle node) {
    for (QPDFObjectHandle kid : as_list(node.getKey("/Kids"))) number_tree(kid);
    const auto entries = as_list(node.getKey("/Nums"));
    for (std::size_t i = 0; i + 1 < entries.size(); i += 2) {
      QPDFObjectHandle key = entries[i];
      if (!parents_.try_emplace(key.getIntValueAsInt(), entries[i + 1]).second) fault("a ParentTree key twice");
    }
  }

  void parent_tree() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      const auto entry = parents_.find(pages_[page].getKey("/StructParents").getIntValueAsInt());
      if (entry == parents_.end()) {
        fault(fmt::format("page {} is not in the ParentTree", page + 1));
        continue;
      }
      const auto elements = as_list(entry->second);
      if (elements.size() != contents_[page].text.size())
        fault(fmt::format("page {}: the ParentTree has {} of {} sequences", page + 1, elements.size(),
                          contents_[page].text.size()));
      for (std::size_t mcid = 0; mcid < elements.size(); ++mcid) {
        const auto owner = owners_.find({page, static_cast<int>(mcid)});
        if (owner != owners_.end() && owner->second != QPDFObjectHandle(elements[mcid]).getObjectID())
          fault(fmt::format("page {}: the ParentTree gives MCID {} to another element", page + 1, mcid));
      }
    }
  }

  void annotations() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (QPDFObjectHandle annotation : as_list(pages_[page].getKey("/Annots"))) {
        const auto element = referred_.find(annotation.getObjectID());
        const auto parent = parents_.find(annotation.getKey("/StructParent").getIntValueAsInt());
        if (element == referred_.end() || parent == parents_.end() || parent->second.getObjectID() != element->second)
          fault(fmt::format("page {}: an annotation and its element do not name each other", page + 1));
        if (annotation.getKey("/Subtype").getName() != "/Link") continue;
        result_.links.push_back({page, target(annotation), annotation.getKey("/Contents").getUTF8Value()});
      }
    }
  }

  std::string target(QPDFObjectHandle owner) {
    if (owner.hasKey("/A")) return owner.getKey("/A").getKey("/URI").getUTF8Value();
    QPDFObjectHandle destination = owner.getKey("/Dest");
    return fmt::format("page {} y {}", page_index(destination.getArrayItem(0)) + 1,
                       number_text(destination.getArrayItem(3)));
  }

  void bookmarks(QPDFObjectHandle parent, std::size_t level) {
    if (!parent.isDictionary()) return;
    QPDFObjectHandle last;
    for (QPDFObjectHandle item = parent.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
      if (item.getKey("/Parent").getObjGen() != parent.getObjGen())
        fault("an outline item's /Parent is not its parent");
      result_.outline.push_back(std::string(2 * level, ' ') + item.getKey("/Title").getUTF8Value());
      bookmarks(item, level + 1);
      last = item;
    }
    if (last.isInitialized() && parent.getKey("/Last").getObjGen() != last.getObjGen()) fault("a wrong /Last");
  }

  /// The structure tree, a line an element.
  void list(QPDFObjectHandle element, int page, std::size_t depth, std::string& out) {
    if (page_of(element) >= 0) page = page_of(element);
    out += std::string(2 * depth, ' ') + element.getKey("/S").getName().substr(1);
    for (const char* key : {"/Lang", "/ActualText", "/Alt"})
      if (element.hasKey(key)) out += fmt::format(" {}|{}|", key + 1, element.getKey(key).getUTF8Value());
    if (element.hasKey("/A")) out += ' ' + element.getKey("/A").unparse();
    const auto kids = as_list(element.getKey("/K"));
    for (QPDFObjectHandle kid : kids) {
      if (kid.isInteger())
        out += fmt::format(" {}:{}", page + 1, kid.getIntValue());
      else if (kid.hasKey("/MCID"))
        out += fmt::format(" {}:{}", page_index(kid.getKey("/Pg")) + 1, kid.getKey("/MCID").getIntValue());
      else if (kid.hasKey("/Obj"))
        out += " -> " + target(kid.getKey("/Obj"));
    }
    out += '\n';
    for (QPDFObjectHandle kid : kids)
      if (is_element(kid)) list(kid, page, depth + 1, out);
  }

  QPDF pdf_;
  QPDFObjectHandle root_;
  std::vector<QPDFObjectHandle> pages_;
  ToUnicode to_unicode_;
  std::vector<PageContent> contents_;
  std::map<Place, int> owners_;              // the object number of the element that a sequence belongs to
  std::map<int, int> referred_;              // annotation -> element, by object number
  std::map<int, QPDFObjectHandle> parents_;  // the ParentTree
  PdfReading result_;
};

}  // namespace

PdfReading read_pdf(const std::string& bytes) {
  try {
    return Document(bytes).read();
  } catch (const std::exception& error) {
    PdfReading reading;
    reading.faults.emplace_back(error.what());
    return reading;
  }
}

std::vector<std::string> structure_text(const std::string& bytes) { return read_pdf(bytes).blocks; }

std::string normalised_pdf(const std::string& bytes) { return Document(bytes).listing(); }

}  // namespace skabelon::test
