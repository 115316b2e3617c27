// Match: which articles a plan matches, exactly, as one bitmap.
//
// For one thread. Functions throw what Xapian throws, and Unavailable past the deadline.
#pragma once

#include <xapian.h>

#include <roaring/roaring.hh>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/deadline.h"
#include "searchd/search/plan.h"

namespace vigie {

/// The live articles that `node` matches, all from the reader's snapshot.
Roaring match(const PlanNode& node, TermReader& reader, Deadline deadline);

}  // namespace vigie
