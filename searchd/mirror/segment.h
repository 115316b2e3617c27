// A segment: the articles of a few commits, wholly in memory, built from their own term lists.
//
// New articles come as segments behind the base; neighbours are merged as they grow (each at least
// twice the next), so that there are few. Immutable once made: any thread may read.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/positions/document_positions.h"
#include "searchd/mirror/columns.h"
#include "searchd/mirror/positions.h"
#include "searchd/mirror/postings.h"
#include "searchd/mirror/vocabulary.h"

namespace vigie {

struct TailSegment {
  uint32_t articles = 0;
  std::unordered_map<std::string, Postings> terms;
  PositionsByTerm positions;
  Vocabulary words;
  uint64_t bytes = 0;

  /// Nothing where no article of the segment has the term.
  const Postings* find(const std::string& term) const;
};

/// The segment of `docids` (ascending), whose columns are there already. `database` is in the folder
/// `path`. Throws what Xapian throws.
TailSegment make_segment(const Xapian::Database& database, const std::string& path,
                         const std::vector<uint32_t>& docids, const Columns& columns);

/// One segment of two; every docid of `newer` is above those of `older`.
TailSegment merge_segments(const TailSegment& older, const TailSegment& newer);

}  // namespace vigie
