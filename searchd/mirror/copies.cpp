#include "searchd/mirror/copies.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <utility>

namespace vigie {

namespace {

/// A text of fewer words than this is a copy of the same words only: one word may be all that two
/// notices differ in.
constexpr uint32_t kShortWords = 20;
/// One of fewer than this has but a few names, and differs from others of its mould in one.
constexpr uint32_t kBriefWords = 60;
/// Wire copy is printed within days; what looks alike later is another notice.
constexpr int32_t kBriefDays = 1;
constexpr int32_t kLongDays = 3;  // over a weekend
/// So many figures, all the same, tell even a short text.
constexpr uint32_t kTellingFigures = 3;
/// Of fewer names than this all have to agree.
constexpr uint32_t kTellingNames = 5;

/// A place for `key` in a table of `slots`, a power of two.
size_t slot_of(uint32_t key, size_t slots) {
  return ((key * 0x9E3779B97F4A7C15ULL) >> 32U) & (slots - 1);
}

uint32_t equal_rows(const Sketch& a, const Sketch& b) {
  uint32_t equal = 0;
  for (size_t i = 0; i < kSketchRows; ++i) {
    equal += a.rows[i] == b.rows[i] ? 1U : 0U;
  }
  return equal;
}

/// How much of the smaller set the larger one holds, in per cent, estimated: of sets of a and b
/// members with Jaccard coefficient j, j (a + b) / (1 + j) are common.
uint32_t shared_percent(const Sketch& a, const Sketch& b) {
  const uint32_t least = std::min(a.count, b.count);
  if (least == 0) {
    return a.count == b.count ? 100 : 0;
  }
  const uint32_t equal = equal_rows(a, b);
  const uint32_t sum = uint32_t{a.count} + b.count;
  return std::min(100U, equal * sum * 100 / ((uint32_t{kSketchRows} + equal) * least));
}

/// What two Names have in common, as far as both are known.
struct Common {
  uint32_t names = 0;        ///< in both
  uint32_t fewer_names = 0;  ///< in the one that has fewer
  uint32_t more_names = 0;   ///< in the other
  uint32_t figures = 0;      ///< the same of figures only
  uint32_t fewer_figures = 0;
};

/// The hashes of `names` that are at most `limit`.
uint32_t count_to(const Names& names, uint32_t limit, bool figures_only) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < names.count && names.hashes[i] <= limit; ++i) {
    count += !figures_only || is_figure(names.hashes[i]) ? 1U : 0U;
  }
  return count;
}

uint32_t known_to(const Names& names) {
  return names.all ? UINT32_MAX : names.hashes[names.count - 1];
}

Common common_names(const Names& a, const Names& b) {
  const uint32_t limit = std::min(known_to(a), known_to(b));
  Common common;
  for (uint32_t i = 0, j = 0; i < a.count && j < b.count && a.hashes[i] <= limit;) {
    if (a.hashes[i] == b.hashes[j]) {
      ++common.names;
      common.figures += is_figure(a.hashes[i]) ? 1U : 0U;
      ++i;
      ++j;
    } else {
      (a.hashes[i] < b.hashes[j] ? i : j) += 1;
    }
  }
  const uint32_t in_a = count_to(a, limit, false);
  const uint32_t in_b = count_to(b, limit, false);
  common.fewer_names = std::min(in_a, in_b);
  common.more_names = std::max(in_a, in_b);
  common.fewer_figures = std::min(count_to(a, limit, true), count_to(b, limit, true));
  return common;
}

/// Whether they may be of so many days of one another.
bool within(int32_t days, const Original& a, const Original& b) {
  return a.day == kNoDay || b.day == kNoDay || std::abs(a.day - b.day) <= days;
}

bool is_share(uint32_t part, uint32_t whole, uint32_t percent) {
  return part * 100 >= whole * percent;
}

/// How much of two texts has to agree; less where even the headline is the same.
struct Demand {
  uint32_t pairs;
  uint32_t words;
  uint32_t both;
};

Demand demand_of(const Fingerprint& a, const Fingerprint& b) {
  return a.title == b.title ? Demand{40, 55, 120} : Demand{50, 60, 145};
}

/// What two texts have in common, in per cent of the one that has fewer.
struct Agreement {
  explicit Agreement(const Fingerprint& a, const Fingerprint& b)
      : names(common_names(a.names, b.names)),
        pairs(shared_percent(a.pairs, b.pairs)),
        words(shared_percent(a.words, b.words)),
        both(pairs + (names.fewer_names == 0 ? 100 : 100 * names.names / names.fewer_names)) {}

  /// Whether no more than `percent` of the figures contradict one another. A figure that a copy
  /// left out contradicts nothing; notices of one mould have each their own.
  bool figures_agree(uint32_t percent) const {
    return (names.fewer_figures - names.figures) * 100 <= names.fewer_figures * percent;
  }
  bool names_agree(uint32_t percent) const {
    return is_share(names.names, names.fewer_names, percent);
  }

  /// Tables of prices and rates have little but figures, most of them yesterday's.
  bool is_table() const {
    constexpr uint32_t kManyFigures = 8;
    return names.fewer_figures >= kManyFigures && names.fewer_figures * 2 > names.fewer_names;
  }

  bool meets(const Demand& demand) const {
    const uint32_t most_contradicting = is_table() ? 10 : 34;
    return figures_agree(most_contradicting) && pairs >= demand.pairs && words >= demand.words &&
           both >= demand.both;
  }

  Common names;
  uint32_t pairs;
  uint32_t words;
  uint32_t both;  ///< pairs and names added up: one may make up for the other
};

bool are_short_copies(const Fingerprint& a, const Fingerprint& b) {
  const bool unchanged = a.length == b.length && a.text == b.text;
  const Agreement agreement(a, b);
  return (unchanged && a.title == b.title) ||
         (agreement.names.figures >= kTellingFigures && agreement.figures_agree(0) &&
          agreement.names_agree(75) && agreement.pairs >= 60);
}

/// Whether it is a table: of prices, of results. They differ in a number or two.
bool is_mostly_names(const Fingerprint& fingerprint) {
  return is_share(fingerprint.names.count, fingerprint.words.count, 60);
}

bool are_brief_copies(const Fingerprint& a, const Fingerprint& b) {
  const Agreement agreement(a, b);
  const Common& names = agreement.names;
  if (names.fewer_names < kTellingNames) {
    const bool few = names.fewer_names < 2;
    const uint32_t missing = few ? names.more_names - names.names : names.fewer_names - names.names;
    return missing <= (a.title == b.title && !few ? 1U : 0U) &&
           agreement.pairs >= (few ? 90U : 70U) && agreement.words >= (few ? 90U : 80U);
  }
  const bool tables = is_mostly_names(a) && is_mostly_names(b);
  return agreement.names_agree(tables ? 95 : 55) && agreement.meets(demand_of(a, b));
}

bool are_long_copies(const Fingerprint& a, const Fingerprint& b) {
  const Agreement agreement(a, b);
  return agreement.names_agree(50) && agreement.meets(demand_of(a, b));
}

bool are_reprints(const Fingerprint& a, const Fingerprint& b) {
  const Agreement agreement(a, b);
  return agreement.names_agree(95) && agreement.figures_agree(10) && agreement.pairs >= 90 &&
         agreement.words >= 90;
}

uint32_t count_figures(const Names& names) {
  return static_cast<uint32_t>(
      std::count_if(names.hashes.begin(), names.hashes.begin() + names.count, is_figure));
}

/// Whether the two have a key of a row before `row` in common.
bool met_before(const Original& a, const Original& b, size_t row) {
  for (size_t i = 0; i < row; ++i) {
    if (meeting_key(a, i) == meeting_key(b, i)) {
      return true;
    }
  }
  return false;
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
      std::fill(first_.begin(), first_.end(), kNone);
      for (uint32_t i = 0; i < originals_.size(); ++i) {
        keys_[i] = meeting_key(originals_[i], row);
        uint32_t& slot = first_[slot_of(keys_[i], first_.size())];
        compare(i, slot, row);
        next_[i] = std::exchange(slot, i);
      }
    }
    return std::move(pairs_);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;

  /// Compares with those of the chain from `other` on that have the same key.
  void compare(uint32_t i, uint32_t other, size_t row) {
    for (; other != kNone; other = next_[other]) {
      if (keys_[other] == keys_[i] && are_copies(originals_[i], originals_[other]) &&
          !met_before(originals_[i], originals_[other], row)) {
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
  if (shorter < kBriefWords) {
    return within(kBriefDays, a, b) &&
           (shorter < kShortWords ? are_short_copies(one, other) : are_brief_copies(one, other));
  }
  return within(kLongDays, a, b) ? are_long_copies(one, other) : are_reprints(one, other);
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
