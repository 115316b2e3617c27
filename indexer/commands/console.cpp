#include "indexer/commands/console.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace vigie {

namespace {

constexpr size_t kBufferBytes = size_t{64} * 1024;
constexpr size_t kBarWidth = 30;
constexpr auto kRedraw = std::chrono::milliseconds(150);
/// A rate is worth saying after this long.
constexpr double kFirstRateSeconds = 0.5;
constexpr const char* kClearLine = "\r\x1b[K";

std::string bar(double fraction) {
  const auto full = static_cast<size_t>(fraction * static_cast<double>(kBarWidth));
  return "[" + std::string(full, '#') + std::string(kBarWidth - full, '.') + "]";
}

std::string describe(const Progress& progress, double seconds) {
  std::string line;
  double fraction = 0;
  if (progress.work_total && *progress.work_total > 0) {
    fraction = std::min(
        1.0, static_cast<double>(progress.work_done) / static_cast<double>(*progress.work_total));
    line += bar(fraction);
    line.append(" ").append(std::to_string(static_cast<int>(fraction * 100))).append(" %  ");
  }
  line.append(grouped(progress.done)).append(" ").append(progress.unit);
  if (seconds < kFirstRateSeconds) {
    return line;
  }
  const double rate = static_cast<double>(progress.done) / seconds;
  line.append("  ").append(grouped(static_cast<uint64_t>(rate))).append("/s");
  if (fraction > 0) {
    const double left = seconds * (1 - fraction) / fraction;
    line.append("  ").append(clock_time(static_cast<uint64_t>(left))).append(" left");
  }
  return line;
}

[[noreturn]] void refuse_output(int reason) {
  if (reason == EPIPE) {
    throw OutputClosed();
  }
  throw OutputError("standard output", reason);
}

}  // namespace

OutputError::OutputError(const std::string& what, int error_number)
    : std::runtime_error(what +
                         " cannot be written: " + std::generic_category().message(error_number)) {}

Console& Console::standard() {
  static Console console;
  return console;
}

Console::Console()
    : terminal_(::isatty(STDERR_FILENO) == 1), started_(std::chrono::steady_clock::now()) {}

void Console::print(std::string_view text) {
  const std::lock_guard<std::mutex> lock(mutex_);
  buffer_.append(text);
  if (buffer_.size() >= kBufferBytes) {
    write_all(buffer_);
  }
}

void Console::print_line(std::string_view line) {
  print(std::string(line) + "\n");
}

void Console::flush() {
  const std::lock_guard<std::mutex> lock(mutex_);
  write_all(buffer_);
}

void Console::write_all(std::string_view text) {
  if (!text.empty()) {
    clear_bar();
  }
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    const int reason = errno;
    if (written < 0 && reason != EINTR) {
      buffer_.clear();
      refuse_output(reason);
    }
    text.remove_prefix(static_cast<size_t>(std::max<ssize_t>(written, 0)));
  }
  buffer_.clear();
}

void Console::complain(std::string_view line) {
  const std::lock_guard<std::mutex> lock(mutex_);
  clear_bar();
  std::string text(line);
  if (text.empty() || text.back() != '\n') {
    text += '\n';
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void Console::show(const Progress& progress) {
  if (!terminal_) {
    return;
  }
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (bar_drawn_ && now - drawn_ < kRedraw) {
    return;
  }
  const std::chrono::duration<double> seconds = now - started_;
  const std::string line = kClearLine + describe(progress, seconds.count());
  std::fwrite(line.data(), 1, line.size(), stderr);
  bar_drawn_ = true;
  drawn_ = now;
}

void Console::clear_bar() {
  if (bar_drawn_) {
    std::fputs(kClearLine, stderr);
    bar_drawn_ = false;
  }
}

void Console::finish() {
  const std::lock_guard<std::mutex> lock(mutex_);
  clear_bar();
  write_all(buffer_);
}

std::string grouped(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t end = digits.size(); end > 3; end -= 3) {
    digits.insert(end - 3, " ");
  }
  return digits;
}

std::string clock_time(uint64_t seconds) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%llu:%02llu",
                static_cast<unsigned long long>(seconds / 60),
                static_cast<unsigned long long>(seconds % 60));
  return text.data();
}

std::string elapsed(std::chrono::steady_clock::duration time) {
  const double seconds = std::chrono::duration<double>(time).count();
  if (seconds >= 60) {
    return clock_time(static_cast<uint64_t>(seconds));
  }
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f s", seconds);
  return text.data();
}

}  // namespace vigie
