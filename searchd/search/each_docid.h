// Walking docids, never across a chunk of columns.
//
// For one thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <roaring/roaring.hh>
#include <vector>

#include "searchd/mirror/columns.h"

namespace vigie {

/// The docids of `set`, ascending: for those who walk them more than once, since taking them out of
/// a bitmap costs as much as counting them.
inline std::vector<uint32_t> to_docids(const Roaring& set) {
  std::vector<uint32_t> docids(set.cardinality());
  set.toUint32Array(docids.data());
  return docids;
}

/// The first of the ascending docids in [docids, end), not empty, that is in another chunk than
/// `*docids`; `end` where none is.
inline const uint32_t* end_of_chunk(const uint32_t* docids, const uint32_t* end) {
  const uint32_t chunk = *docids >> kChunkBits;
  if (*(end - 1) >> kChunkBits == chunk) {
    return end;
  }
  return std::partition_point(docids, end,
                              [chunk](uint32_t docid) { return docid >> kChunkBits == chunk; });
}

/// Calls visit(chunk, docids, count) for the `count` ascending docids at `docids`, in order; all of
/// a call lie in `chunk`.
template <typename Visit>
void each_docid(const uint32_t* docids, size_t count, const Columns& columns, const Visit& visit) {
  const uint32_t* const end = docids + count;
  while (docids != end) {
    const uint32_t* const next = end_of_chunk(docids, end);
    visit(columns.chunk(*docids >> kChunkBits), docids, static_cast<uint32_t>(next - docids));
    docids = next;
  }
}

/// The same for the docids of a bitmap, some hundreds at a time.
template <typename Visit>
void each_docid(const Roaring& set, const Columns& columns, const Visit& visit) {
  constexpr uint32_t kAtOnce = 512;
  std::array<uint32_t, kAtOnce> docids{};
  roaring_uint32_iterator_t at{};
  roaring_init_iterator(&set.roaring, &at);
  while (const uint32_t read = roaring_read_uint32_iterator(&at, docids.data(), kAtOnce)) {
    each_docid(docids.data(), read, columns, visit);
  }
}

/// The docids of `set` that passes(chunk, index) says yes to.
template <typename Passes>
Roaring docids_where(const Roaring& set, const Columns& columns, const Passes& passes) {
  std::vector<uint32_t> found;
  each_docid(set, columns, [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
    std::copy_if(docids, docids + n, std::back_inserter(found),
                 [&](uint32_t docid) { return passes(chunk, Columns::index_of(docid)); });
  });
  return Roaring(found.size(), found.data());
}

}  // namespace vigie
