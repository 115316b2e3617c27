// What was made at a cost, kept by a key within a byte budget: least recently used out first.
//
// Safe from any thread; no lock is held while a value is made. What is found stays valid for as
// long as it is held.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace vigie {

/// `Value` has bytes(), its size in memory.
template <typename Value>
class RecentCache {
 public:
  explicit RecentCache(uint64_t budget_bytes) : budget_bytes_(budget_bytes) {}

  /// Null where nothing is kept under `key`.
  std::shared_ptr<const Value> find(const std::string& key);

  /// What is now kept under `key`: of two that come at once the first stays.
  std::shared_ptr<const Value> keep(const std::string& key, Value value);

  /// What is kept under `key`, from `make` where nothing is.
  std::shared_ptr<const Value> get(const std::string& key, const std::function<Value()>& make);

  uint64_t bytes() const { return bytes_.load(std::memory_order_relaxed); }
  uint64_t hits() const { return hits_.load(std::memory_order_relaxed); }
  uint64_t misses() const { return misses_.load(std::memory_order_relaxed); }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<const Value> value;  // shared: with those who read it
  };
  struct Shard {
    std::mutex mutex;
    std::list<Entry> recent;  // guarded by mutex, as all below
    std::unordered_map<std::string_view, typename std::list<Entry>::iterator> by_key;  // their own
    uint64_t bytes = 0;
  };
  static constexpr size_t kShards = 16;

  Shard& shard_of(const std::string& key) {
    return shards_[std::hash<std::string_view>{}(key) % kShards];
  }
  /// With what the cache itself keeps, roughly: the nodes of list and map.
  static uint64_t bytes_of(const Entry& entry) {
    return entry.value->bytes() + entry.key.capacity() + 160;
  }
  void evict(Shard& shard);

  const uint64_t budget_bytes_;
  std::array<Shard, kShards> shards_;
  std::atomic<uint64_t> bytes_{0};
  std::atomic<uint64_t> hits_{0};
  std::atomic<uint64_t> misses_{0};
};

template <typename Value>
std::shared_ptr<const Value> RecentCache<Value>::find(const std::string& key) {
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.by_key.find(key);
  if (found == shard.by_key.end()) {
    misses_.fetch_add(1, std::memory_order_relaxed);
    return nullptr;
  }
  shard.recent.splice(shard.recent.begin(), shard.recent, found->second);
  hits_.fetch_add(1, std::memory_order_relaxed);
  return found->second->value;
}

template <typename Value>
std::shared_ptr<const Value> RecentCache<Value>::keep(const std::string& key, Value value) {
  auto kept = std::make_shared<const Value>(std::move(value));
  Shard& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.by_key.find(key);
  if (found != shard.by_key.end()) {
    return found->second->value;
  }
  shard.recent.push_front({key, kept});
  shard.by_key.emplace(shard.recent.front().key, shard.recent.begin());
  const uint64_t added = bytes_of(shard.recent.front());
  shard.bytes += added;
  bytes_.fetch_add(added, std::memory_order_relaxed);
  evict(shard);
  return kept;
}

template <typename Value>
std::shared_ptr<const Value> RecentCache<Value>::get(const std::string& key,
                                                     const std::function<Value()>& make) {
  std::shared_ptr<const Value> found = find(key);
  return found ? found : keep(key, make());
}

/// The newest of a shard stays, however large: it is in use.
template <typename Value>
void RecentCache<Value>::evict(Shard& shard) {
  while (shard.bytes > budget_bytes_ / kShards && shard.recent.size() > 1) {
    const Entry& oldest = shard.recent.back();
    const uint64_t freed = bytes_of(oldest);
    shard.by_key.erase(oldest.key);
    shard.recent.pop_back();
    shard.bytes -= freed;
    bytes_.fetch_sub(freed, std::memory_order_relaxed);
  }
}

}  // namespace vigie
