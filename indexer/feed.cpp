#include "indexer/feed.h"

namespace vigie {

namespace {

constexpr size_t kMaxQueued = 1000;
constexpr uint64_t kMaxQueuedBytes = 16 << 20;

uint64_t size_of(const SourcedArticle& item) {
  return item.article.body.size() + item.article.title.size() + item.article.standfirst.size();
}

}  // namespace

ArticleFeed::ArticleFeed(const Source& next)
    : puller_(std::async(std::launch::async, [this, &next] { pull(next); })) {}

ArticleFeed::~ArticleFeed() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  if (puller_.valid()) {
    puller_.wait();
  }
}

std::optional<SourcedArticle> ArticleFeed::pop(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [this] { return !queue_.empty() || exhausted_; });
  if (queue_.empty()) {
    if (exhausted_ && !ended_) {
      ended_ = true;
      lock.unlock();
      puller_.get();
    }
    return std::nullopt;
  }
  std::optional<SourcedArticle> item(std::move(queue_.front()));
  queue_.pop_front();
  queued_bytes_ -= size_of(*item);
  // The puller sleeps only while the queue is full; waking it for every article would cost more
  // than taking one.
  if (queue_.size() <= kMaxQueued / 2) {
    lock.unlock();
    changed_.notify_all();
  }
  return item;
}

void ArticleFeed::pull(const Source& next) {
  // Whatever ends this thread, an exception too, is the end of the articles.
  struct AtEnd {
    ArticleFeed& feed;
    ~AtEnd() {
      const std::lock_guard lock(feed.mutex_);
      feed.exhausted_ = true;
      feed.changed_.notify_all();
    }
  } at_end{*this};
  for (;;) {
    std::optional<SourcedArticle> item = next();
    if (!item) {
      return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] {
      return stopped_ || (queue_.size() < kMaxQueued && queued_bytes_ < kMaxQueuedBytes);
    });
    if (stopped_) {
      return;
    }
    queued_bytes_ += size_of(*item);
    queue_.push_back(std::move(*item));
    lock.unlock();
    changed_.notify_all();
  }
}

}  // namespace vigie
