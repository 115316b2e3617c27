// What the server counts, in Prometheus' text exposition. Any thread.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "searchd/search/answer.h"

namespace vigie {

/// What there is of whole answers in memory.
struct AnswersKept {
  uint64_t bytes = 0;
  uint64_t hits = 0;    ///< requests answered by one of them
  uint64_t misses = 0;  ///< that had to be answered anew
};

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  /// One request answered. `route` is one of the routes' own names, never text that a client chose.
  void count_request(const char* route, int status, double seconds);

  /// How long the steps of one search took.
  void observe_steps(const StepTimes& steps);

  /// The exposition; what belongs to the index is as in `engine` now, as `answers` are.
  std::string text(const EngineStatus& engine, const AnswersKept& answers,
                   std::chrono::system_clock::time_point now);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
