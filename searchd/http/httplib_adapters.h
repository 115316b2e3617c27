// What cpp-httplib is given to work with instead of its own: a pool that knows who waits, a stream
// over a Connection. Included by http_server.cpp only, so that no other file depends on httplib.h.
#pragma once

#include <httplib.h>
#include <spdlog/spdlog.h>

#include <atomic>
#include <functional>
#include <string>
#include <utility>

#include "searchd/http/connection.h"
#include "searchd/http/http_message.h"

namespace vigie {

/// cpp-httplib's threads, with a count of the connections that wait for one.
class CountingPool : public httplib::TaskQueue {
 public:
  CountingPool(size_t threads, std::atomic<int>& waiting) : pool_(threads), waiting_(waiting) {}

  void enqueue(std::function<void()> task) override {
    ++waiting_;
    pool_.enqueue([this, task = std::move(task)] {
      --waiting_;
      task();
    });
  }
  void shutdown() override { pool_.shutdown(); }

 private:
  httplib::ThreadPool pool_;
  std::atomic<int>& waiting_;
};

/// A Connection as cpp-httplib sees one: a head to read, nothing after it, and somewhere to write
/// to.
class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(Connection& connection) : connection_(connection) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    return static_cast<ssize_t>(connection_.take_head(to, size));
  }
  ssize_t write(const char* bytes, size_t size) override {
    return connection_.write({bytes, size}) ? static_cast<ssize_t>(size) : -1;
  }
  void get_remote_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  void get_local_ip_and_port(std::string& /*ip*/, int& /*port*/) const override {}
  // Only compared with select()'s limit, which poll() does not have.
  socket_t socket() const override { return 0; }

 private:
  Connection& connection_;
};

/// Sends every piece of `reply` in one call, so that stopping the server does not cut an answer
/// under way. False where the client has left. Throws as the pieces do.
inline bool send_pieces(HttpReply& reply, httplib::DataSink& sink) {
  std::string piece;
  while (reply.next_piece(piece)) {
    if (!piece.empty() && !sink.write(piece.data(), piece.size())) {
      return false;
    }
    reply.streamed_bytes += piece.size();
  }
  sink.done();
  return true;
}

/// The same where what fails is logged and breaks the transfer off.
inline bool send_or_break_off(HttpReply& reply, httplib::DataSink& sink) {
  try {
    return send_pieces(reply, sink);
  } catch (const std::exception& error) {
    spdlog::warn("msg=\"answer broken off\" error=\"{}\"", error.what());
    return false;
  }
}

}  // namespace vigie
