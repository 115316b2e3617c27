// A plan for Xapian's own matcher, and an index that it can answer it from: what our matching is held
// against. For one thread.
#pragma once

#include <xapian.h>

#include "searchd/search/plan.h"

namespace vigie::tests {

Xapian::Query to_xapian_query(const PlanNode& node);

/// The documents of `index` at their docids, made anew of their articles, with positions as Xapian
/// keeps them; in memory.
Xapian::Database with_xapians_positions(const Xapian::Database& index);

}  // namespace vigie::tests
