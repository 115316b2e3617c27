#include "indexer/glass/positions.h"

#include <bit>

#include "indexer/varint.h"

namespace vigie::glass {

namespace {

/// Bits appended to bytes, the lowest first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  /// Writes `value`, one of 0 … `count` - 1. Where `count` is no power of two, the values in the
  /// middle take a bit less.
  void write(uint32_t value, uint32_t count) {
    auto bits = static_cast<unsigned>(std::bit_width(count - 1));
    const uint64_t spare = (uint64_t{1} << bits) - count;
    const uint64_t short_begin = (count - spare) / 2;
    uint64_t code = value;
    if (spare != 0 && value >= short_begin) {
      if (value < short_begin + spare) {
        --bits;
      } else {
        code = (value - short_begin - spare) | uint64_t{1} << (bits - 1);
      }
    }
    gathered_ |= code << size_;
    size_ += bits;
    for (; size_ >= 8; size_ -= 8) {
      out_.push_back(static_cast<char>(gathered_));
      gathered_ >>= 8;
    }
  }

  void finish() {
    if (size_ != 0) {
      out_.push_back(static_cast<char>(gathered_));
    }
  }

 private:
  std::string& out_;
  uint64_t gathered_ = 0;
  unsigned size_ = 0;  ///< bits in it: less than 8 between calls
};

/// Reads what a BitWriter wrote; past the end there are zeros.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : bytes_(bytes) {}

  /// A value that was written as one of 0 … `count` - 1.
  uint32_t read(uint32_t count) {
    if (count <= 1) {
      return 0;
    }
    const auto bits = static_cast<unsigned>(std::bit_width(count - 1));
    const uint64_t spare = (uint64_t{1} << bits) - count;
    const uint64_t short_begin = (count - spare) / 2;
    uint64_t value = take(bits - 1);
    if (value < short_begin && take(1) != 0) {
      value += short_begin + spare;
    }
    return static_cast<uint32_t>(value);
  }

 private:
  uint64_t take(unsigned bits) {
    for (; size_ < bits; size_ += 8) {
      const uint64_t byte = at_ < bytes_.size() ? static_cast<unsigned char>(bytes_[at_++]) : 0;
      gathered_ |= byte << size_;
    }
    const uint64_t value = gathered_ & ((uint64_t{1} << bits) - 1);
    gathered_ >>= bits;
    size_ -= bits;
    return value;
  }

  std::string_view bytes_;
  size_t at_ = 0;
  uint64_t gathered_ = 0;
  unsigned size_ = 0;  ///< bits in it
};

/// Writes the positions between numbers `first` and `last`: the one in the middle, of those that
/// leave room for the others, then either side.
void write_between(const std::vector<uint32_t>& positions, uint32_t first, uint32_t last,
                   BitWriter& bits) {
  while (first + 1 < last) {
    const uint32_t middle = first + (last - first) / 2;
    const uint32_t lowest = positions[first] + (middle - first);
    const uint32_t count = positions[last] - positions[first] - (last - first) + 1;
    bits.write(positions[middle] - lowest, count);
    write_between(positions, first, middle, bits);
    first = middle;
  }
}

/// Reads what write_between() wrote of the same numbers.
void read_between(uint32_t* positions, uint32_t first, uint32_t last, BitReader& bits) {
  while (first + 1 < last) {
    const uint32_t middle = first + (last - first) / 2;
    const uint32_t lowest = positions[first] + (middle - first);
    const uint32_t count = positions[last] - positions[first] - (last - first) + 1;
    positions[middle] = lowest + bits.read(count);
    read_between(positions, first, middle, bits);
    first = middle;
  }
}

}  // namespace

void pack_positions(const std::vector<uint32_t>& positions, std::string& out) {
  append_varint(out, positions.back());
  if (positions.size() == 1) {
    return;
  }
  const auto last = static_cast<uint32_t>(positions.size() - 1);
  BitWriter bits(out);
  bits.write(positions.front(), positions.back());
  bits.write(last - 1, positions.back() - positions.front());
  write_between(positions, 0, last, bits);
  bits.finish();
}

void unpack_positions(std::string_view packed, std::vector<uint32_t>& out) {
  const auto last = static_cast<uint32_t>(take_varint(packed));
  if (packed.empty()) {
    out.push_back(last);
    return;
  }
  BitReader bits(packed);
  const uint32_t first = bits.read(last);
  const uint32_t count = bits.read(last - first) + 2;
  const size_t begin = out.size();
  out.resize(begin + count);
  out[begin] = first;
  out.back() = last;
  read_between(&out[begin], 0, count - 1, bits);
}

}  // namespace vigie::glass
