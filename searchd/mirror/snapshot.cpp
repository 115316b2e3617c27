#include "searchd/mirror/snapshot.h"

#include <algorithm>
#include <map>

namespace vigie {

namespace {

Postings load_postings(const Snapshot& snapshot, const Xapian::Database& database,
                       const std::string& term) {
  Postings postings;
  const uint32_t last = snapshot.base->last_docid;
  const Columns& columns = snapshot.columns;
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    if (*it > last) {
      break;
    }
    postings.append(*it, impact_of(it.get_wdf(), columns.norm(*it)));
  }
  postings.finish();
  return postings;
}

uint64_t count_in(const Roaring& dead, const Postings& postings) {
  if (postings.bitmap) {
    return postings.bitmap->and_cardinality(dead);
  }
  uint64_t count = 0;
  for (const uint32_t docid : postings.docids) {
    count += dead.contains(docid) ? 1 : 0;
  }
  return count;
}

}  // namespace

uint64_t Snapshot::bytes() const {
  uint64_t total = base->cache.bytes() + base->positions.bytes() + base->words.bytes() +
                   columns.bytes() + clusters.bytes() + live.getSizeInBytes(false) +
                   dead.getSizeInBytes(false);
  for (const auto& [term, positions] : base->recent_positions) {
    total += term.capacity() + positions.bytes();
  }
  for (const auto& segment : segments) {
    total += segment->bytes;
  }
  return total;
}

uint64_t TermPostings::size() const {
  uint64_t total = 0;
  for (const Postings* run : runs) {
    total += run->size();
  }
  return total;
}

const TermPostings& TermReader::postings(const std::string& term) {
  const auto known = terms_.find(term);
  if (known != terms_.end()) {
    return known->second;
  }
  TermPostings result;
  result.base = snapshot_.base->cache.get(
      term, [this, &term] { return load_postings(snapshot_, database_, term); });
  if (!result.base->empty()) {
    result.runs.push_back(result.base.get());
  }
  for (const auto& segment : snapshot_.segments) {
    if (const Postings* run = segment->find(term)) {
      result.runs.push_back(run);
    }
  }
  return terms_.emplace(term, std::move(result)).first->second;
}

TermPositions TermReader::positions(const std::string& term, const Roaring& wanted) {
  const Base& base = *snapshot_.base;
  TermPositions found;
  const auto add = [&found, &term](const PositionsByTerm& positions) {
    if (const auto of_term = positions.find(term); of_term != positions.end()) {
      found.runs.push_back(&of_term->second);
    }
  };
  found.filed = filed_positions(term, wanted);
  if (found.filed && !found.filed->docids.empty()) {
    found.runs.push_back(found.filed.get());
  }
  add(base.recent_positions);
  for (const auto& segment : snapshot_.segments) {
    add(segment->positions);
  }
  return found;
}

/// Null where no article of `wanted` is in the file. Where many are, those of all articles are read
/// and kept; where few are, what they need.
std::shared_ptr<const Positions> TermReader::filed_positions(const std::string& term,
                                                             const Roaring& wanted) {
  constexpr uint64_t kWorthReading = 256;  // articles of one term; finding one costs as much
  const Base& base = *snapshot_.base;
  const uint64_t articles = wanted.rank(base.last_filed);
  if (articles == 0) {
    return nullptr;
  }
  if (std::shared_ptr<const Positions> kept = base.positions.find(term)) {
    return kept;
  }
  const size_t holding = postings(term).base->size();
  if (holding > kWorthReading * articles) {
    return std::make_shared<const Positions>(
        load_positions(*base.position_file, term, holding, &wanted));
  }
  return base.positions.keep(term, load_positions(*base.position_file, term, holding, nullptr));
}

uint64_t TermReader::live_count(const std::string& term) {
  const TermPostings& found = postings(term);
  uint64_t count = found.size();
  if (!snapshot_.dead.isEmpty()) {
    for (const Postings* run : found.runs) {
      count -= count_in(snapshot_.dead, *run);
    }
  }
  return count;
}

void TermReader::add_articles(const std::string& term, Roaring& set) {
  for (const Postings* run : postings(term).runs) {
    run->add_to(set);
  }
}

WordExpansion expand_prefix(const Snapshot& snapshot, std::string_view prefix, size_t most) {
  std::map<std::string, uint32_t, std::less<>> counts;
  const auto gather = [&counts, prefix](const Vocabulary& words) {
    const auto [first, last] = words.range(prefix);
    for (size_t i = first; i < last; ++i) {
      counts[std::string(words.word(i))] += words.count(i);
    }
  };
  gather(snapshot.base->words);
  for (const auto& segment : snapshot.segments) {
    gather(segment->words);
  }
  WordExpansion expansion;
  expansion.total = counts.size();
  expansion.words.assign(counts.begin(), counts.end());
  const auto more_frequent = [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  };
  const size_t kept = std::min(most, expansion.words.size());
  std::partial_sort(expansion.words.begin(),
                    expansion.words.begin() + static_cast<std::ptrdiff_t>(kept),
                    expansion.words.end(), more_frequent);
  expansion.words.resize(kept);
  return expansion;
}

uint32_t word_count(const Snapshot& snapshot, std::string_view word) {
  uint32_t count = snapshot.base->words.count_of(word);
  for (const auto& segment : snapshot.segments) {
    count += segment->words.count_of(word);
  }
  return count;
}

}  // namespace vigie
