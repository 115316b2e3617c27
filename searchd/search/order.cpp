#include "searchd/search/order.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

constexpr double kWeightSteps = 1024;

/// Matches that cost less scored one by one than the postings walked through.
bool are_few(const RelevanceOrder& order) {
  constexpr uint64_t kCostOfSeeking = 8;
  uint64_t postings = 0;
  for (const WeightedWord& word : order.words) {
    for (const Postings* run : word.runs) {
      postings += run->size();
    }
  }
  return order.matches.cardinality() * kCostOfSeeking < postings;
}

void add_runs_with_impacts(const TermPostings& postings, std::vector<const Postings*>& runs) {
  std::copy_if(postings.runs.begin(), postings.runs.end(), std::back_inserter(runs),
               [](const Postings* run) { return !run->impacts.empty(); });
}

}  // namespace

std::vector<WeightedWord> weigh(const std::vector<ScoredWord>& words, TermReader& reader) {
  const auto articles = static_cast<double>(reader.snapshot().article_count());
  std::vector<WeightedWord> result;
  for (const ScoredWord& word : words) {
    WeightedWord weighted;
    double holding = 0;
    for (const std::string& term : word.terms) {
      holding += static_cast<double>(reader.live_count(term));
      add_runs_with_impacts(reader.postings(term), weighted.runs);
    }
    holding = std::min(holding, articles);
    const double idf = std::log(1.0 + (articles - holding + 0.5) / (holding + 0.5));
    weighted.weight =
        static_cast<uint32_t>(std::lround(std::min(word.weight, 16.0) * idf * kWeightSteps));
    if (weighted.weight > 0 && !weighted.runs.empty()) {
      result.push_back(std::move(weighted));
    }
  }
  return result;
}

RecencyScale::RecencyScale(Recency recency, const Snapshot& snapshot) {
  if (recency == Recency::kOff) {
    return;
  }
  // What is left of a score at any age, and the months in which the rest halves.
  const double floor = recency == Recency::kMild ? 0.75 : 0.3;
  const double half_life = recency == Recency::kMild ? 12 : 6;
  const uint16_t newest = month_number(snapshot.last_day);
  by_month_.resize(size_t{kLastMonth} + 1);
  for (size_t month = 0; month < by_month_.size(); ++month) {
    const double age =
        newest > month ? static_cast<double>(newest) - static_cast<double>(month) : 0;
    const double share = month == 0 ? floor : floor + (1 - floor) * std::exp2(-age / half_life);
    by_month_[month] = static_cast<uint16_t>(std::lround(256 * share));
  }
}

std::vector<Ranked> order_by_relevance(const RelevanceOrder& order) {
  return are_few(order) ? order_by_matches(order) : order_by_windows(order);
}

std::vector<Ranked> order_by_date(const Roaring& matches, const Columns& columns, bool newest_first,
                                  size_t most) {
  TopRanked top(most);
  each_docid(matches, columns, [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
    for (uint32_t i = 0; i < n; ++i) {
      const int64_t time = chunk.time[Columns::index_of(docids[i])];
      const bool keep = newest_first || time == kUndatedTime;
      top.offer({0, keep ? time : -time, docids[i]});
    }
  });
  return top.take();
}

}  // namespace vigie
