#include "searchd/http/static_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/http/test_server.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Page : public testing::Test {
 protected:
  Page() {
    folder_.write("web/index.html", "<!doctype html><title>Vigie</title>");
    folder_.write("web/js/app.js", "// é\n" + std::string(3000, 'a'));
    folder_.write("web/css/page.css", "a{}");
    folder_.write("web/logo.svg", "<svg/>");
    folder_.write("web/data.bin", std::string("\0\1", 2));
    folder_.write("web/.hidden", "secret");
    folder_.write("web/.git/config", "secret");
    folder_.write("secret.txt", "secret");
    ServerOptions options;
    options.web_folder = folder_.in("web");
    server_ = std::make_unique<TestServer>(folder_.in("index"), options);
  }

  tests::TempDir folder_;
  std::unique_ptr<TestServer> server_;
};

TEST_F(Page, FilesHaveTheirTypesAndStrictHeaders) {
  const struct {
    const char* target;
    const char* type;
  } cases[] = {{"/", "text/html; charset=utf-8"},
               {"/?q=drone&article=x", "text/html; charset=utf-8"},
               {"/?q=%zz", "text/html; charset=utf-8"},
               {"/index.html", "text/html; charset=utf-8"},
               {"/js/app.js", "text/javascript; charset=utf-8"},
               {"/css/page.css", "text/css; charset=utf-8"},
               {"/logo.svg", "image/svg+xml"},
               {"/data.bin", "application/octet-stream"}};
  for (const auto& [target, type] : cases) {
    const Answer answer = server_->get(target);
    EXPECT_EQ(answer.status, 200) << target;
    EXPECT_EQ(answer.headers.at("content-type"), type) << target;
    EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff");
    EXPECT_EQ(answer.headers.at("cache-control"), "no-cache");
    const std::string& policy = answer.headers.at("content-security-policy");
    EXPECT_THAT(policy, StartsWith("default-src 'self'"));
    EXPECT_THAT(policy, testing::Not(HasSubstr("unsafe-inline")));
    EXPECT_EQ(server_->head(target).headers.at("content-length"),
              std::to_string(answer.body.size()));
  }
}

TEST_F(Page, NothingElseIsServed) {
  for (const char* target : {"/nope.html", "/js", "/js/", "/.hidden", "/.git/config",
                             "/../secret.txt", "/%2e%2e/secret.txt", "/js/../../secret.txt",
                             "/..%2fsecret.txt", "/js/%2e%2e/%2e%2e/secret.txt", "//etc/passwd",
                             "/js//app.js", "/index.html/", "/js%5capp.js"}) {
    const Answer answer = server_->get(target);
    EXPECT_EQ(answer.status, 404) << target;
    EXPECT_THAT(answer.body, testing::Not(HasSubstr("secret"))) << target;
  }
  EXPECT_EQ(server_->get("/js/app.js%00.html").status, 400);
}

TEST_F(Page, UnchangedFilesAreNotModified) {
  const std::string etag = server_->get("/js/app.js").headers.at("etag");
  EXPECT_EQ(server_->get("/js/app.js", {{"If-None-Match", etag}}).status, 304);
  folder_.write("web/js/app.js", "changed");
  const Answer changed = server_->get("/js/app.js", {{"If-None-Match", etag}});
  EXPECT_EQ(changed.status, 200);
  EXPECT_EQ(changed.body, "changed");
}

TEST_F(Page, IsCompressed) {
  const Answer answer = server_->get("/js/app.js", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(answer.headers.at("content-encoding"), "gzip");
  EXPECT_LT(answer.body.size(), 200U);
  EXPECT_EQ(answer.headers.at("content-length"), std::to_string(answer.body.size()));
  EXPECT_EQ(server_->get("/css/page.css", {{"Accept-Encoding", "gzip, br"}}).body, "a{}");
}

}  // namespace
}  // namespace vigie
