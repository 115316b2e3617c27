// The postings of a base: copied from Xapian on first use, least recently used out first within a
// byte budget.
//
// Safe from any thread. What get() returns stays valid for as long as it is held.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "searchd/mirror/postings.h"

namespace vigie {

class PostingsCache {
 public:
  explicit PostingsCache(uint64_t budget_bytes) : budget_bytes_(budget_bytes) {}

  /// The postings of `term`, from `load` where they are not held yet. Two threads may load one term
  /// at once: harmless, the first stays.
  std::shared_ptr<const Postings> get(const std::string& term,
                                      const std::function<Postings()>& load);

  uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
  uint64_t hits() const { return hits_.load(std::memory_order_relaxed); }
  uint64_t misses() const { return misses_.load(std::memory_order_relaxed); }
  /// The terms held, most recently used first within each shard.
  std::vector<std::string> terms() const;

 private:
  struct Entry {
    std::string term;
    std::shared_ptr<const Postings> postings;  // shared: with the searches that read them
  };
  struct Shard {
    mutable std::mutex mutex;
    std::list<Entry> recent;  // guarded by mutex, as all below
    std::unordered_map<std::string, std::list<Entry>::iterator> by_term;
    uint64_t bytes = 0;
  };
  static constexpr size_t kShards = 16;

  void evict(Shard& shard);

  const uint64_t budget_bytes_;
  std::array<Shard, kShards> shards_;
  std::atomic<uint64_t> bytes_{0};
  std::atomic<uint64_t> hits_{0};
  std::atomic<uint64_t> misses_{0};
};

}  // namespace vigie
