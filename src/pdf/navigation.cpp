// Link areas, anchors and the outline -> annotations, destinations and bookmarks.
#include "pdf/navigation.h"

#include "base/diagnostic.h"

namespace skabelon::pdf {
namespace {

constexpr int printed = 4;  // annotation flag Print: ISO 19005-2, 6.3.2

/// The page from that height on; sideways and in size the reader's view stays as it is.
void append_destination(std::string& out, const Pages& pages, const std::vector<Ref>& page_refs, std::int32_t page,
                        Length y) {
  if (page < 0 || static_cast<std::size_t>(page) >= page_refs.size())
    throw Error(Error::Kind::machine, "a destination is on no page");
  out += '[';
  append_reference(out, page_refs[static_cast<std::size_t>(page)]);
  out += "/XYZ null ";
  append_length(out, pages.height - y);
  out += " null]";
}

void append_rectangle(std::string& out, const Pages& pages, const Rect& rect) {
  out += '[';
  append_length(out, rect.x);
  out += ' ';
  append_length(out, pages.height - rect.bottom());
  out += ' ';
  append_length(out, rect.right());
  out += ' ';
  append_length(out, pages.height - rect.y);
  out += ']';
}

std::string link_entries(const Pages& pages, const std::vector<Ref>& page_refs, const LinkArea& area, std::size_t key) {
  Entries entries;
  entries.name("Type", "Annot").name("Subtype", "Link");
  append_rectangle(entries.open("Rect"), pages, area.rect);
  entries.raw("Border", "[0 0 0]").integer("F", printed).integer("StructParent", static_cast<std::int64_t>(key));
  entries.text("Contents", area.description.empty() ? area.target : area.description);
  if (area.target.starts_with('#')) {
    const auto anchor = pages.anchors.find(area.target.substr(1));
    if (anchor == pages.anchors.end())
      throw Error(Error::Kind::machine, "a link leads to " + area.target + ", which is not on the pages");
    append_destination(entries.open("Dest"), pages, page_refs, anchor->second.page, anchor->second.y);
  } else {
    std::string& action = entries.open("A");
    action += "<</S/URI/URI";
    append_string(action, ascii_address(area.target));
    action += ">>";
  }
  return entries.take();
}

/// Where an outline item hangs; indexes into the outline, -1: none.
struct Place {
  int parent = -1, previous = -1, next = -1, first = -1, last = -1;
  int descendants = 0;
};

/// An item belongs to the nearest one before it with a smaller level; levels may be left out.
std::vector<Place> places(const std::vector<OutlineItem>& outline, Place& root) {
  std::vector<Place> result(outline.size());
  std::vector<int> open;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const int self = static_cast<int>(i);
    while (!open.empty() && outline[static_cast<std::size_t>(open.back())].level >= outline[i].level) open.pop_back();
    for (const int above : open) ++result[static_cast<std::size_t>(above)].descendants;
    result[i].parent = open.empty() ? -1 : open.back();
    Place& parent = open.empty() ? root : result[static_cast<std::size_t>(open.back())];
    if (parent.first < 0) parent.first = self;
    result[i].previous = parent.last;
    if (parent.last >= 0) result[static_cast<std::size_t>(parent.last)].next = self;
    parent.last = self;
    if (open.empty()) ++root.descendants;
    open.push_back(self);
  }
  return result;
}

}  // namespace

std::string ascii_address(std::string_view address) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    if (value > 0x20 && value < 0x7F) {
      out += byte;
      continue;
    }
    out += '%';
    out += digits[value >> 4U];
    out += digits[value & 15U];
  }
  return out;
}

std::vector<LinkObject> write_links(ObjectFile& file, const Pages& pages, const std::vector<Ref>& page_refs,
                                    std::size_t first_key) {
  std::vector<LinkObject> links;
  for (std::size_t page = 0; page < pages.pages.size(); ++page) {
    for (const LinkArea& area : pages.pages[page].links) {
      // Without its Link element a reader cannot say what the area is (ISO 14289-1, 7.18.5).
      if (area.node < 0 || static_cast<std::size_t>(area.node) >= pages.structure.size())
        throw Error(Error::Kind::machine, "the link to " + area.target + " belongs to no node of the structure tree");
      links.push_back({file.add(link_entries(pages, page_refs, area, first_key + links.size())), area.node, page});
    }
  }
  return links;
}

Ref write_outline(ObjectFile& file, const Pages& pages, const std::vector<Ref>& page_refs) {
  const std::vector<OutlineItem>& outline = pages.outline;
  if (outline.empty()) return {};
  Place root;
  const std::vector<Place> place = places(outline, root);
  const Ref root_ref = file.reserve();
  std::vector<Ref> refs;
  for (std::size_t i = 0; i < outline.size(); ++i) refs.push_back(file.reserve());
  const auto ref = [&](int index) { return index < 0 ? Ref{} : refs[static_cast<std::size_t>(index)]; };
  const auto link = [&](Entries& entries, std::string_view key, int index) {
    if (index >= 0) entries.reference(key, ref(index));
  };

  for (std::size_t i = 0; i < outline.size(); ++i) {
    Entries entries;
    entries.text("Title", outline[i].title);
    entries.reference("Parent", place[i].parent < 0 ? root_ref : ref(place[i].parent));
    link(entries, "Prev", place[i].previous);
    link(entries, "Next", place[i].next);
    link(entries, "First", place[i].first);
    link(entries, "Last", place[i].last);
    // Negative: its descendants are hidden until the reader opens it (table 153).
    if (place[i].descendants > 0) entries.integer("Count", -place[i].descendants);
    append_destination(entries.open("Dest"), pages, page_refs, outline[i].page, outline[i].y);
    file.fill(refs[i], entries.take());
  }
  Entries entries;
  entries.name("Type", "Outlines");
  link(entries, "First", root.first);
  link(entries, "Last", root.last);
  entries.integer("Count", root.descendants);
  file.fill(root_ref, entries.take());
  return root_ref;
}

}  // namespace skabelon::pdf
