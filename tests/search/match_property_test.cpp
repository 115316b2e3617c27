// The match set is held against Xapian's own matcher, the order against a plain exhaustive scorer,
// on random queries over a small vocabulary in which everything comes again and again.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "searchd/query/parser.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/match.h"
#include "searchd/search/order.h"
#include "searchd/search/planner.h"
#include "searchd/search/sequence.h"
#include "tests/search/search_testing.h"
#include "tests/search/xapian_query.h"

namespace vigie::tests {
namespace {

constexpr int kQueries = 1500;

Deadline soon() {
  return std::chrono::steady_clock::now() + std::chrono::minutes(1);
}

std::vector<uint32_t> matched_by_xapian(const PlanNode& node, const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(to_xapian_query(node));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::vector<uint32_t> docids;
  for (auto it = found.begin(); it != found.end(); ++it) {
    docids.push_back(*it);
  }
  std::sort(docids.begin(), docids.end());
  return docids;
}

/// Scores every match from Xapian's own frequencies and lengths, and sorts them all.
std::vector<Ranked> ranked_exhaustively(const RelevanceOrder& order,
                                        const std::vector<ScoredWord>& words,
                                        const LayeredSnapshot& layered) {
  std::map<uint32_t, uint32_t> scores;
  for (const uint32_t docid : to_docids(order.matches)) {
    scores[docid] = 0;
  }
  const auto articles = static_cast<double>(layered.database.get_doccount());
  for (const ScoredWord& word : words) {
    double holding = 0;
    for (const std::string& term : word.terms) {
      holding += layered.database.get_termfreq(term);
    }
    for (size_t i = 0; holding == 0 && i < word.translations.size(); ++i) {
      for (const std::string& term : word.translations[i].terms) {
        holding += layered.database.get_termfreq(term);
      }
    }
    const auto idf_of = [articles](double count) {
      return std::log(1 + (articles - count + 0.5) / (count + 0.5));
    };
    const double idf = idf_of(holding);
    std::vector<ScoredTranslation> weighted = word.translations;
    for (const std::string& term : word.terms) {
      weighted.push_back({{term}, 1});
    }
    std::map<uint32_t, uint32_t> best;
    for (const ScoredTranslation& each : weighted) {
      const bool is_typed =
          std::find(word.terms.begin(), word.terms.end(), each.terms.front()) != word.terms.end();
      double held = 0;
      for (const std::string& term : each.terms) {
        held += layered.database.get_termfreq(term);
      }
      const double own = is_typed ? idf : idf_of(held);
      const auto weight =
          static_cast<uint32_t>(std::lround(each.weight * word.weight * std::min(idf, own) * 1024));
      for (const std::string& term : each.terms) {
        for (auto it = layered.database.postlist_begin(term);
             it != layered.database.postlist_end(term); ++it) {
          best[*it] =
              std::max(best[*it], weight * impact_of(it.get_wdf(), order.columns.norm(*it)));
        }
      }
    }
    for (auto& [docid, score] : scores) {
      score += best.count(docid) > 0 ? best[docid] : 0;
    }
  }
  return best_of(order, scores);
}

TEST(Match, AgreesWithXapiansMatcherOnRandomQueries) {
  std::mt19937 random(11);
  const auto layered = make_layered_snapshot(random);
  ASSERT_GE(layered->snapshot->segments.size(), 2U);
  ASSERT_FALSE(layered->snapshot->dead.isEmpty());
  const Xapian::Database oracle = with_xapians_positions(layered->database);
  Analyzer analyzer;
  size_t matching = 0;
  for (int i = 0; i < kQueries; ++i) {
    const std::string query = random_query(random);
    const MatchMode mode = random() % 2 == 0 ? MatchMode::kAll : MatchMode::kAny;
    TermReader reader(*layered->snapshot, layered->database);
    const Plan plan = Planner(reader, analyzer, mode, true).plan(parse_query(query).expression);
    const std::vector<uint32_t> ours = to_docids(match(plan.tree, reader, soon()));
    ASSERT_EQ(ours, matched_by_xapian(plan.tree, oracle)) << query;
    matching += ours.empty() ? 0 : 1;
  }
  EXPECT_GT(matching, kQueries / 2) << "queries that match nothing prove nothing";
}

TEST(Match, FindsPhrasesThatArticlesHold) {
  std::mt19937 random(14);
  const auto layered = make_layered_snapshot(random);
  const Xapian::Database oracle = with_xapians_positions(layered->database);
  Analyzer analyzer;
  size_t matching = 0;
  for (const Article& article : random_articles(random, "phrases", 300)) {
    size_t end = 0;
    for (size_t words = 2 + random() % 3; words > 0; --words) {
      end = article.body.find(' ', end + 1);
    }
    const std::string query = '"' + article.body.substr(0, end) + '"';
    TermReader reader(*layered->snapshot, layered->database);
    const Plan plan =
        Planner(reader, analyzer, MatchMode::kAll, false).plan(parse_query(query).expression);
    const std::vector<uint32_t> ours = to_docids(match(plan.tree, reader, soon()));
    ASSERT_EQ(ours, matched_by_xapian(plan.tree, oracle)) << query;
    matching += ours.empty() ? 0 : 1;
  }
  EXPECT_GT(matching, 30U);
}

TEST(Match, LooksAtPositionsNoLongerThanItMay) {
  std::mt19937 random(15);
  const auto layered = make_layered_snapshot(random);
  TermReader reader(*layered->snapshot, layered->database);
  const std::vector<std::string> terms = {"Fdron", "Fmissil"};
  for (const uint32_t window : {0U, 5U}) {
    EXPECT_NO_THROW(match_sequence(terms, window, layered->snapshot->live, reader, soon()));
    const Deadline past = std::chrono::steady_clock::now() - std::chrono::seconds(1);
    EXPECT_THROW(match_sequence(terms, window, layered->snapshot->live, reader, past), Unavailable);
  }
}

TEST(Order, AgreesWithAnExhaustiveScorerOnRandomQueries) {
  std::mt19937 random(12);
  const auto layered = make_layered_snapshot(random);
  Analyzer analyzer;
  for (int i = 0; i < kQueries; ++i) {
    const std::string query = random_query(random) + " " + random_query(random);
    TermReader reader(*layered->snapshot, layered->database);
    const Plan plan =
        Planner(reader, analyzer, MatchMode::kAny, true).plan(parse_query(query).expression);
    const Roaring matches = match(plan.tree, reader, soon());
    const std::vector<WeightedWord> words = weigh(plan.words, reader);
    const RecencyScale recency(static_cast<Recency>(random() % 3), *layered->snapshot);
    const size_t most = std::vector<size_t>{1, 3, 10, 1000}[random() % 4];
    const RelevanceOrder order{words, matches, layered->snapshot->columns, recency, most};
    const std::string expected = to_text(ranked_exhaustively(order, plan.words, *layered));
    ASSERT_EQ(to_text(order_by_windows(order)), expected) << query << " " << most;
    ASSERT_EQ(to_text(order_by_matches(order)), expected) << query << " " << most;
  }
}

TEST(Order, OfASnapshotBuiltPieceByPieceIsThatOfOneBuiltAtOnce) {
  std::mt19937 random(13);
  const auto layered = make_layered_snapshot(random);
  const auto whole = layered->index.snapshot();
  ASSERT_TRUE(whole->segments.empty());
  Analyzer analyzer;
  for (int i = 0; i < 200; ++i) {
    const std::string query = random_query(random);
    std::vector<std::string> results;
    for (const Snapshot* snapshot : {layered->snapshot.get(), whole.get()}) {
      TermReader reader(*snapshot, layered->database);
      const Plan plan =
          Planner(reader, analyzer, MatchMode::kAny, true).plan(parse_query(query).expression);
      results.push_back(std::to_string(match(plan.tree, reader, soon()).cardinality()));
      for (const Ranked& ranked :
           order_by_date(match(plan.tree, reader, soon()), snapshot->columns, i % 2 == 0, 20)) {
        results.back() += " " + std::to_string(ranked.docid);
      }
    }
    ASSERT_EQ(results[0], results[1]) << query;
  }
}

TEST(Order, ByDatePutsUndatedLastBothWays) {
  std::mt19937 random(14);
  const auto layered = make_layered_snapshot(random);
  const Snapshot& snapshot = *layered->snapshot;
  for (const bool newest_first : {true, false}) {
    const std::vector<Ranked> ranked =
        order_by_date(snapshot.live, snapshot.columns, newest_first, 10000);
    ASSERT_EQ(ranked.size(), snapshot.article_count());
    bool undated = false;
    for (size_t i = 1; i < ranked.size(); ++i) {
      const int64_t before = snapshot.columns.time(ranked[i - 1].docid);
      const int64_t after = snapshot.columns.time(ranked[i].docid);
      undated = undated || before == kUndatedTime;
      if (undated) {
        EXPECT_EQ(after, kUndatedTime);
      } else if (after != kUndatedTime) {
        EXPECT_TRUE(newest_first ? before >= after : before <= after);
      }
    }
    EXPECT_TRUE(undated);
  }
}

}  // namespace
}  // namespace vigie::tests
