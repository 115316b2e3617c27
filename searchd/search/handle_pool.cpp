#include "searchd/search/handle_pool.h"

#include <exception>

#include "searchd/search/engine.h"

namespace vigie {

namespace {

/// Brings `handle` to the snapshot's generation and at least to its revision. It is not opened
/// again without need: the folder of a generation that has been replaced may be gone, while what is
/// open stays.
void renew(Handle& handle, const Snapshot& snapshot) {
  if (handle.generation_path != snapshot.generation_path) {
    handle.database = Xapian::Database(snapshot.generation_path);
    handle.articles.emplace(snapshot.generation_path);
    handle.generation_path = snapshot.generation_path;
  } else if (handle.stale || handle.database.get_revision() < snapshot.revision) {
    handle.database.reopen();
    handle.articles.emplace(snapshot.generation_path);
  }
  handle.stale = false;
}

}  // namespace

// Delegating: the destructor gives the handle back even where renewing it throws.
HandlePool::Lease::Lease(HandlePool& pool, std::unique_ptr<Handle> handle, const Snapshot& snapshot)
    : Lease(pool, std::move(handle)) {
  renew(*handle_, snapshot);
}

HandlePool::Lease::~Lease() {
  handle_->stale = handle_->stale || std::uncaught_exceptions() > 0;
  pool_.give_back(std::move(handle_));
}

HandlePool::Lease HandlePool::lend(const Snapshot& snapshot,
                                   std::chrono::steady_clock::time_point deadline) {
  std::unique_ptr<Handle> handle;
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_until(lock, deadline, [this] { return free_places_ > 0; })) {
      throw Unavailable("Too many searches at once; try again in a moment.");
    }
    --free_places_;
    if (!idle_.empty()) {
      handle = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!handle) {
    handle = std::make_unique<Handle>();
  }
  return {*this, std::move(handle), snapshot};
}

void HandlePool::give_back(std::unique_ptr<Handle> handle) {
  {
    const std::lock_guard lock(mutex_);
    ++free_places_;
    idle_.push_back(std::move(handle));
  }
  freed_.notify_one();
}

}  // namespace vigie
