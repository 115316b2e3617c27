// One client's connection: reading the head of a request within bounds, sending an answer in as few
// packets as it takes.
//
// cpp-httplib reads a head of any size for as long as it trickles in, and holds a thread for every
// idle connection; here both are bounded. For one thread; the socket is the caller's until
// constructed, then closed by the destructor.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace vigie {

/// Of a request line: a query of 4 kB takes 12 where every byte of it is percent-encoded.
inline constexpr size_t kMaxLineBytes = 16384;
/// Of a request line without the target's parameters.
inline constexpr size_t kMaxPathBytes = 4096;
inline constexpr size_t kMaxHeadBytes = 32768;  ///< of request line and headers
inline constexpr size_t kMaxHeaderLines = 100;

class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  enum class Head : unsigned char {
    kWhole,
    kGone,           ///< the client left
    kSlow,           ///< 408
    kTargetTooLong,  ///< 414
    kTooLarge,       ///< 431
    kMalformed,      ///< 400
  };

  /// `stop_event` is a descriptor that turns readable when the server stops.
  Connection(int socket, int stop_event) : socket_(socket), stop_event_(stop_event) {}
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// Waits for the first byte of the next request. False where none came within `limit`, the client
  /// left, the server stops, or `crowded()` said, after a moment, that others wait for this thread.
  bool wait_for_request(std::chrono::milliseconds limit, const std::function<bool()>& crowded);

  /// Reads the whole head, for no longer than `limit`, or than a second where `crowded()`.
  Head read_head(std::chrono::milliseconds limit, const std::function<bool()>& crowded);

  /// The target of the request whose head was read, as sent.
  const std::string& target() const { return target_; }

  /// The head for cpp-httplib: without the target's parameters, of which it refuses more than 8 kB
  /// and a second question mark. The next at most `size` bytes of the head that was read; 0 at its
  /// end.
  size_t take_head(char* to, size_t size);

  /// Keeps `bytes` for sending; false where the client cannot be reached any more.
  bool write(std::string_view bytes);
  /// Sends what was kept. False as above.
  bool flush();

  /// Tells the client that nothing more comes and lets it take in the answer: closing with bytes
  /// unread would throw away also what was sent.
  void drain();

  /// The client's address for the log; empty where it is unknown.
  std::string peer() const;

 private:
  bool wait_readable(std::chrono::milliseconds limit) const;
  bool receive();
  Head check_head();
  bool take_target();

  const int socket_;
  const int stop_event_;
  std::string in_;       ///< received, not yet taken
  size_t head_end_ = 0;  ///< in in_: past the empty line
  size_t taken_ = 0;     ///< of in_
  std::string target_;
  std::string out_;
  bool broken_ = false;
};

}  // namespace vigie
