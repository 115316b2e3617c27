#include "indexer/commands/interrupt.h"

#include <atomic>
#include <csignal>

namespace vigie {

namespace {

/// Set in a handler and read by several threads: lock-free.
std::atomic<bool> signal_seen = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void remember_signal(int /*number*/) {
  signal_seen = true;
}

}  // namespace

void take_interrupts() {
  struct sigaction action {};
  action.sa_handler = remember_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
  return signal_seen;
}

}  // namespace vigie
