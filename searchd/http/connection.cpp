#include "searchd/http/connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace vigie {

namespace {

using std::chrono::milliseconds;

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr size_t kReceiveBytes = 4096;
constexpr size_t kSendBytes = size_t{256} << 10U;
constexpr size_t kMaxDrainedBytes = size_t{4} << 20U;
/// How long an idle connection keeps its thread from others at least.
constexpr milliseconds kMoment{100};
constexpr milliseconds kCrowdedHeadTime{1000};
constexpr milliseconds kDrainTime{500};

milliseconds until(Connection::Clock::time_point end) {
  const auto left = std::chrono::ceil<milliseconds>(end - Connection::Clock::now());
  return std::max(left, milliseconds{0});
}

}  // namespace

Connection::~Connection() {
  close(socket_);
}

bool Connection::wait_readable(milliseconds limit) const {
  pollfd descriptor{socket_, POLLIN, 0};
  return poll(&descriptor, 1, static_cast<int>(limit.count())) > 0;
}

bool Connection::wait_for_request(milliseconds limit, const std::function<bool()>& crowded) {
  in_.erase(0, head_end_);
  head_end_ = 0;
  taken_ = 0;
  const auto end = Clock::now() + limit;
  while (in_.empty()) {
    pollfd descriptors[] = {{socket_, POLLIN, 0}, {stop_event_, POLLIN, 0}};
    const milliseconds slice = std::min(kMoment, until(end));
    const int ready = poll(descriptors, std::size(descriptors), static_cast<int>(slice.count()));
    if (ready < 0 && errno != EINTR) {
      return false;
    }
    if (ready > 0 && descriptors[0].revents != 0) {
      return receive();
    }
    if (descriptors[1].revents != 0 || Clock::now() >= end || (ready == 0 && crowded())) {
      return false;
    }
  }
  return true;
}

bool Connection::receive() {
  const size_t before = in_.size();
  in_.resize(before + kReceiveBytes);
  ssize_t received = -1;
  do {
    received = recv(socket_, in_.data() + before, kReceiveBytes, 0);
  } while (received < 0 && errno == EINTR);
  in_.resize(before + static_cast<size_t>(std::max<ssize_t>(received, 0)));
  return received > 0;
}

Connection::Head Connection::read_head(milliseconds limit, const std::function<bool()>& crowded) {
  const auto start = Clock::now();
  size_t searched = 0;
  while (true) {
    if (searched == 0) {
      in_.erase(0, std::min(in_.find_first_not_of("\r\n"), in_.size()));
    }
    const size_t end = in_.find(kHeadEnd, searched);
    if (end != std::string::npos) {
      head_end_ = end + kHeadEnd.size();
      return check_head();
    }
    searched = in_.size() < kHeadEnd.size() ? 0 : in_.size() - kHeadEnd.size() + 1;
    if (in_.size() > kMaxHeadBytes) {
      return in_.find('\n') > kMaxLineBytes ? Head::kTargetTooLong : Head::kTooLarge;
    }
    const bool readable = wait_readable(kMoment);
    const auto waited = Clock::now() - start;
    if (waited >= limit || (waited >= kCrowdedHeadTime && crowded())) {
      return Head::kSlow;
    }
    if (readable && !receive()) {
      return Head::kGone;
    }
  }
}

Connection::Head Connection::check_head() {
  const auto begin = in_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(head_end_);
  if (in_.find("\r\n") > kMaxLineBytes) {
    return Head::kTargetTooLong;
  }
  // The request line and the empty line end in one each.
  const auto lines = static_cast<size_t>(std::count(begin, end, '\n')) - 2;
  if (head_end_ > kMaxHeadBytes || lines > kMaxHeaderLines) {
    return Head::kTooLarge;
  }
  const auto is_control = [](char c) {
    return (c >= 0 && c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 0x7f;
  };
  if (std::any_of(begin, end, is_control) || !take_target()) {
    return Head::kMalformed;
  }
  return in_.find("\r\n") > kMaxPathBytes ? Head::kTargetTooLong : Head::kWhole;
}

/// Takes the target out of "GET /path?parameters HTTP/1.1", which becomes "GET /path HTTP/1.1".
bool Connection::take_target() {
  const size_t line_end = in_.find("\r\n");
  const size_t first = in_.find(' ');
  const size_t second = in_.find(' ', first + 1);
  if (first >= line_end || second >= line_end || in_.find(' ', second + 1) < line_end) {
    return false;
  }
  target_ = in_.substr(first + 1, second - first - 1);
  const size_t question = in_.find('?', first);
  if (question < second) {
    in_.erase(question, second - question);
    head_end_ -= second - question;
  }
  return true;
}

size_t Connection::take_head(char* to, size_t size) {
  const size_t count = std::min(size, head_end_ - taken_);
  std::copy_n(in_.begin() + static_cast<std::ptrdiff_t>(taken_), count, to);
  taken_ += count;
  return count;
}

bool Connection::write(std::string_view bytes) {
  if (out_.size() + bytes.size() <= kSendBytes) {
    out_ += bytes;
    return !broken_;
  }
  while (!bytes.empty() && !broken_) {
    const size_t room = std::min(bytes.size(), kSendBytes - out_.size());
    out_ += bytes.substr(0, room);
    bytes.remove_prefix(room);
    if (out_.size() == kSendBytes) {
      flush();
    }
  }
  return !broken_;
}

bool Connection::flush() {
  size_t sent = 0;
  while (sent < out_.size() && !broken_) {
    // The socket's own time limit makes a client that reads nothing an error.
    const ssize_t count = send(socket_, out_.data() + sent, out_.size() - sent, MSG_NOSIGNAL);
    if (count >= 0) {
      sent += static_cast<size_t>(count);
    } else if (errno != EINTR) {
      broken_ = true;
    }
  }
  out_.clear();
  return !broken_;
}

void Connection::drain() {
  flush();
  shutdown(socket_, SHUT_WR);
  const auto deadline = Clock::now() + kDrainTime;
  for (size_t drained = 0; drained < kMaxDrainedBytes; drained += in_.size()) {
    in_.clear();
    if (Clock::now() >= deadline || !wait_readable(until(deadline)) || !receive()) {
      return;
    }
  }
}

std::string Connection::peer() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0) {
    return {};
  }
  char text[INET6_ADDRSTRLEN] = {};
  const void* binary =
      address.ss_family == AF_INET6
          ? static_cast<const void*>(&reinterpret_cast<sockaddr_in6*>(&address)->sin6_addr)
          : static_cast<const void*>(&reinterpret_cast<sockaddr_in*>(&address)->sin_addr);
  return inet_ntop(address.ss_family, binary, text, sizeof text) != nullptr ? text : "";
}

}  // namespace vigie
