// By when a search has to be done.
//
// Any thread.
#pragma once

#include <chrono>
#include <stdexcept>

namespace vigie {

using Deadline = std::chrono::steady_clock::time_point;

/// The index cannot be read now (none there yet, being damaged, …), or the search took longer than
/// it may: HTTP 503.
class Unavailable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws Unavailable past the deadline.
inline void require_time(Deadline deadline) {
  if (std::chrono::steady_clock::now() > deadline) {
    throw Unavailable("The search took longer than it may; ask for less at once.");
  }
}

}  // namespace vigie
