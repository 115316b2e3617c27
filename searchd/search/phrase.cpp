#include "searchd/search/phrase.h"

#include <algorithm>
#include <memory>

namespace vigie {

namespace {

/// A term's postings and positions, walked through by ascending docids.
class PlaceCursor {
 public:
  PlaceCursor(std::shared_ptr<const Postings> postings, std::shared_ptr<const Positions> positions)
      : postings_(std::move(postings)), positions_(std::move(positions)) {}

  /// Moves on to `docid`, which holds the term and comes after the one before. It is mostly near:
  /// a few steps, then ever longer ones.
  void seek(uint32_t docid) {
    constexpr size_t kNear = 8;
    const std::vector<uint32_t>& docids = postings_->docids;
    for (size_t step = 0; step < kNear && docids[index_] < docid; ++step) {
      ++index_;
    }
    if (docids[index_] < docid) {
      gallop(docid);
    }
    at_ = begin();
  }

  const uint32_t* begin() const { return places() + positions_->begins[index_]; }
  const uint32_t* end() const { return places() + positions_->begins[index_ + 1]; }

  /// Whether the term stands at `place`, which is above the one asked for before.
  bool is_at(uint32_t place) {
    while (at_ != end() && *at_ < place) {
      ++at_;
    }
    return at_ != end() && *at_ == place;
  }

 private:
  void gallop(uint32_t docid) {
    const std::vector<uint32_t>& docids = postings_->docids;
    size_t step = 1;
    while (index_ + step < docids.size() && docids[index_ + step] <= docid) {
      index_ += step;
      step *= 2;
    }
    const auto begin = docids.begin() + static_cast<std::ptrdiff_t>(index_);
    const auto end =
        docids.begin() + static_cast<std::ptrdiff_t>(std::min(index_ + step, docids.size()));
    index_ = static_cast<size_t>(std::lower_bound(begin, end, docid) - docids.begin());
  }

  const uint32_t* places() const { return positions_->places.data(); }

  std::shared_ptr<const Postings> postings_;    // shared: with their cache
  std::shared_ptr<const Positions> positions_;  // likewise
  size_t index_ = 0;
  const uint32_t* at_ = nullptr;  // a place of the article
};

/// Whether the terms stand one after the other somewhere in the article that all are at.
bool is_phrase(std::vector<PlaceCursor>& terms) {
  return std::any_of(terms.front().begin(), terms.front().end(), [&terms](uint32_t place) {
    return std::all_of(terms.begin() + 1, terms.end(),
                       [&place](PlaceCursor& term) { return term.is_at(++place); });
  });
}

}  // namespace

std::optional<Roaring> match_phrase(const std::vector<std::string>& terms,
                                    const Roaring& candidates, TermReader& reader) {
  if (candidates.isEmpty()) {
    return Roaring();
  }
  constexpr uint64_t kWorthReading = 32;  // Xapian's reading of one article costs as much
  const uint64_t most = kWorthReading * candidates.cardinality();
  std::vector<PlaceCursor> cursors;
  for (const std::string& term : terms) {
    std::shared_ptr<const Positions> positions = reader.positions(term, most);
    if (positions) {
      cursors.emplace_back(reader.postings(term).base, std::move(positions));
    }
  }
  if (cursors.size() < terms.size()) {
    return std::nullopt;
  }
  Roaring result;
  for (const uint32_t docid : candidates) {
    for (PlaceCursor& cursor : cursors) {
      cursor.seek(docid);
    }
    if (is_phrase(cursors)) {
      result.add(docid);
    }
  }
  return result;
}

}  // namespace vigie
