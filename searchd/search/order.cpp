#include "searchd/search/order.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

/// Matches that cost less scored one by one than the windows' bounds.
bool are_few(const RelevanceOrder& order) {
  constexpr uint64_t kCostOfSeeking = 500;
  uint64_t postings = 0;
  for (const WeightedWord& word : order.words) {
    for (const WeightedRun& run : word.runs) {
      postings += run.postings->size();
    }
  }
  return order.matches.cardinality() * kCostOfSeeking < postings;
}

double idf_of(uint64_t holding, const TermReader& reader) {
  const auto articles = static_cast<double>(reader.snapshot().article_count());
  const double count = std::min(static_cast<double>(holding), articles);
  return std::log(1.0 + (articles - count + 0.5) / (count + 0.5));
}

/// Those that hold several of the terms count for each.
uint64_t articles_with(const std::vector<std::string>& terms, TermReader& reader) {
  return std::accumulate(
      terms.begin(), terms.end(), uint64_t{0},
      [&reader](uint64_t sum, const std::string& term) { return sum + reader.live_count(term); });
}

/// Of the articles that hold the word as typed; where none does, of the likeliest of its
/// translations that any holds.
double idf_of(const ScoredWord& word, TermReader& reader) {
  uint64_t holding = articles_with(word.terms, reader);
  for (size_t i = 0; holding == 0 && i < word.translations.size(); ++i) {
    holding = articles_with(word.translations[i].terms, reader);
  }
  return idf_of(holding, reader);
}

void add_runs(const std::string& term, uint32_t steps, TermReader& reader, WeightedWord& word) {
  for (const Postings* run : reader.postings(term).runs) {
    if (steps > 0 && !run->impacts.empty()) {
      word.runs.push_back({run, steps});
    }
  }
}

void add_runs(const std::vector<std::string>& terms, double weight, TermReader& reader,
              WeightedWord& word) {
  constexpr double kMostWeight = 16 * 20;  // scores stay within 32 bits
  const auto steps =
      static_cast<uint32_t>(std::lround(std::min(weight, kMostWeight) / kWeightUnit));
  for (const std::string& term : terms) {
    add_runs(term, steps, reader, word);
  }
}

}  // namespace

std::vector<WeightedWord> weigh(const std::vector<ScoredWord>& words, TermReader& reader) {
  std::vector<WeightedWord> result;
  for (const ScoredWord& word : words) {
    const double idf = idf_of(word, reader);
    WeightedWord weighted;
    add_runs(word.terms, word.weight * idf, reader, weighted);
    weighted.overlapping = !word.translations.empty();
    for (const ScoredTranslation& translation : word.translations) {
      const double own = idf_of(articles_with(translation.terms, reader), reader);
      add_runs(translation.terms, translation.weight * word.weight * std::min(idf, own), reader,
               weighted);
    }
    if (!weighted.runs.empty()) {
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
  newest_ = month_number(snapshot.last_day);
  const auto least = static_cast<uint16_t>(std::lround(256 * floor));
  do {
    const auto age = static_cast<double>(by_age_.size());
    const double share = floor + (1 - floor) * std::exp2(-age / half_life);
    by_age_.push_back(static_cast<uint16_t>(std::lround(256 * share)));
  } while (by_age_.back() != least);
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
