// Answers that are given again: the same to the byte, and never after the index has changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/http/test_server.h"

namespace vigie {
namespace {

using testing::HasSubstr;

constexpr const char* kSearch = "/api/v1/search?q=export&per_page=20";

class KeptAnswers : public testing::Test {
 protected:
  static bool is_kept(const Answer& answer) { return answer.headers.at("server-timing") == "kept"; }

  IndexedServer indexed_{many_articles(30)};
  TestServer& server_ = indexed_.server;
};

TEST_F(KeptAnswers, AreTheSameToTheByteAndCounted) {
  const Answer first = server_.get(kSearch);
  const Answer again = server_.get(kSearch);
  EXPECT_FALSE(is_kept(first)) << "nobody had asked before";
  EXPECT_TRUE(is_kept(again));
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(again.headers.at("etag"), first.headers.at("etag"));
  const std::string metrics = server_.get("/metrics").body;
  EXPECT_THAT(metrics, HasSubstr("vigie_answers_hits_total 1\n"));
  EXPECT_THAT(metrics, HasSubstr("vigie_answers_misses_total 1\n"));
}

TEST_F(KeptAnswers, AreMadeAnewWhereTheIndexHasChanged) {
  server_.get(kSearch);
  ASSERT_TRUE(is_kept(server_.get(kSearch)));
  add_to_index(indexed_.folder.in("index"), {article("new", "An export", "An export more.")});
  EXPECT_TRUE(eventually(
      [this] { return server_.get(kSearch).body.find("\"total\":31") != std::string::npos; }));
}

TEST_F(KeptAnswers, AreMadeAnewForWhoAsksForIt) {
  server_.get(kSearch);
  EXPECT_FALSE(is_kept(server_.get(kSearch, {{"Cache-Control", "no-cache"}})));
  EXPECT_TRUE(is_kept(server_.get(kSearch, {{"Cache-Control", "max-age=0"}})));
}

TEST_F(KeptAnswers, DifferByWhatTheClientTakesAndCallsTheServer) {
  const Answer plain = server_.get(kSearch);
  const Answer gzipped = server_.get(kSearch, {{"Accept-Encoding", "gzip"}});
  const Answer gzipped_again = server_.get(kSearch, {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(plain.headers.count("content-encoding"), 0U);
  EXPECT_FALSE(is_kept(gzipped));
  EXPECT_TRUE(is_kept(gzipped_again));
  EXPECT_EQ(gzipped_again.headers.at("content-encoding"), "gzip");
  EXPECT_EQ(gzipped_again.body, gzipped.body);
  const char* feed = "/api/v1/search.atom?q=export";
  EXPECT_THAT(server_.get(feed, {{"Host", "one.example"}}).body, HasSubstr("http://one.example/"));
  EXPECT_THAT(server_.get(feed, {{"Host", "two.example"}}).body, HasSubstr("http://two.example/"));
}

TEST_F(KeptAnswers, AreNoErrorsAndNoExports) {
  for (const char* target : {"/api/v1/search?page=0", "/api/v1/articles/none",
                             "/api/v1/search.csv?q=export", "/api/v1/search.jsonl?q=export"}) {
    const Answer first = server_.get(target);
    EXPECT_EQ(server_.get(target).body, first.body) << target;
  }
  EXPECT_THAT(server_.get("/metrics").body, HasSubstr("vigie_answers_hits_total 0\n"));
}

}  // namespace
}  // namespace vigie
