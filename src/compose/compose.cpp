// Catalog + Data + Request -> Document.
#include "compose/compose.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "base/sha256.h"
#include "compose/brand.h"
#include "compose/composer.h"
#include "compose/format.h"
#include "compose/picture_colors.h"
#include "compose/references.h"

namespace skabelon {
namespace {

std::vector<Note> suggestion(const std::string& near) {
  if (near.empty()) return {};
  return {{{}, "did you mean “" + near + "”?"}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

const Template* template_of(const Catalog& catalog, const std::string& id, Sink& sink) {
  const auto found = catalog.templates.find(id);
  if (found != catalog.templates.end()) return &found->second;
  std::vector<std::string> ids;
  for (const auto& [known, form] : catalog.templates) ids.push_back(known);
  report_once(sink, {}, "there is no template “" + id + "”", suggestion(nearest(id, ids)));
  return nullptr;
}

bool is_language(const Catalog& catalog, const std::string& tag, Sink& sink) {
  if (catalog.locales.contains(tag)) return true;
  std::vector<std::string> tags;
  for (const auto& [known, locale] : catalog.locales) tags.push_back(known);
  report_once(sink, {}, "there is no language “" + tag + "”", {{{}, "there are: " + joined(tags)}});
  return false;
}

/// Which of the template's records is asked for; none after an error.
std::optional<std::size_t> record_of(const Template& form, const Request& request, const std::vector<std::string>& ids,
                                     const Data& data, Sink& sink) {
  const std::string what = form.id + " is made for one " + form.record;
  if (ids.empty()) {
    report_once(sink, data.span, what + ", but " + data.path + " has none", {{form.span, "the template is here"}});
    return std::nullopt;
  }
  if (request.record.empty()) {
    if (ids.size() == 1) return 0;
    report_once(sink, data.span, what + ", and " + data.path + " has several",
                {{{}, "name one with --record: " + joined(ids)}});
    return std::nullopt;
  }
  const auto found = std::find(ids.begin(), ids.end(), request.record);
  if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
  const std::string near = nearest(request.record, ids);
  report_once(sink, data.span, "there is no " + form.record + " “" + request.record + "” in " + data.path,
              near.empty() ? std::vector<Note>{{{}, "there are: " + joined(ids)}} : suggestion(near));
  return std::nullopt;
}

std::string iso(const Date& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

/// All languages of a document share it: it says which wording and data were used, not in which words.
std::string version_of(const Catalog& catalog, const Data& data, const Request& request, const std::string& record) {
  Sha256 hash;
  const auto digest = catalog.digests.find(request.template_id);
  for (const std::string& share : {digest == catalog.digests.end() ? std::string() : digest->second, data.digest,
                                   request.template_id, record, iso(request.date), std::string(program_version)})
    hash.add_counted(share);
  return hash.hex().substr(0, 8);
}

/// The languages whose wording of the template has been signed off as it stands today (data/reviews.xml). That the
/// words have changed since is said by the document in that language, once, and not by the other half of a pair.
std::set<std::string> approved_languages(const Catalog& catalog, const Template& form, const Facts& facts,
                                         const std::string& language, Sink& sink) {
  std::set<std::string> approved;
  const auto wordings = catalog.wordings.find(form.id);
  if (wordings == catalog.wordings.end()) return approved;
  for (const pugi::xml_node review : facts.nodes("reviews/review", facts.kit())) {
    if (review.attribute("template").value() != form.id) continue;
    const std::string tag = review.attribute("language").value();
    const auto wording = wordings->second.find(tag);
    if (wording == wordings->second.end()) continue;
    if (wording->second == review.attribute("wording").value())
      approved.insert(tag);
    else if (tag == language)
      sink.warning(facts.span(review),
                   "the wording of " + form.id + " in " + tag + " has changed since it was reviewed",
                   {{{}, "it is " + wording->second + " now; until it is reviewed again the document says so"}});
  }
  return approved;
}

/// A name in a footer or elsewhere that is no let of the template.
Datum own_datum(std::string name, std::string text, ValueType type) {
  Datum datum;
  datum.name = std::move(name);
  datum.type = type;
  datum.items.push_back({std::move(text), {}, {}});
  return datum;
}

/// "Side {page} af {pages}": the arguments become the counters that layout fills.
Inlines page_counter(const Phrase& phrase, SentenceWriter& writer) {
  LetScope scope;
  scope.add(own_datum("page", "1", ValueType::keyword));
  scope.add(own_datum("pages", "1", ValueType::keyword));
  Inlines text = writer.write(phrase, scope);
  for (Inline& part : text) {
    const auto* const value = std::get_if<Value>(&part.content);
    if (value == nullptr) continue;
    if (value->field == "page")
      part.content = PageNumber{};
    else
      part.content = PageCount{};
  }
  return text;
}

/// A line of running matter: no breaks, and each part in its own language where the sentence fell back.
Inlines one_line(Inlines text, const Language* language, const Language& document) {
  for (Inline& part : text) {
    if (std::holds_alternative<Break>(part.content)) part.content = Text{" "};
    if (part.language == nullptr && language != &document) part.language = language;
  }
  return text;
}

/// Composes one document, from the checks of the request to the notice that comes first.
class Making {
 public:
  Making(const Catalog& catalog, const Data& data, const Request& request, const Template& form,
         const std::string& record, const Facts& facts, const std::string& language, Sink& sink)
      : catalog_(catalog),
        data_(data),
        request_(request),
        form_(form),
        record_(record),
        facts_(facts),
        sink_(sink),
        translator_(catalog, language, request.languages, approved_languages(catalog, form, facts, language, sink),
                    !form.form, sink),
        writer_(catalog, sink, [this](const Language* met) { meet(met); }),
        lets_(facts, data.path, sink),
        composer_({catalog, data, form, facts, translator_, writer_, lets_, request.date, sink}) {}

  Document make() {
    document_.language = &translator_.language();
    meet(document_.language);
    for (const Let& let : form_.lets) scope_.add(lets_.read(let, facts_.kit()));
    document_.blocks = composer_.document(scope_);
    document_.number_column = form_.numbered;
    const Brand brand = brand_of(facts_, data_);
    meta(brand);
    running_matter(brand);
    notice();
    if (writer_.wrote_reference()) resolve_references(document_.blocks, sink_);
    const StyleSheet& looks = this->looks();
    if (brand.color.empty()) {
      document_.style = &looks;
    } else {
      document_.own_style = with_accent(looks, parse_color(brand.color));
      recolor_drawings(document_.blocks, looks, document_.own_style);
    }
    if (translator_.fell_back()) meet(&translator_.danish());
    translator_.report();
    return std::move(document_);
  }

 private:
  void meet(const Language* language) {
    auto& all = document_.languages;
    if (std::find(all.begin(), all.end(), language) == all.end()) all.push_back(language);
  }

  /// Large print goes before the edition that the template names.
  const StyleSheet& looks() const {
    const bool pair = request_.languages.size() > 1 && !form_.pair_edition.empty();
    const std::string edition = request_.large_print ? large_print_edition : pair ? form_.pair_edition : form_.edition;
    const auto found = catalog_.editions.find(edition);
    if (found != catalog_.editions.end()) return found->second;
    if (!edition.empty()) report_once(sink_, {}, "templates/style.xml has no edition “" + edition + "”");
    return catalog_.style;
  }

  void meta(const Brand& brand) {
    Meta& meta = document_.meta;
    meta.title = plain(composer_.title());
    meta.author = brand.name;
    meta.template_id = form_.id;
    meta.version = version_of(catalog_, data_, request_, record_);
    meta.date = iso(request_.date);
    meta.color_profile = &catalog_.color_profile;
  }

  void running_matter(const Brand& brand) {
    RunningMatter& running = document_.running;
    running.header = one_line(composer_.title(), composer_.title_language(), *document_.language);
    running.logo = brand.logo;
    running.logo_alternative = brand.logo_alternative;
    LetScope scope;
    scope.add(own_datum("document", record_.empty() ? form_.id : form_.id + "/" + record_, ValueType::cvr));
    scope.add(own_datum("version", document_.meta.version, ValueType::cvr));
    const Phrase version = translator_.common("document-version");
    running.footer_start = one_line(writer_.write(version, scope), version.language, *document_.language);
    const Phrase pages = translator_.common("page-of");
    running.footer_end = one_line(page_counter(pages, writer_), pages.language, *document_.language);
    running.first_page_header = !composer_.opens_apart();
  }

  /// First in reading order: that nobody has approved this translation, that this is an example.
  void notice() {
    const bool example = facts_.text("@example") == "true";
    if (!example && !translator_.unreviewed()) return;
    Box box;
    const LetScope empty;
    if (translator_.unreviewed())
      box.blocks.push_back(
          composer_.common(form_.form ? "not-reviewed-form" : "not-reviewed", "notice/not-reviewed", "notice", empty));
    if (example) box.blocks.push_back(composer_.common("example", "notice/example", "notice", empty));
    Block block = composer_.block(std::move(box), "notice", "notice", {});
    auto* const cover = document_.blocks.empty() ? nullptr : std::get_if<Cover>(&document_.blocks.front().content);
    Blocks& into = cover != nullptr ? cover->blocks : document_.blocks;
    into.insert(into.begin(), std::move(block));
  }

  const Catalog& catalog_;
  const Data& data_;
  const Request& request_;
  const Template& form_;
  const std::string& record_;
  const Facts& facts_;
  Sink& sink_;
  Document document_;
  Translator translator_;
  SentenceWriter writer_;
  LetReader lets_;
  LetScope scope_;
  Composer composer_;
};

}  // namespace

Document compose(const Catalog& catalog, const Data& data, const Request& request, const std::string& language,
                 Sink& sink) {
  const Template* const form = template_of(catalog, request.template_id, sink);
  const auto view = data.views.find(language);
  if (!is_language(catalog, language, sink) || form == nullptr) return {};
  if (view == data.views.end())
    throw Error(Error::Kind::machine, "the data were loaded without the language " + language);
  if (form->record.empty()) {
    const Facts facts(*view->second);
    return Making(catalog, data, request, *form, {}, facts, language, sink).make();
  }
  const std::vector<std::string> ids = record_ids(data, *view->second, form->record);
  const auto kept = record_of(*form, request, ids, data, sink);
  if (!kept) return {};
  const std::string& record = ids[*kept];
  const Facts facts(*view->second, form->record, *kept);
  return Making(catalog, data, request, *form, record, facts, language, sink).make();
}

}  // namespace skabelon
