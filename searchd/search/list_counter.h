// Counts the numbers that rows of a column list: authors, entities.
//
// For one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "searchd/mirror/columns.h"

namespace vigie {

/// Articles by a number that each has.
using Counts = std::vector<uint32_t>;

/// The numbers are gathered first, a fixed number from each row whatever it
/// has: a loop as long as the row costs a mispredicted branch for nearly every article.
class ListCounter {
 public:
  explicit ListCounter(size_t numbers) : counts_(numbers), others_(numbers) {}

  void add(const ListColumn<uint32_t>& lists, uint32_t index) {
    constexpr size_t kReadable = ListColumn<uint32_t>::kReadable;
    const Values<uint32_t> row = lists.row(index);
    if (size_ + kReadable > gathered_.size()) {
      count();
    }
    std::copy_n(row.begin(), kReadable, gathered_.begin() + static_cast<std::ptrdiff_t>(size_));
    const auto length = static_cast<size_t>(row.end() - row.begin());
    size_ += std::min(length, kReadable);
    for (size_t i = kReadable; i < length; ++i) {
      ++counts_[row.begin()[i]];
    }
  }

  Counts take() {
    count();
    for (size_t number = 0; number < counts_.size(); ++number) {
      counts_[number] += others_[number];
    }
    return std::move(counts_);
  }

 private:
  /// In turns in two tables: the same number twice running would wait for itself.
  void count() {
    for (size_t i = 0; i < size_; ++i) {
      ++(i % 2 == 0 ? counts_ : others_)[gathered_[i]];
    }
    size_ = 0;
  }

  Counts counts_;
  Counts others_;
  std::array<uint32_t, 1024> gathered_{};
  size_t size_ = 0;
};

}  // namespace vigie
