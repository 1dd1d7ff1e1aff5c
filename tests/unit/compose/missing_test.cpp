// A template and a kit -> what the kit lacks for it.
#include <catch2/catch.hpp>

#include "compose/missing.h"
#include "kits.h"
#include "project.h"

using namespace skabelon;
using namespace skabelon::test;

namespace {

std::vector<std::string> missing(const std::string& attributes, const std::string& lets, const std::string& kit,
                                 const std::string& record = "") {
  Project p;
  p.form("body=\"body\" " + attributes, lets + "<title>T</title><clause id=\"c\"><p id=\"p\">Et.</p></clause>");
  p.kit(kit);
  p.load();
  return missing_data(p.data(), p.catalog().templates.at("t"), record);
}

const std::string from = R"(<let name="from" type="date" select="briefing/@from"/>)";
const std::string again = R"(<let name="since" type="date" select="briefing/@from"/>)";
const std::string phone = R"(<let name="phone" type="phone" select="municipality/phone" required="false"/>)";
const std::string consented = R"(<let name="consented" type="date" select="person/@consented"/>)";

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a kit lacks each required datum that it does not hold, once") {
  CHECK(missing("", from + again + phone, municipality) == Names{"briefing/@from"});
  CHECK(missing("", from, municipality + "<briefing from=\"2026-03-01\" to=\"2026-03-31\"/>").empty());
}

TEST_CASE("a template made for a record lacks the record, or what that one record does not hold") {
  const std::string attributes = "record=\"person\"";
  const std::string two = municipality + R"(<person id="p1" consented="2026-02-01"/><person id="p2"/>)";
  CHECK(missing(attributes, consented, municipality) == Names{"<person>"});
  CHECK(missing(attributes, consented, two, "p1").empty());
  CHECK(missing(attributes, consented, two, "p2") == Names{"person/@consented"});
}
