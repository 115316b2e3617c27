// Positions: where in its articles one term stands, in memory; for phrases of frequent words, which
// Xapian would read a list at a time from disk blocks for every article that holds them all.
//
// Copied once from the index, then immutable: any thread may read them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searchd/mirror/postings.h"

namespace vigie {

struct Positions {
  /// Of the posting at each index: where its places begin; one more at the end.
  std::vector<uint32_t> begins = {0};
  std::vector<uint32_t> places;  ///< ascending within a posting

  size_t bytes() const {
    return sizeof *this + (begins.capacity() + places.capacity()) * sizeof(uint32_t);
  }
};

/// Those of the term's `postings`, from the database in the folder `path` as it is now: articles
/// deleted since have none. Throws what glass::TableReader throws.
Positions load_positions(const Postings& postings, const std::string& path,
                         const std::string& term);

}  // namespace vigie
