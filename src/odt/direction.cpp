// UTF-16 of the whole paragraph -> stretches to isolate -> the runs again, with LRI and PDI in them.
#include "odt/direction.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "text/unicode.h"

namespace skabelon::odt {
namespace {

constexpr char16_t left_to_right_mark = u'\u200E';
constexpr std::u16string_view opening = u"([«“";
constexpr std::u16string_view closing = u")]»”";

struct Stretch {
  std::size_t begin = 0, end = 0;  ///< UTF-16 units of the paragraph
};

class Paragraph {
 public:
  explicit Paragraph(const std::vector<Run>& runs) {
    for (const Run& run : runs) {
      text_ += to_utf16(run.text);
      ends_.push_back(text_.size());
    }
    dropped_.assign(text_.size(), false);
  }

  void find_values(const std::vector<Run>& runs, const Inlines& inlines) {
    for (std::size_t i = 0; i < runs.size();) {
      const std::size_t item = runs[i].item;
      const std::size_t begin = i > 0 ? ends_[i - 1] : 0;
      while (i < runs.size() && runs[i].item == item) ++i;
      const Stretch own{begin, ends_[i - 1]};
      const Letters letters = letters_in(part(own));
      if (std::holds_alternative<Value>(inlines[item].content) && !letters.right_to_left &&
          (letters.left_to_right || letters.others))
        add(own);
    }
  }

  /// Two marks with no right-to-left letter between them.
  void find_marked() {
    std::size_t from = std::u16string::npos;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] != left_to_right_mark) continue;
      if (from != std::u16string::npos && !letters_in(part({from, i})).right_to_left) {
        dropped_[from] = dropped_[i] = true;
        add({from, i + 1});
        from = std::u16string::npos;
      } else {
        from = i;
      }
    }
  }

  void find_bracketed() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::size_t kind = opening.find(text_[i]);
      if (kind == std::u16string_view::npos) continue;
      const std::size_t end = text_.find(closing[kind], i + 1);
      if (end == std::u16string::npos) continue;
      const Letters letters = letters_in(part({i + 1, end}));
      if (letters.left_to_right && !letters.right_to_left) add({i, end + 1});
    }
  }

  /// The runs anew, cut at the stretches, each stretch one run where its inlines look alike.
  std::vector<Run> rebuilt(const std::vector<Run>& runs, const Inlines& inlines) const {
    std::vector<Run> result;
    std::size_t first = 0;  // run of the stretch that is open
    for (std::size_t k = 0; k < runs.size(); ++k) {
      std::u16string made;
      const auto finish = [&] {
        if (made.empty()) return;
        result.push_back(runs[k]);
        result.back().text = to_utf8(std::exchange(made, {}));
      };
      for (std::size_t i = k > 0 ? ends_[k - 1] : 0; i < ends_[k]; ++i) {
        if (begins(i)) {
          finish();
          first = result.size();
          made += left_to_right_isolate;
        }
        if (!dropped_[i]) made += text_[i];
        if (ends(i + 1)) {
          made += pop_directional_isolate;
          finish();
          merge(result, first, inlines);
        }
      }
      finish();
    }
    return result;
  }

  bool changed() const { return !stretches_.empty(); }

 private:
  std::u16string_view part(Stretch stretch) const {
    return std::u16string_view(text_).substr(stretch.begin, stretch.end - stretch.begin);
  }
  bool begins(std::size_t at) const {
    return std::any_of(stretches_.begin(), stretches_.end(), [&](const Stretch& one) { return one.begin == at; });
  }
  bool ends(std::size_t at) const {
    return std::any_of(stretches_.begin(), stretches_.end(), [&](const Stretch& one) { return one.end == at; });
  }

  /// LibreOffice cuts the first word after a change of format inside an isolate: one format for all of it.
  static void merge(std::vector<Run>& runs, std::size_t first, const Inlines& inlines) {
    Run whole = runs[first];
    const Inline* chosen = &inlines[whole.item];
    for (std::size_t k = first; k < runs.size(); ++k) {
      const Inline& item = inlines[runs[k].item];
      const bool wording = std::holds_alternative<Text>(item.content);
      if (!item.link.empty() || item.style != chosen->style ||
          (!wording && !std::holds_alternative<Value>(item.content)))
        return;
      if (k > first) whole.text += runs[k].text;
      if (whole.family.empty()) {
        whole.family = runs[k].family;
        whole.size = runs[k].size;
      }
      // A value knows its language.
      if (std::holds_alternative<Text>(chosen->content) && !wording) {
        whole.item = runs[k].item;
        chosen = &item;
      }
    }
    runs.resize(first);
    runs.push_back(std::move(whole));
  }

  /// The outer of two stretches stays; two that cross are both left as they were.
  void add(Stretch stretch) {
    if (stretch.begin == stretch.end) return;
    for (const Stretch& one : stretches_) {
      if (one.begin <= stretch.begin && stretch.end <= one.end) return;
      const bool apart = one.end <= stretch.begin || stretch.end <= one.begin;
      const bool inside = stretch.begin <= one.begin && one.end <= stretch.end;
      if (!apart && !inside) return;
    }
    std::erase_if(stretches_, [&](const Stretch& one) { return stretch.begin <= one.begin && one.end <= stretch.end; });
    stretches_.push_back(stretch);
  }

  std::u16string text_;
  std::vector<std::size_t> ends_;  ///< of each run
  std::vector<bool> dropped_;
  std::vector<Stretch> stretches_;
};

}  // namespace

void isolate_left_to_right(std::vector<Run>& runs, const Inlines& inlines) {
  Paragraph paragraph(runs);
  paragraph.find_values(runs, inlines);
  paragraph.find_marked();
  paragraph.find_bracketed();
  if (paragraph.changed()) runs = paragraph.rebuilt(runs, inlines);
}

}  // namespace skabelon::odt
