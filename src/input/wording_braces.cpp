// A sentence's braces, paired before ICU reads it: ICU stops at the first fault and does not say where.
#include "input/wording_braces.h"

#include <algorithm>
#include <vector>

namespace skabelon {
namespace {

constexpr std::size_t deepest = 12;

struct Group {
  std::size_t begin = 0;  ///< the unit of `{`
  std::size_t end = 0;    ///< the unit of `}`
  std::size_t depth = 0;  ///< even: an argument; odd: a branch of one
  bool has_other = false;
};

bool is_space(char16_t c) { return c == u' '; }

/// The word that ends before `end`.
std::u16string_view word_before(std::u16string_view text, std::size_t end) {
  while (end > 0 && is_space(text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && !is_space(text[begin - 1]) && text[begin - 1] != u',' && text[begin - 1] != u'{' &&
         text[begin - 1] != u'}')
    --begin;
  return text.substr(begin, end - begin);
}

/// "name, select, …" or "name, plural, …"
bool has_branches(std::u16string_view inside) {
  const std::size_t first = inside.find(u',');
  if (first == std::u16string_view::npos) return false;
  const std::size_t second = inside.find(u',', first + 1);
  if (second == std::u16string_view::npos) return false;
  const std::u16string_view type = word_before(inside, second);
  return type == u"select" || type == u"plural";
}

bool pair_braces(const FlatText& flat, std::vector<Group>& groups, Sink& sink) {
  bool good = true;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < flat.text.size(); ++i) {
    if (flat.text[i] == u'{') {
      if (open.size() == deepest) {
        sink.error(flat.span(i, i + 1), "braces nested too deep");
        return false;
      }
      if (open.size() % 2 == 1 && word_before(flat.text, i) == u"other") groups[open.back()].has_other = true;
      groups.push_back({i, 0, open.size(), false});
      open.push_back(groups.size() - 1);
    } else if (flat.text[i] == u'}') {
      if (open.empty()) {
        sink.error(flat.span(i, i + 1), "a } without its {");
        good = false;
        continue;
      }
      groups[open.back()].end = i;
      open.pop_back();
    }
  }
  for (const std::size_t group : open) {
    sink.error(flat.span(groups[group].begin, groups[group].begin + 1), "a { without its }");
    good = false;
  }
  return good;
}

}  // namespace

bool prepare_braces(FlatText& flat, std::set<std::size_t>& made_up, Sink& sink) {
  std::vector<Group> groups;
  if (!pair_braces(flat, groups, sink)) return false;
  const std::u16string_view text = flat.text;
  std::vector<std::size_t> places;
  for (const Group& group : groups)
    if (group.depth % 2 == 0 && !group.has_other &&
        has_branches(text.substr(group.begin + 1, group.end - group.begin - 1)))
      places.push_back(group.end);
  std::sort(places.begin(), places.end());
  constexpr std::u16string_view branch = u" other {}";
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t at = places[i] + i * branch.size();
    flat.insert(at, branch);
    made_up.insert(at + 1);
  }
  return true;
}

}  // namespace skabelon
