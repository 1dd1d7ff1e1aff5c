// Values as PDF syntax.
#include "pdf/syntax.h"

#include <catch2/catch.hpp>

#include "pdf/hash.h"
#include "pdf/navigation.h"

namespace skabelon::test {
namespace {

template <class Function, class... Values>
std::string made(Function append, Values... values) {
  std::string out;
  append(out, values...);
  return out;
}

std::string text(std::u16string_view value) {
  std::string out;
  pdf::append_text(out, value);
  return out;
}

}  // namespace

TEST_CASE("lengths in hundredths of a point") {
  struct Row {
    Length length;
    const char* expected;
  };
  const Row rows[] = {{Length::points(0), "0"},
                      {Length::points(1), "1"},
                      {Length::points(-1), "-1"},
                      {Length::points(12.5), "12.5"},
                      {Length::points(0.05), "0.05"},
                      {Length::points(-0.05), "-0.05"},
                      {Length::points(0.004), "0"},
                      {Length::points(-0.004), "0"},
                      {Length::points(0.996), "1"},
                      {Length::points(99.999), "100"},
                      {Length::points(595.2756), "595.28"},
                      {Length::points(841.8898), "841.89"},
                      {Length::points(32767.5), "32767.5"},  // beyond what libharu can write
                      {Length::points(-1e6), "-1000000"},
                      {Length::millimetres(210), "595.28"}};
  for (const Row& row : rows) CHECK(made(pdf::append_length, row.length) == row.expected);
}

TEST_CASE("colours in thousandths") {
  CHECK(made(pdf::append_color, Color{0, 128, 255}) == "0 0.502 1");
  CHECK(made(pdf::append_color, Color{26, 26, 26}) == "0.102 0.102 0.102");
}

TEST_CASE("strings") {
  CHECK(made(pdf::append_string, std::string_view("a(b)\\c\rd\ne")) == "(a\\(b\\)\\\\c\\rd\ne)");
  CHECK(text(u"Aftale (1)") == "(Aftale \\(1\\))");
  CHECK(text(u"å") == std::string("(\xFE\xFF\0\xE5)", 6));
  CHECK(text(u"\u280D\u5C29") == "(\xFE\xFF\\(\\r\\\\\\))");  // their bytes are special characters
  CHECK(text(u"\U0001F600") == std::string("(\xFE\xFF\xD8\x3D\xDE\0)", 8));
  CHECK(text(u"") == "()");
}

TEST_CASE("a string is cut at what PDF/A allows, never inside a pair") {
  std::u16string long_text(pdf::text_string_limit - 1, u'å');
  long_text += u"\U0001F600å";
  const std::string out = text(long_text);
  CHECK(out.size() == 2 + 2 + 2 * (pdf::text_string_limit - 1));
}

TEST_CASE("entries of a dictionary") {
  pdf::Entries entries;
  entries.name("Type", "Page").integer("Count", -3).reference("Parent", {12}).text("T", "a").raw("K", "[1]");
  CHECK(entries.take() == "/Type/Page/Count -3/Parent 12 0 R/T (a)/K [1]");
}

TEST_CASE("hexadecimal digits") { CHECK(made(pdf::append_hex, 0xAB09U) == "AB09"); }

TEST_CASE("the hash is MurmurHash3") {
  CHECK(pdf::hash_hex("") == "00000000000000000000000000000000");
  CHECK(pdf::hash_hex("hello") == "cbd8a7b341bd9b025b1e906a48ae1d19");
  CHECK(pdf::hash_hex("The quick brown fox jumps over the lazy dog") == "e34bbc7bbc071b6c7a433ca9c49a9347");
}

TEST_CASE("addresses are ASCII") {
  CHECK(pdf::ascii_address("https://x.dk/a b?c=å%20") == "https://x.dk/a%20b?c=%C3%A5%20");
  CHECK(pdf::ascii_address("mailto:a@b.dk") == "mailto:a@b.dk");
}

}  // namespace skabelon::test
