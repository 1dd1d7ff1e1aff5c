// A reviewer's sign-off in the data -> whether a document says that nobody has approved its translation.
#include <catch2/catch.hpp>

#include "kits.h"
#include "project.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

Project with_english(const std::string& target, const std::string& danish = "Hej.") {
  Project p;
  p.form("body=\"body\"", "<title>Brev</title><clause id=\"c\"><p id=\"p\">" + danish + "</p></clause>");
  p.kit(municipality);
  p.translation(
      "en", "t",
      {{"title", "needs-review-translation", "Brev", "Letter"}, {"c/p", "needs-review-translation", danish, target}});
  return p;
}

std::string digest(Project p) {
  p.load();
  return p.catalog().wordings.at("t").at("en");
}

Project& sign(Project& p, const std::string& wording) {
  return p.file("data/reviews.xml",
                "<reviews xmlns=\"urn:skabelon:data:1\"><review template=\"t\" language=\"en\" wording=\"" + wording +
                    "\" date=\"2026-02-01\"><reviewer>A Reader</reviewer></review></reviews>");
}

bool says_unreviewed(const std::string& dump) { return dump.find("#notice/not-reviewed") != std::string::npos; }

}  // namespace

TEST_CASE("the digest of a wording changes with a word of either side and with nothing else") {
  const std::string one = digest(with_english("Hello."));
  CHECK(one.size() == 16);
  CHECK(digest(with_english("Hello.")) == one);
  CHECK(digest(with_english("Hallo.")) != one);
  CHECK(digest(with_english("Hello.", "Dav.")) != one);
}

TEST_CASE("a document says that its translation is not approved until a reviewer's sign-off of this wording is there") {
  Project open = with_english("Hello.");
  CHECK(says_unreviewed(open.dump("en")));
  CHECK_FALSE(says_unreviewed(with_english("Hello.").dump("da")));

  Project signed_off = with_english("Hello.");
  sign(signed_off, digest(with_english("Hello.")));
  CHECK_FALSE(says_unreviewed(signed_off.dump("en")));
  CHECK(signed_off.said().find("sign") == std::string::npos);
}

TEST_CASE("a sign-off of other words counts for nothing and is reported") {
  Project p = with_english("Hallo.");
  const std::string now = digest(with_english("Hallo."));
  sign(p, digest(with_english("Hello.")));
  CHECK(says_unreviewed(p.dump("en")));
  INFO(p.said());
  CHECK(p.said().find("data/reviews.xml:1:38: warning: the wording of t in en has changed since it was reviewed\n") !=
        std::string::npos);
  CHECK(p.said().find("note: it is " + now + " now; until it is reviewed again the document says so\n") !=
        std::string::npos);
  // The other half of a pair does not say it again.
  Project danish = with_english("Hallo.");
  sign(danish, digest(with_english("Hello.")));
  danish.dump("da");
  CHECK(danish.said().find("has changed since") == std::string::npos);
}
