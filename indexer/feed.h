// Reading ahead: a thread pulls articles from their source, so that reading and writing overlap and
// a source that makes one wait (a pipe) is noticed. To be used by one thread; `next` is called on
// another.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>

#include "indexer/readers/reader.h"

namespace vigie {

class ArticleFeed {
 public:
  using Source = std::function<std::optional<SourcedArticle>()>;

  /// Starts to pull from `next`, which must outlive the feed.
  explicit ArticleFeed(const Source& next);
  /// Waits for the call of `next` that is under way, if any, to return.
  ~ArticleFeed();
  ArticleFeed(const ArticleFeed&) = delete;
  ArticleFeed& operator=(const ArticleFeed&) = delete;

  /// The next article; nothing at the end, or where none has come within `patience`. What `next`
  /// threw comes out here, after the articles before it.
  std::optional<SourcedArticle> pop(std::chrono::milliseconds patience);

  /// Whether all has been popped.
  bool ended() const { return ended_; }

 private:
  void pull(const Source& next);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<SourcedArticle> queue_;  ///< guarded by mutex_, like the three below
  uint64_t queued_bytes_ = 0;
  bool exhausted_ = false;
  bool stopped_ = false;
  bool ended_ = false;  ///< the popping thread's own
  std::future<void> puller_;
};

}  // namespace vigie
