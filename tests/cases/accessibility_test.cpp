// What veraPDF cannot see: that every field says what it asks for, every link where it leads, every language its name.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <set>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

std::string words(const Blocks& blocks) {
  std::string text;
  each_inlines(blocks, [&](const Block&, const Inlines& inlines) {
    for (const Inline& part : inlines) {
      if (const auto* literal = std::get_if<Text>(&part.content)) text += literal->text;
      if (const auto* value = std::get_if<Value>(&part.content)) text += value->text;
    }
  });
  return text;
}

/// The node that a block or field became; -1 if there is none.
std::int32_t node_of(const Pages& pages, const std::string& id) {
  for (std::size_t i = 0; i < pages.structure.size(); ++i)
    if (pages.structure[i].id == id) return static_cast<std::int32_t>(i);
  return -1;
}

template <class Visit>
void each_field(const Document& document, Visit visit) {
  each_block(document.blocks, [&](const Block& block) {
    if (const auto* row = std::get_if<FieldRow>(&block.content))
      for (const Field& field : row->fields) visit(field);
  });
}

bool is_arabic(char16_t c) { return (c >= 0x0620 && c <= 0x06FF) || (c >= 0xFB50 && c <= 0xFDFF); }
bool is_ethiopic(char16_t c) { return c >= 0x1200 && c <= 0x139F; }

/// Where a paragraph stands: its page, and the first line's place.
struct Place {
  std::int32_t page = 0;
  Point at;
};

std::optional<Place> place_of(const Tree& tree, std::int32_t node) {
  std::optional<Place> place;
  for (const Placed& one : tree.below(node)) {
    const auto* run = std::get_if<GlyphRun>(&one.mark->content);
    if (run == nullptr) continue;
    const bool first = !place || one.page < place->page || (one.page == place->page && run->origin.y < place->at.y);
    if (first) place = {one.page, run->origin};
  }
  return place;
}

}  // namespace

TEST_CASE("every field has a label, in the page's structure too, and a name of its own") {
  std::size_t fields = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document& document, const Pages& pages) {
    const Tree tree(pages);
    std::set<std::string> names;
    each_field(document, [&](const Field& field) {
      ++fields;
      INFO(field.id);
      CHECK_FALSE(comparable(words(field.label)).empty());
      CHECK(names.insert(field.name).second);
      const std::int32_t node = node_of(pages, field.id);
      REQUIRE(node >= 0);
      CHECK(comparable(tree.text(node)).find(comparable(words({field.label.front()}))) != std::string::npos);
    });
  });
  CHECK(fields > 500);
}

TEST_CASE("the answers of a choice stand in one group with their question") {
  std::size_t choices = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document& document, const Pages& pages) {
    const Tree tree(pages);
    each_field(document, [&](const Field& field) {
      if (field.kind != Field::Kind::choice) return;
      ++choices;
      INFO(field.id);
      CHECK(field.options.size() >= 2);
      const std::int32_t node = node_of(pages, field.id);
      REQUIRE(node >= 0);
      CHECK(pages.structure[static_cast<std::size_t>(node)].role == Role::division);
      const std::string group = comparable(tree.text(node));
      for (const FieldOption& option : field.options)
        CHECK(group.find(comparable(words({option.label.front()}))) != std::string::npos);
    });
  });
  CHECK(choices > 50);
}

TEST_CASE("a printed link shows its address, and a clickable one says where it leads") {
  std::size_t links = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document& document, const Pages& pages) {
    each_inlines(document.blocks, [&](const Block& block, const Inlines& inlines) {
      std::map<std::string, std::string> printed;
      for (const Inline& part : inlines) {
        if (part.link.empty() || part.link[0] == '#') continue;
        if (const auto* literal = std::get_if<Text>(&part.content)) printed[part.link] += literal->text;
        if (const auto* value = std::get_if<Value>(&part.content)) printed[part.link] += value->text;
      }
      for (const auto& [address, text] : printed) {
        ++links;
        INFO(block.id << ": " << address);
        const std::size_t from = address.find_first_not_of('/', address.find(':') + 1);
        CHECK(comparable(text).find(address.substr(from)) != std::string::npos);
      }
    });
    for (const Page& page : pages.pages) {
      for (const LinkArea& link : page.links) {
        CHECK_FALSE(link.description.empty());
        REQUIRE(link.node >= 0);
        CHECK(pages.structure[static_cast<std::size_t>(link.node)].role == Role::link);
      }
    }
  });
  CHECK(links > 20);
}

TEST_CASE("letters of a script stand under a language that is written in it") {
  each_document(Kit::get().cases(), [&](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (const Page& page : pages.pages) {
      for (const Mark& mark : page.marks) {
        const auto* run = std::get_if<GlyphRun>(&mark.content);
        if (mark.node < 0 || run == nullptr) continue;
        const Language* language = tree.language(mark.node);
        REQUIRE(language != nullptr);
        INFO(language->tag << ": " << to_utf8(run->text));
        if (std::any_of(run->text.begin(), run->text.end(), is_arabic)) CHECK(language->script == ScriptClass::arabic);
        if (std::any_of(run->text.begin(), run->text.end(), is_ethiopic))
          CHECK(language->script == ScriptClass::ethiopic);
      }
    }
  });
}

TEST_CASE("the Danish of a bilingual document is tagged as Danish") {
  std::size_t pairs = 0;
  each_document(Kit::get().cases(), [&](const Case& one, const Document& document, const Pages& pages) {
    if (one.request.languages.size() < 2) return;
    const Tree tree(pages);
    each_block(document.blocks, [&](const Block& block) {
      if (!block.id.ends_with(".da") || !std::holds_alternative<Paragraph>(block.content)) return;
      ++pairs;
      INFO(block.id);
      const std::int32_t node = node_of(pages, block.id);
      REQUIRE(node >= 0);
      REQUIRE(tree.language(node) != nullptr);
      CHECK(tree.language(node)->tag == "da");
    });
  });
  CHECK(pairs > 100);
}

TEST_CASE("every picture says what it shows") {
  each_document(Kit::get().cases(), [](const Case&, const Document& document, const Pages& pages) {
    std::size_t images = 0;
    each_block(document.blocks, [&](const Block& block) {
      const auto* image = std::get_if<Image>(&block.content);
      if (image == nullptr) return;
      ++images;
      INFO(block.id);
      CHECK(image->alternative.size() > 3);
    });
    const Tree tree(pages);
    std::size_t figures = 0;
    for (const std::int32_t node : tree.all(Role::figure)) {
      ++figures;
      CHECK_FALSE(pages.structure[static_cast<std::size_t>(node)].alternative.empty());
    }
    CHECK(figures >= images);
  });
}

TEST_CASE("a form is read in the order in which it is printed") {
  each_document(Kit::get().cases(), [](const Case& one, const Document& document, const Pages& pages) {
    if (!Kit::get().catalog().templates.at(one.request.template_id).form) return;
    const Tree tree(pages);
    std::optional<Place> before;
    std::string text_before;
    for (const std::int32_t node : tree.all(Role::paragraph)) {
      const std::optional<Place> here = place_of(tree, node);
      if (!here) continue;
      const std::string text = tree.text(node);
      INFO(text_before << " | " << text);
      if (before) {
        const bool forward = document.language->rtl() ? here->at.x < before->at.x : here->at.x > before->at.x;
        // Below, or beside at the end side: fields of a row are read one after the other.
        CHECK((here->page > before->page || (here->page == before->page && (here->at.y >= before->at.y || forward))));
      }
      before = here;
      text_before = text;
    }
  });
}

}  // namespace skabelon::test
