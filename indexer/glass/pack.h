// Numbers and strings in keys, packed as Xapian's glass databases hold them (xapian-core's common/pack.h tells the formats). Any
// thread.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace vigie::glass {

/// In the order of numbers: two bytes below 2^15, else as many ones as bytes follow, at the top.
inline void pack_sorted_uint(std::string& out, uint32_t value) {
  constexpr uint32_t kTwoBytes = 0x8000;
  const auto bits = static_cast<unsigned>(std::bit_width(value));
  const unsigned bytes = value < kTwoBytes ? 2 : (bits + 5) / 7;
  const unsigned marks = value < kTwoBytes ? 0U : 0xFFU << (10 - bytes);
  for (unsigned left = bytes; left > 0; --left) {
    const uint64_t byte = static_cast<uint64_t>(value) >> (8 * (left - 1));
    out.push_back(static_cast<char>(left == bytes ? byte | marks : byte));
  }
}

/// The number that `bytes` begins with, as pack_sorted_uint() packs it; 0 where it is cut short.
inline uint32_t unpack_sorted_uint(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.empty() ? 0 : bytes.front());
  const auto marks = static_cast<unsigned>(std::countl_one(first));
  const size_t size = marks + 2;
  if (bytes.size() < size) {
    return 0;
  }
  uint64_t value = first & 0xFFU >> (marks + 1);
  for (size_t i = 1; i < size; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return static_cast<uint32_t>(value);
}

/// In the order of strings, whatever follows that does not begin with 0xFF: ends with a zero, zeros
/// within are marked. The end is left out where nothing follows.
inline void pack_sorted_string(std::string& out, std::string_view text, bool something_follows) {
  for (const char byte : text) {
    out.push_back(byte);
    if (byte == '\0') {
      out.push_back('\xFF');
    }
  }
  if (something_follows) {
    out.push_back('\0');
  }
}

/// Takes the string that `bytes` begins with, as pack_sorted_string() packs it; what is left follows
/// it.
inline std::string take_sorted_string(std::string_view& bytes) {
  std::string text;
  while (!bytes.empty()) {
    const bool is_zero = bytes.front() == '\0';
    const bool is_marked = is_zero && bytes.size() > 1 && bytes[1] == '\xFF';
    if (!is_zero || is_marked) {
      text.push_back(bytes.front());
    }
    bytes.remove_prefix(is_marked ? 2 : 1);
    if (is_zero && !is_marked) {
      break;
    }
  }
  return text;
}

}  // namespace vigie::glass
