// A real server over a real index, each in its own place: a temporary folder, a loopback port.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "indexer/article.h"
#include "searchd/http/http_server.h"
#include "searchd/search/engine.h"
#include "tests/support/temp_dir.h"

namespace vigie {

/// An article of the tests: what is not given is made up.
Article article(const std::string& id, const std::string& title, const std::string& body);

/// Six articles in both languages, with every field and with none.
std::vector<Article> sample_articles();

/// `count` short articles "n-0", "n-1", … that all hold the word "export".
std::vector<Article> many_articles(size_t count);

/// Adds `articles` to the index in `path` with the real writer.
void add_to_index(const std::string& path, const std::vector<Article>& articles);

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct Answer {
  int status = 0;  ///< 0: no answer
  std::string body;
  std::map<std::string, std::string> headers;  ///< names in lower case
};

class TestServer {
 public:
  explicit TestServer(const std::string& index_path, ServerOptions options = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  int port() const { return port_; }
  Engine& engine() { return *engine_; }
  void wait_until_ready();
  /// Stops the server and waits for its end.
  void stop();

  /// One request on a connection of its own. Bodies are as sent: never decompressed.
  Answer get(const std::string& target, const HeaderList& headers = {}) const;
  Answer head(const std::string& target) const;
  Answer options(const std::string& target) const;

 private:
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
  int port_ = 0;
};

/// A server over an index of `articles`, ready.
struct IndexedServer {
  explicit IndexedServer(const std::vector<Article>& articles);

  tests::TempDir folder;
  TestServer server;
};

/// A socket to `port` on the loopback, for what no client library would send.
class RawClient {
 public:
  explicit RawClient(int port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// False where the server has closed.
  bool send(const std::string& bytes) const;
  /// What comes until the server closes or `limit` passes.
  std::string receive_all(std::chrono::milliseconds limit = std::chrono::seconds(10)) const;
  /// What comes until it holds `end`, the server closes or `limit` passes.
  std::string receive_until(const std::string& end,
                            std::chrono::milliseconds limit = std::chrono::seconds(10)) const;

 private:
  int socket_;
};

/// Asks `holds` until it does or `limit` passes; whether it did.
bool eventually(const std::function<bool()>& holds,
                std::chrono::milliseconds limit = std::chrono::seconds(10));

}  // namespace vigie
