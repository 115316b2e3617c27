// Numbers of few bytes: seven bits each, the lowest first; the last byte is below 128 (LEB128). Any
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vigie {

inline void append_varint(std::string& out, uint64_t value) {
  for (; value >= 0x80U; value >>= 7U) {
    out.push_back(static_cast<char>((value & 0x7FU) | 0x80U));
  }
  out.push_back(static_cast<char>(value));
}

/// Takes the number that `bytes` begins with; of one that is cut short, what is there.
inline uint64_t take_varint(std::string_view& bytes) {
  uint64_t value = 0;
  size_t size = 0;
  for (unsigned shift = 0; shift < 64 && size < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[size++]);
    value |= uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80U) {
      break;
    }
  }
  bytes.remove_prefix(size);
  return value;
}

/// `text` after its size.
inline void append_sized(std::string& out, std::string_view text) {
  append_varint(out, text.size());
  out.append(text);
}

}  // namespace vigie
