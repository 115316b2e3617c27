// Match: which articles a plan matches, exactly, as one bitmap.
//
// For one thread. Functions throw what Xapian throws, and Unavailable past the deadline.
#pragma once

#include <xapian.h>

#include <chrono>
#include <roaring/roaring.hh>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/plan.h"

namespace vigie {

using Deadline = std::chrono::steady_clock::time_point;

/// The live articles that `node` matches, all from the reader's snapshot.
Roaring match(const PlanNode& node, TermReader& reader, Deadline deadline);

/// The same plan for Xapian's own matcher: what the bitmaps are tested against, and the way to
/// other back ends. Windows, and phrases of rare words, are evaluated by it in either case.
Xapian::Query to_xapian_query(const PlanNode& node);

}  // namespace vigie
