#include "searchd/http/http_server.h"

#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include "searchd/http/connection.h"
#include "searchd/http/httplib_adapters.h"
#include "searchd/http/replies.h"
#include "searchd/http/request_log.h"
#include "searchd/http/routes.h"

namespace vigie {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds kKeepAlive{5000};
constexpr milliseconds kHeadTime{5000};
constexpr time_t kKeepAliveSeconds = 5;
constexpr time_t kWriteSeconds = 5;
constexpr size_t kRequestsPerConnection = 100000;
/// After so many a busy connection gives way, where others wait.
constexpr unsigned kFairShare = 100;
/// The library's own is 5: a browser's and its neighbours' connections would wait for a second SYN.
constexpr int kBacklog = 512;

/// What is known of the request that this thread is answering. The library's callbacks have no
/// other way to it.
struct Exchange {
  HttpRequest request;
  HttpReply reply;
  bool http_1_0 = false;
  bool answered = false;
};
thread_local Exchange* current_exchange = nullptr;

/// Takes from `request` what the routes need, and hides from the library what it would act on: it
/// would compress the answer with brotli's slowest setting, send a thousand ranges of it, and ask
/// for a body that nobody reads.
void take_request(httplib::Request& request, Exchange& exchange) {
  HttpRequest& out = exchange.request;
  exchange.http_1_0 = request.version == "HTTP/1.0";
  out.method = request.method;
  out.host = request.get_header_value("Host");
  out.forwarded_proto = request.get_header_value("X-Forwarded-Proto");
  out.if_none_match = request.get_header_value("If-None-Match");
  out.accept_encoding = request.get_header_value("Accept-Encoding");
  out.no_cache = request.get_header_value("Cache-Control").find("no-cache") != std::string::npos;
  out.ranges = request.ranges.size();
  const std::string length = request.get_header_value("Content-Length");
  out.has_body = request.has_header("Transfer-Encoding") || (!length.empty() && length != "0");
  request.headers.erase("Accept-Encoding");
  request.headers.erase("Expect");
  request.ranges.clear();
}

void put_reply(Exchange& exchange, httplib::Response& response) {
  HttpReply& reply = exchange.reply;
  exchange.answered = true;
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) {
    response.set_header(name, value);
  }
  response.set_header("Date", http_date());
  response.set_header("Accept-Ranges", "none");
  // The exchange outlives the response: see serve_one().
  const auto pieces = [&reply](size_t, httplib::DataSink& sink) {
    return send_or_break_off(reply, sink);
  };
  if (reply.next_piece && exchange.http_1_0) {
    reply.close = true;
    response.set_content_provider(reply.content_type, pieces);
  } else if (reply.next_piece) {
    response.set_chunked_content_provider(reply.content_type, pieces);
  } else if (!reply.body.empty()) {
    response.set_content(reply.body, reply.content_type);
  }
  if (reply.close) {
    response.set_header("Connection", "close");
  }
}

/// The library's server with our connections: its parsing, routing and writing; our waiting, bounds
/// and closing.
class Listener : public httplib::Server {
 public:
  Listener(Routes& routes, Metrics& metrics, unsigned threads);
  ~Listener() override { close(stop_event_); }

  int bind(const std::string& address, int port);
  void stop_listening();
  bool stopping() const { return stopping_; }

 private:
  /// Whether connections wait though every thread has one: those just being handed over do not
  /// count.
  bool crowded() const { return waiting_ > 0 && busy_ >= threads_; }
  bool process_and_close_socket(socket_t socket) override;
  bool serve_one(Connection& connection, const std::string& peer, unsigned served);
  HandlerResponse answer(httplib::Response& response);
  static HandlerResponse answer_refused(httplib::Response& response);

  Routes& routes_;
  Metrics& metrics_;
  const int stop_event_ = eventfd(0, EFD_CLOEXEC);
  const int threads_;
  std::atomic<int> waiting_{0};
  std::atomic<int> busy_{0};
  std::atomic<bool> stopping_{false};
};

Listener::Listener(Routes& routes, Metrics& metrics, unsigned threads)
    : routes_(routes), metrics_(metrics), threads_(static_cast<int>(threads)) {
  new_task_queue = [this, threads] { return new CountingPool(threads, waiting_); };
  // Without it, a second server on the same port would start and take half of the connections.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  // An answer goes out in two writes; Nagle's algorithm would hold back the second for 40 ms.
  set_tcp_nodelay(true);
  set_keep_alive_max_count(kRequestsPerConnection);
  set_keep_alive_timeout(kKeepAliveSeconds);
  set_write_timeout(kWriteSeconds);
  set_pre_routing_handler(
      [this](const httplib::Request&, httplib::Response& response) { return answer(response); });
  set_error_handler(HandlerWithResponse([](const httplib::Request&, httplib::Response& response) {
    return answer_refused(response);
  }));
  set_exception_handler([](const httplib::Request&, httplib::Response& response,
                           const std::exception_ptr&) { response.status = 500; });
  set_post_routing_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.status == 204 || response.status == 304) {
      response.headers.erase("Content-Length");
    }
    if (response.has_header("Connection")) {
      response.headers.erase("Keep-Alive");
      response.headers.erase("Connection");  // ours and the library's
      response.set_header("Connection", "close");
    }
  });
}

int Listener::bind(const std::string& address, int port) {
  errno = 0;
  const int bound =
      port == 0 ? bind_to_any_port(address) : (bind_to_port(address, port) ? port : -1);
  if (bound > 0) {
    ::listen(svr_sock_, kBacklog);
    return bound;
  }
  const char* why = errno == 0 ? "no such address" : std::strerror(errno);
  throw ListenError("Cannot listen on " + address + " port " + std::to_string(port) + " (" +
                    (errno == EADDRINUSE ? "in use by another program" : why) +
                    "); choose another --address or --port.");
}

void Listener::stop_listening() {
  stopping_ = true;
  // Wakes every idle connection, and stays readable for those that are yet to wait.
  eventfd_write(stop_event_, 1);
  // Not stop(), which does nothing where the accept loop has yet to begin.
  const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
  if (socket != INVALID_SOCKET) {
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
  }
}

bool Listener::process_and_close_socket(socket_t socket) {
  Connection connection(socket, stop_event_);
  const std::string peer = connection.peer();
  unsigned served = 0;
  ++busy_;
  while (connection.wait_for_request(kKeepAlive, [this] { return crowded(); }) &&
         serve_one(connection, peer, served)) {
    ++served;
  }
  --busy_;
  return true;
}

/// Reads one request and answers it. False where the connection is to be closed.
bool Listener::serve_one(Connection& connection, const std::string& peer, unsigned served) {
  Exchange exchange;
  const Connection::Head head = connection.read_head(kHeadTime, [this] { return crowded(); });
  const auto start = Connection::Clock::now();
  if (head == Connection::Head::kGone) {
    return false;
  }
  bool open = false;
  if (head == Connection::Head::kWhole) {
    current_exchange = &exchange;
    exchange.request.target = connection.target();
    ConnectionStream stream(connection);
    const bool last = stopping_ || (served >= kFairShare && crowded());
    const auto keep = [&](httplib::Request& request) { take_request(request, exchange); };
    bool closed = false;
    open = process_request(stream, last, closed, keep) && connection.flush() && !last && !closed &&
           !exchange.reply.close;
    current_exchange = nullptr;
  } else {
    exchange.request.method = "-";
    exchange.reply = refused_head(head);
    connection.write(raw_reply(exchange.reply));
  }
  const std::chrono::duration<double> took = Connection::Clock::now() - start;
  metrics_.count_request(exchange.reply.route, exchange.reply.status, took.count());
  log_request(exchange.request, exchange.reply, peer, took.count());
  if (exchange.reply.close) {
    connection.drain();
  }
  return open;
}

httplib::Server::HandlerResponse Listener::answer(httplib::Response& response) {
  Exchange& exchange = *current_exchange;
  exchange.reply = routes_.answer(exchange.request);
  put_reply(exchange, response);
  return HandlerResponse::Handled;
}

/// What the library refused itself, before routing.
httplib::Server::HandlerResponse Listener::answer_refused(httplib::Response& response) {
  Exchange& exchange = *current_exchange;
  if (exchange.answered) {
    return HandlerResponse::Unhandled;
  }
  exchange.reply =
      problem_reply({response.status, "This is not a request that HTTP/1.1 knows.", ""});
  exchange.reply.close = true;
  add_common_headers(exchange.reply, false);
  put_reply(exchange, response);
  return HandlerResponse::Handled;
}

}  // namespace

struct HttpServer::State {
  State(Engine& engine, ServerOptions given)
      : options(std::move(given)),
        routes(engine, metrics, options.web_folder),
        listener(routes, metrics, options.threads) {}

  const ServerOptions options;
  Metrics metrics;
  Routes routes;
  Listener listener;
};

HttpServer::HttpServer(Engine& engine, ServerOptions options)
    : state_(std::make_unique<State>(engine, std::move(options))) {}

HttpServer::~HttpServer() {
  stop();
}

int HttpServer::bind() {
  return state_->listener.bind(state_->options.address, state_->options.port);
}

bool HttpServer::run() {
  state_->listener.listen_after_bind();
  return state_->listener.stopping();
}

void HttpServer::stop() {
  state_->listener.stop_listening();
}

}  // namespace vigie
