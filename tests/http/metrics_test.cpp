#include "searchd/http/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "searchd/http/request_log.h"
#include "tests/http/test_server.h"

namespace vigie {
namespace {

using testing::HasSubstr;

TEST(Metrics, TellWhatWasCounted) {
  Metrics metrics;
  metrics.count_request("search", 200, 0.0004);
  metrics.count_request("search", 200, 0.2);
  metrics.count_request("search", 400, 0.0004);
  metrics.observe_steps({0.1, 2, 30, 0.01});
  EngineStatus status;
  status.ready = true;
  status.index.articles = 42;
  status.index.revision = 7;
  status.index_bytes = 1000;
  status.mirror_bytes = 500;
  status.postings_hits = 9;
  status.postings_misses = 4;
  status.updated_epoch_seconds = 1'000'000;
  const std::chrono::system_clock::time_point now{std::chrono::seconds(1'000'060)};
  AnswersKept kept{600, 5, 6};
  metrics.text(status, kept, now);
  status.postings_hits = 12;
  kept.hits = 8;
  const std::string text = metrics.text(status, kept, now);
  for (const char* line : {
           "vigie_http_requests_total{route=\"search\",status=\"200\"} 2\n",
           "vigie_http_requests_total{route=\"search\",status=\"400\"} 1\n",
           "vigie_http_request_duration_seconds_count{route=\"search\"} 3\n",
           "vigie_http_request_duration_seconds_bucket{route=\"search\",le=\"0.0005\"} 2\n",
           "vigie_search_step_duration_seconds_count{step=\"match\"} 1\n",
           "vigie_search_step_duration_seconds_bucket{step=\"order\",le=\"0.001\"} 0\n",
           "vigie_search_step_duration_seconds_bucket{step=\"order\",le=\"0.0025\"} 1\n",
           "vigie_search_step_duration_seconds_count{step=\"count\"} 1\n",
           "vigie_search_step_duration_seconds_count{step=\"show\"} 1\n",
           "vigie_ready 1\n",
           "vigie_index_articles 42\n",
           "vigie_index_bytes 1000\n",
           "vigie_index_age_seconds 60\n",
           "vigie_index_revision 7\n",
           "vigie_mirror_bytes 500\n",
           "vigie_postings_hits_total 12\n",
           "vigie_postings_misses_total 4\n",
           "vigie_answers_bytes 600\n",
           "vigie_answers_hits_total 8\n",
           "vigie_answers_misses_total 6\n",
       }) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST(Metrics, OfARealServer) {
  const tests::TempDir folder;
  add_to_index(folder.in("index"), sample_articles());
  TestServer server(folder.in("index"));
  server.wait_until_ready();
  server.get("/api/v1/search?q=drones");
  server.get("/api/v1/search?nope=1");
  server.get("/api/v1/articles/drone-fr");
  server.get("/api/v1/articles/drone-fr/similar");
  server.get("/some/thing");
  const std::vector<std::string> lines = {
      "vigie_http_requests_total{route=\"search\",status=\"200\"} 1\n",
      "vigie_http_requests_total{route=\"search\",status=\"400\"} 1\n",
      "vigie_http_requests_total{route=\"article\",status=\"200\"} 1\n",
      "vigie_http_requests_total{route=\"similar\",status=\"200\"} 1\n",
      "vigie_http_requests_total{route=\"other\",status=\"404\"} 1\n",
      "vigie_search_step_duration_seconds_count{step=\"show\"} 1\n",
      "vigie_index_articles 6\n",
      "vigie_ready 1\n",
  };
  // A request is counted once its answer is sent: its client may ask for the counts before that.
  Answer answer;
  eventually([&] {
    answer = server.get("/metrics");
    return std::all_of(lines.begin(), lines.end(), [&answer](const std::string& line) {
      return answer.body.find(line) != std::string::npos;
    });
  });
  EXPECT_EQ(answer.headers.at("content-type"), "text/plain; version=0.0.4; charset=utf-8");
  for (const std::string& line : lines) {
    EXPECT_THAT(answer.body, HasSubstr(line));
  }
}

TEST(RequestLog, KeepsATargetOnItsLine) {
  const struct {
    const char* target;
    bool with_parameters;
    const char* logged;
  } cases[] = {
      {"/api/v1/search?q=secret", false, "/api/v1/search"},
      {"/api/v1/search?q=secret", true, "/api/v1/search?q=secret"},
      {"/a\nlevel=error msg=\"x\"", true, "/a%0Alevel=error%20msg=%22x%22"},
      {"/é\\", true, "/%C3%A9%5C"},
  };
  for (const auto& [target, with_parameters, logged] : cases) {
    EXPECT_EQ(loggable_target(target, with_parameters), logged);
  }
  EXPECT_LE(loggable_target(std::string(8000, 'a'), true).size(), 1000U);
}

}  // namespace
}  // namespace vigie
