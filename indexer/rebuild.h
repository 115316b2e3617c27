// Making an index anew from the articles it stores: the way to another schema or analysis version.
// For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/writable_index.h"

namespace vigie {

/// Re-analyses every stored article of `index`, with `jobs` workers (0: one per core), into its
/// next generation, and publishes it. The documents `left_out` (ascending) are not taken over; of
/// several documents with one id the last is. `progress` gets articles done and in all. Throws
/// IndexError where a stored article cannot be read.
void rebuild_index(WritableIndex& index, unsigned jobs, const std::vector<Xapian::docid>& left_out,
                   const std::function<void(uint64_t, uint64_t)>& progress);

}  // namespace vigie
