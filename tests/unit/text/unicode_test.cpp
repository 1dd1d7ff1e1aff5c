#include "text/unicode.h"

#include <catch2/catch.hpp>

using namespace skabelon;

TEST_CASE("UTF-8 and UTF-16 turn into one another") {
  for (const char* text : {"", "abc", "æøå", "السلام", "ትግርኛ", "a🙂b"}) CHECK(to_utf8(to_utf16(text)) == text);
  CHECK(to_utf16("🙂").size() == 2);
}

TEST_CASE("what is no UTF becomes U+FFFD") {
  CHECK(to_utf16("a\xFF") == u"a\uFFFD");
  CHECK(to_utf8(std::u16string(1, static_cast<char16_t>(0xD800))) == "\uFFFD");
}

TEST_CASE("valid UTF-8 is told from bytes") {
  CHECK(is_valid_utf8("æ🙂"));
  for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80"})
    CHECK(!is_valid_utf8(bad));
}

TEST_CASE("bidi controls") {
  for (const char32_t c : {U'\u200E', U'\u200F', U'\u061C', U'\u202A', U'\u202E', U'\u2066', U'\u2069'}) {
    CHECK(is_bidi_control(c));
  }
  for (const char32_t c : {U'a', U'\u200C', U'\u200D', U'\u2060', U'\u202F', U'\u00AD'}) CHECK(!is_bidi_control(c));
}
