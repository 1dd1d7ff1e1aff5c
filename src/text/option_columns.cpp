// Estimated widths of options -> columns.
#include "text/option_columns.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "text/unicode.h"

namespace skabelon {
namespace {

/// The mean width of a character in thousandths of the size, by class.
constexpr std::array<std::int64_t, script_classes> mean_width = {480, 450, 720};

const Inlines* text_of(const Block& block) {
  if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) return &paragraph->text;
  if (const auto* heading = std::get_if<Heading>(&block.content)) return &heading->text;
  return nullptr;
}

Length estimate(const std::string& text, const ParagraphStyle& style, ScriptClass script) {
  const auto count = static_cast<std::int64_t>(to_utf16(text).size());
  return scaled(style.of(script).size, mean_width[static_cast<std::size_t>(script)] * count, 1000);
}

/// A value of another language is set in that language's class.
Length estimate(const Inlines& inlines, const ParagraphStyle& style, const Language& language) {
  Length sum;
  for (const Inline& part : inlines) {
    const ScriptClass script = part.language != nullptr ? part.language->script : language.script;
    if (const auto* text = std::get_if<Text>(&part.content)) sum += estimate(text->text, style, script);
    if (const auto* value = std::get_if<Value>(&part.content)) sum += estimate(value->text, style, script);
  }
  return sum;
}

/// What the option's widest paragraph asks for, with its box.
Length estimate(const FieldOption& option, const StyleSheet& styles) {
  Length widest;
  for (const Block& block : option.label) {
    const Inlines* text = text_of(block);
    if (text == nullptr) continue;
    const ParagraphStyle& style = styles.paragraph(block.style.empty() ? "option" : block.style);
    widest = std::max(widest, estimate(*text, style, *block.language));
  }
  return widest + styles.form.tick + tick_gap;
}

}  // namespace

std::vector<Length> option_columns(const Field& field, const StyleSheet& styles, Length width) {
  const Length gutter = option_gutter;
  const auto count = static_cast<std::int64_t>(std::max<std::size_t>(field.options.size(), 1));
  std::vector<Length> asked;
  for (const FieldOption& option : field.options) asked.push_back(estimate(option, styles));
  if (asked.empty()) return {width};
  const Length free = width - gutter * (count - 1);
  const Length sum = std::accumulate(asked.begin(), asked.end(), Length{});
  if (sum <= free) {
    Length left = free;
    for (std::size_t i = 0; i + 1 < asked.size(); ++i) {
      asked[i] += (free - sum) / count;
      left -= asked[i];
    }
    asked.back() = left;
    return asked;
  }
  const Length needed = *std::max_element(asked.begin(), asked.end()) + gutter;
  const std::int64_t fit = std::clamp<std::int64_t>((width + gutter).raw / needed.raw, 1, count);
  const std::int64_t lines = (count + fit - 1) / fit;
  const std::int64_t across = (count + lines - 1) / lines;
  return std::vector<Length>(static_cast<std::size_t>(across), (width - gutter * (across - 1)) / across);
}

Length label_column(const FormStyle& form, const List& list) {
  if (list.kind == List::Kind::checklist) return form.tick + tick_gap;
  return list.in_cell ? form.cell_list_column : form.list_column;
}

}  // namespace skabelon
