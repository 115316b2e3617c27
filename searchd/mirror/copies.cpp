#include "searchd/mirror/copies.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

#include "searchd/mirror/agreement.h"

namespace vigie {

namespace {

/// A text of fewer words than this is a copy of the same words only: one word may be all that two
/// notices differ in.
constexpr uint32_t kShortWords = 20;
/// One of fewer than this has but a few names, and differs from others of its mould in one.
constexpr uint32_t kBriefWords = 60;
/// No copies of that length or more have fewer pairs of words in common, in per cent.
constexpr uint32_t kLeastPairs = 40;
/// Wire copy is printed within days; what looks alike later is another notice.
constexpr int32_t kBriefDays = 1;
constexpr int32_t kLongDays = 3;  // over a weekend
/// So many figures, all the same, tell even a short text.
constexpr uint32_t kTellingFigures = 3;
/// Of fewer names than this all have to agree; a first word of a sentence may be among them.
constexpr uint32_t kTellingNames = 6;
constexpr uint32_t kFewNames = 3;  // of these, in both texts

/// A place for `key` in a table of `slots`, a power of two.
size_t slot_of(uint32_t key, size_t slots) {
  return ((key * 0x9E3779B97F4A7C15ULL) >> 32U) & (slots - 1);
}

/// Whether they may be of so many days of one another.
bool within(int32_t days, const Original& a, const Original& b) {
  return a.day == kNoDay || b.day == kNoDay || std::abs(a.day - b.day) <= days;
}

bool are_short_copies(const Fingerprint& a, const Fingerprint& b, const Agreement& agreement) {
  const bool unchanged = a.length == b.length && a.text == b.text;
  return (unchanged && a.title == b.title) ||
         (agreement.names.figures >= kTellingFigures && agreement.figures_agree(0) &&
          agreement.names_agree(75) && agreement.pairs >= 60);
}

/// Whether it is a table: of prices, of rates, of results. They differ in a number or two.
bool is_table(const Fingerprint& fingerprint) {
  return is_share(estimate_count(fingerprint.names), fingerprint.words.count, 60);
}

/// How much of two texts has to agree, in per cent; less where even the headline is the same.
struct Demand {
  uint32_t pairs;
  uint32_t words;
  uint32_t both;
  uint32_t names;
};

Demand demand_of(const Fingerprint& a, const Fingerprint& b) {
  Demand demand = a.title == b.title ? Demand{kLeastPairs, 55, 120, 50} : Demand{50, 60, 150, 50};
  if (is_table(a) && is_table(b)) {
    demand.names = 95;
  }
  return demand;
}

bool meets(const Agreement& agreement, const Demand& demand) {
  return agreement.figures_agree(34) && agreement.pairs >= demand.pairs &&
         agreement.words >= demand.words && agreement.both >= demand.both &&
         agreement.names_agree(demand.names);
}

bool are_long_copies(const Fingerprint& a, const Fingerprint& b, const Agreement& agreement) {
  return meets(agreement, demand_of(a, b)) &&
         (a.title == b.title || !name_others(a.names, b.names));
}

bool are_brief_copies(const Fingerprint& a, const Fingerprint& b, const Agreement& agreement) {
  const Common& names = agreement.names;
  if (names.fewer_names >= kTellingNames) {
    return are_long_copies(a, b, agreement);
  }
  const bool few = names.fewer_names < kFewNames;
  const uint32_t missing = few ? names.more_names - names.names : names.fewer_names - names.names;
  return missing <= (a.title == b.title && !few ? 1U : 0U) &&
         agreement.pairs >= (few ? 90U : 70U) && agreement.words >= (few ? 90U : 80U);
}

bool are_reprints(const Agreement& agreement) {
  return agreement.names_agree(95) && agreement.figures_agree(10) && agreement.pairs >= 90 &&
         agreement.words >= 90;
}

/// The key of an original whose meeting_key() too many have: with one of its names, another for
/// each row, since notices of one mould have each their own.
uint32_t crowd_key(const Original& original, size_t row) {
  const Names& names = original.fingerprint.names;
  const auto factor = static_cast<uint32_t>(row * 0x9E38U + 1U);  // odd: another order of the names
  uint32_t least = UINT32_MAX;
  for (uint32_t i = 0; i < names.count; ++i) {
    least = std::min(least, names.hashes[i] * factor & UINT16_MAX);
  }
  return meeting_key(original, row) ^ least * 0x9E3779B1U;
}

/// Finds the copies among originals, row by row of their keys.
class CopySearch {
 public:
  explicit CopySearch(const std::vector<Original>& originals)
      : originals_(originals),
        first_(std::bit_ceil(originals.size() + 1)),
        next_(originals.size()),
        keys_(originals.size()) {}

  std::vector<CopyPair> run() {
    for (size_t row = 0; row < kMeetingRows; ++row) {
      take_keys(row);
      std::fill(first_.begin(), first_.end(), kNone);
      for (uint32_t i = 0; i < originals_.size(); ++i) {
        uint32_t& slot = first_[slot_of(keys_[i], first_.size())];
        compare(i, slot);
        next_[i] = std::exchange(slot, i);
      }
      std::sort(pairs_.begin(), pairs_.end());
      pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }
    return std::move(pairs_);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  void take_keys(size_t row) {
    std::fill(first_.begin(), first_.end(), 0);  // to count who has a slot
    for (uint32_t i = 0; i < originals_.size(); ++i) {
      keys_[i] = meeting_key(originals_[i], row);
      ++first_[slot_of(keys_[i], first_.size())];
    }
    for (uint32_t i = 0; i < originals_.size(); ++i) {
      if (first_[slot_of(keys_[i], first_.size())] > kMostMeeting) {
        keys_[i] = crowd_key(originals_[i], row);
      }
    }
  }

  /// Compares with the nearest of the chain from `other` on that have the same key.
  void compare(uint32_t i, uint32_t other) {
    for (size_t met = 0; other != kNone && met < kMostMeeting; other = next_[other]) {
      if (keys_[other] != keys_[i]) {
        continue;
      }
      ++met;
      if (are_copies(originals_[i], originals_[other])) {
        pairs_.emplace_back(other, i);
      }
    }
  }

  const std::vector<Original>& originals_;
  // Keys and chains are apart from the originals: these are too large for the caches, and only
  // those that meet are looked at.
  std::vector<uint32_t> first_;  // of each slot's chain
  std::vector<uint32_t> next_;
  std::vector<uint32_t> keys_;
  std::vector<CopyPair> pairs_;
};

}  // namespace

bool are_copies(const Original& a, const Original& b) {
  const Fingerprint& one = a.fingerprint;
  const Fingerprint& other = b.fingerprint;
  const uint32_t shorter = std::min(one.length, other.length);
  const uint32_t longer = std::max(one.length, other.length);
  if (a.language != b.language || !is_share(shorter, longer, 40)) {
    return false;
  }
  const bool brief = shorter < kBriefWords;
  if (brief && !within(kBriefDays, a, b)) {
    return false;
  }
  // Most that meet are told apart by this alone.
  if (shorter >= kShortWords && shared_percent(one.pairs, other.pairs) < kLeastPairs) {
    return false;
  }
  const Agreement agreement(one, other);
  if (brief) {
    return shorter < kShortWords ? are_short_copies(one, other, agreement)
                                 : are_brief_copies(one, other, agreement);
  }
  return within(kLongDays, a, b) ? are_long_copies(one, other, agreement) : are_reprints(agreement);
}

uint32_t meeting_key(const Original& original, size_t row) {
  constexpr uint32_t kKeyMask = (1U << 24U) - 1;
  const Fingerprint& fingerprint = original.fingerprint;
  // Short notices of one mould are many, and nothing but the whole text tells them apart.
  if (fingerprint.length < kShortWords && count_figures(fingerprint.names) < kTellingFigures) {
    return (fingerprint.text ^ fingerprint.title) & kKeyMask;
  }
  const auto& pairs = fingerprint.pairs.rows;
  return fingerprint.words.rows[row] | uint32_t{pairs[row]} << 8U |
         uint32_t{pairs[(row + 1) % kSketchRows]} << 16U;
}

std::vector<CopyPair> find_copies(const std::vector<Original>& originals) {
  return CopySearch(originals).run();
}

}  // namespace vigie
