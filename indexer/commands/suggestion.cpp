#include "indexer/commands/suggestion.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vigie {

namespace {

/// The letters to insert, drop, change or swap with their neighbour (optimal string alignment).
size_t distance(const std::string& from, const std::string& to) {
  std::vector<size_t> before(to.size() + 1);
  std::vector<size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < from.size(); ++i) {
    std::vector<size_t> next(to.size() + 1, i + 1);
    for (size_t j = 0; j < to.size(); ++j) {
      const size_t changed = row[j] + (from[i] == to[j] ? 0 : 1);
      next[j + 1] = std::min({changed, next[j] + 1, row[j + 1] + 1});
      if (i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j]) {
        next[j + 1] = std::min(next[j + 1], before[j - 1] + 1);
      }
    }
    before = std::exchange(row, std::move(next));
  }
  return row.back();
}

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
    const size_t letters = distance(typed, name);
    if (letters < smallest) {
      smallest = letters;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace vigie
