// The best k of many articles: by score, then newest, then docid; undated last.
//
// For one thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace vigie {

/// One article and what decides its place. Scores are whole numbers, so that their sum does not
/// depend on the order of adding, and two ways of computing it agree exactly.
struct Ranked {
  uint32_t score;
  int64_t time;  ///< larger is earlier in the list; kUndatedTime is last
  uint32_t docid;
};

/// Whether `a` stands before `b`.
inline bool ranks_before(const Ranked& a, const Ranked& b) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  return a.time != b.time ? a.time > b.time : a.docid < b.docid;
}

class TopRanked {
 public:
  explicit TopRanked(size_t most) : most_(most) {}

  bool full() const { return heap_.size() >= most_; }
  /// The least score that can still get in; one equal to it may, by its time.
  uint32_t threshold() const { return full() && most_ > 0 ? heap_.front().score : 0; }

  void offer(const Ranked& ranked) {
    if (!full()) {
      heap_.push_back(ranked);
      std::push_heap(heap_.begin(), heap_.end(), ranks_before);
    } else if (most_ > 0 && ranks_before(ranked, heap_.front())) {
      std::pop_heap(heap_.begin(), heap_.end(), ranks_before);
      heap_.back() = ranked;
      std::push_heap(heap_.begin(), heap_.end(), ranks_before);
    }
  }

  /// The best first.
  std::vector<Ranked> take() {
    std::sort_heap(heap_.begin(), heap_.end(), ranks_before);
    return std::move(heap_);
  }

 private:
  size_t most_;
  std::vector<Ranked> heap_;  // the worst at its front
};

}  // namespace vigie
