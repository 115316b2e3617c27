// The writers' lock: one writer at a time, across processes and within one. The kernel lets go of
// it when its holder dies, however it dies, so that a stale lock file locks nobody out. For one
// thread.
#pragma once

#include <functional>
#include <string>

#include "indexer/index_directory.h"

namespace vigie {

class WriterLock {
 public:
  /// Locks `directory`, which must be there. Where another writer holds it, asks `keep_waiting` ten
  /// times a second until that one is done or the answer is no; then throws IndexError with its
  /// process id. Throws IndexError where the lock file cannot be written.
  WriterLock(const IndexDirectory& directory, const std::function<bool()>& keep_waiting);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  void lock_file(const IndexDirectory& directory, const std::function<bool()>& keep_waiting);

  int descriptor_ = -1;
};

}  // namespace vigie
