// Order: the best of the matching articles, by relevance or by date.
//
// Relevance is BM25 over impacts (Anh and Moffat 2005): an article's score is the sum over the
// query's words of weight x idf x the largest impact among the word's terms. A word has one idf,
// from the number of articles that hold any of its terms as typed, so that neither language is
// favoured and a common translation devalues nothing; a translation that is more common than the
// word counts for what it is itself, or every article that holds it would stand above the others.
// Exact: the same articles in the same order as scoring every match. For one thread.
#pragma once

#include <algorithm>
#include <climits>
#include <cstdint>
#include <roaring/roaring.hh>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/plan.h"
#include "searchd/search/ranking.h"
#include "searchd/search/request.h"

namespace vigie {

/// What a WeightedRun::weight of 1 is worth as weight x idf.
inline constexpr double kWeightUnit = 1.0 / 1024.0;
/// What a Ranked::score of 1 is worth as the score of an answer.
inline constexpr double kScoreUnit = kWeightUnit / 255.0;

/// Postings of a word and what their impacts weigh: weight x idf, in kWeightUnit.
struct WeightedRun {
  const Postings* postings;
  uint32_t weight;
};

/// An article's score by a word is the largest of its runs.
struct WeightedWord {
  std::vector<WeightedRun> runs;
  bool overlapping = false;  ///< some article may be in several runs
};

/// The words that weigh anything, with their idf. Valid for as long as the reader.
std::vector<WeightedWord> weigh(const std::vector<ScoredWord>& words, TermReader& reader);

/// How an article's age scales its score, in 1/256: by its day, against the newest of the index.
class RecencyScale {
 public:
  RecencyScale(Recency recency, const Snapshot& snapshot);
  uint32_t scaled(uint32_t score, uint16_t month) const {
    if (by_age_.empty()) {
      return score;
    }
    const int age = month == 0 ? INT_MAX : std::max(newest_ - month, 0);
    const size_t at = std::min(static_cast<size_t>(age), by_age_.size() - 1);
    return static_cast<uint32_t>((static_cast<uint64_t>(score) * by_age_[at]) >> 8U);
  }

 private:
  int newest_ = 0;                // month_number() of the index's last day
  std::vector<uint16_t> by_age_;  // in months, the last one for all above; empty: off
};

struct RelevanceOrder {
  const std::vector<WeightedWord>& words;
  const Roaring& matches;
  const Columns& columns;
  const RecencyScale& recency;
  size_t most;
};

/// The best `most` matches by relevance: MaxScore (Turtle and Flood 1995) in the windows of docids
/// whose bounds reach the threshold (Ding and Suel 2011), or, where the matches are few beside the
/// words' postings, by scoring each.
std::vector<Ranked> order_by_relevance(const RelevanceOrder& order);

/// The two ways of it, for tests and measurement; they agree exactly.
std::vector<Ranked> order_by_windows(const RelevanceOrder& order);
std::vector<Ranked> order_by_matches(const RelevanceOrder& order);

/// The first `most` matches by date; score 0.
std::vector<Ranked> order_by_date(const Roaring& matches, const Columns& columns, bool newest_first,
                                  size_t most);

}  // namespace vigie
