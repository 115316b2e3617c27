#include "indexer/positions/position_list.h"

#include <xapian.h>

#include "indexer/varint.h"

namespace vigie {

namespace {

constexpr uint32_t kMore = 1;  // marks the first position of several

[[noreturn]] void fail() {
  throw Xapian::DatabaseCorruptError("a list of positions is damaged");
}

/// A number that is there in whole.
uint32_t take_number(std::string_view& bytes) {
  if (bytes.empty()) {
    fail();
  }
  return static_cast<uint32_t>(take_varint(bytes));
}

/// Calls use(position) for each of the list.
template <typename Use>
void take_each(std::string_view& bytes, const Use& use) {
  const uint32_t head = take_number(bytes);
  uint32_t position = head >> 1;
  if (position == 0) {
    return;
  }
  use(position);
  if ((head & kMore) == 0) {
    return;
  }
  const uint32_t more = take_number(bytes);
  if (more > bytes.size()) {  // each takes a byte at least
    fail();
  }
  for (uint32_t left = more; left > 0; --left) {
    position += take_number(bytes);
    use(position);
  }
}

}  // namespace

// Twice the first position, and one where there are more: their number and the gaps between.
void append_position_list(std::string& out, const std::vector<uint32_t>& positions) {
  if (positions.empty()) {
    append_varint(out, 0);
    return;
  }
  const bool several = positions.size() > 1;
  append_varint(out, uint64_t{positions.front()} << 1 | (several ? kMore : 0));
  if (several) {
    append_varint(out, positions.size() - 1);
    for (size_t i = 1; i < positions.size(); ++i) {
      append_varint(out, positions[i] - positions[i - 1]);
    }
  }
}

void take_position_list(std::string_view& bytes, std::vector<uint32_t>& positions) {
  take_each(bytes, [&positions](uint32_t position) { positions.push_back(position); });
}

std::string_view take_packed_list(std::string_view& bytes) {
  const std::string_view all = bytes;
  take_each(bytes, [](uint32_t /*position*/) {});
  return all.substr(0, all.size() - bytes.size());
}

}  // namespace vigie
