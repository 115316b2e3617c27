// Positions: where in its articles one term stands, in memory; for phrases of frequent words, which
// Xapian would read a list at a time from disk blocks for every article that holds them all.
//
// Copied once from Xapian, then immutable: any thread may read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

struct Positions {
  /// Of the posting at each index: where its places begin; one more at the end.
  std::vector<uint32_t> begins = {0};
  std::vector<uint32_t> places;  ///< ascending within a posting

  size_t bytes() const {
    return sizeof *this + (begins.capacity() + places.capacity()) * sizeof(uint32_t);
  }
};

/// The terms whose positions searches would have used. Safe from any thread.
class WantedTerms {
 public:
  void ask(const std::string& term) {
    const std::lock_guard lock(mutex_);
    terms_.insert(term);
  }
  /// Those asked for since the last call.
  std::set<std::string> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(terms_, {});
  }

 private:
  std::mutex mutex_;
  std::set<std::string> terms_;  // guarded by mutex_
};

}  // namespace vigie
