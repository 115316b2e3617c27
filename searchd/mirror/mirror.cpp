#include "searchd/mirror/mirror.h"

#include <malloc.h>

#include <utility>

#include "searchd/mirror/snapshot_builder.h"

namespace vigie {

namespace {

constexpr std::chrono::milliseconds kLookEvery{40};

}  // namespace

/// A generation being mirrored or built: its database and, while it is being built, the promise of
/// its base.
struct Mirror::Generation {
  std::string path;
  Xapian::Database database;
  std::future<std::shared_ptr<const Snapshot>> built;
};

Mirror::Mirror(IndexDirectory directory, uint64_t cache_bytes)
    : directory_(std::move(directory)), cache_bytes_(cache_bytes), thread_([this] { run(); }) {}

Mirror::~Mirror() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (building_) {
    building_->built.wait();
  }
  if (warmer_.joinable()) {
    warmer_.join();
  }
}

std::shared_ptr<const Snapshot> Mirror::snapshot() const {
  const std::lock_guard lock(mutex_);
  return snapshot_;
}

std::string Mirror::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

std::shared_ptr<const Snapshot> Mirror::newer(const std::shared_ptr<const Snapshot>& than,
                                              std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, patience, [&] { return stop_ || (snapshot_ && snapshot_ != than); });
  return snapshot_;
}

bool Mirror::stopping() const {
  const std::lock_guard lock(mutex_);
  return stop_;
}

void Mirror::set_problem(const std::string& problem) {
  const std::lock_guard lock(mutex_);
  problem_ = problem;
}

void Mirror::publish(std::shared_ptr<const Snapshot> next) {
  {
    const std::lock_guard lock(mutex_);
    snapshot_.swap(next);
    problem_.clear();
  }
  changed_.notify_all();
  // The old snapshot, now in `next`, is let go outside the lock: it may be the last hold on it.
}

void Mirror::run() {
  while (!stopping()) {
    try {
      look();
    } catch (const Xapian::DatabaseModifiedError&) {
      // Two commits came while it was read; the next look starts from the newest.
      set_problem("");
    } catch (const Xapian::Error& error) {
      set_problem("The index cannot be read: " + error.get_msg());
    } catch (const IndexError& error) {
      set_problem(error.what());
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kLookEvery, [this] { return stop_; });
  }
}

void Mirror::look() {
  if (building_ &&
      building_->built.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
    take_build();
  }
  const std::string path = directory_.generation_path(directory_.current_generation());
  if (!building_ && (!current_ || current_->path != path)) {
    start_build(path);
  }
  if (current_ && current_->path == path) {
    catch_up();
  }
}

void Mirror::start_build(const std::string& path) {
  auto generation = std::make_unique<Generation>();
  generation->path = path;
  generation->database = Xapian::Database(path);
  require_version(generation->database, directory_.path);
  generation->built = std::async(std::launch::async, [path, cache_bytes = cache_bytes_] {
    Xapian::Database database(path);
    return build_snapshot(database, path, cache_bytes);
  });
  building_ = std::move(generation);
}

void Mirror::take_build() {
  const std::unique_ptr<Generation> done = std::exchange(building_, nullptr);
  const std::shared_ptr<const Snapshot> base = done->built.get();
  done->database.reopen();
  auto next = extend_snapshot(*base, done->database);
  publish(next);
  current_ = std::make_unique<Generation>();
  current_->path = done->path;
  current_->database = done->database;
  start_warming(next);
  // The base before and what building this one took are free by now, but each in its thread's heap.
  malloc_trim(0);
}

void Mirror::start_warming(const std::shared_ptr<const Snapshot>& snapshot) {
  if (warmer_.joinable()) {
    stop_warming_ = true;
    warmer_.join();
    stop_warming_ = false;
  }
  warmer_ = std::thread([this, snapshot] { run_warming(*snapshot); });
}

void Mirror::run_warming(const Snapshot& snapshot) {
  try {
    Xapian::Database database(snapshot.generation_path);
    warm(snapshot, database, cache_bytes_ / 2, [this] { return stop_warming_ || stopping(); });
  } catch (const Xapian::Error&) {
    // Only warmth is lost; whoever needs these postings reads them then, and is told what is wrong.
  }
}

void Mirror::catch_up() {
  const std::shared_ptr<const Snapshot> last = snapshot();
  if (!current_->database.reopen() && last->revision == current_->database.get_revision()) {
    return;
  }
  publish(extend_snapshot(*last, current_->database));
  if (!building_ && is_base_due(*snapshot())) {
    start_build(current_->path);
  }
}

}  // namespace vigie
