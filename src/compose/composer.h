// The elements of a template -> the blocks of a document.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <unordered_set>
#include <vector>

#include "compose/facts.h"
#include "compose/sentence.h"
#include "compose/translator.h"
#include "model/catalog.h"
#include "model/document.h"
#include "model/request.h"

namespace skabelon {

/// Each for-each within another multiplies: more than this is a mistake, and would take for ever.
inline constexpr std::size_t most_repetitions = 1'000;

/// Walks one template once. Ids and structure depend on template and data only, never on the language.
class Composer {
 public:
  struct Parts {
    const Catalog& catalog;
    const Data& data;
    const Template& form;
    const Facts& facts;
    Translator& translator;
    SentenceWriter& writer;
    const LetReader& lets;
    Date date;
    Sink& sink;
  };
  explicit Composer(const Parts& parts) : parts_(parts) {}

  /// All blocks of the template, its title among them; `scope` holds the template's lets.
  Blocks document(const LetScope& scope);
  /// The title's words, once `document` has run.
  const Inlines& title() const { return title_; }
  const Language* title_language() const { return title_language_; }
  /// True for a document that begins with a cover or the head of a letter.
  bool opens_apart() const { return opens_apart_; }
  /// A sentence of templates/common.xml as a paragraph.
  Block common(const std::string& id, const std::string& block_id, const std::string& style, const LetScope& scope);
  /// A block of the document's language.
  Block block(decltype(Block::content) content, std::string id, std::string style, Span span);
  /// `id`, changed where another block has it already.
  std::string unique(std::string id);

 private:
  /// Numbers of a clause and of what counts within it.
  struct Sequence {
    std::string number;
    int count = 0;
  };

  // composer.cpp
  void blocks(const std::vector<TemplateNode>& nodes, Blocks& out);
  void element(const TemplateNode& node, Blocks& out);
  void heading(const TemplateNode& node, Blocks& out);
  void paragraph(const TemplateNode& node, Blocks& out);
  void clause(const TemplateNode& node, Blocks& out);
  void quote(const TemplateNode& node, Blocks& out);
  void boxed(const TemplateNode& node, Blocks& out);
  void cover(const TemplateNode& node, Blocks& out);
  void image(const TemplateNode& node, Blocks& out);
  void table_of_contents(const TemplateNode& node, Blocks& out);
  void place_title(const TemplateNode& node, Blocks& out);
  Block worded(const TemplateNode& node, const std::string& style);
  Blocks one(const TemplateNode& node, const std::string& style);
  std::string id_of(const TemplateNode& node) const;
  bool holds(const TemplateNode& node);
  std::vector<pugi::xml_node> items(const TemplateNode& node);

  // containers.cpp
  void list(const TemplateNode& node, Blocks& out);
  List list_of(const TemplateNode& node);
  void table(const TemplateNode& node, Blocks& out);
  TableRow row(const TemplateNode& node, bool header);
  Blocks cell_blocks(const TemplateNode& node, const std::string& style);
  void field(const TemplateNode& node, Blocks& out);
  Field field_of(const TemplateNode& node);
  void signatures(const TemplateNode& node, Blocks& out);
  SignatureParty party(const TemplateNode& node);

  // letterhead.cpp
  void letterhead(const TemplateNode& node, Blocks& out);

  /// Gives `take` every child that is shown: <when> asked, <for-each> run through.
  template <class Take>
  void expand(const std::vector<TemplateNode>& nodes, const Take& take) {
    for (const TemplateNode& node : nodes) {
      if (node.element == Element::let) continue;
      if (node.element == Element::when) {
        if (holds(node)) expand(node.children, take);
      } else if (node.element == Element::for_each) {
        repeat(node, [&] { expand(node.children, take); });
      } else {
        take(node);
      }
    }
  }

  /// Runs `body` once for each item of a for-each, with the item's lets in scope and its number behind all ids.
  template <class Body>
  void repeat(const TemplateNode& node, const Body& body) {
    const std::vector<pugi::xml_node> all = items(node);
    const pugi::xml_node context = context_;
    const LetScope* const outer = scope_;
    const std::size_t suffix = suffix_.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
      LetScope scope = item_scope(node, all[i], i, all.size(), *outer);
      context_ = all[i];
      scope_ = &scope;
      suffix_ += "-" + std::to_string(i + 1);
      body();
      suffix_.resize(suffix);
    }
    context_ = context;
    scope_ = outer;
  }
  LetScope item_scope(const TemplateNode& node, pugi::xml_node item, std::size_t index, std::size_t count,
                      const LetScope& outer);

  /// Ids within `node` hang below its own.
  template <class Body>
  void within(const TemplateNode& node, const Body& body) {
    const std::size_t length = path_.size();
    const std::string& own = node.id.empty() ? node.attribute("role", node.id) : node.id;
    if (!own.empty()) path_ += (path_.empty() ? "" : "/") + own;
    body();
    path_.resize(length);
  }

  Parts parts_;
  const LetScope* scope_ = nullptr;
  pugi::xml_node context_;
  std::string path_;
  std::string suffix_;
  std::string body_;  ///< paragraph style of running text here
  Inlines title_;
  const Language* title_language_ = nullptr;
  bool opens_apart_ = false;
  Sequence clauses_;              ///< of the document
  Sequence* sequence_ = nullptr;  ///< of the clause whose direct children are composed; null: nothing counts
  int depth_ = 0;                 ///< clauses around
  bool part_ = false;             ///< the outermost clause is a part
  int lists_ = 0;                 ///< lists around
  bool in_cell_ = false;          ///< of a table
  int fields_ = 0;
  std::size_t repetitions_ = 0;  ///< items that any for-each has run through
  std::unordered_set<std::string> ids_;
};

/// True where something would be seen: no page break, cut line or heading alone.
bool has_content(const Blocks& blocks);
/// "12mm", "12" or "9pt".
Length length_of(std::string_view text);

}  // namespace skabelon
