// The server: an address and a port, threads, and Routes behind them. bind(), run() and the rest
// are for one thread; stop() may be called from any.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

#include "searchd/search/engine.h"

namespace vigie {

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 8080;        ///< 0: any free one
  unsigned threads = 64;  ///< each holds one connection; searches at once are bounded by the engine
  std::string web_folder;  ///< empty: no page
};

/// Why the server cannot listen, in one sentence with the remedy.
class ListenError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class HttpServer {
 public:
  /// `engine` must outlive the server.
  HttpServer(Engine& engine, ServerOptions options);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Takes the address and returns the port; from now on connections queue. Throws ListenError.
  int bind();

  /// Answers until stop(), then finishes the requests under way and returns. Requires a bind()
  /// before. False where it ended by itself, for an error of the listening socket.
  bool run();

  /// Ends run(), also one that is yet to begin. Idle connections are closed at once.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
