// The structure tree -> StructTreeRoot, its elements and the ParentTree.
#include "pdf/structure.h"

#include <algorithm>

#include "base/diagnostic.h"

namespace skabelon::pdf {
namespace {

/// A marked-content sequence of a node.
struct Sequence {
  std::size_t page = 0;
  std::size_t mcid = 0;
};

/// What of a node comes to stand in the file.
struct Element {
  Ref ref;      ///< none: left out
  Ref content;  ///< the element that owns the sequences: itself, but for very long texts
  std::vector<Sequence> sequences;
  std::vector<const LinkObject*> links;
  std::vector<Ref> children;
};

class Tree {
 public:
  Tree(ObjectFile& file, const Pages& pages, const std::vector<Content>& contents, const std::vector<Ref>& page_refs,
       const std::vector<LinkObject>& links)
      : file_(&file),
        pages_(&pages),
        contents_(&contents),
        page_refs_(&page_refs),
        links_(&links),
        root_(file.reserve()),
        elements_(pages.structure.size()) {
    for (std::size_t page = 0; page < contents.size(); ++page)
      for (std::size_t mcid = 0; mcid < contents[page].owners.size(); ++mcid)
        element(contents[page].owners[mcid]).sequences.push_back({page, mcid});
    for (const LinkObject& link : links) element(link.node).links.push_back(&link);
  }

  Ref write() {
    if (pages_->structure.empty()) throw Error(Error::Kind::machine, "the pages have no structure tree");
    number(0, true);
    fill(0, root_);
    Entries entries;
    entries.name("Type", "StructTreeRoot").reference("K", element(0).ref);
    entries.reference("ParentTree", parent_tree());
    entries.integer("ParentTreeNextKey", static_cast<std::int64_t>(contents_->size() + links_->size()));
    file_->fill(root_, entries.take());
    return root_;
  }

 private:
  Element& element(std::int32_t node) { return elements_.at(static_cast<std::size_t>(node)); }
  const StructureNode& node(std::int32_t index) const { return pages_->structure[static_cast<std::size_t>(index)]; }
  Ref page_ref(std::size_t page) const { return (*page_refs_)[page]; }

  /// Gives numbers to the nodes that hold something, children before their parent.
  bool number(std::int32_t index, bool always = false) {
    const StructureNode& self = node(index);
    Element& mine = element(index);
    for (const std::int32_t child : self.children)
      if (number(child)) mine.children.push_back(element(child).ref);
    const bool cell = self.role == Role::header_cell || self.role == Role::data_cell;
    const bool holds = !mine.children.empty() || !mine.sequences.empty() || !mine.links.empty() ||
                       (self.has_actual_text && !self.actual_text.empty());
    if (!holds && !cell && !always) return false;
    mine.ref = file_->reserve();
    mine.content = mine.ref;
    return true;
  }

  void fill(std::int32_t index, Ref parent) {
    const StructureNode& self = node(index);
    const Element& mine = element(index);
    for (const std::int32_t child : self.children)
      if (element(child).ref) fill(child, mine.ref);
    if (self.has_actual_text && self.actual_text.size() > text_string_limit) {
      fill_long_text(index, parent);
      return;
    }
    Entries entries = common(self, parent);
    if (self.has_actual_text) entries.text("ActualText", self.actual_text);
    kids(entries, mine);
    file_->fill(mine.ref, entries.take());
  }

  Entries common(const StructureNode& self, Ref parent) const;
  void attributes(Entries& entries, const StructureNode& self) const;
  void kids(Entries& entries, const Element& mine) const;
  void fill_long_text(std::int32_t index, Ref parent);
  Ref parent_tree() const;

  ObjectFile* file_;
  const Pages* pages_;
  const std::vector<Content>* contents_;
  const std::vector<Ref>* page_refs_;
  const std::vector<LinkObject>* links_;
  Ref root_;
  std::vector<Element> elements_;
};

Entries Tree::common(const StructureNode& self, Ref parent) const {
  Entries entries;
  entries.name("Type", "StructElem").name("S", type_name(self)).reference("P", parent);
  if (self.language != nullptr) entries.string("Lang", self.language->tag);
  if (!self.alternative.empty()) entries.text("Alt", self.alternative);
  attributes(entries, self);
  return entries;
}

/// Attributes by their owner (14.8.5); a node has those of one owner at most.
void Tree::attributes(Entries& entries, const StructureNode& self) const {
  if (self.role == Role::figure) {
    std::string& out = entries.open("A");
    out += "<</O/Layout/Placement/Block/BBox[";
    append_length(out, self.box.x);
    out += ' ';
    append_length(out, pages_->height - self.box.bottom());
    out += ' ';
    append_length(out, self.box.right());
    out += ' ';
    append_length(out, pages_->height - self.box.y);
    out += "]>>";
  } else if (self.numbering != StructureNode::Numbering::none) {
    const auto style = [&]() -> std::string_view {
      switch (self.numbering) {
        case StructureNode::Numbering::disc:
          return "Disc";
        case StructureNode::Numbering::decimal:
          return "Decimal";
        case StructureNode::Numbering::lower_alpha:
          return "LowerAlpha";
        case StructureNode::Numbering::none:
          break;
      }
      return "None";
    }();
    std::string& out = entries.open("A");
    out += "<</O/List/ListNumbering/";
    out += style;
    out += ">>";
  } else if (self.scope != StructureNode::Scope::none || self.column_span > 1) {
    std::string& out = entries.open("A");
    out += "<</O/Table";
    if (self.scope != StructureNode::Scope::none)
      out += self.scope == StructureNode::Scope::row ? "/Scope/Row" : "/Scope/Column";
    if (self.column_span > 1) {
      out += "/ColSpan ";
      append_integer(out, self.column_span);
    }
    out += ">>";
  }
}

/// /Pg and /K: children, or sequences; then the annotations of a link.
void Tree::kids(Entries& entries, const Element& mine) const {
  if (mine.children.empty() && mine.sequences.empty() && mine.links.empty()) return;
  const std::size_t page = mine.sequences.empty() ? 0 : mine.sequences.front().page;
  if (!mine.sequences.empty()) entries.reference("Pg", page_ref(page));
  std::string& out = entries.open("K");
  const bool single = mine.children.size() + mine.sequences.size() + mine.links.size() == 1;
  if (!single) out += '[';
  for (const Ref child : mine.children) {
    append_reference(out, child);
    out += ' ';
  }
  for (const Sequence& sequence : mine.sequences) {
    if (sequence.page == page) {
      append_integer(out, static_cast<std::int64_t>(sequence.mcid));
      out += ' ';
      continue;
    }
    out += "<</Type/MCR/Pg ";
    append_reference(out, page_ref(sequence.page));
    out += "/MCID ";
    append_integer(out, static_cast<std::int64_t>(sequence.mcid));
    out += ">>";
  }
  for (const LinkObject* link : mine.links) {
    out += "<</Type/OBJR/Pg ";
    append_reference(out, page_ref(link->page));
    out += "/Obj ";
    append_reference(out, link->annotation);
    out += ">>";
  }
  if (out.back() == ' ') out.pop_back();
  if (!single) out += ']';
}

/// A text too long for one string becomes several Span elements; the first holds all of the content. Annotations
/// stay with the element itself.
void Tree::fill_long_text(std::int32_t index, Ref parent) {
  const StructureNode& self = node(index);
  Element& mine = element(index);
  std::u16string_view rest = self.actual_text;
  Element outer;
  outer.links.swap(mine.links);
  while (!rest.empty()) {
    std::size_t size = std::min(rest.size(), text_string_limit);
    if (size < rest.size() && (rest[size] & 0xFC00U) == 0xDC00U) --size;
    Entries piece;
    piece.name("Type", "StructElem").name("S", "Span").reference("P", mine.ref);
    piece.text("ActualText", rest.substr(0, size));
    const bool first = outer.children.empty();
    if (first) kids(piece, mine);
    outer.children.push_back(file_->add(piece.take()));
    if (first) mine.content = outer.children.front();
    rest.remove_prefix(size);
  }
  Entries entries = common(self, parent);
  kids(entries, outer);
  file_->fill(mine.ref, entries.take());
}

/// A number tree (7.9.7); above a few dozen entries in leaves with limits.
Ref Tree::parent_tree() const {
  constexpr std::size_t leaf_size = 64;
  const std::size_t count = contents_->size() + links_->size();
  const auto append_entries = [&](std::string& out, std::size_t begin, std::size_t end) {
    out += '[';
    for (std::size_t key = begin; key < end; ++key) {
      append_integer(out, static_cast<std::int64_t>(key));
      out += ' ';
      if (key >= contents_->size()) {
        const LinkObject& link = (*links_)[key - contents_->size()];
        append_reference(out, elements_[static_cast<std::size_t>(link.node)].ref);
        out += ' ';
        continue;
      }
      out += '[';
      for (const std::int32_t owner : (*contents_)[key].owners) {
        append_reference(out, elements_[static_cast<std::size_t>(owner)].content);
        out += ' ';
      }
      out += ']';
    }
    out += ']';
  };
  Entries root;
  if (count <= leaf_size) {
    append_entries(root.open("Nums"), 0, count);
    return file_->add(root.take());
  }
  std::string& leaves = root.open("Kids");
  leaves += '[';
  for (std::size_t begin = 0; begin < count; begin += leaf_size) {
    const std::size_t end = std::min(begin + leaf_size, count);
    Entries leaf;
    std::string& limits = leaf.open("Limits");
    limits += '[';
    append_integer(limits, static_cast<std::int64_t>(begin));
    limits += ' ';
    append_integer(limits, static_cast<std::int64_t>(end - 1));
    limits += ']';
    append_entries(leaf.open("Nums"), begin, end);
    append_reference(leaves, file_->add(leaf.take()));
    leaves += ' ';
  }
  leaves += ']';
  return file_->add(root.take());
}

}  // namespace

Ref write_structure(ObjectFile& file, const Pages& pages, const std::vector<Content>& contents,
                    const std::vector<Ref>& page_refs, const std::vector<LinkObject>& links) {
  return Tree(file, pages, contents, page_refs, links).write();
}

}  // namespace skabelon::pdf
