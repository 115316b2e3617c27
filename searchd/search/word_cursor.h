// Places in the postings of a query's words, moving forward only.
//
// For one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "searchd/search/order.h"

namespace vigie {

/// A place in one run of postings, moving forward only.
class Cursor {
 public:
  explicit Cursor(const WeightedRun& run) : run_(run.postings), weight_(run.weight) {}

  /// The index of the first posting at or after `docid`; gallops from where it stands.
  size_t seek(uint32_t docid) {
    const std::vector<uint32_t>& docids = run_->docids;
    if (at_ < docids.size() && docids[at_] < docid) {
      size_t step = 1;
      while (at_ + step < docids.size() && docids[at_ + step] < docid) {
        at_ += step;
        step *= 2;
      }
      const auto begin = docids.begin() + static_cast<std::ptrdiff_t>(at_);
      const auto end =
          docids.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + step + 1, docids.size()));
      at_ = static_cast<size_t>(std::lower_bound(begin, end, docid) - docids.begin());
    }
    return at_;
  }

  /// The score of `docid`, 0 where it is not among the postings.
  uint32_t score(uint32_t docid) {
    const size_t at = seek(docid);
    const bool found = at < run_->docids.size() && run_->docids[at] == docid;
    return found ? run_->impacts[at] * weight_ : 0;
  }

 private:
  const Postings* run_;
  uint32_t weight_;
  size_t at_ = 0;
};

/// A place in each run of one word.
struct WordCursor {
  std::vector<Cursor> runs;

  explicit WordCursor(const WeightedWord& word) {
    for (const WeightedRun& run : word.runs) {
      runs.emplace_back(run);
    }
  }

  uint32_t score(uint32_t docid) {
    uint32_t best = 0;
    for (Cursor& run : runs) {
      best = std::max(best, run.score(docid));
    }
    return best;
  }
};

}  // namespace vigie
