#include "searchd/search/sequence.h"

#include <algorithm>

#include "searchd/search/each_docid.h"
#include "searchd/search/place_cursor.h"

namespace vigie {

namespace {

using Cursors = std::vector<PlaceCursor>;

/// Whether the terms stand one after the other somewhere in the article that all are at.
bool is_phrase(Cursors& terms) {
  return std::any_of(terms.front().begin(), terms.front().end(), [&terms](uint32_t place) {
    return std::all_of(terms.begin() + 1, terms.end(), [&place](PlaceCursor& term) {
      const uint32_t* const at = term.skip_to(++place);
      return at != term.end() && *at == place;
    });
  });
}

/// Gives each term a place of its own in [first, first + window), where that can be done: a maximum
/// matching of terms and places (Kuhn 1955).
class Places {
 public:
  Places(const Cursors& terms, uint32_t first, uint32_t window)
      : terms_(terms), first_(first), taken_by_(window, kFree) {}

  bool give_each() {
    for (size_t term = 0; term < terms_.size(); ++term) {
      asked_.assign(taken_by_.size(), false);
      if (!give(term)) {
        return false;
      }
    }
    return true;
  }

 private:
  static constexpr size_t kFree = SIZE_MAX;

  /// Gives the term a place that is free, or whose term can be given another.
  bool give(size_t term) {
    const uint32_t* const end = terms_[term].end();
    for (const uint32_t* at = std::lower_bound(terms_[term].begin(), end, first_);
         at != end && *at - first_ < taken_by_.size(); ++at) {
      const size_t place = *at - first_;
      if (asked_[place]) {
        continue;
      }
      asked_[place] = true;
      if (taken_by_[place] == kFree || give(taken_by_[place])) {
        taken_by_[place] = term;
        return true;
      }
    }
    return false;
  }

  const Cursors& terms_;
  const uint32_t first_;
  std::vector<size_t> taken_by_;  ///< by place
  std::vector<bool> asked_;
};

/// Whether all terms have a place in [first, first + window), be it one for several.
bool all_within(Cursors& terms, uint32_t first, uint32_t window) {
  return std::all_of(terms.begin(), terms.end(), [first, window](PlaceCursor& term) {
    const uint32_t* const at = term.skip_to(first);
    return at != term.end() && *at - first < window;
  });
}

/// The lowest place at or above `from`, of any term; 0 where there is none.
uint32_t next_place(Cursors& terms, uint32_t from) {
  uint32_t next = 0;
  for (PlaceCursor& term : terms) {
    const uint32_t* const at = term.skip_to(from);
    if (at != term.end() && (next == 0 || *at < next)) {
      next = *at;
    }
  }
  return next;
}

/// Whether the terms stand within `window` words somewhere in the article that all are at.
bool are_near(Cursors& terms, uint32_t window) {
  for (uint32_t first = next_place(terms, 1); first != 0; first = next_place(terms, first + 1)) {
    if (all_within(terms, first, window) && Places(terms, first, window).give_each()) {
      return true;
    }
  }
  return false;
}

}  // namespace

Roaring match_sequence(const std::vector<std::string>& terms, uint32_t window,
                       const Roaring& candidates, TermReader& reader, Deadline deadline) {
  if (candidates.isEmpty()) {
    return {};
  }
  Cursors cursors;
  for (const std::string& term : terms) {
    cursors.emplace_back(reader.positions(term, candidates));
  }
  const uint32_t words = std::max(window, static_cast<uint32_t>(terms.size()));
  Roaring result;
  constexpr size_t kBetweenLooks = 1024;  // articles; the clock costs as much as one
  const std::vector<uint32_t> docids = to_docids(candidates);
  for (size_t i = 0; i < docids.size(); ++i) {
    if (i % kBetweenLooks == 0) {
      require_time(deadline);
    }
    const uint32_t docid = docids[i];
    const bool known = std::all_of(cursors.begin(), cursors.end(),
                                   [docid](PlaceCursor& cursor) { return cursor.seek(docid); });
    if (known && (window == 0 ? is_phrase(cursors) : are_near(cursors, words))) {
      result.add(docid);
    }
  }
  return result;
}

}  // namespace vigie
