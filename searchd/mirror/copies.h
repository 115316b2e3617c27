// Which articles are copies of one another, as far as their fingerprints tell.
//
// Whether two are is decided from these two alone: it is the same whatever else there is, and in
// whatever order they came. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/text/fingerprint.h"

namespace vigie {

inline constexpr int32_t kNoDay = INT32_MIN;

/// What is compared of an article. The language is a number that says which are the same.
struct Original {
  Fingerprint fingerprint;
  uint32_t language = 0;
  int32_t day = kNoDay;  ///< since 1970; kNoDay where undated

  /// Whether there are words to compare.
  bool comparable() const { return fingerprint.words.count > 0; }
};

/// Whether one is a copy of the other: the rule is in the source, with its reasons. Symmetric.
bool are_copies(const Original& a, const Original& b);

inline constexpr size_t kMeetingRows = 24;
/// The keys under which copies meet, one for each of kMeetingRows rows, below 2²⁴: a row of the
/// words' sketch and two of the pairs' (locality-sensitive hashing: Indyk and Motwani 1998). Two
/// articles are compared where they have the key of some row in common.
uint32_t meeting_key(const Original& original, size_t row);

/// The indexes of two originals that are copies.
using CopyPair = std::pair<uint32_t, uint32_t>;

/// So many are compared with one at most for each row: of a mould with more notices not all meet.
inline constexpr size_t kMostMeeting = 256;

/// All pairs of `originals`, all of them comparable, that meet and are copies, each once and in
/// order, the smaller index first. Where more than kMostMeeting have one key, those meet that have
/// a name in common too, the nearest in `originals` first: the work grows no faster than these.
std::vector<CopyPair> find_copies(const std::vector<Original>& originals);

}  // namespace vigie
