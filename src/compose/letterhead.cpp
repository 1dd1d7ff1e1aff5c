// The publisher's name and address and the day -> the head of a letter.
#include "compose/composer.h"
#include "compose/format.h"

namespace skabelon {
namespace {

/// A line of the head and what is read for it.
struct HeadLine {
  const char* id;
  const char* style;
  const char* select;
  ValueType type;
};

const std::vector<HeadLine>& head_lines() {
  static const std::vector<HeadLine> lines{
      {"name", "signature-party", "municipality/name", ValueType::text},
      {"unit", "note", "municipality/unit", ValueType::text},
      {"address", "note", "municipality/address", ValueType::text},
      // One value, so that the postcode stands before the town in a right-to-left letter too.
      {"city", "note", "normalize-space(concat(municipality/postcode, ' ', municipality/city))", ValueType::postcode},
      {"phone", "note", "municipality/phone", ValueType::phone},
      {"email", "note", "municipality/email", ValueType::email}};
  return lines;
}

}  // namespace

/// What is not known is left out: every template works without addresses.
void Composer::letterhead(const TemplateNode& node, Blocks& out) {
  Box box;
  for (const HeadLine& line : head_lines()) {
    Let let;
    let.name = line.id;
    let.type = line.type;
    let.select = line.select;
    let.required = false;
    const Datum datum = parts_.lets.read(let, parts_.facts.kit());
    if (datum.absent()) continue;
    Inlines text = parts_.writer.write_value(datum, parts_.translator.language());
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
