// Order over more docids than one window holds, on postings made at random.
#include "searchd/search/order.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "searchd/search/each_docid.h"
#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

constexpr uint32_t kDocids = 60000;

/// A share of the docids from `first` to `last`.
Postings random_postings(double share, std::mt19937& random, uint32_t first = 1,
                         uint32_t last = kDocids) {
  std::bernoulli_distribution holds(share);
  std::geometric_distribution<int> impact(0.05);
  Postings postings;
  for (uint32_t docid = first; docid <= last; ++docid) {
    if (holds(random)) {
      postings.append(docid, static_cast<uint8_t>(std::min(1 + impact(random), 255)));
    }
  }
  postings.finish();
  return postings;
}

Columns random_columns(std::mt19937& random) {
  ColumnsBuilder builder{Columns()};
  for (uint32_t docid = 1; docid <= kDocids; ++docid) {
    ColumnRow row;
    row.time = static_cast<int64_t>(random() % 1000);
    row.day = 20200101 + static_cast<int32_t>(random() % 12) * 100;
    builder.append(docid, row);
  }
  return builder.finish();
}

std::vector<Ranked> one_by_one(const RelevanceOrder& order) {
  std::map<uint32_t, uint32_t> scores;
  for (const uint32_t docid : to_docids(order.matches)) {
    uint32_t& score = scores[docid];
    for (const WeightedWord& word : order.words) {
      uint32_t best = 0;
      for (const WeightedRun& run : word.runs) {
        const auto& docids = run.postings->docids;
        const auto found = std::lower_bound(docids.begin(), docids.end(), docid);
        if (found != docids.end() && *found == docid) {
          best = std::max(best, run.postings->impacts[static_cast<size_t>(found - docids.begin())] *
                                    run.weight);
        }
      }
      score += best;
    }
  }
  return best_of(order, scores);
}

struct OrderRow {
  const char* what;
  std::vector<double> shares;  ///< of the docids that hold each word
  std::vector<uint32_t> weights;
  bool all;  ///< whether only articles with all the words match
};

// Frequent words of little weight are where windows change between looking up and walking through.
const std::vector<OrderRow> kRows = {
    {"one frequent", {0.4}, {700}, false},
    {"two frequent, all", {0.4, 0.3}, {700, 900}, true},
    {"two frequent, any", {0.4, 0.3}, {700, 900}, false},
    {"a rare and a frequent, any", {0.002, 0.5}, {6000, 500}, false},
    {"a rare and a frequent, all", {0.002, 0.5}, {6000, 500}, true},
    {"four of all kinds", {0.5, 0.3, 0.02, 0.0005}, {500, 900, 4000, 7000}, false},
};

TEST(Order, OverManyWindowsAgreesWithOneByOne) {
  std::mt19937 random(31);
  const Columns columns = random_columns(random);
  Snapshot snapshot;
  snapshot.last_day = 20201201;
  for (const OrderRow& row : kRows) {
    std::vector<Postings> postings;
    for (const double share : row.shares) {
      postings.push_back(random_postings(share, random));
    }
    std::vector<WeightedWord> words(postings.size());
    Roaring matches;
    for (size_t i = 0; i < postings.size(); ++i) {
      words[i].runs.push_back({&postings[i], row.weights[i]});
      const Roaring holding(postings[i].size(), postings[i].docids.data());
      matches = row.all && i > 0 ? matches & holding : matches | holding;
    }
    for (const Recency recency : {Recency::kOff, Recency::kStrong}) {
      const RecencyScale scale(recency, snapshot);
      for (const size_t most : {size_t{1}, size_t{10}, size_t{500}}) {
        const RelevanceOrder order{words, matches, columns, scale, most};
        const std::string expected = to_text(one_by_one(order));
        EXPECT_EQ(to_text(order_by_windows(order)), expected) << row.what << " " << most;
        EXPECT_EQ(to_text(order_by_matches(order)), expected) << row.what << " " << most;
      }
    }
  }
}

/// Runs of one word: of the base and of a segment behind it, of translations frequent and rare.
std::vector<Postings> overlapping_runs(std::mt19937& random) {
  std::vector<Postings> runs;
  runs.push_back(random_postings(0.3, random, 1, 50000));
  runs.push_back(random_postings(0.3, random, 50001));
  runs.push_back(random_postings(0.1, random, 20000, 40000));
  runs.push_back(random_postings(0.01, random));
  return runs;
}

TEST(Order, OfWordsWithSeveralRunsAgreesWithOneByOne) {
  std::mt19937 random(32);
  const Columns columns = random_columns(random);
  Snapshot snapshot;
  const RecencyScale scale(Recency::kOff, snapshot);
  for (int round = 0; round < 8; ++round) {
    std::vector<std::vector<Postings>> postings;
    std::vector<WeightedWord> words(1 + random() % 4);
    Roaring matches;
    for (size_t i = 0; i < words.size(); ++i) {
      postings.push_back(overlapping_runs(random));
      words[i].overlapping = true;
      for (const Postings& run : postings.back()) {
        words[i].runs.push_back({&run, 300 + static_cast<uint32_t>(random() % 5000)});
        run.add_to(matches);
      }
    }
    // From all of them to few and to one part of the docids.
    for (const double share : {1.0, 0.2, 0.02, 0.002}) {
      Roaring some;
      random_postings(share, random, 1 + static_cast<uint32_t>(random() % 30000)).add_to(some);
      some &= matches;
      for (const size_t most : {size_t{1}, size_t{10}, size_t{500}}) {
        const RelevanceOrder order{words, some, columns, scale, most};
        const std::string expected = to_text(one_by_one(order));
        ASSERT_EQ(to_text(order_by_windows(order)), expected) << round << " " << share;
        ASSERT_EQ(to_text(order_by_matches(order)), expected) << round << " " << share;
      }
    }
  }
}

}  // namespace
}  // namespace vigie::tests
