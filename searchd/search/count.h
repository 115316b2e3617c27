// Count: facets and timeline of a match set, from the columns. For one thread.
#pragma once

#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/answer.h"
#include "searchd/search/request.h"

namespace vigie {

/// What one facet counts: the matches without regard to the facet's own selection.
struct FacetRequest {
  Facet facet;
  uint32_t size;                      ///< values at most, besides those selected
  std::vector<std::string> selected;  ///< as fold_name() writes them
};

/// The values of one facet over `matches` (docids, ascending), by count, then value; selected ones
/// are always among them.
FacetAnswer count_facet(const std::vector<uint32_t>& matches, const Snapshot& snapshot,
                        const FacetRequest& request);

/// Bars over the span of `matches`, its interval so that they are some 10 to 60; empty ones between
/// included.
Timeline count_timeline(const std::vector<uint32_t>& matches, const Snapshot& snapshot);

}  // namespace vigie
