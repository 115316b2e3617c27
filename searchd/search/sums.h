// Sums of money: which articles hold one that is asked for.
//
// Any thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <roaring/roaring.hh>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/query/expression.h"
#include "searchd/search/request.h"

namespace vigie {

/// The orders of magnitude that sums are counted by; of a band the lower border belongs to it.
inline constexpr size_t kSumBands = 6;
/// "0-1M", "1M-10M", "10M-100M", "100M-1B", "1B-10B", "10B-".
const char* sum_band_name(size_t band);
std::optional<size_t> sum_band_of_name(std::string_view name);
size_t sum_band_of(double value);

/// Whether a sum is in `range`.
bool is_within(const AmountRange& range, double value, std::string_view currency);

/// What one and the same sum of an article is to be.
struct SumFilter {
  AmountRange range;                    ///< its currency is not looked at
  std::vector<std::string> currencies;  ///< any of them, as codes in capitals; empty: any at all
  std::vector<size_t> bands;            ///< likewise

  bool any() const {
    return range.least <= 0 && range.most >= kNoMost && currencies.empty() && bands.empty();
  }
};

/// The filter that a request's parameters and filters make, but for the selection of the facet
/// `without`, where that is one of sums.
SumFilter sum_filter_of(const SearchRequest& request, std::optional<Facet> without);

/// Whether a sum passes.
bool passes(const SumFilter& filter, double value, std::string_view currency);

/// A filter made ready for one snapshot.
class SumTest {
 public:
  SumTest(const SumFilter& filter, const Dictionaries& dictionaries);
  bool passes(const ColumnSum& sum) const;

 private:
  SumFilter filter_;
  std::vector<bool> currencies_;  // by number; empty: any
  std::vector<bool> bands_;       // likewise
};

/// Those of `articles` that hold a sum that passes.
Roaring with_sum(const Roaring& articles, const SumFilter& filter, const Snapshot& snapshot);

}  // namespace vigie
