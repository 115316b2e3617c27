// Searches while another writes: adds, bulk adds, compacts, rebuilds. Nothing fails, and what is
// committed is found at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <iostream>
#include <list>
#include <mutex>
#include <nlohmann/json.hpp>

#include "indexer/writer.h"
#include "tests/http/json_schema.h"
#include "tests/http/test_server.h"

namespace vigie {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

class Concurrency : public testing::Test {
 protected:
  Concurrency() {
    add_to_index(index_, sample_articles());
    add_to_index(index_, many_articles(500));
    server_ = std::make_unique<TestServer>(index_);
    server_->wait_until_ready();
  }

  /// Asks for everything over and over until told to stop; keeps what is wrong.
  void hammer() {
    constexpr std::pair<const char*, const char*> kRequests[] = {
        {"/api/v1/search", "/api/v1/search?q=drones"},
        {"/api/v1/search", "/api/v1/search?q=%22drones+de+combat%22&language=fr"},
        {"/api/v1/search", "/api/v1/search?sort=oldest&per_page=100"},
        {"/api/v1/search", "/api/v1/search?q=export&page=5&match=any"},
        {"/api/v1/search", "/api/v1/search?q=expor*+NOT+title:notice"},
        {"/api/v1/suggest", "/api/v1/suggest?q=dro"},
        {"/api/v1/articles/{id}", "/api/v1/articles/drone-fr?q=drone"},
        {"/api/v1/articles/{id}/similar", "/api/v1/articles/drone-fr/similar"},
    };
    while (!stop_) {
      for (const auto& [path, target] : kRequests) {
        // One in two made anew; the other may be one that is kept.
        const HeaderList anew = {{"Cache-Control", "no-cache"}};
        const Answer answer = server_->get(target, requests_ % 2 == 0 ? anew : HeaderList{});
        const std::string errors = answer.status == 200 ? answer_errors(path, 200, answer.body)
                                                        : "status " + std::to_string(answer.status);
        ++requests_;
        if (!errors.empty()) {
          const std::lock_guard lock(mutex_);
          failures_.push_back(std::string(target) + ": " + errors + answer.body.substr(0, 300));
        }
      }
    }
  }

  uint64_t total(const std::string& q) {
    const Answer answer = server_->get("/api/v1/search?facets=none&q=" + q);
    return nlohmann::json::parse(answer.body, nullptr, false).value("total", uint64_t{0});
  }

  /// How long after its commit an article is found.
  milliseconds freshness(const std::string& word) {
    add_to_index(index_,
                 {article("fresh-" + word, "Nouvelle " + word, "Un article sur " + word + ".")});
    const auto committed = Clock::now();
    EXPECT_TRUE(eventually([this, &word] { return total(word) == 1; })) << word;
    return std::chrono::duration_cast<milliseconds>(Clock::now() - committed);
  }

  tests::TempDir folder_;
  const std::string index_ = folder_.in("index");
  std::unique_ptr<TestServer> server_;
  std::atomic<bool> stop_{false};
  std::atomic<int> requests_{0};
  std::mutex mutex_;
  std::vector<std::string> failures_;
};

TEST_F(Concurrency, NothingFailsWhileTheIndexIsWritten) {
  std::list<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([this] { hammer(); });
  }
  milliseconds slowest{0};
  for (const char* word : {"zorglub", "quetzal", "xylophone"}) {
    slowest = std::max(slowest, freshness(word));
  }
  add_to_index(index_, many_articles(3000));
  {
    IndexWriter writer(IndexDirectory{index_}, {});
    writer.compact();
    writer.remove({"n-1", "n-2", "drone-en"});
    writer.rebuild(1, std::nullopt, [](uint64_t, uint64_t) {});
  }
  slowest = std::max(slowest, freshness("wombat"));
  EXPECT_TRUE(eventually([this] { return total("export") == 2998; })) << total("export");
  stop_ = true;
  for (std::thread& reader : readers) {
    reader.join();
  }
  EXPECT_THAT(failures_, testing::IsEmpty());
  EXPECT_GE(requests_, 4 * 8) << "each reader went its round";
  std::cout << "found at the latest " << slowest.count() << " ms after the commit, " << requests_
            << " requests meanwhile\n";
  EXPECT_LT(slowest, milliseconds(1000));
}

TEST_F(Concurrency, AnEtagEndsWithItsRevision) {
  const std::string target = "/api/v1/search?q=drones";
  const std::string etag = server_->get(target).headers.at("etag");
  EXPECT_EQ(server_->get(target, {{"If-None-Match", etag}}).status, 304);
  add_to_index(index_, {article("new", "Encore des drones", "Des drones partout.")});
  EXPECT_TRUE(eventually([this, &target, &etag] {
    return server_->get(target, {{"If-None-Match", etag}}).status == 200;
  }));
}

}  // namespace
}  // namespace vigie
