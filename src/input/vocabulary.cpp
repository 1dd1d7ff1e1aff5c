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
    element("", "reviews", group),

    // With @ref, municipality and organisation hold nothing: the file's content stands in their place.
    element("kit", "municipality", group, required),
    element("kit", "organisation", group, repeated),
    element("kit", "agreement", group),
    element("kit", "consent", group),
    element("kit", "person", group, repeated),
    element("kit", "volunteer", group, repeated),
    element("kit", "workplace", group),
    element("kit", "representation", group),
    element("kit", "meeting", group, repeated),
    element("kit", "contact-list", group),
    element("kit", "briefing", group),
    element("kit", "procedure", group),
    element("kit", "laws", group),
    element("kit", "reviews", group),

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
    element("municipality", "care-tasks", flag),

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

    // A blank form is the usual case. With @consented these are the answers that may be passed on.
    element("person", "name", line),
    element("person", "called", line),
    element("person", "address", line),
    element("person", "phone", phone),
    element("person", "safe-time", line, optional, true),
    element("person", "email", email),
    element("person", "languages", line, optional, true),
    element("person", "age", line, optional, true),
    element("person", "nationality", line, optional, true),
    element("person", "children", line, optional, true),
    element("person", "education", line, optional, true),
    element("person", "interests", line, optional, true),

    element("volunteer", "name", line),
    element("volunteer", "phone", phone),
    element("volunteer", "email", email),
    element("volunteer", "next-of-kin", group),
    element("next-of-kin", "name", line, required),
    element("next-of-kin", "phone", phone, required),
    element("volunteer", "task", group, repeated),
    element("task", "text", line, required, true),

    // Where a volunteer of the authority works, and what its letter of welcome speaks of.
    element("workplace", "name", line, required, true),
    element("workplace", "address", line),
    element("workplace", "contact", group),
    element("workplace", "topic", group, repeated),

    element("representation", "case", line, optional, true),

    element("meeting", "place", line, optional, true),
    element("meeting", "chair", line),
    element("meeting", "participant", line, repeated),
    element("meeting", "item", group, repeated),
    element("meeting", "point", group, repeated),
    element("point", "text", line, required, true),

    element("briefing", "town", group, repeated),
    element("town", "name", line, required),
    element("briefing", "news", group, repeated),
    element("news", "text", line, required, true),

    // A native reader has approved the wording of a document in a language.
    element("reviews", "review", group, repeated),
    element("review", "reviewer", line, required),

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

    attribute("person", "id", id, true),
    attribute("person", "consented", date),
    attribute("person", "rather", keyword, false, "woman man either"),
    attribute("person", "others-read", keyword, false, "yes no"),
    attribute("person", "family", keyword, false, "yes no"),
    attribute("person", "meet-family", keyword, false, "yes no"),
    attribute("person", "same-country", keyword, false, "yes no either"),

    attribute("volunteer", "id", id, true),
    attribute("volunteer", "affiliation", keyword, true, "association authority"),
    attribute("volunteer", "organisation", id),
    attribute("volunteer", "insurance", keyword, false, "association authority own open"),
    attribute("volunteer", "starts", date),
    attribute("volunteer", "hours-a-week", number),
    attribute("task", "id", id, true),
    attribute("task", "kind", keyword, true, "does not"),
    attribute("volunteer", "expenses", keyword, false, "association authority none"),
    attribute("topic", "about", keyword, true, "certificate expenses insurance driving illness keys hours ending"),

    attribute("representation", "ends", date),
    attribute("representation", "letters", keyword, false, "representative both"),

    attribute("meeting", "id", id, true),
    attribute("meeting", "kind", keyword, true, "startup cooperation evaluation halfyear"),
    attribute("meeting", "date", date, true),
    attribute("meeting", "starts", time),
    attribute("meeting", "ends", time),
    attribute("item", "id", id, true),
    attribute("item", "starts", time, true),
    attribute("point", "id", id, true),

    attribute("contact-list", "valid-until", date, true),

    attribute("briefing", "from", date, true),
    attribute("briefing", "to", date, true),
    attribute("town", "arrived", number, true),
    attribute("town", "waiting", number, true),
    attribute("news", "id", id, true),

    attribute("procedure", "offered-by", keyword, true, "caseworker coordinator"),
    attribute("procedure", "offered-at", keyword, true, "reception housing months"),
    attribute("procedure", "reminder-months", number),
    attribute("procedure", "answer-days", number),

    attribute("review", "template", id, true),
    attribute("review", "language", id, true),
    attribute("review", "wording", line, true),
    attribute("review", "date", date, true),

    attribute("law", "id", id, true),
    attribute("law", "checked", date, true),
    attribute("law", "verify", keyword, false, "lawyer"),
};

}  // namespace

std::span<const ElementRule> element_rules() { return elements; }
std::span<const AttributeRule> attribute_rules() { return attributes; }

}  // namespace skabelon
