// Grouping: clusters of a few articles, from the pairs of them that are copies.
//
// Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "searchd/mirror/copies.h"

namespace vigie {

struct Grouping {
  using Groups = std::vector<std::vector<uint32_t>>;
  Groups clusters;  ///< of two docids or more, ascending; no docid in two of them
  Groups linked;    ///< the same of all that hang together by copies of copies
};

/// Groups articles: `docids` with the `originals` of the same places. Depends on which articles
/// there are, not on their order or docids.
Grouping group_copies(const std::vector<uint32_t>& docids, const std::vector<Original>& originals);

}  // namespace vigie
