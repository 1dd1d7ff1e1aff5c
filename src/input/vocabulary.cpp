// The table of names that data may hold, as rows. The same stands in data/data.rnc for editors.
// Names and words that people read are elements; facts that templates choose by are attributes. Keyword values are
// single words, because they name branches of a select.
#include "input/vocabulary.h"

#include <array>

namespace skabelon {
namespace {

using enum DataType;
using enum Occurs;

constexpr ElementRule element(std::string_view parent, std::string_view name, DataType type, Occurs occurs = optional,
                              bool localized = false) {
  return {parent, name, type, occurs, localized, {}};
}
constexpr AttributeRule attribute(std::string_view of, std::string_view name, DataType type, bool is_required = false,
                                  std::string_view keywords = {}) {
  return {of, name, type, is_required, keywords};
}

constexpr std::array elements{
    // The files' root elements.
    element("", "kit", group),
    element("", "municipality", group),
    element("", "organisation", group),
    element("", "laws", group),

    // With @ref, municipality and organisation hold nothing: the file's content stands in their place.
    element("kit", "municipality", group, required),
    element("kit", "organisation", group, repeated),
    element("kit", "agreement", group),
    element("kit", "consent", group),
    element("kit", "person", group),
    element("kit", "laws", group),

    element("municipality", "name", line, required, true),
    element("municipality", "unit", line, optional, true),
    element("municipality", "cvr", cvr),
    element("municipality", "address", line),
    element("municipality", "postcode", postcode),
    element("municipality", "city", line),
    element("municipality", "phone", phone),
    element("municipality", "email", email),
    element("municipality", "web", url),
    element("municipality", "color", color),
    element("municipality", "logo", line, optional, true),
    element("municipality", "data-protection-officer", group),
    element("municipality", "contact", group, repeated),

    element("data-protection-officer", "name", line),
    element("data-protection-officer", "phone", phone),
    element("data-protection-officer", "email", email),

    element("organisation", "name", line, required, true),
    element("organisation", "cvr", cvr),
    element("organisation", "address", line),
    element("organisation", "postcode", postcode),
    element("organisation", "city", line),
    element("organisation", "phone", phone),
    element("organisation", "email", email),
    element("organisation", "web", url),
    element("organisation", "insurance", group),
    element("organisation", "child-certificates", group),
    element("organisation", "contact", group, repeated),

    element("contact", "name", line, required),
    element("contact", "title", line, required, true),
    element("contact", "phone", phone, required),
    element("contact", "email", email, required),

    element("agreement", "target-group", group),
    element("agreement", "details", group, required),
    element("agreement", "meetings", group, required),
    element("agreement", "interpreter", group),
    element("target-group", "displaced-ukrainians", flag),
    element("meetings", "coffee", flag),

    element("consent", "adviser", group),
    element("adviser", "name", line, required),
    element("adviser", "phone", phone),

    // A blank form is the usual case.
    element("person", "name", line),
    element("person", "called", line),
    element("person", "address", line),
    element("person", "phone", phone),
    element("person", "email", email),

    element("laws", "law", group, repeated),
    element("law", "title", line, required),
    element("law", "paragraph", line),
    element("law", "url", url),
};

constexpr std::array attributes{
    attribute("kit", "id", id, true),
    attribute("kit", "example", keyword, false, "true false"),

    attribute("municipality", "id", id, true),
    attribute("municipality", "ref", id),
    attribute("municipality", "kind", keyword, true, "municipality region"),
    attribute("logo", "path", line, true),

    attribute("organisation", "id", id, true),
    attribute("organisation", "ref", id),
    attribute("organisation", "kind", keyword, true, "association network"),
    attribute("insurance", "cover", keyword, true, "association authority own open"),
    attribute("insurance", "volunteers", keyword, false, "all signed"),
    attribute("child-certificates", "because", keyword, true, "funding grant choice"),
    attribute("contact", "reads", keyword, false, "office evenings"),

    attribute("agreement", "starts", date, true),
    attribute("agreement", "ends", date),
    attribute("agreement", "evaluation", date, true),
    attribute("agreement", "notice-months", number, true),
    attribute("details", "channel", keyword, true, "post mail hand"),
    attribute("details", "keep-weeks", number, true),
    attribute("meetings", "a-year", number, true),
    attribute("meetings", "called-by", keyword, true, "authority organisation"),
    attribute("meetings", "minutes-by", keyword, true, "authority organisation"),
    attribute("interpreter", "paid-by", keyword, true, "authority agreed"),

    attribute("consent", "keep-until", date),
    attribute("consent", "keep-weeks", number),
    attribute("consent", "legal-basis", keyword, true, "consent task"),

    attribute("law", "id", id, true),
    attribute("law", "checked", date, true),
    attribute("law", "verify", keyword, false, "lawyer"),
};

}  // namespace

std::span<const ElementRule> element_rules() { return elements; }
std::span<const AttributeRule> attribute_rules() { return attributes; }

}  // namespace skabelon
