// Columns, names and page numbers that all blocks need.
#include "layout/context.h"

#include <numeric>

namespace skabelon {

std::string PageReferences::label(const std::string& id) {
  const auto found = known.find(id);
  std::string text = found == known.end() ? "00" : found->second;
  used[id] = text;
  return text;
}

const ParagraphStyle& Context::style(const std::string& name, const char* otherwise) const {
  const auto found = styles.paragraphs.find(name.empty() ? otherwise : name);
  return found != styles.paragraphs.end() ? found->second : styles.paragraph(otherwise);
}

std::int32_t Context::decorate(Decoration decoration) {
  decorations.push_back(std::move(decoration));
  return static_cast<std::int32_t>(decorations.size() - 1);
}

Area Area::inside(std::int32_t parent) const {
  Area area = *this;
  area.node = parent;
  area.top_level = false;
  return area;
}

Area Area::in(Column other) const {
  Area area = *this;
  area.column = other;
  area.top_level = false;
  return area;
}

Area Area::styled(const char* style) const {
  Area area = *this;
  area.paragraph_style = style;
  return area;
}

ColumnPair cut_start(Column column, Length amount, bool flipped) {
  const Length rest = column.width - amount;
  if (flipped) return {{column.x + rest, amount}, {column.x, rest}};
  return {{column.x, amount}, {column.x + amount, rest}};
}

std::vector<Column> divide(Column column, const std::vector<int>& weights, Length gutter) {
  const auto count = static_cast<std::int64_t>(weights.size());
  const int total = std::accumulate(weights.begin(), weights.end(), 0);
  const Length free = column.width - gutter * (count - 1);
  std::vector<Column> columns;
  int before = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    // From the running sum, so that rounding never adds up to a gap at the end.
    const Length from = free * before / total;
    before += weights[i];
    columns.push_back({column.x + from + gutter * static_cast<std::int64_t>(i), free * before / total - from});
  }
  return columns;
}

std::string words(const Inlines& inlines) {
  std::string text;
  for (const Inline& item : inlines) {
    if (const auto* plain = std::get_if<Text>(&item.content)) text += plain->text;
    if (const auto* value = std::get_if<Value>(&item.content)) text += value->text;
    if (const auto* ref = std::get_if<Ref>(&item.content)) text += ref->text;
    if (std::holds_alternative<Break>(item.content)) text += ' ';
  }
  const std::string soft_hyphen = "\u00AD";
  for (std::size_t at = text.find(soft_hyphen); at != std::string::npos; at = text.find(soft_hyphen, at))
    text.erase(at, soft_hyphen.size());
  return text;
}

}  // namespace skabelon
