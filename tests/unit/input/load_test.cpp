// The whole project -> Catalog.
#include "input/load.h"

#include <catch2/catch.hpp>

using namespace skabelon;

namespace {

const DiskFiles disk(SKABELON_ROOT);

std::string digest(std::map<std::string, std::string> files) {
  Sources sources;
  Sink sink(sources);
  return load(MemoryFiles(std::move(files), &disk), sources, sink).digests.at("consent-form");
}

}  // namespace

TEST_CASE("the project loads without errors") {
  Sources sources;
  Sink sink(sources);
  const Catalog catalog = load(disk, sources, sink);
  INFO(to_text(sink.diagnostics(), sources));
  CHECK_FALSE(sink.has_errors());
  CHECK_FALSE(catalog.color_profile.empty());
  for (const auto& [id, type] : catalog.templates) CHECK(catalog.digests.at(id).size() == 64);
  CHECK_FALSE(catalog.digests.empty());
  for (const char* tag : {"da", "en", "ar", "fa", "ti"}) CHECK(catalog.locales.contains(tag));
  CHECK(catalog.locales.at("da").translations.empty());
  CHECK(catalog.common.contains("page-of"));
}

TEST_CASE("the digest is that of the files") {
  const std::string style = disk.read("templates/style.xml", Files::default_limit);
  const std::string plain = digest({});
  CHECK(digest({}) == plain);
  CHECK(digest({{"templates/style.xml", style}}) == plain);
  CHECK(digest({{"templates/style.xml", style + "\n"}}) != plain);
  const std::string shared = disk.read("templates/shared/no-pressure.xml", Files::default_limit);
  CHECK(digest({{"templates/shared/no-pressure.xml", shared + "\n"}}) != plain);
  // Another document is none of its business.
  const std::string agreement = disk.read("templates/cooperation-agreement.xml", Files::default_limit);
  CHECK(digest({{"templates/cooperation-agreement.xml", agreement + "\n"}}) == plain);
}

TEST_CASE("a language folder without wording is a language all the same") {
  std::string locale = disk.read("locales/en/locale.xml", Files::default_limit);
  locale.replace(locale.find("language=\"en\""), 13, "language=\"de\"");
  locale.replace(locale.find("icu=\"en_GB\""), 11, "icu=\"de\"");
  Sources sources;
  Sink sink(sources);
  const Catalog catalog = load(MemoryFiles({{"locales/de/locale.xml", locale}}, &disk), sources, sink);
  INFO(to_text(sink.diagnostics(), sources));
  CHECK_FALSE(sink.has_errors());
  CHECK(catalog.locales.at("de").language.icu_locale == "de");
  CHECK(catalog.locales.at("de").translations.empty());
}
