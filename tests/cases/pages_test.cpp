// The pages of every document of every kit: what may not be torn apart, and how long each may be.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

/// Pages of a document, content.md's lengths; the cooperation agreement with its cover.
struct PageCounts {
  const char* id;
  std::size_t least, most;
};
constexpr PageCounts lengths[] = {
    {"agenda-cooperation", 1, 1},
    {"agenda-evaluation", 1, 1},
    {"agenda-halfyear", 1, 1},
    {"agenda-startup", 1, 1},
    {"companion-consent", 1, 1},
    {"confidentiality-declaration", 1, 1},
    {"consent-form", 2, 2},
    {"contact-list", 1, 1},
    {"contact-sheet", 1, 1},
    {"cooperation-agreement", 4, 6},
    {"leaflet", 2, 2},
    {"monthly-briefing", 1, 1},
    {"offer-procedure", 1, 1},
    {"playbook-ground-rules", 5, 8},
    {"playbook-handbook", 8, 12},
    {"playbook-network-offer", 10, 16},
    {"playbook-principles", 4, 6},
    {"power-of-attorney", 1, 1},
    {"task-description", 1, 1},
    {"volunteer-agreement", 1, 2},
    {"welcome-letter", 1, 2},
    {"workplace-guidelines", 2, 2},
};

/// A translation of the agreement may run to one more page: it is longer, or set in larger letters.
std::size_t most_pages(const PageCounts& counts, const std::string& language) {
  return counts.most + (language != "da" && counts.id == std::string("cooperation-agreement") ? 1 : 0);
}

/// Where text stands that is lowest on the page: its node; -1 on a page without text.
std::int32_t lowest_text(const Page& page) {
  std::int32_t node = -1;
  Length lowest;
  for (const Mark& mark : page.marks) {
    const auto* run = std::get_if<GlyphRun>(&mark.content);
    if (mark.node < 0 || run == nullptr || run->origin.y < lowest) continue;
    lowest = run->origin.y;
    node = mark.node;
  }
  return node;
}

std::vector<std::int32_t> pages_of(const std::vector<Placed>& placed) {
  std::vector<std::int32_t> pages;
  for (const Placed& one : placed)
    if (std::find(pages.begin(), pages.end(), one.page) == pages.end()) pages.push_back(one.page);
  return pages;
}

bool pages_share(const std::vector<Placed>& some, const std::vector<Placed>& others) {
  const std::vector<std::int32_t> pages = pages_of(some);
  return std::any_of(others.begin(), others.end(),
                     [&](const Placed& one) { return std::find(pages.begin(), pages.end(), one.page) != pages.end(); });
}

std::size_t line_count(const std::vector<Placed>& placed) {
  std::set<std::pair<std::int32_t, Length>> baselines;
  for (const Placed& one : placed)
    if (const auto* run = std::get_if<GlyphRun>(&one.mark->content)) baselines.insert({one.page, run->origin.y});
  return baselines.size();
}

}  // namespace

TEST_CASE("every template has a length, and every document keeps to it") {
  for (const auto& [id, type] : Kit::get().catalog().templates) {
    INFO(id);
    CHECK(std::any_of(std::begin(lengths), std::end(lengths), [&](const PageCounts& one) { return one.id == id; }));
  }
  each_document(Kit::get().cases(), [](const Case& one, const Document&, const Pages& pages) {
    for (const PageCounts& counts : lengths) {
      if (counts.id != one.request.template_id) continue;
      CHECK(pages.pages.size() >= counts.least);
      CHECK(pages.pages.size() <= most_pages(counts, one.request.languages[0]));
    }
  });
}

TEST_CASE("no heading stands alone at the foot of a page, and no page is empty") {
  each_document(Kit::get().cases(), [](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
      INFO("page " << i + 1);
      const std::int32_t node = lowest_text(pages.pages[i]);
      REQUIRE(node >= 0);
      CHECK_FALSE(tree.inside(node, Role::heading));
    }
  });
}

TEST_CASE("a table that breaks leaves two rows at least on either side, one of fewer than four does not break") {
  std::size_t broken = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (const std::int32_t body : tree.all(Role::table_body)) {
      std::vector<std::int32_t> rows;  // the page of each
      for (const std::int32_t row : pages.structure[static_cast<std::size_t>(body)].children)
        if (const std::vector<Placed> marks = tree.below(row); !marks.empty()) rows.push_back(marks.front().page);
      if (rows.empty() || rows.front() == rows.back()) continue;
      INFO(tree.text(body));
      ++broken;
      CHECK(rows.size() >= 4);
      CHECK(rows[0] == rows[1]);
      CHECK(rows[rows.size() - 2] == rows.back());
    }
  });
  CHECK(broken > 10);
}

TEST_CASE("neither the first nor the last item of a list stands alone on a page unless it is long") {
  std::size_t broken = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (const std::int32_t list : tree.all(Role::list)) {
      const std::vector<std::int32_t>& items = pages.structure[static_cast<std::size_t>(list)].children;
      if (items.size() < 3) continue;
      broken += pages_of(tree.below(list)).size() > 1 ? 1 : 0;
      const auto check = [&](std::int32_t item, std::int32_t neighbour) {
        INFO(tree.text(item));
        CHECK((line_count(tree.below(item)) >= 2 || pages_share(tree.below(item), tree.below(neighbour))));
      };
      check(items[0], items[1]);
      check(items.back(), items[items.size() - 2]);
    }
  });
  CHECK(broken > 10);
}

TEST_CASE("a quote stands on a page with what it belongs to, and with its speaker") {
  std::size_t quotes = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (const std::int32_t quote : tree.all(Role::block_quote)) {
      const std::int32_t parent = pages.structure[static_cast<std::size_t>(quote)].parent;
      const std::vector<std::int32_t>& siblings = pages.structure[static_cast<std::size_t>(parent)].children;
      const auto at = std::find(siblings.begin(), siblings.end(), quote);
      INFO(tree.text(quote));
      ++quotes;
      if (at != siblings.begin()) CHECK(pages_share(tree.below(*(at - 1)), tree.below(quote)));
      REQUIRE(at + 1 != siblings.end());
      CHECK(pages_share(tree.below(quote), tree.below(*(at + 1))));
    }
  });
  CHECK(quotes > 20);
}

TEST_CASE("no row of a table is cut by the foot of a page") {
  each_document(Kit::get().cases(), [](const Case&, const Document&, const Pages& pages) {
    const Tree tree(pages);
    for (const std::int32_t row : tree.all(Role::table_row)) {
      INFO(tree.text(row));
      CHECK(pages_of(tree.below(row)).size() <= 1);
    }
  });
}

TEST_CASE("a row of two signatures stands on one page, and never without words above it") {
  std::size_t blocks = 0;
  each_document(Kit::get().cases(), [&](const Case&, const Document& document, const Pages& pages) {
    const Tree tree(pages);
    each_block(document.blocks, [&](const Block& block) {
      const auto* signatures = std::get_if<Signatures>(&block.content);
      if (signatures == nullptr) return;
      ++blocks;
      const auto node = std::find_if(pages.structure.begin(), pages.structure.end(),
                                     [&](const StructureNode& one) { return one.id == block.id; });
      REQUIRE(node != pages.structure.end());
      CHECK(node->children.size() == signatures->parties.size());
      for (std::size_t i = 0; i < node->children.size(); i += 2) {
        std::vector<Placed> row = tree.below(node->children[i]);
        if (i + 1 < node->children.size()) {
          const std::vector<Placed> other = tree.below(node->children[i + 1]);
          row.insert(row.end(), other.begin(), other.end());
        }
        REQUIRE_FALSE(row.empty());
        CHECK(pages_of(row).size() == 1);
        // Something else is said on that page, above the first line.
        const Page& page = pages.pages[static_cast<std::size_t>(row.front().page)];
        const std::vector<Placed> own = tree.below(static_cast<std::int32_t>(node - pages.structure.begin()));
        CHECK(std::any_of(page.marks.begin(), page.marks.end(), [&](const Mark& mark) {
          return mark.node >= 0 && std::holds_alternative<GlyphRun>(mark.content) &&
                 std::none_of(own.begin(), own.end(), [&](const Placed& one) { return one.mark == &mark; });
        }));
      }
    });
  });
  CHECK(blocks > 20);
}

TEST_CASE("nothing stands outside the margins at the sides and at the foot") {
  each_document(Kit::get().cases(), [](const Case&, const Document& document, const Pages& pages) {
    CHECK(out_of_place(document, pages) == std::vector<std::string>{});
  });
}

}  // namespace skabelon::test
