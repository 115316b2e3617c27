#include "indexer/commands/interrupt.h"

#include <csignal>

namespace vigie {

namespace {

volatile std::sig_atomic_t signal_seen = 0;

extern "C" void remember_signal(int /*number*/) {
  signal_seen = 1;
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
  return signal_seen != 0;
}

}  // namespace vigie
