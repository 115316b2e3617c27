// The bytes of one file or of standard input, read as they arrive, in UTF-8 where a byte-order mark
// tells what they are. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace vigie {

/// Longer input without an article's end is refused: a line, a JSON object, a text file.
inline constexpr size_t kMaxPieceBytes = 64'000'000;

class ByteInput {
 public:
  /// Opens `path`; "-" is standard input. Throws ArticleError where it is not there or not
  /// readable.
  ByteInput(const std::string& path, std::function<bool()> stop_requested);
  ~ByteInput();
  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;

  /// What was read and not consumed yet. Valid until the next call of read_more().
  std::string_view pending() const;
  void consume(size_t bytes);
  /// Reads what is there, waiting where nothing is. False at the end, and where a stop is requested
  /// while waiting. A byte-order mark is taken off; UTF-16 and UTF-32 that have one become UTF-8.
  /// Throws ArticleError where reading fails.
  bool read_more();
  /// Reads to the end. Throws ArticleError where that is more than kMaxPieceBytes.
  std::string read_all();

  /// Bytes consumed so far.
  uint64_t consumed() const;
  /// "UTF-16LE" and the like where a byte-order mark said so, else empty.
  const std::string& converted_from() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
