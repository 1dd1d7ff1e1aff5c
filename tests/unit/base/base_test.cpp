// Spans, messages, files, lengths.
#include <catch2/catch.hpp>
#include <filesystem>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/length.h"

namespace skabelon {
namespace {

Span find(const Sources& sources, FileId file, const std::string& text) {
  const std::size_t at = sources.text(file).find(text);
  REQUIRE(at != std::string::npos);
  return {file, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + text.size())};
}

}  // namespace

TEST_CASE("a position counts lines and code points from one") {
  Sources sources;
  const FileId file = sources.add("a.xml", "første\nlinje: ål\r\nslut");
  CHECK(sources.position(file, find(sources, file, "rste").begin).column == 3);
  CHECK(sources.position(file, find(sources, file, "ål").begin).line == 2);
  CHECK(sources.position(file, find(sources, file, "ål").begin).column == 8);
  CHECK(sources.line(file, find(sources, file, "ål").begin) == "linje: ål");
  CHECK(sources.position(file, 10'000).line == 3);
}

TEST_CASE("a message shows file, line, column, the line and a caret") {
  Sources sources;
  const FileId file = sources.add("data/syd.xml", "<kit>\n  <nåme>Syd</nåme>\n</kit>\n");
  Sink sink(sources);
  sink.error(find(sources, file, "nåme"), "there is no element “nåme”", {{{}, "did you mean “name”?"}});
  CHECK(to_text(sink.diagnostics(), sources) ==
        "data/syd.xml:2:4: error: there is no element “nåme”\n"
        "    <nåme>Syd</nåme>\n"
        "     ^~~~\n"
        "  note: did you mean “name”?\n");
  CHECK(sink.has_errors());
  CHECK_THROWS_AS(sink.throw_if_errors(), InputRejected);
}

TEST_CASE("a long line is cut to a window around the caret") {
  Sources sources;
  const FileId file = sources.add("a.xml", std::string(5'000'000, 'x') + "HERE" + std::string(5'000'000, 'y'));
  const std::string text = to_text({Severity::warning, find(sources, file, "HERE"), "long", {}}, sources);
  CHECK(text.size() < 400);
  CHECK(text.find("xxHEREyy") != std::string::npos);
}

TEST_CASE("a warning is no error") {
  Sources sources;
  Sink sink(sources);
  sink.warning({}, "old");
  CHECK_FALSE(sink.has_errors());
  CHECK_NOTHROW(sink.throw_if_errors());
  CHECK(to_text(sink.diagnostics(), sources) == "warning: old\n");
}

TEST_CASE("of many alike the first is shown and the others are counted at the end") {
  Sources sources;
  Sink sink(sources);
  for (const char* language : {"en", "ar", "fa"})
    sink.warning_of_many({}, std::string("not signed off: ") + language, "translations are not signed off");
  sink.warning({}, "old");
  sink.warning_of_many({}, "another kind", "of the other kind");
  CHECK(to_text(sink.diagnostics(), sources) ==
        "warning: not signed off: en\nwarning: old\nwarning: another kind\n"
        "warning: 2 more translations are not signed off\n");
}

TEST_CASE("the nearest word is suggested only when it is near") {
  const std::vector<std::string> words{"municipality", "organisation", "agreement"};
  CHECK(nearest("muncipality", words) == "municipality");
  CHECK(nearest("organization", words) == "organisation");
  CHECK(nearest("xyz", words).empty());
}

TEST_CASE("a plain path stays inside its folder") {
  for (const char* good : {"a", "a/b.xml", "logos/rk-syd.png"}) CHECK(is_plain_path(good));
  for (const char* bad : {"", "/etc/passwd", "../a", "a/../b", "a//b", "./a", "a\\b", "a\nb", "a/"}) {
    INFO(bad);
    CHECK_FALSE(is_plain_path(bad));
  }
}

TEST_CASE("files in memory stand before those below them") {
  const MemoryFiles below({{"templates/a.xml", "old"}, {"templates/b.xml", "b"}});
  const MemoryFiles files({{"templates/a.xml", "new"}, {"templates/deep/c.xml", "c"}}, &below);
  CHECK(files.read("templates/a.xml", 10) == "new");
  CHECK(files.read("templates/b.xml", 10) == "b");
  CHECK(files.list("templates") == std::vector<std::string>{"a.xml", "b.xml", "deep"});
  CHECK_THROWS_AS(files.read("templates/a.xml", 2), Error);
  CHECK_THROWS_AS(files.read("templates/none.xml", 10), Error);
}

TEST_CASE("a file is written whole, and a folder in its place is an error that leaves nothing") {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / "skabelon-base-test";
  fs::remove_all(folder);
  fs::create_directories(folder / "taken.pdf" / "inside");
  write_whole(folder / "a.pdf", "bytes");
  CHECK(DiskFiles(folder).read("a.pdf", 10) == "bytes");
  CHECK_THROWS_AS(write_whole(folder / "taken.pdf", "bytes"), Error);
  CHECK_THROWS_AS(write_whole(folder / "no" / "such" / "folder.pdf", "bytes"), Error);
  CHECK(DiskFiles(folder).list("") == std::vector<std::string>{"a.pdf", "taken.pdf"});
  fs::remove_all(folder);
}

TEST_CASE("lengths are exact") {
  CHECK(Length::points(1).raw == 65536);
  CHECK(Length::millimetres(25.4) == Length::points(72));
  CHECK(Length::points(-0.5).raw == -32768);
  CHECK(scaled(Length::points(11), 500, 1000) == Length::points(5.5));
  CHECK(scaled(Length::points(11), 1'000'000'000, 1000).points() == Approx(11e6));
}

}  // namespace skabelon
