// Sequences of words over their positions: phrases, and words near each other. For one thread.
#pragma once

#include <cstdint>
#include <roaring/roaring.hh>
#include <string>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/deadline.h"

namespace vigie {

/// Those of `candidates`, articles that hold all `terms`, in which the terms stand one after the
/// other; with a `window`, in any order, each at a place of its own, all within so many words (or as
/// many as there are terms). Throws what Xapian throws, and Unavailable past the deadline.
Roaring match_sequence(const std::vector<std::string>& terms, uint32_t window,
                       const Roaring& candidates, TermReader& reader, Deadline deadline);

}  // namespace vigie
