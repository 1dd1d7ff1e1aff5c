// Contents, references and links: that they name what is there, on the page where it is, in every language.
#include <algorithm>
#include <catch2/catch.hpp>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "support/pdf_reader.h"

namespace skabelon::test {
namespace {

std::string words(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines) {
    if (const auto* literal = std::get_if<Text>(&part.content)) text += literal->text;
    if (const auto* value = std::get_if<Value>(&part.content)) text += value->text;
    if (const auto* ref = std::get_if<Ref>(&part.content)) text += ref->text;
  }
  return text;
}

const Toc* toc_of(const Document& document) {
  const Toc* toc = nullptr;
  each_block(document.blocks, [&](const Block& block) {
    if (const auto* found = std::get_if<Toc>(&block.content)) toc = found;
  });
  return toc;
}

/// What the contents must say: every heading down to the depth asked for, with the page of its clause.
std::vector<std::string> expected_contents(const Document& document, const Pages& pages) {
  std::vector<std::string> entries;
  const Toc* toc = toc_of(document);
  if (toc == nullptr) return entries;
  each_block(document.blocks, [&](const Block& block) {
    const auto* heading = std::get_if<Heading>(&block.content);
    if (heading == nullptr || heading->level < 2 || heading->level > toc->depth + 1) return;
    const auto anchor = pages.anchors.find(block.id);
    INFO(block.id);
    REQUIRE(anchor != pages.anchors.end());
    entries.push_back(comparable(words(heading->text)) +
                      pages.pages[static_cast<std::size_t>(anchor->second.page)].label);
  });
  return entries;
}

}  // namespace

TEST_CASE("the contents name every heading with its page, in the pages and in the PDF") {
  std::size_t listed = 0;
  each_document(Kit::get().demo(), [&](const Case&, const Document& document, const Pages& pages) {
    const std::vector<std::string> expected = expected_contents(document, pages);
    const Tree tree(pages);
    std::vector<std::string> in_pages;
    for (const std::int32_t node : tree.all(Role::toc_item)) {
      std::string text;
      for (const std::int32_t child : pages.structure[static_cast<std::size_t>(node)].children)
        if (pages.structure[static_cast<std::size_t>(child)].role != Role::label) text += tree.text(child);
      in_pages.push_back(comparable(text));
    }
    CHECK(in_pages == expected);
    std::vector<std::string> in_pdf;
    for (const std::string& entry : read_pdf(write_pdf(pages, false)).contents) in_pdf.push_back(comparable(entry));
    CHECK(in_pdf == expected);
    listed += expected.size();
  });
  CHECK(listed > 200);
}

TEST_CASE("a reference says the number, title or page of what it names") {
  std::size_t references = 0;
  each_document(Kit::get().demo(), [&](const Case&, const Document& document, const Pages& pages) {
    std::map<std::string, const Block*> blocks;
    each_block(document.blocks, [&](const Block& block) { blocks.emplace(block.id, &block); });
    each_inlines(document.blocks, [&](const Block& where, const Inlines& inlines) {
      for (const Inline& part : inlines) {
        const auto* ref = std::get_if<Ref>(&part.content);
        if (ref == nullptr) continue;
        ++references;
        INFO(where.id << " -> " << ref->target);
        REQUIRE(blocks.contains(ref->target));
        CHECK(pages.anchors.contains(ref->target));
        const Block& target = *blocks.at(ref->target);
        if (ref->show == Ref::Show::number) CHECK(ref->text == target.label);
        if (ref->show == Ref::Show::title) {
          const auto* clause = std::get_if<Clause>(&target.content);
          REQUIRE(clause != nullptr);
          CHECK(ref->text == words(std::get<Heading>(clause->blocks.front().content).text));
        }
        if (ref->show != Ref::Show::page) continue;
        const auto node = std::find_if(pages.structure.begin(), pages.structure.end(),
                                       [&](const StructureNode& one) { return one.id == where.id; });
        REQUIRE(node != pages.structure.end());
        const std::string text = Tree(pages).text(static_cast<std::int32_t>(node - pages.structure.begin()));
        const auto page = static_cast<std::size_t>(pages.anchors.at(ref->target).page);
        CHECK(text.find(pages.pages[page].label) != std::string::npos);
      }
    });
  });
  CHECK(references > 20);
}

TEST_CASE("every link inside a document leads to a place that is there") {
  each_document(Kit::get().demo(), [&](const Case&, const Document&, const Pages& pages) {
    for (const Page& page : pages.pages)
      for (const LinkArea& link : page.links)
        if (link.target.starts_with("#")) CHECK(pages.anchors.contains(link.target.substr(1)));
  });
}

}  // namespace skabelon::test
