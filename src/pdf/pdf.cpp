// Pages -> the bytes of a tagged PDF 1.7, PDF/UA-1 and PDF/A-2a at once.
#include "pdf/pdf.h"

#include "pdf/content.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/object_file.h"
#include "pdf/structure.h"

namespace skabelon {
namespace pdf {
namespace {

/// What all pages share.
Ref write_resources(ObjectFile& file, const DocumentFonts& fonts, const DocumentPictures& pictures) {
  Entries entries;
  const auto dictionary = [&](std::string_view key, const std::string& content) {
    if (!content.empty()) entries.raw(key, "<<" + content + ">>");
  };
  dictionary("Font", fonts.resources());
  dictionary("XObject", pictures.resources());
  return file.add(entries.take());
}

void write_page(ObjectFile& file, const Pages& pages, std::size_t index, Ref page, Ref parent, Ref resources,
                Ref content, const std::vector<LinkObject>& links) {
  Entries entries;
  entries.name("Type", "Page").reference("Parent", parent);
  std::string& box = entries.open("MediaBox");
  box += "[0 0 ";
  append_length(box, pages.width);
  box += ' ';
  append_length(box, pages.height);
  box += ']';
  entries.reference("Resources", resources).reference("Contents", content);
  // The tab order is that of the structure: ISO 14289-1, 7.18.3.
  entries.integer("StructParents", static_cast<std::int64_t>(index)).name("Tabs", "S");
  std::string annotations;
  for (const LinkObject& link : links) {
    if (link.page != index) continue;
    if (!annotations.empty()) annotations += ' ';
    append_reference(annotations, link.annotation);
  }
  if (!annotations.empty()) entries.raw("Annots", "[" + annotations + "]");
  file.fill(page, entries.take());
}

void write_page_tree(ObjectFile& file, Ref tree, const std::vector<Ref>& page_refs) {
  Entries entries;
  entries.name("Type", "Pages").integer("Count", static_cast<std::int64_t>(page_refs.size()));
  std::string& kids = entries.open("Kids");
  kids += '[';
  for (const Ref page : page_refs) {
    if (kids.back() != '[') kids += ' ';
    append_reference(kids, page);
  }
  kids += ']';
  file.fill(tree, entries.take());
}

struct CatalogRefs {
  Ref page_tree, structure, metadata, outline;
};

void write_catalog(ObjectFile& file, const Pages& pages, Ref catalog, const CatalogRefs& refs) {
  Entries entries;
  entries.name("Type", "Catalog").reference("Pages", refs.page_tree);
  if (pages.language != nullptr) entries.string("Lang", pages.language->tag);
  entries.raw("MarkInfo", "<</Marked true>>").reference("StructTreeRoot", refs.structure);
  const bool rtl = pages.language != nullptr && pages.language->rtl();
  entries.raw("ViewerPreferences", rtl ? "<</DisplayDocTitle true/Direction/R2L>>" : "<</DisplayDocTitle true>>");
  if (refs.outline) entries.reference("Outlines", refs.outline).name("PageMode", "UseOutlines");
  entries.reference("Metadata", refs.metadata).raw("OutputIntents", output_intents(file, pages.meta));
  file.fill(catalog, entries.take());
}

std::string write(const Pages& pages, bool plain) {
  ObjectFile file;
  const Ref catalog = file.reserve();
  const Ref page_tree = file.reserve();
  std::vector<Ref> page_refs;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) page_refs.push_back(file.reserve());

  DocumentFonts fonts(file);
  DocumentPictures pictures(file);
  std::vector<Content> contents;
  for (const Page& page : pages.pages) contents.push_back(paint(pages, page, fonts, pictures));

  const std::vector<LinkObject> links = write_links(file, pages, page_refs, page_refs.size());
  const Ref structure = write_structure(file, pages, contents, page_refs, links);
  const Ref resources = write_resources(file, fonts, pictures);
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const Ref content = file.add_stream({}, contents[i].bytes, plain ? Packing::plain : Packing::deflate);
    write_page(file, pages, i, page_refs[i], page_tree, resources, content, links);
  }
  write_page_tree(file, page_tree, page_refs);
  fonts.write(plain);
  const Ref metadata = write_xmp(file, pages);
  write_catalog(file, pages, catalog, {page_tree, structure, metadata, write_outline(file, pages, page_refs)});
  const Ref info = write_info(file, pages.meta);
  return file.save(catalog, info);
}

}  // namespace
}  // namespace pdf

std::string write_pdf(const Pages& pages, bool plain) { return pdf::write(pages, plain); }

}  // namespace skabelon
