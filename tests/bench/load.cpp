// Asks a server for each line of a file once, over so many connections, at a rate:
//
//   load ADDRESS:PORT PATHS CONNECTIONS RATE     a request each 1/RATE seconds; 0: each connection
//                                                asks as soon as it was answered
//
// Prints JSON: requests answered a second, their times in milliseconds, how many failed. A time
// counts from when the request was due, not from when a connection was free to send it.
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "tests/bench/lines.h"

namespace {

using Clock = std::chrono::steady_clock;
constexpr double kFailed = -1;
constexpr std::string_view kLength = "Content-Length: ";

/// A kept-alive connection. For one thread.
class Connection {
 public:
  Connection(const std::string& host, const std::string& port) : host_(host) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), port.c_str(), &hints, &found) != 0) {
      throw std::runtime_error("no such address: " + host);
    }
    socket_ = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    const bool connected = connect(socket_, found->ai_addr, found->ai_addrlen) == 0;
    freeaddrinfo(found);
    if (!connected) {
      throw std::runtime_error("no connection to " + host + ":" + port);
    }
    const int on = 1;
    setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  }
  ~Connection() { close(socket_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Whether the answer came whole and has status 200.
  bool get(const std::string& path) {
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: " + host_ + "\r\n\r\n";
    if (send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      return false;
    }
    answer_.clear();
    size_t head = std::string::npos;
    while (head == std::string::npos) {
      if (!receive()) {
        return false;
      }
      head = answer_.find("\r\n\r\n");
    }
    const size_t length = answer_.find(kLength);
    if (length > head) {
      return false;
    }
    const size_t whole = head + 4 + std::stoul(answer_.substr(length + kLength.size(), 20));
    while (answer_.size() < whole) {
      if (!receive()) {
        return false;
      }
    }
    return answer_.compare(0, 12, "HTTP/1.1 200") == 0;
  }

 private:
  bool receive() {
    std::array<char, 65536> buffer;
    const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
    if (count > 0) {
      answer_.append(buffer.data(), static_cast<size_t>(count));
    }
    return count > 0;
  }

  std::string host_;
  int socket_ = -1;
  std::string answer_;
};

struct Plan {
  std::string host;
  std::string port;
  std::vector<std::string> paths;
  double rate = 0;  ///< a second; 0: no limit
};

/// The times of all requests in milliseconds, kFailed among them.
std::vector<double> ask_all(const Plan& plan, unsigned connections) {
  std::vector<double> times(plan.paths.size(), kFailed);
  std::atomic<size_t> next{0};
  const Clock::time_point begin = Clock::now();
  const auto ask = [&] {
    std::optional<Connection> connection(std::in_place, plan.host, plan.port);
    for (size_t i = next++; i < plan.paths.size(); i = next++) {
      Clock::time_point due = Clock::now();
      if (plan.rate > 0) {
        const std::chrono::duration<double> after(static_cast<double>(i) / plan.rate);
        due = begin + std::chrono::duration_cast<Clock::duration>(after);
        std::this_thread::sleep_until(due);
      }
      // A connection that was idle may have been closed meanwhile: once more on a new one.
      if (connection->get(plan.paths[i]) ||
          connection.emplace(plan.host, plan.port).get(plan.paths[i])) {
        times[i] = std::chrono::duration<double, std::milli>(Clock::now() - due).count();
      }
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < connections; ++i) {
    threads.emplace_back(ask);
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  return times;
}

void print(std::vector<double> times, double seconds) {
  const auto answered =
      std::partition(times.begin(), times.end(), [](double time) { return time >= 0; });
  const auto failed = static_cast<size_t>(times.end() - answered);
  times.erase(answered, times.end());
  std::sort(times.begin(), times.end());
  const auto at = [&](double share) {
    const auto rank = static_cast<size_t>(share * static_cast<double>(times.size()));
    return times.empty() ? 0 : times[std::min(rank, times.size() - 1)];
  };
  std::printf(
      "{\"requests_per_second\": %.1f, \"p50_ms\": %.3f, \"p95_ms\": %.3f, \"p99_ms\": %.3f, "
      "\"worst_ms\": %.3f, \"failed\": %zu}\n",
      static_cast<double>(times.size()) / seconds, at(0.5), at(0.95), at(0.99), at(1), failed);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: load ADDRESS:PORT PATHS CONNECTIONS RATE\n");
    return 2;
  }
  const std::string address = argv[1];
  const size_t colon = address.rfind(':');
  const Plan plan{address.substr(0, colon), address.substr(colon + 1), vigie::lines_of(argv[2]),
                  std::strtod(argv[4], nullptr)};
  const Clock::time_point begin = Clock::now();
  std::vector<double> times = ask_all(plan, static_cast<unsigned>(std::atoi(argv[3])));
  print(std::move(times), std::chrono::duration<double>(Clock::now() - begin).count());
  return 0;
}
