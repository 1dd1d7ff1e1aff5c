// docs/contents.md -> each fact that a document must hold stands in its clause, in every language; and the clauses that
// may never be left out are there.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "cases/kit.h"
#include "input/template_reader.h"

namespace skabelon::test {
namespace {

struct Fact {
  std::string document, fact, where;
};

std::string trimmed(const std::string& text) {
  const std::size_t from = text.find_first_not_of(" `");
  const std::size_t to = text.find_last_not_of(" `");
  return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

/// The rows of the table: | document | fact | `clause` |
std::vector<Fact> facts() {
  const std::string text = DiskFiles(SKABELON_ROOT).read("docs/contents.md", Files::default_limit);
  std::vector<Fact> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    std::vector<std::string> cells;
    for (std::size_t bar = line.find('|'); bar != std::string::npos && bar + 1 < line.size();) {
      const std::size_t next = line.find('|', bar + 1);
      if (next == std::string::npos) break;
      cells.push_back(trimmed(line.substr(bar + 1, next - bar - 1)));
      bar = next;
    }
    if (cells.size() == 3 && cells[0] != "document" && cells[0].find("---") == std::string::npos)
      found.push_back({cells[0], cells[1], cells[2]});
  }
  return found;
}

struct UnitName {
  std::string origin, unit;
};

/// Every sentence of the template at `where` or below it. Ids of nodes make paths; units are paths too.
void gather(const TemplateNode& node, const std::string& path, const std::string& where, std::vector<UnitName>& found) {
  std::string here = path;
  const std::string& role = node.attribute("role", node.id);
  const std::string& name = node.element == Element::party ? role : node.id;
  if (!name.empty()) here += (here.empty() ? "" : "/") + name;
  const std::string& own = node.unit.empty() ? here : node.unit;
  const bool inside = own == where || own.starts_with(where + "/");
  if (inside && !node.unit.empty()) found.push_back({node.origin, node.unit});
  for (const TemplateNode& child : node.children) gather(child, here, where, found);
}

bool has_words(const Translation& translation) {
  return translation.state != TranslationState::needs_translation && !translation.wording.empty();
}

/// Clauses that may never be missing: what a person must be told, and what binds those who help.
struct Guard {
  const char* document;
  const char* clause;
};
constexpr Guard guards[] = {
    {"consent-form", "no-pressure"},
    {"consent-form", "keeping-secrets"},
    {"consent-form", "withdrawal"},
    {"consent-form", "details"},
    {"consent-form", "information"},
    {"companion-consent", "no-pressure"},
    {"power-of-attorney", "no-pressure"},
    {"companion-consent", "keeping-secrets"},
    {"confidentiality-declaration", "your-confidentiality"},
    {"confidentiality-declaration", "free-choice"},
    {"volunteer-agreement", "your-confidentiality"},
    {"volunteer-agreement", "free-choice"},
    {"welcome-letter", "your-confidentiality"},
    {"welcome-letter", "free-choice"},
    {"leaflet", "keeping-secrets"},
    {"cooperation-agreement", "supplement"},
    {"cooperation-agreement", "confidentiality"},
    {"cooperation-agreement", "duty-to-notify"},
    {"cooperation-agreement", "child-certificates"},
};

const TemplateNode* clause(const TemplateNode& node, const std::string& id) {
  if (node.element == Element::clause && node.id == id) return &node;
  for (const TemplateNode& child : node.children)
    if (const TemplateNode* found = clause(child, id)) return found;
  return nullptr;
}

std::set<std::string> missing_guards(const std::map<std::string, Template>& templates) {
  std::set<std::string> missing;
  for (const Guard& guard : guards) {
    const auto type = templates.find(guard.document);
    const TemplateNode* node = type == templates.end() ? nullptr : clause(type->second.root, guard.clause);
    if (node == nullptr || node->attribute("required", "false") != "true")
      missing.insert(std::string(guard.document) + ": " + guard.clause);
  }
  return missing;
}

/// The template's file without the clause or the include of that id.
std::string without(const std::string& text, const std::string& id) {
  const std::string include = "<include clause=\"" + id + "\"/>";
  if (const std::size_t at = text.find(include); at != std::string::npos)
    return text.substr(0, at) + text.substr(at + include.size());
  std::size_t begin = text.find("<clause id=\"" + id + "\"");
  REQUIRE(begin != std::string::npos);
  int depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    if (text.compare(at, 7, "<clause") == 0) ++depth;
    if (text.compare(at, 9, "</clause>") == 0 && --depth == 0) return text.substr(0, begin) + text.substr(at + 9);
  }
  return text;
}

}  // namespace

TEST_CASE("every fact of docs/contents.md stands in its clause, in every language") {
  const Catalog& catalog = Kit::get().catalog();
  std::set<std::string> documents;
  for (const Fact& fact : facts()) {
    INFO(fact.document << ": " << fact.fact << " in " << fact.where);
    const auto type = catalog.templates.find(fact.document);
    REQUIRE(type != catalog.templates.end());
    documents.insert(fact.document);
    std::vector<UnitName> units;
    gather(type->second.root, "", fact.where, units);
    CHECK_FALSE(units.empty());
    for (const auto& [tag, locale] : catalog.locales) {
      if (tag == "da") continue;
      INFO(tag);
      for (const UnitName& name : units) {
        INFO(name.unit);
        const auto origin = locale.translations.find(name.origin);
        REQUIRE(origin != locale.translations.end());
        const auto unit = origin->second.find(name.unit);
        REQUIRE(unit != origin->second.end());
        CHECK(has_words(unit->second));
      }
    }
  }
  CHECK(documents.size() == catalog.templates.size());
}

TEST_CASE("the clauses that may never be left out are there, and are missed where they are not") {
  const DiskFiles disk(SKABELON_ROOT);
  CHECK(missing_guards(Kit::get().catalog().templates) == std::set<std::string>{});
  for (const Guard& guard : guards) {
    INFO(guard.document << ": " << guard.clause);
    const std::string path = std::string("templates/") + guard.document + ".xml";
    const MemoryFiles files({{path, without(disk.read(path, Files::default_limit), guard.clause)}}, &disk);
    Sources sources;
    Sink sink(sources);
    const TemplateSet set = read_templates(files, {}, Vocabulary{}, sources, sink);
    CHECK(missing_guards(set.templates) == std::set<std::string>{std::string(guard.document) + ": " + guard.clause});
  }
}

}  // namespace skabelon::test
