// Values as bytes and back, in the order they are put: what is ready for articles is kept in an
// index so (article_knowledge.h). The same bytes on every machine.
//
// For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

class BytesWriter {
 public:
  /// Small numbers take one byte.
  void number(uint64_t value);
  /// A number as often large as small: eight bytes.
  void hash(uint64_t value);
  void text(std::string_view value);
  void texts(const std::vector<std::string>& values);
  void numbers(const std::vector<uint32_t>& values);

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what a BytesWriter wrote, in the same order. Past the end there are zeros, and lists
/// without values.
class BytesReader {
 public:
  /// `bytes` must outlive it.
  explicit BytesReader(std::string_view bytes) : left_(bytes) {}

  uint64_t number();
  uint32_t small_number() { return static_cast<uint32_t>(number()); }
  /// A number of values that follow, no more than there are bytes.
  size_t count();
  uint64_t hash();
  std::string text() { return std::string(chunk(count())); }
  std::vector<std::string> texts();
  std::vector<uint32_t> numbers();

  std::string_view left() const { return left_; }

 private:
  std::string_view chunk(size_t bytes);

  std::string_view left_;
};

}  // namespace vigie
