// Handles on one generation, and analysers: what a search needs for itself, lent for as long as it
// runs.
//
// Safe from any thread; what a Lease holds is its holder's alone.
#pragma once

#include <xapian.h>

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/text/analyzer.h"
#include "searchd/mirror/snapshot.h"
#include "searchd/search/stored_articles.h"

namespace vigie {

/// One search's own.
struct Handle {
  std::string generation_path;
  Xapian::Database database;
  std::optional<StoredArticles> articles;  ///< of the same revision or a later one
  Analyzer analyzer;
  bool stale = false;  ///< a search on it failed: it may be behind
};

class HandlePool {
 public:
  explicit HandlePool(unsigned most) : free_places_(most) {}

  /// A handle on `snapshot`'s generation, at its revision or a later one; goes back when the lease
  /// ends. Throws Unavailable where none becomes free until `deadline`, and what Xapian throws.
  class Lease {
   public:
    Lease(HandlePool& pool, std::unique_ptr<Handle> handle, const Snapshot& snapshot);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

    Xapian::Database& database() { return handle_->database; }
    StoredArticles& articles() { return *handle_->articles; }
    Analyzer& analyzer() { return handle_->analyzer; }

   private:
    Lease(HandlePool& pool, std::unique_ptr<Handle> handle)
        : pool_(pool), handle_(std::move(handle)) {}

    HandlePool& pool_;
    std::unique_ptr<Handle> handle_;
  };
  Lease lend(const Snapshot& snapshot, std::chrono::steady_clock::time_point deadline);

 private:
  void give_back(std::unique_ptr<Handle> handle);

  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_places_;                       // guarded by mutex_
  std::vector<std::unique_ptr<Handle>> idle_;  // guarded by mutex_
};

}  // namespace vigie
