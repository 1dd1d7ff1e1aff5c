// The publisher's name and address and the day -> the head of a letter.
#include "compose/composer.h"
#include "compose/format.h"

namespace skabelon {
namespace {

/// A line of the head: what is read for it, side by side.
struct HeadLine {
  struct Part {
    const char* name;
    const char* select;
    ValueType type;
  };
  const char* id;
  const char* style;
  std::vector<Part> parts;
};

const std::vector<HeadLine>& head_lines() {
  static const std::vector<HeadLine> lines{
      {"name", "signature-party", {{"name", "municipality/name", ValueType::text}}},
      {"unit", "note", {{"unit", "municipality/unit", ValueType::text}}},
      {"address", "note", {{"address", "municipality/address", ValueType::text}}},
      {"city",
       "note",
       {{"postcode", "municipality/postcode", ValueType::postcode}, {"city", "municipality/city", ValueType::text}}},
      {"phone", "note", {{"phone", "municipality/phone", ValueType::phone}}},
      {"email", "note", {{"email", "municipality/email", ValueType::email}}}};
  return lines;
}

}  // namespace

/// What is not known is left out: every template works without addresses.
void Composer::letterhead(const TemplateNode& node, Blocks& out) {
  Box box;
  for (const HeadLine& line : head_lines()) {
    Inlines text;
    for (const HeadLine::Part& part : line.parts) {
      Let let;
      let.name = part.name;
      let.type = part.type;
      let.select = part.select;
      let.required = false;
      const Datum datum = parts_.lets.read(let, parts_.facts.kit());
      if (datum.absent()) continue;
      if (!text.empty()) append_text(text, {Text{" "}, {}, nullptr, {}, {}, {}});
      for (Inline& one : parts_.writer.write_value(datum, parts_.translator.language())) text.push_back(std::move(one));
    }
    if (text.empty()) continue;
    box.blocks.push_back(
        block(Paragraph{std::move(text)}, std::string("letterhead/") + line.id, line.style, node.span));
  }
  Datum date;
  date.name = "date";
  date.type = ValueType::date;
  date.items.push_back({format_date(parts_.date.year, parts_.date.month, parts_.date.day), {}, {}});
  box.blocks.push_back(block(Paragraph{parts_.writer.write_value(date, parts_.translator.language())},
                             "letterhead/date", "note", node.span));
  out.push_back(block(std::move(box), "letterhead", "slip", node.span));
}

}  // namespace skabelon
