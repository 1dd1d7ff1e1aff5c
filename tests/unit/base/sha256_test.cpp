// SHA-256 against the vectors of FIPS 180-4 and sha256sum.
#include "base/sha256.h"

#include <catch2/catch.hpp>

using skabelon::Sha256;
using skabelon::sha256_hex;

TEST_CASE("SHA-256 gives the published values") {
  CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256_hex(std::string(1000000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not depend on how the bytes are portioned") {
  const std::string text(200, 'x');
  for (std::size_t cut = 0; cut <= text.size(); ++cut)
    CHECK(Sha256().add(text.substr(0, cut)).add(text.substr(cut)).hex() == sha256_hex(text));
}

TEST_CASE("counted portions keep their borders") {
  CHECK(Sha256().add_counted("ab").add_counted("c").hex() != Sha256().add_counted("a").add_counted("bc").hex());
}
