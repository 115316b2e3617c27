#include "searchd/mirror/postings_cache.h"

namespace vigie {

namespace {

/// What the cache itself keeps for an entry, roughly: list and map nodes, the term twice.
uint64_t entry_bytes(const std::string& term, const Postings& postings) {
  return postings.bytes() + 2 * term.capacity() + 160;
}

}  // namespace

std::shared_ptr<const Postings> PostingsCache::get(const std::string& term,
                                                   const std::function<Postings()>& load) {
  Shard& shard = shards_[std::hash<std::string>{}(term) % kShards];
  {
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.by_term.find(term);
    if (found != shard.by_term.end()) {
      shard.recent.splice(shard.recent.begin(), shard.recent, found->second);
      hits_.fetch_add(1, std::memory_order_relaxed);
      return found->second->postings;
    }
  }
  misses_.fetch_add(1, std::memory_order_relaxed);
  auto loaded = std::make_shared<const Postings>(load());
  const std::lock_guard lock(shard.mutex);
  const auto found = shard.by_term.find(term);
  if (found != shard.by_term.end()) {
    return found->second->postings;
  }
  const uint64_t added = entry_bytes(term, *loaded);
  shard.recent.push_front({term, loaded});
  shard.by_term.emplace(term, shard.recent.begin());
  shard.bytes += added;
  bytes_.fetch_add(added, std::memory_order_relaxed);
  evict(shard);
  return loaded;
}

void PostingsCache::evict(Shard& shard) {
  while (shard.bytes > budget_bytes_ / kShards && shard.recent.size() > 1) {
    const Entry& oldest = shard.recent.back();
    const uint64_t freed = entry_bytes(oldest.term, *oldest.postings);
    shard.by_term.erase(oldest.term);
    shard.recent.pop_back();
    shard.bytes -= freed;
    bytes_.fetch_sub(freed, std::memory_order_relaxed);
  }
}

std::vector<std::string> PostingsCache::terms() const {
  std::vector<std::string> result;
  for (const Shard& shard : shards_) {
    const std::lock_guard lock(shard.mutex);
    for (const Entry& entry : shard.recent) {
      result.push_back(entry.term);
    }
  }
  return result;
}

}  // namespace vigie
