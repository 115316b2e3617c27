// Writing: the only place that changes an index. One writer at a time, process-wide and across
// processes.
//
// Small adds go straight into the current generation, a few hundred articles a commit; a bulk add
// (above a thousand articles and 5 % of the index) is analysed and built by parallel workers into
// private databases, merged with the current generation into the next one, and published by the
// stub. Nothing is reported as added before it is committed. For one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index_directory.h"
#include "indexer/readers/reader.h"

namespace vigie {

enum class Outcome : unsigned char { kAdded, kUpdated, kUnchanged, kRejected };

/// What became of one article; reported once it is in the index to stay.
struct ArticleReport {
  Outcome outcome;
  std::string id;
  std::string where;
  std::vector<std::string> warnings;
  std::string reason;  ///< why rejected
  uint64_t bytes = 0;  ///< of input
};

struct AddOptions {
  unsigned jobs = 0;     ///< parallel workers of a bulk add; 0: one per core
  bool dry_run = false;  ///< tells what would happen, changes nothing
  std::function<bool()> stop_requested = [] { return false; };  ///< asked between articles
  std::function<void(const ArticleReport&)> report = [](const ArticleReport&) {};
  /// Articles taken from the source so far and their bytes of input: a bulk add reports late, all
  /// at once.
  std::function<void(uint64_t, uint64_t)> progress = [](uint64_t, uint64_t) {};
  /// As many articles at once make a bulk add, if they also are 5 % of the index.
  size_t bulk_threshold = 1000;
  /// A source that gives nothing for so long makes one wait: what was taken is committed meanwhile.
  std::chrono::milliseconds patience{100};
};

/// What removing did to one id.
struct RemoveReport {
  std::string id;
  bool removed;  ///< false: no such article
};

class IndexWriter {
 public:
  /// Locks `directory` for writing and opens its current generation, making an empty index where
  /// there is none (unless told not to). Throws IndexError: held by another writer (naming its
  /// process id) and `wait` false, no right to write, another version, …
  struct OpenOptions {
    bool wait = false;  ///< wait for another writer to finish instead of failing
    bool create = true;
    bool any_version = false;  ///< for `rebuild`: accept an index of another version
    /// Only add() with `dry_run` will be called: locks nothing, makes nothing, needs no right to
    /// write.
    bool dry_run = false;
    std::function<bool()> stop_requested = [] { return false; };  ///< asked while waiting
    /// What an index that is made knows; asked for only then. See read_knowledge().
    std::function<std::string()> knowledge = [] { return std::string(); };
  };
  IndexWriter(IndexDirectory directory, OpenOptions options);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// Takes in articles pulled from `next` until it ends or a stop is requested. `next` is called on
  /// a thread of its own, and when stopped its call under way must return before add() does.
  /// Everything is reported in the order it came. Throws IndexError where the index cannot be
  /// written (disk full, …): what was reported before stays in, and this writer is done for.
  void add(const std::function<std::optional<SourcedArticle>()>& next, const AddOptions& options);

  /// Removes articles by id. One commit.
  std::vector<RemoveReport> remove(const std::vector<std::string>& ids);

  /// Re-analyses every stored article into a new generation, which knows `knowledge` (where it is
  /// not given: what the index knows). `progress` gets articles done and in all.
  void rebuild(unsigned jobs, std::optional<std::string> knowledge,
               const std::function<void(uint64_t, uint64_t)>& progress);

  /// Rewrites the current generation compactly into a new one.
  void compact();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
