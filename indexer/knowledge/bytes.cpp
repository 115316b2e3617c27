#include "indexer/knowledge/bytes.h"

#include <algorithm>

#include "indexer/varint.h"

namespace vigie {

void BytesWriter::number(uint64_t value) {
  append_varint(bytes_, value);
}

void BytesWriter::hash(uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) {
    bytes_ += static_cast<char>(value >> shift & 0xFFU);
  }
}

void BytesWriter::text(std::string_view value) {
  append_sized(bytes_, value);
}

void BytesWriter::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) {
    text(value);
  }
}

void BytesWriter::numbers(const std::vector<uint32_t>& values) {
  number(values.size());
  for (const uint32_t value : values) {
    number(value);
  }
}

uint64_t BytesReader::number() {
  return take_varint(left_);
}

size_t BytesReader::count() {
  const uint64_t value = number();
  return std::min<uint64_t>(value, left_.size());
}

uint64_t BytesReader::hash() {
  uint64_t value = 0;
  unsigned shift = 0;
  for (const char byte : chunk(sizeof value)) {
    value |= uint64_t{static_cast<unsigned char>(byte)} << shift;
    shift += 8;
  }
  return value;
}

std::vector<std::string> BytesReader::texts() {
  std::vector<std::string> values(count());
  for (std::string& value : values) {
    value = text();
  }
  return values;
}

std::vector<uint32_t> BytesReader::numbers() {
  std::vector<uint32_t> values(count());
  for (uint32_t& value : values) {
    value = small_number();
  }
  return values;
}

std::string_view BytesReader::chunk(size_t bytes) {
  const std::string_view taken = left_.substr(0, bytes);
  left_.remove_prefix(taken.size());
  return taken;
}

}  // namespace vigie
