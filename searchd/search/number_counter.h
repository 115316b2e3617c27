// Counts the numbers of a column's rows: origins, months.
//
// For one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "searchd/mirror/columns.h"
#include "searchd/search/list_counter.h"

namespace vigie {

/// Neighbours often have the same number; counting them in turns in several tables keeps one
/// increment from waiting for the one before.
class NumberCounter {
 public:
  /// Of `numbers` numbers from `least` on; below it all count as that.
  NumberCounter(uint32_t least, size_t numbers) : least_(least) { tables_.fill(Counts(numbers)); }

  /// Counts the `n` rows at `docids`, which lie in the chunk that `rows` are the numbers of.
  template <typename Number>
  void add(const Number* rows, const uint32_t* docids, uint32_t n) {
    uint32_t i = 0;
    for (; i + kTables <= n; i += kTables) {
      for (uint32_t table = 0; table < kTables; ++table) {
        ++tables_[table][place_of(rows[Columns::index_of(docids[i + table])])];
      }
    }
    for (; i < n; ++i) {
      ++tables_.front()[place_of(rows[Columns::index_of(docids[i])])];
    }
  }

  /// By number, from `least` on.
  Counts take() {
    Counts counts = std::move(tables_.front());
    for (size_t table = 1; table < kTables; ++table) {
      for (size_t number = 0; number < counts.size(); ++number) {
        counts[number] += tables_[table][number];
      }
    }
    return counts;
  }

 private:
  static constexpr uint32_t kTables = 4;

  uint32_t place_of(uint32_t number) const { return std::max(number, least_) - least_; }

  const uint32_t least_;
  std::array<Counts, kTables> tables_;
};

}  // namespace vigie
