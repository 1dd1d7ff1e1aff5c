// Typed values: what each type takes, and what is said of the rest.
#include <catch2/catch.hpp>

#include "input/values.h"

using namespace skabelon;

namespace {

struct Checked {
  std::string value;
  std::string fault;
};

Checked check(const std::string& text, DataType type, const std::string& keywords = "") {
  Sources sources;
  Sink sink(sources);
  const auto node = parse_xml("t.xml", "<a xmlns=\"u\">" + text + "</a>", "a", "u", sources, sink);
  REQUIRE(node);
  REQUIRE(node->children.size() == 1);
  Checked checked;
  checked.value = check_value(node->children[0].text, type, keywords, "<a>", sink);
  for (const Diagnostic& diagnostic : sink.diagnostics())
    checked.fault += std::to_string(diagnostic.span.begin - 13) + ": " + diagnostic.message;
  return checked;
}

}  // namespace

TEST_CASE("values of each type") {
  const auto [type, good, bad] = GENERATE(table<DataType, std::vector<std::string>, std::vector<std::string>>({
      {DataType::phone,
       {"+45 12 34 56 78", "+46 70 123 45 67", "+251 11 123 4567"},
       {"12345678", "+4512345678", "+45 1234 5678", "+45 12 34 56", "+45 12  34 56 78x", "0045 12 34 56 78",
        "+45 12 34 56 7a", "+1 2", "+46 1234567890123456", "+ 45 12 34 56 78"}},
      {DataType::cvr, {"12345678"}, {"1234567", "123456789", "1234 5678", "DK12345678"}},
      {DataType::postcode, {"4700", "0800"}, {"470", "47000", "DK-4700", "SW1A"}},
      {DataType::email,
       {"a@example.org", "a.b+c@sub.example.org"},
       {"a", "@example.org", "a@", "a@b", "a b@example.org", "a@.org", "a@example..org", "æ@example.org", "a@b@c.dk",
        "a@example.org."}},
      {DataType::url,
       {"https://www.example.org", "http://example.org/a?b=c#d", "https://example.org:8080/x"},
       {"www.example.org", "https://", "https:///x", "javascript:x", "https://example org", "https://localhost",
        "ftp://example.org"}},
      {DataType::date,
       {"2026-02-28", "2024-02-29", "2000-02-29"},
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29", "26-02-28", "2026-2-8", "28.02.2026",
        "2026-02-28T"}},
      {DataType::time, {"00:00", "23:59"}, {"24:00", "12:60", "9:30", "12.30", "12:30:00"}},
      {DataType::number,
       {"0", "-3", "12.5", "123456789012345"},
       {"1,5", "1.", ".5", "1e3", "", "--1", "1234567890123456", "٣", "0x10"}},
      {DataType::id, {"a", "rk-syd2"}, {"2a", "A", "a_b", "æ", "a b", "../a"}},
      {DataType::line, {"Æ ø 😀", "العربية"}, {"a\nb"}},
  }));
  for (const std::string& text : good) {
    CAPTURE(text);
    CHECK(check(" " + text + "\n", type).fault == "");
    CHECK(check(" " + text + "\n", type).value == text);
  }
  for (const std::string& text : bad) {
    CAPTURE(text);
    if (!text.empty()) CHECK(check(text, type).fault != "");
  }
}

TEST_CASE("what is said of values") {
  CHECK(check("  1234567 ", DataType::cvr).fault == "2: '1234567' is no CVR number: it has eight digits");
  CHECK(check("al", DataType::keyword, "all none").fault == "0: 'al' is not one of: all, none; did you mean 'all'?");
  CHECK(check("a&amp;\nb", DataType::line).fault == "6: a line break in <a>, which is one line");
  CHECK(check("ab\u202Ecd", DataType::line).fault == "2: the direction control U+202E in <a>");
  CHECK(check("a\u2067b", DataType::text).fault == "1: the direction control U+2067 in <a>");
  CHECK(check("a&#x85;b", DataType::line).fault == "1: the control character U+0085 in <a>");
  CHECK(check(std::string(2'001, 'x'), DataType::line).fault == "2000: <a> is longer than 2000 bytes");
  CHECK(check(std::string(20'000, 'x'), DataType::text).fault == "");
  CHECK(check(std::string(20'001, 'x'), DataType::text).fault == "20000: <a> is longer than 20000 bytes");
}

TEST_CASE("a text keeps its lines, a line its no-break spaces") {
  CHECK(check("\n  one \t two\n\n   three  \n ", DataType::text).value == "one two\n\nthree");
  CHECK(check(" a\u00a0b  c ", DataType::line).value == "a\u00a0b c");
  CHECK(check("a\u200eb", DataType::line).fault == "");
}
