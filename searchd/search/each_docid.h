// Walking a bitmap of docids, some hundreds at a time and never across a chunk of columns.
//
// For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <roaring/roaring.hh>

#include "searchd/mirror/columns.h"

namespace vigie {

/// Calls visit(chunk, docids, count) for all docids of `set` in order; all `count` docids lie in
/// `chunk`.
template <typename Visit>
void each_docid(const Roaring& set, const Columns& columns, const Visit& visit) {
  constexpr uint32_t kAtOnce = 512;
  std::array<uint32_t, kAtOnce> docids{};
  roaring_uint32_iterator_t at{};
  roaring_init_iterator(&set.roaring, &at);
  while (const uint32_t read = roaring_read_uint32_iterator(&at, docids.data(), kAtOnce)) {
    uint32_t begin = 0;
    while (begin < read) {
      const uint32_t chunk = docids[begin] >> kChunkBits;
      uint32_t end = read;
      if (docids[read - 1] >> kChunkBits != chunk) {
        end = begin + 1;
        while (docids[end] >> kChunkBits == chunk) {
          ++end;
        }
      }
      visit(columns.chunk(chunk), docids.data() + begin, end - begin);
      begin = end;
    }
  }
}

}  // namespace vigie
