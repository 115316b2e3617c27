// A server whose index is not there yet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/http/json_schema.h"
#include "tests/http/test_server.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Unavailable, WithoutAnIndexTheServerSaysWhatToDoThenFindsIt) {
  const tests::TempDir folder;
  TestServer server(folder.in("index"));
  EXPECT_EQ(server.get("/healthz").status, 200);
  EXPECT_EQ(server.get("/metrics").status, 200);
  EXPECT_THAT(server.get("/readyz").body, Not(HasSubstr("\"detail\":\"\"")));
  EXPECT_TRUE(eventually([&server] {  // it has looked for an index
    return server.get("/readyz").body.find("indexer add") != std::string::npos;
  }));
  for (const char* target : {"/readyz", "/api/v1/search?q=drone", "/api/v1/articles/a",
                             "/api/v1/articles/a/similar", "/api/v1/search.csv"}) {
    const Answer answer = server.get(target);
    EXPECT_EQ(answer.status, 503) << target << answer.body;
    EXPECT_THAT(answer.body, HasSubstr("indexer add")) << target;
    EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json");
    EXPECT_EQ(answer.headers.at("retry-after"), "1") << target;
  }
  add_to_index(folder.in("index"), sample_articles());
  EXPECT_TRUE(eventually([&server] { return server.get("/readyz").status == 200; }));
  EXPECT_EQ(answer_errors("/readyz", 200, server.get("/readyz").body), "");
  EXPECT_EQ(server.get("/api/v1/search?q=drone").status, 200);
}

}  // namespace
}  // namespace vigie
