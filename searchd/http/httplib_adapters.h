// What cpp-httplib is given to work with instead of its own: a pool that knows who waits, a stream
// over a Connection. Included by http_server.cpp only, so that no other file depends on httplib.h.
#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <string>
#include <utility>

#include "searchd/http/connection.h"

namespace vigie {

/// cpp-httplib's threads, with a count of the connections that wait for one.
class CountingPool : public httplib::ThreadPool {
 public:
  CountingPool(size_t threads, std::atomic<int>& waiting)
      : httplib::ThreadPool(threads), waiting_(waiting) {}

  // Returns void, or whether there was room, depending on the library's version.
  auto enqueue(std::function<void()> task)
      -> decltype(std::declval<httplib::ThreadPool&>().enqueue(task)) override {
    ++waiting_;
    return httplib::ThreadPool::enqueue([this, task = std::move(task)] {
      --waiting_;
      task();
    });
  }

 private:
  std::atomic<int>& waiting_;
};

/// A Connection as cpp-httplib sees one: a head to read, nothing after it, and somewhere to write
/// to. The members that are not marked override are later versions' and override there.
class ConnectionStream : public httplib::Stream {
 public:
  explicit ConnectionStream(Connection& connection) : connection_(connection) {}

  bool is_readable() const override { return true; }
  bool is_writable() const override { return true; }
  bool wait_readable() const { return true; }
  bool wait_writable() const { return true; }
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
  time_t duration() const { return 0; }

 private:
  Connection& connection_;
};

}  // namespace vigie
