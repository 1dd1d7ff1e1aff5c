// Languages that do not exist, over every template: accented Latin a third longer, and the same in Arabic letters. What
// still reads as Danish was never given to a translator; what leaves its place would leave it in a real language too.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "cases/kit.h"
#include "cases/walk.h"
#include "layout/layout.h"
#include "text/unicode.h"

namespace skabelon::test {
namespace {

constexpr std::u16string_view accented = u"áƀćđéƒǧĥíĵķłɱñóþǫřšŧúʋŵẋýž";
constexpr std::u16string_view arabic = u"ابتدهفجحيزكلمنوپقرسطعغشخصث";

bool is_letter(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

/// Every letter changed, every word of four letters and more a third longer.
std::string changed(const std::string& danish, std::u16string_view letters) {
  std::u16string out;
  std::u16string word;
  const auto flush = [&] {
    out += word;
    if (word.size() >= 4) out += word.substr(0, (word.size() + 2) / 3);
    word.clear();
  };
  for (char16_t c : to_utf16(danish)) {
    // The Danish letters, so that none is left.
    if (c == u'æ' || c == u'Æ') c = u'e';
    if (c == u'ø' || c == u'Ø') c = u'o';
    if (c == u'å' || c == u'Å') c = u'a';
    if (is_letter(c)) {
      word += letters[static_cast<std::size_t>((c | 0x20) - u'a')];
    } else {
      flush();
      out += c;
    }
  }
  flush();
  return to_utf8(out);
}

constexpr std::array categories{"zero", "one", "two", "few", "many", "other"};

Wording changed(const Wording& danish, std::u16string_view letters);

/// A choice with every category of every language: those that Danish lacks say what `other` says.
Choice changed(const Choice& choice, std::u16string_view letters) {
  Choice result = choice;
  for (Choice::Branch& branch : result.branches) branch.wording = changed(branch.wording, letters);
  if (choice.kind != Choice::Kind::plural) return result;
  const auto has = [&](const std::string& keyword) {
    return std::any_of(result.branches.begin(), result.branches.end(),
                       [&](const Choice::Branch& branch) { return branch.keyword == keyword; });
  };
  const Wording other = result.branches.back().wording;
  for (const char* category : categories)
    if (!has(category)) result.branches.insert(result.branches.end() - 1, {category, other});
  return result;
}

Wording changed(const Wording& danish, std::u16string_view letters) {
  Wording result = danish;
  for (WordingPart& part : result) {
    if (auto* literal = std::get_if<Literal>(&part.content)) literal->text = changed(literal->text, letters);
    if (auto* choice = std::get_if<Choice>(&part.content)) *choice = changed(*choice, letters);
    if (auto* markup = std::get_if<Markup>(&part.content)) markup->inner = changed(markup->inner, letters);
  }
  return result;
}

void translate(const TemplateNode& node, std::u16string_view letters, Translations& into) {
  if (!node.unit.empty()) {
    Translation& translation = into[node.origin][node.unit];
    translation.wording = changed(node.wording, letters);
    translation.state = TranslationState::signed_off;
  }
  for (const TemplateNode& child : node.children) translate(child, letters, into);
}

/// The real catalog with the words of `tag` put in other letters.
Catalog pseudo(const std::string& tag, std::u16string_view letters, Sources& sources, Sink& sink) {
  const DiskFiles files(SKABELON_ROOT);
  Catalog catalog = load(files, sources, sink);
  Language& language = catalog.locales.at(tag).language;
  language.list_last = changed(language.list_last, letters);
  Translations& translations = catalog.locales.at(tag).translations;
  for (const auto& [id, type] : catalog.templates) translate(type.root, letters, translations);
  for (const auto& [id, common] : catalog.common) {
    Translation& translation = translations["common"][id];
    translation.wording = changed(common.wording, letters);
    translation.state = TranslationState::signed_off;
  }
  return catalog;
}

/// What a reader of the language would see in Danish letters although it is no name and no number.
std::vector<std::string> left_in_danish(const Document& document) {
  std::vector<std::string> left;
  each_inlines(document.blocks, [&](const Block& block, const Inlines& inlines) {
    if (block.language->tag == "da") return;
    for (const Inline& part : inlines) {
      const auto* text = std::get_if<Text>(&part.content);
      if (text == nullptr || (part.language != nullptr && part.language->tag == "da")) continue;
      const std::u16string letters = to_utf16(text->text);
      if (std::any_of(letters.begin(), letters.end(), is_letter)) left.push_back(block.id + ": " + text->text);
    }
  });
  for (const Inlines* running :
       {&document.running.header, &document.running.footer_start, &document.running.footer_end}) {
    for (const Inline& part : *running) {
      const auto* text = std::get_if<Text>(&part.content);
      const std::u16string letters = text == nullptr ? std::u16string() : to_utf16(text->text);
      if (std::any_of(letters.begin(), letters.end(), is_letter)) left.push_back("running matter: " + text->text);
    }
  }
  return left;
}

void check_all(const std::string& tag, std::u16string_view letters) {
  Sources sources;
  Sink sink(sources);
  const Catalog catalog = pseudo(tag, letters, sources, sink);
  const DiskFiles files(SKABELON_ROOT);
  const Data data = load_data(files, catalog, "data/examples/syd.xml", sources, sink);
  std::size_t documents = 0;
  for (const Request& request : plan(catalog, data, {{}, {}, {tag}, {}, {2026, 3, 1}}, sink).requests) {
    Sink own(sources);
    INFO(file_stem(request));
    const Document document = assemble(catalog, data, request, own);
    const Pages pages = layout(document, catalog.fonts, own);
    INFO(to_text(own.diagnostics(), sources));
    CHECK_FALSE(own.has_errors());
    CHECK(left_in_danish(document) == std::vector<std::string>{});
    CHECK(out_of_place(document, pages) == std::vector<std::string>{});
    ++documents;
  }
  CHECK(documents == catalog.templates.size());
}

}  // namespace

TEST_CASE("in accented letters, a third longer, every template is laid out and nothing is left in Danish") {
  check_all("en", accented);
}

TEST_CASE("in Arabic letters, from right to left, every template is laid out and nothing is left in Danish") {
  check_all("ar", arabic);
}

}  // namespace skabelon::test
