// Articles like a given one: its most telling words, in both languages' stems, ranked as a query
// is.
//
// For one thread. Functions throw what Xapian throws.
#pragma once

#include <cstdint>

#include "searchd/search/search_run.h"

namespace vigie {

/// The `count` articles most like that of `docid`, best first: itself and its copies left out, of the
/// copies of another story one; none that share too little to be called like it.
SearchAnswer find_similar(uint32_t docid, uint32_t count, SearchTools tools);

}  // namespace vigie
