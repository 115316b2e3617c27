// How long an answer took. For one thread.
#pragma once

#include <chrono>

namespace vigie {

class Stopwatch {
 public:
  /// Since it was made.
  double milliseconds() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start_)
        .count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace vigie
