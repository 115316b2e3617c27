#include "indexer/commands/suggestion.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace vigie {

namespace {

/// The letters to insert, drop, change or swap with their neighbour (optimal string alignment).
class Distance {
 public:
  Distance(std::string_view from, std::string_view to) : from_(from), to_(to) {}

  size_t letters() {
    std::iota(row_.begin(), row_.end(), size_t{0});
    for (size_t i = 0; i < from_.size(); ++i) {
      next_[0] = i + 1;
      for (size_t j = 0; j < to_.size(); ++j) {
        next_[j + 1] = cell(i, j);
      }
      before_.swap(row_);
      row_.swap(next_);
    }
    return row_.back();
  }

 private:
  size_t cell(size_t i, size_t j) const {
    const size_t changed = row_[j] + (from_[i] == to_[j] ? 0 : 1);
    const size_t best = std::min({changed, next_[j] + 1, row_[j + 1] + 1});
    const bool swapped = i > 0 && j > 0 && from_[i] == to_[j - 1] && from_[i - 1] == to_[j];
    return swapped ? std::min(best, before_[j - 1] + 1) : best;
  }

  std::string_view from_;
  std::string_view to_;
  std::vector<size_t> before_ = std::vector<size_t>(to_.size() + 1);  ///< two rows up
  std::vector<size_t> row_ = before_;
  std::vector<size_t> next_ = before_;
};

}  // namespace

std::optional<std::string> nearest_of(const std::string& typed,
                                      const std::vector<std::string>& known) {
  constexpr size_t kMaxTypedBytes = 40;
  std::optional<std::string> nearest;
  size_t smallest = std::max<size_t>(typed.size() / 3, 2) + 1;
  if (typed.size() > kMaxTypedBytes) {
    return nearest;
  }
  for (const std::string& name : known) {
    const size_t letters = Distance(typed, name).letters();
    if (letters < smallest) {
      smallest = letters;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace vigie
