#include "searchd/http/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>
#include <sstream>

namespace vigie {

namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;
using prometheus::Registry;

/// In seconds: searches take from some tens of microseconds to a few milliseconds.
const Histogram::BucketBoundaries& duration_buckets() {
  static const Histogram::BucketBoundaries buckets = {0.00005, 0.0001, 0.00025, 0.0005, 0.001,
                                                      0.0025,  0.005,  0.01,    0.025,  0.05,
                                                      0.1,     0.25,   0.5,     1,      2.5};
  return buckets;
}

Gauge& gauge(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

Counter& counter(Registry& registry, const char* name, const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry).Add({});
}

Histogram& step(Family<Histogram>& steps, const char* name) {
  return steps.Add({{"step", name}}, duration_buckets());
}

}  // namespace

struct Metrics::State {
  Registry registry;
  Family<Counter>& requests = prometheus::BuildCounter()
                                  .Name("vigie_http_requests_total")
                                  .Help("Requests answered, by route and status.")
                                  .Register(registry);
  Family<Histogram>& durations = prometheus::BuildHistogram()
                                     .Name("vigie_http_request_duration_seconds")
                                     .Help("From a request's head read to its answer sent.")
                                     .Register(registry);
  Family<Histogram>& steps = prometheus::BuildHistogram()
                                 .Name("vigie_search_step_duration_seconds")
                                 .Help("The steps of a search: match, order, count, show.")
                                 .Register(registry);
  Histogram& match = step(steps, "match");
  Histogram& order = step(steps, "order");
  Histogram& count = step(steps, "count");
  Histogram& show = step(steps, "show");
  Gauge& ready = gauge(registry, "vigie_ready", "1 when searches can be answered.");
  Gauge& articles = gauge(registry, "vigie_index_articles", "Articles in the index.");
  Gauge& index_bytes = gauge(registry, "vigie_index_bytes", "Size of the index on disk.");
  Gauge& age = gauge(registry, "vigie_index_age_seconds", "Time since the index last changed.");
  Gauge& revision = gauge(registry, "vigie_index_revision", "The index's revision.");
  Gauge& mirror_bytes = gauge(registry, "vigie_mirror_bytes", "Memory held by the mirror.");
  Counter& hits = counter(registry, "vigie_postings_hits_total", "Postings found in memory.");
  Counter& misses =
      counter(registry, "vigie_postings_misses_total", "Postings that had to be read from disk.");
  Gauge& answer_bytes =
      gauge(registry, "vigie_answers_bytes", "Memory held by answers that are kept.");
  Counter& answer_hits =
      counter(registry, "vigie_answers_hits_total", "Requests given an answer that was kept.");
  Counter& answer_misses =
      counter(registry, "vigie_answers_misses_total", "Requests that were answered anew.");
  std::mutex
      scrape;  ///< the counters above follow the engine's: one scrape at a time moves them on
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::count_request(const char* route, int status, double seconds) {
  state_->requests.Add({{"route", route}, {"status", std::to_string(status)}}).Increment();
  state_->durations.Add({{"route", route}}, duration_buckets()).Observe(seconds);
}

void Metrics::observe_steps(const StepTimes& steps) {
  constexpr double kSecondsPerMillisecond = 0.001;
  state_->match.Observe(steps.match * kSecondsPerMillisecond);
  state_->order.Observe(steps.order * kSecondsPerMillisecond);
  state_->count.Observe(steps.count * kSecondsPerMillisecond);
  state_->show.Observe(steps.show * kSecondsPerMillisecond);
}

std::string Metrics::text(const EngineStatus& engine, const AnswersKept& answers,
                          std::chrono::system_clock::time_point now) {
  const std::lock_guard lock(state_->scrape);
  State& state = *state_;
  state.ready.Set(engine.ready ? 1 : 0);
  state.articles.Set(static_cast<double>(engine.index.articles));
  state.index_bytes.Set(static_cast<double>(engine.index_bytes));
  state.revision.Set(static_cast<double>(engine.index.revision));
  state.mirror_bytes.Set(static_cast<double>(engine.mirror_bytes));
  const int64_t seconds =
      std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  const bool dated = engine.updated_epoch_seconds > 0;
  state.age.Set(dated ? static_cast<double>(seconds - engine.updated_epoch_seconds) : 0);
  // A decrease, which Increment() passes over, is a mirror begun anew.
  state.hits.Increment(static_cast<double>(engine.postings_hits) - state.hits.Value());
  state.misses.Increment(static_cast<double>(engine.postings_misses) - state.misses.Value());
  state.answer_bytes.Set(static_cast<double>(answers.bytes));
  state.answer_hits.Increment(static_cast<double>(answers.hits) - state.answer_hits.Value());
  state.answer_misses.Increment(static_cast<double>(answers.misses) - state.answer_misses.Value());
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, state.registry.Collect());
  return out.str();
}

}  // namespace vigie
