// Cuts a stream of JSON into the pieces that may be articles, without parsing it: objects, the
// elements of arrays. So a broken one costs only itself, a truncated file keeps what was whole, and
// only one is held at a time. For one thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/readers/byte_input.h"

namespace vigie {

/// The text of one JSON value.
struct JsonPiece {
  std::string text;
  uint64_t line = 0;                 ///< where it begins, from 1
  std::optional<uint64_t> index;     ///< its place in an array, from 0; none outside arrays
  std::optional<std::string> error;  ///< why there is no text
};

class JsonPieces {
 public:
  /// `input` must outlive it.
  explicit JsonPieces(ByteInput& input) : input_(input) {}

  /// The next piece; nothing at the end. A newline inside a string, which JSON does not allow, ends
  /// the string, so that a quote forgotten does not swallow the rest.
  std::optional<JsonPiece> next();

 private:
  std::optional<char> next_visible();
  JsonPiece scan_value();
  /// Takes a sign that opens, parts or closes an array of pieces; whether it was one.
  bool take_array_sign(char sign);
  JsonPiece piece_without_text(std::string error);

  ByteInput& input_;
  uint64_t line_ = 1;
  bool in_array_ = false;
  bool done_ = false;
  uint64_t index_ = 0;
};

/// Whether `line` is JSON whose brackets are all closed at its end.
bool is_balanced_json(std::string_view line);

}  // namespace vigie
