// The copies of a given article: the others of its cluster.
//
// For one thread. Functions throw what Xapian throws.
#pragma once

#include <cstdint>

#include "searchd/search/search_run.h"

namespace vigie {

/// The newest `count` copies of the article of `docid`, itself left out; `total` says how many
/// there are. Their scores are 0: one is as much a copy as another.
SearchAnswer find_duplicates(uint32_t docid, uint32_t count, SearchTools tools);

}  // namespace vigie
