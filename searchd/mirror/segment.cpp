#include "searchd/mirror/segment.h"

#include <algorithm>
#include <string_view>

namespace vigie {

namespace {

/// The terms of `segment` that begin with a prefix, sorted, as make_vocabulary() wants them.
std::vector<TermCount> terms_with_prefix(const TailSegment& segment, const std::string& prefix) {
  std::vector<TermCount> result;
  for (const auto& [term, postings] : segment.terms) {
    if (term.compare(0, prefix.size(), prefix) == 0) {
      result.push_back({term, static_cast<uint32_t>(postings.size())});
    }
  }
  std::sort(result.begin(), result.end(),
            [](const TermCount& a, const TermCount& b) { return a.term < b.term; });
  return result;
}

void finish(TailSegment& segment) {
  segment.bytes = 0;
  for (auto& [term, postings] : segment.terms) {
    postings.finish();
    segment.bytes += postings.bytes() + term.capacity() + 64;
  }
  for (auto& [term, positions] : segment.positions) {
    positions.shrink();
    segment.bytes += positions.bytes() + term.capacity() + 64;
  }
  segment.words = make_vocabulary(
      [&segment](const std::string& prefix) { return terms_with_prefix(segment, prefix); });
  segment.bytes += segment.words.bytes();
}

void append_all(const TailSegment& from, TailSegment& to) {
  for (const auto& [term, postings] : from.terms) {
    Postings& target = to.terms[term];
    for (size_t i = 0; i < postings.size(); ++i) {
      target.append(postings.docids[i],
                    postings.impacts.empty() ? uint8_t{0} : postings.impacts[i]);
    }
  }
  for (const auto& [term, positions] : from.positions) {
    to.positions[term].append(positions);
  }
}

}  // namespace

const Postings* TailSegment::find(const std::string& term) const {
  const auto found = terms.find(term);
  return found == terms.end() ? nullptr : &found->second;
}

TailSegment make_segment(const Xapian::Database& database, const std::string& path,
                         const std::vector<uint32_t>& docids, const Columns& columns) {
  DocumentPositions positions(database, path);
  TailSegment segment;
  segment.articles = static_cast<uint32_t>(docids.size());
  for (const uint32_t docid : docids) {
    const float norm = columns.norm(docid);
    for (auto it = database.termlist_begin(docid); it != database.termlist_end(docid); ++it) {
      segment.terms[*it].append(docid, impact_of(it.get_wdf(), norm));
    }
    positions.each(docid, [&](const std::string& term, std::string_view packed) {
      segment.positions[term].append(docid, packed);
    });
  }
  finish(segment);
  return segment;
}

TailSegment merge_segments(const TailSegment& older, const TailSegment& newer) {
  TailSegment merged;
  merged.articles = older.articles + newer.articles;
  append_all(older, merged);
  append_all(newer, merged);
  finish(merged);
  return merged;
}

}  // namespace vigie
