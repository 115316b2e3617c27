// Holding an index against its contract (schema.h), and mending what can be mended.
//
// The stored article is the source of truth: each is analysed anew and everything the index says of
// it compared. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/index_directory.h"

namespace vigie {

/// Something that is not as it must be, in one sentence.
struct Finding {
  std::string what;
  bool repairable;  ///< repair_index() mends it
};

/// Gets the articles done and in all.
using CheckProgress = std::function<void(uint64_t, uint64_t)>;

/// Everything wrong with the index, nothing where it is whole. Locks out writers meanwhile, if it
/// has the right to; changes nothing. Throws IndexError where there is no index, no right to read
/// it, or another writer at work.
std::vector<Finding> check_index(const IndexDirectory& directory, const CheckProgress& progress);

struct Repair {
  std::vector<std::string> done;  ///< each one sentence
  std::vector<Finding> left;      ///< what could not be mended, with the remedy
};

/// Mends what is repairable: makes a lost stub anew, removes what crashed writers left, takes out
/// articles that cannot be read and all but the last of those with one id, indexes damaged ones
/// anew; where Xapian's own tables are damaged and all articles can be read, builds the index anew
/// from them. Throws IndexError as check_index() does.
Repair repair_index(const IndexDirectory& directory, const CheckProgress& progress);

}  // namespace vigie
