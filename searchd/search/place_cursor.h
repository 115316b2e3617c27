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
  explicit PlaceCursor(TermPositions positions) : positions_(std::move(positions)) { enter(0); }

  /// Moves on to `docid`, which comes after the one before; whether positions are known of it.
  bool seek(uint32_t docid) {
    while (last_docid_ < docid) {
      enter(run_ + 1);
    }
    // It is mostly near: a few steps, then ever longer ones.
    constexpr size_t kNear = 8;
    for (size_t step = 0; step < kNear && docids_[index_] < docid; ++step) {
      ++index_;
    }
    if (docids_[index_] < docid) {
      gallop(docid);
    }
    at_ = begin();
    end_ = places_ + begins_[index_ + 1];
    return docids_[index_] == docid;
  }

  const uint32_t* begin() const { return places_ + begins_[index_]; }
  const uint32_t* end() const { return end_; }

  /// The first place at or above `place`, which is not below the one asked for before; end() where
  /// there is none.
  const uint32_t* skip_to(uint32_t place) {
    while (at_ != end_ && *at_ < place) {
      ++at_;
    }
    return at_;
  }

 private:
  /// Goes to the beginning of a run; behind the last comes one that no docid is in.
  void enter(size_t run) {
    static const Positions none = {{UINT32_MAX}, {0, 0}, {}};
    run_ = run;
    const Positions& entered = run < positions_.runs.size() ? *positions_.runs[run] : none;
    docids_ = entered.docids.data();
    size_ = entered.docids.size();
    begins_ = entered.begins.data();
    places_ = entered.places.data();
    last_docid_ = entered.docids.back();
    index_ = 0;
  }

  void gallop(uint32_t docid) {
    size_t step = 1;
    while (index_ + step < size_ && docids_[index_ + step] <= docid) {
      index_ += step;
      step *= 2;
    }
    const uint32_t* const end = docids_ + std::min(index_ + step, size_);
    index_ = static_cast<size_t>(std::lower_bound(docids_ + index_, end, docid) - docids_);
  }

  TermPositions positions_;
  // Of the run, and in it.
  size_t run_ = 0;
  const uint32_t* docids_ = nullptr;
  size_t size_ = 0;
  const uint32_t* begins_ = nullptr;
  const uint32_t* places_ = nullptr;
  uint32_t last_docid_ = 0;
  size_t index_ = 0;
  // Of the article: a place, and one past the last.
  const uint32_t* at_ = nullptr;
  const uint32_t* end_ = nullptr;
};

}  // namespace vigie
