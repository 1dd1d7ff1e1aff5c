// Diagnostics -> the text a person reads.
#include "base/diagnostic.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace skabelon {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string place(Span span, const Sources& sources) {
  const Position at = sources.position(span.file, span.begin);
  return sources.path(span.file) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) + ": ";
}

/// The source line and a caret under the span; long lines are cut to a window around it.
std::string excerpt(Span span, const Sources& sources) {
  constexpr std::size_t widest = 110;
  const std::string_view text = sources.text(span.file);
  const std::string_view line = sources.line(span.file, span.begin);
  const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t at = std::min<std::size_t>(span.begin - line_begin, line.size());
  std::size_t from = 0;
  std::size_t to = line.size();
  if (line.size() > widest) {
    from = at > widest / 2 ? at - widest / 2 : 0;
    to = std::min(line.size(), from + widest);
    while (from > 0 && is_continuation(line[from])) --from;
    while (to < line.size() && is_continuation(line[to])) ++to;
  }
  std::string shown;
  std::string carets;
  const std::size_t limit = std::max<std::size_t>(span.end - line_begin, at + 1);
  for (std::size_t i = from; i < to; ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    shown += byte < 0x20 || byte == 0x7F ? ' ' : line[i];
    if (is_continuation(line[i])) continue;
    if (i < at)
      carets += ' ';
    else if (i == at)
      carets += '^';
    else if (i < limit)
      carets += '~';
  }
  if (at >= to) carets += '^';
  while (!shown.empty() && shown.back() == ' ' && shown.size() > carets.size()) shown.pop_back();
  return "  " + shown + "\n  " + carets + "\n";
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

void Sink::add(Diagnostic diagnostic) {
  if (diagnostic.severity == Severity::error) ++errors_;
  diagnostics_.push_back(std::move(diagnostic));
}

void Sink::error(Span span, std::string message, std::vector<Note> notes) {
  add({Severity::error, span, std::move(message), std::move(notes), {}});
}

void Sink::warning(Span span, std::string message, std::vector<Note> notes) {
  add({Severity::warning, span, std::move(message), std::move(notes), {}});
}

void Sink::warning_of_many(Span span, std::string message, std::string common) {
  add({Severity::warning, span, std::move(message), {}, std::move(common)});
}

void Sink::throw_if_errors() const {
  if (has_errors()) throw InputRejected();
}

void Sink::take(Sink& other) {
  for (Diagnostic& diagnostic : other.diagnostics_) add(std::move(diagnostic));
  other.diagnostics_.clear();
  other.errors_ = 0;
}

std::string to_text(const Diagnostic& diagnostic, const Sources& sources) {
  std::string out;
  if (diagnostic.span) out += place(diagnostic.span, sources);
  out += diagnostic.severity == Severity::error ? "error: " : "warning: ";
  out += diagnostic.message + "\n";
  if (diagnostic.span) out += excerpt(diagnostic.span, sources);
  for (const Note& note : diagnostic.notes) {
    out += "  note: ";
    if (note.span) out += place(note.span, sources);
    out += note.message + "\n";
  }
  return out;
}

std::string to_text(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
  std::string out;
  std::vector<std::pair<std::string, std::size_t>> many;
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto same =
        std::find_if(many.begin(), many.end(), [&](const auto& kind) { return kind.first == diagnostic.common; });
    if (same != many.end()) {
      ++same->second;
      continue;
    }
    if (!diagnostic.common.empty()) many.emplace_back(diagnostic.common, 0);
    out += to_text(diagnostic, sources);
  }
  for (const auto& [common, count] : many)
    if (count > 0) out += "warning: " + std::to_string(count) + " more " + common + "\n";
  return out;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace skabelon
