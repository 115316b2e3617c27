// Where commands speak: results to standard output, progress and complaints to standard error, the
// two kept from writing over each other on a terminal. Any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vigie {

/// Nobody reads standard output any more.
class OutputClosed : public std::runtime_error {
 public:
  OutputClosed() : std::runtime_error("standard output is closed") {}
};

/// Output that cannot be written (a full disk), in one sentence. No std::system_error, which would
/// be taken for one of the index.
class OutputError : public std::runtime_error {
 public:
  /// "`what` cannot be written: No space left on device"
  OutputError(const std::string& what, int error_number);
};

/// How far a long command has come.
struct Progress {
  const char* unit = "articles";
  uint64_t done = 0;       ///< units
  uint64_t work_done = 0;  ///< the measure of time left: bytes, or units again
  std::optional<uint64_t> work_total;
};

class Console {
 public:
  /// The program's own.
  static Console& standard();
  Console(const Console&) = delete;
  Console& operator=(const Console&) = delete;

  /// Writes to standard output, buffered. Throw OutputClosed where nobody reads it, and
  /// OutputError where it cannot be written (a full disk).
  void print(std::string_view text);
  void print_line(std::string_view line);
  void flush();

  /// One line to standard error, at once.
  void complain(std::string_view line);

  /// Draws the progress bar anew where standard error is a terminal, some times a second.
  void show(const Progress& progress);
  /// Takes the bar away, and writes all that is buffered. Throws as print() does.
  void finish();

 private:
  Console();
  void clear_bar();
  void write_all(std::string_view text);

  std::mutex mutex_;
  std::string buffer_;
  bool terminal_ = false;  ///< standard error is one
  bool bar_drawn_ = false;
  std::chrono::steady_clock::time_point started_;
  std::chrono::steady_clock::time_point drawn_;
};

/// "3 400" articles in a "0:07": for people.
std::string grouped(uint64_t number);
std::string clock_time(uint64_t seconds);
/// "0.8 s", "1:05"
std::string elapsed(std::chrono::steady_clock::duration time);

}  // namespace vigie
