// Rows -> pages. Greedy: a page takes what fits and breaks at the weakest place before the row that does not.
#include "layout/paginate.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace skabelon {
namespace {

constexpr Glue strengths[] = {Glue::none, Glue::together, Glue::next, Glue::lines};

/// A page is nearly empty that is filled less than a part in so many.
constexpr int nearly_empty = 4;

/// Padding that the boxes around a row repeat when a page starts or ends with it.
Length box_padding(const Context& context, const Row& row) {
  Length padding;
  for (std::int32_t d = row.decoration; d >= 0;) {
    const Decoration& decoration = context.decorations[static_cast<std::size_t>(d)];
    if (!(row.padding_row && d == row.decoration)) padding += decoration.padding;
    d = decoration.parent;
  }
  return padding;
}

/// How many of a cell's rows fit; breaks inside paragraphs follow the same rules as on a page.
std::size_t rows_that_fit(const std::vector<Row>& rows, Length available, bool force) {
  Length height;
  std::size_t fit = 0;
  for (; fit < rows.size(); ++fit) {
    if (fit > 0) height += rows[fit - 1].after + rows[fit].before;
    height += rows[fit].height;
    if (height > available) break;
  }
  if (fit == rows.size()) return fit;
  for (std::size_t k = fit; k > 0; --k)
    if (rows[k - 1].glue == Glue::none) return k;
  return force ? fit : 0;
}

/// Cuts a row of cells so that its first part is no higher than `available`; nothing where that cannot be. `row`
/// becomes the rest.
std::optional<Row> split(Row& row, Length available, bool force) {
  if (row.cells.empty()) return std::nullopt;
  const Length room = available - row.padding * 2;
  std::vector<std::size_t> cuts;
  bool some = false;
  for (const Cell& cell : row.cells) {
    const std::size_t cut = rows_that_fit(cell.rows, room - cell.top, force);
    if (cut == 0 && !cell.rows.empty() && !force) return std::nullopt;
    some = some || cut > 0;
    cuts.push_back(cut);
  }
  if (!some) return std::nullopt;
  Row first;
  first.before = row.before;
  first.padding = row.padding;
  first.decoration = row.decoration;
  first.repeated = row.repeated;
  first.break_before = row.break_before;
  first.pieces = std::move(row.pieces);
  first.markers = std::move(row.markers);
  first.missing = std::move(row.missing);
  row.pieces.clear();
  row.markers.clear();
  row.missing.clear();
  row.before = Length{};
  row.break_before = false;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    std::vector<Row>& rows = row.cells[i].rows;
    const auto cut = rows.begin() + static_cast<std::ptrdiff_t>(cuts[i]);
    first.cells.push_back({{std::make_move_iterator(rows.begin()), std::make_move_iterator(cut)}, row.cells[i].top});
    rows.erase(rows.begin(), cut);
    row.cells[i].top = Length{};
  }
  first.height = cells_height(first);
  row.height = cells_height(row);
  return first;
}

class Paginator {
 public:
  Paginator(Context& context, std::vector<Row> rows, Placer& placer, std::vector<bool>& covers)
      : context_(context), rows_(std::move(rows)), placer_(placer), covers_(covers) {
    top_ = context.styles.page.margin_top;
    bottom_ = context.styles.page.height - context.styles.page.margin_bottom;
  }

  void run() {
    std::size_t next = 0;
    do next = page(next);
    while (next < rows_.size());
  }

 private:
  /// A page's rows [first, end), and perhaps the first part of row `end`.
  struct Filled {
    std::size_t end = 0;
    std::optional<Row> part;
  };

  /// The height at which a page's first row starts: below repeated padding and repeated header rows.
  Length start_of(std::size_t first) const {
    Length y = top_ + box_padding(context_, rows_[first]);
    if (first == 0) y += rows_[first].before;
    if (rows_[first].repeated >= 0) y += stack_height(header(first));
    return y;
  }

  const std::vector<Row>& header(std::size_t row) const {
    return context_.repeated[static_cast<std::size_t>(rows_[row].repeated)];
  }

  Filled fill(std::size_t first) {
    Length y = start_of(first);
    std::size_t i = first;
    for (; i < rows_.size(); ++i) {
      const Row& row = rows_[i];
      if (i > first) {
        if (row.break_before) return {i, {}};
        y += rows_[i - 1].after + row.before;
      }
      if (y + row.height + box_padding(context_, row) > bottom_) break;
      y += row.height;
    }
    if (i == rows_.size()) return {i, {}};
    Row& over = rows_[i];
    if (over.splittable || over.height > context_.body_height) {
      std::optional<Row> part = split(over, bottom_ - box_padding(context_, over) - y, i == first);
      if (part) return {i, std::move(part)};
    }
    if (i == first) return {first + 1, {}};
    return {weakest(first, i), {}};
  }

  /// The place to break in (first, over]: the last one of the weakest kind whose following rows fit a page together.
  /// What is kept together is let go where the page would be nearly empty.
  std::size_t weakest(std::size_t first, std::size_t over) const {
    for (const Glue strength : strengths) {
      const std::size_t at = last_place(first, over, strength);
      if (at == first || !unit_fits(at, strength)) continue;
      if (strength > Glue::none || height_of(first, at) * nearly_empty >= context_.body_height) return at;
      const std::size_t later = last_place(first, over, Glue::together);
      return unit_fits(later, Glue::together) ? later : at;
    }
    return over;
  }

  /// The last place in (first, over] that nothing stronger holds; `first` where there is none.
  std::size_t last_place(std::size_t first, std::size_t over, Glue strength) const {
    std::size_t at = over;
    while (at > first && rows_[at - 1].glue > strength) --at;
    return at;
  }

  Length height_of(std::size_t first, std::size_t end) const {
    Length height;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) height += rows_[i - 1].after + rows_[i].before;
      height += rows_[i].height;
    }
    return height;
  }

  /// True if the rows from `at` to the next place of that strength go on one page.
  bool unit_fits(std::size_t at, Glue strength) const {
    Length height;
    for (std::size_t i = at; i < rows_.size(); ++i) {
      if (i > at) height += rows_[i - 1].after + rows_[i].before;
      // A row that may be cut needs no room for all of itself.
      if (rows_[i].splittable) return true;
      height += rows_[i].height;
      if (height > context_.body_height) return i == at;
      if (rows_[i].glue <= strength) return true;
    }
    return true;
  }

  std::size_t page(std::size_t first) {
    const bool cover = first < rows_.size() && rows_[first].cover;
    placer_.begin_page(cover);
    covers_.push_back(cover);
    if (first >= rows_.size()) {
      placer_.end_page();
      return first;
    }
    Filled filled = fill(first);
    Length y = start_of(first);
    const Length head = top_ + box_padding(context_, rows_[first]);
    placer_.continue_above(rows_[first], head);
    if (rows_[first].repeated >= 0) repeat_header(first, head);
    for (std::size_t i = first; i < filled.end; ++i) {
      if (i > first) y += rows_[i - 1].after + rows_[i].before;
      const Length bottom = y + rows_[i].height;
      if (i + 1 == filled.end && !filled.part) placer_.continue_below(rows_[i], bottom);
      // Only the pieces go: spaces and heights are still asked for.
      place_from(rows_[i], y);
      y = bottom;
    }
    if (filled.part) {
      if (filled.end > first) y += rows_[filled.end - 1].after + filled.part->before;
      placer_.continue_below(*filled.part, y + filled.part->height);
      placer_.place(std::move(*filled.part), y);
    }
    placer_.end_page();
    return filled.end;
  }

  void place_from(Row& row, Length y) {
    Row left;
    left.before = row.before;
    left.after = row.after;
    left.height = row.height;
    placer_.place(std::exchange(row, std::move(left)), y);
  }

  void repeat_header(std::size_t first, Length y) {
    const std::vector<Row>& rows = header(first);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0) y += rows[i - 1].after + rows[i].before;
      placer_.place(rows[i], y, true);
      y += rows[i].height;
    }
  }

  Context& context_;
  std::vector<Row> rows_;
  Placer& placer_;
  std::vector<bool>& covers_;
  Length top_, bottom_;
};

}  // namespace

void paginate(Context& context, std::vector<Row> rows, Placer& placer, std::vector<bool>& covers) {
  Paginator(context, std::move(rows), placer, covers).run();
}

}  // namespace skabelon
