// A term's positions, walked through by ascending docids. For one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "searchd/mirror/snapshot.h"

namespace vigie {

class PlaceCursor {
 public:
  explicit PlaceCursor(TermPositions positions) : positions_(std::move(positions)) {}

  /// Moves on to `docid`, which comes after the one before; whether positions are known of it.
  bool seek(uint32_t docid) {
    while (run_ < positions_.runs.size() && positions_.runs[run_]->docids.back() < docid) {
      ++run_;
      index_ = 0;
    }
    if (run_ == positions_.runs.size()) {
      return false;
    }
    const std::vector<uint32_t>& docids = positions_.runs[run_]->docids;
    // It is mostly near: a few steps, then ever longer ones.
    constexpr size_t kNear = 8;
    for (size_t step = 0; step < kNear && docids[index_] < docid; ++step) {
      ++index_;
    }
    if (docids[index_] < docid) {
      gallop(docids, docid);
    }
    at_ = begin();
    return docids[index_] == docid;
  }

  const uint32_t* begin() const { return places() + run().begins[index_]; }
  const uint32_t* end() const { return places() + run().begins[index_ + 1]; }

  /// The first place at or above `place`, which is not below the one asked for before; end() where
  /// there is none.
  const uint32_t* skip_to(uint32_t place) {
    while (at_ != end() && *at_ < place) {
      ++at_;
    }
    return at_;
  }

 private:
  void gallop(const std::vector<uint32_t>& docids, uint32_t docid) {
    size_t step = 1;
    while (index_ + step < docids.size() && docids[index_ + step] <= docid) {
      index_ += step;
      step *= 2;
    }
    const auto begin = docids.begin() + static_cast<std::ptrdiff_t>(index_);
    const auto end =
        docids.begin() + static_cast<std::ptrdiff_t>(std::min(index_ + step, docids.size()));
    index_ = static_cast<size_t>(std::lower_bound(begin, end, docid) - docids.begin());
  }

  const Positions& run() const { return *positions_.runs[run_]; }
  const uint32_t* places() const { return run().places.data(); }

  TermPositions positions_;
  size_t run_ = 0;
  size_t index_ = 0;              // in the run
  const uint32_t* at_ = nullptr;  // a place of the article
};

}  // namespace vigie
