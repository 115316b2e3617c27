#include "indexer/readers/json_pieces.h"

#include <algorithm>
#include <utility>

#include "indexer/clean_text.h"

namespace vigie {

namespace {

bool is_json_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Follows brackets and strings, byte by byte.
class Nesting {
 public:
  /// Whether the value that began with the first byte taken ends before `c`, which is not part of
  /// it.
  bool ends_before(char c) const {
    return started_ && depth_ == 0 && !in_string_ &&
           (is_json_space(c) || c == ',' || c == ']' || c == '}' || c == '{' || c == '[' ||
            closed_);
  }

  void take(char c) {
    started_ = true;
    if (in_string_) {
      take_in_string(c);
      return;
    }
    switch (c) {
      case '"':
        in_string_ = true;
        break;
      case '{':
      case '[':
        ++depth_;
        break;
      case '}':
      case ']':
        depth_ -= depth_ > 0 ? 1 : 0;
        closed_ = depth_ == 0;
        break;
      default:
        break;
    }
  }

  bool whole() const { return started_ && depth_ == 0 && !in_string_; }
  /// Takes the beginning of `text` that belongs to the value; its length.
  size_t take_from(std::string_view text) {
    size_t length = 0;
    while (length < text.size() && !closed_ && !ends_before(text[length])) {
      take(text[length++]);
    }
    return length;
  }

  /// Whether nothing can follow: the last bracket is closed.
  bool closed() const { return closed_; }

 private:
  void take_in_string(char c) {
    if (c == '\n' || (c == '"' && !escaped_)) {
      in_string_ = false;
      escaped_ = false;
      return;
    }
    escaped_ = c == '\\' && !escaped_;
  }

  uint64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
  bool started_ = false;
  bool closed_ = false;
};

}  // namespace

bool is_balanced_json(std::string_view line) {
  Nesting nesting;
  for (const char c : line) {
    nesting.take(c);
  }
  return nesting.whole();
}

std::optional<char> JsonPieces::next_visible() {
  do {
    const std::string_view pending = input_.pending();
    const auto* visible =
        std::find_if_not(pending.begin(), pending.end(), [](char c) { return is_json_space(c); });
    line_ += static_cast<uint64_t>(std::count(pending.begin(), visible, '\n'));
    input_.consume(static_cast<size_t>(visible - pending.begin()));
    if (visible != pending.end()) {
      return *visible;
    }
  } while (input_.read_more());
  return std::nullopt;
}

JsonPiece JsonPieces::piece_without_text(std::string error) {
  done_ = true;
  JsonPiece piece;
  piece.line = line_;
  piece.error = std::move(error);
  return piece;
}

JsonPiece JsonPieces::scan_value() {
  JsonPiece piece;
  piece.line = line_;
  Nesting nesting;
  bool ended = false;
  bool too_long = false;
  while (!ended) {
    const std::string_view pending = input_.pending();
    const size_t length = nesting.take_from(pending);
    line_ += static_cast<uint64_t>(
        std::count(pending.begin(), pending.begin() + static_cast<ptrdiff_t>(length), '\n'));
    ended = length < pending.size();
    too_long = too_long || piece.text.size() + length > kMaxPieceBytes;
    if (too_long) {
      piece.text.clear();
    } else {
      piece.text.append(pending.substr(0, length));
    }
    input_.consume(length);
    // Closed is at an end already: what follows may be a pipe that waits.
    ended = ended || nesting.closed() || !input_.read_more();
  }
  if (too_long) {
    piece.error =
        "is longer than " + std::to_string(kMaxPieceBytes / 1'000'000) + " MB, which no article is";
  } else if (!nesting.whole()) {
    done_ = true;
    piece.error = "half JSON: the input ends inside this value, which began at line " +
                  std::to_string(piece.line);
  }
  return piece;
}

bool JsonPieces::take_array_sign(char sign) {
  if (in_array_ && (sign == ',' || sign == ']')) {
    in_array_ = sign == ',';
  } else if (!in_array_ && sign == '[') {
    in_array_ = true;
    index_ = 0;
  } else {
    return false;
  }
  input_.consume(1);
  return true;
}

std::optional<JsonPiece> JsonPieces::next() {
  std::optional<char> first;
  do {
    first = done_ ? std::nullopt : next_visible();
  } while (first && take_array_sign(*first));
  if (!first) {
    // An array left open is told once.
    return std::exchange(done_, true) || !in_array_
               ? std::nullopt
               : std::make_optional(piece_without_text(
                     "half JSON: the input ends inside an array; expected \"]\""));
  }
  if (!in_array_ && *first != '{') {
    return piece_without_text("not JSON at line " + std::to_string(line_) + ": found " +
                              in_quotes(input_.pending().substr(0, 20)) +
                              "; expected an object or an array");
  }
  JsonPiece piece = scan_value();
  if (in_array_) {
    piece.index = index_++;
  }
  return piece;
}

}  // namespace vigie
