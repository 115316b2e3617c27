// The mirror: keeps the newest snapshot of an index that another process writes.
//
// A thread of its own notices a commit or a new generation within some 50 ms, makes the next
// snapshot beside the current one and swaps one pointer; requests in flight finish on theirs. Large
// snapshots (at start, of a new generation, when the tail has grown) are built on a second thread,
// so that commits stay visible meanwhile. All public functions are safe from any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/index_directory.h"
#include "searchd/mirror/snapshot.h"

namespace vigie {

class Mirror {
 public:
  Mirror(IndexDirectory directory, uint64_t cache_bytes);
  ~Mirror();
  Mirror(const Mirror&) = delete;
  Mirror& operator=(const Mirror&) = delete;

  /// The newest snapshot; null while there is none yet (no index, or the first being built).
  std::shared_ptr<const Snapshot> snapshot() const;

  /// Why there is no snapshot, or why it is not being renewed: one sentence; empty where all is
  /// well.
  std::string problem() const;

  /// Waits until there is a snapshot other than `than`, at most for `patience`; the newest in any
  /// case.
  std::shared_ptr<const Snapshot> newer(const std::shared_ptr<const Snapshot>& than,
                                        std::chrono::milliseconds patience) const;

 private:
  struct Generation;

  void run();
  void look();
  void start_build(const std::string& path);
  void take_build();
  void start_warming(const std::shared_ptr<const Snapshot>& snapshot);
  void run_warming(const Snapshot& snapshot);
  void catch_up();
  void publish(std::shared_ptr<const Snapshot> next);
  void set_problem(const std::string& problem);
  bool stopping() const;

  const IndexDirectory directory_;
  const uint64_t cache_bytes_;

  // The thread's own.
  std::unique_ptr<Generation> current_;
  std::unique_ptr<Generation> building_;
  std::thread warmer_;
  std::atomic<bool> stop_warming_{false};

  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  std::shared_ptr<const Snapshot> snapshot_;  // guarded by mutex_; shared: with requests
  std::string problem_;                       // guarded by mutex_
  bool stop_ = false;                         // guarded by mutex_

  std::thread thread_;
};

}  // namespace vigie
