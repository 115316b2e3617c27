#include "searchd/search/sums.h"

#include <gtest/gtest.h>

#include <map>

#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"
#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

/// Five articles with sums, and one without.
std::unique_ptr<TestIndex> index_with_sums() {
  auto index = std::make_unique<TestIndex>();
  index->add({
      make_article("dga", "fr", "La DGA commande des drones",
                   "Un contrat de 200 millions d'euros, dont 3 M€ cette année."),
      make_article("army", "en", "Army orders drones",
                   "A $1.2 billion contract; the first lot costs $95 million."),
      make_article("mixed", "en", "Two currencies",
                   "Worth $5 million or 4.6 million euros, and 4.6 million euros again."),
      make_article("zloty", "en", "Poland buys drones", "The order costs 35 mln zł."),
      make_article("small", "fr", "Petite facture", "La facture est de 900 euros."),
      make_article("none", "fr", "Aucune somme", "Le drone vole à 200 km de Paris depuis 2024."),
  });
  return index;
}

std::map<std::string, uint64_t> counts_of(const SearchAnswer& answer, Facet facet) {
  std::map<std::string, uint64_t> counts;
  for (const FacetAnswer& each : answer.facets) {
    for (const FacetCount& value : each.values) {
      if (each.facet == facet && value.count > 0) {
        counts[value.value] = value.count;
      }
    }
  }
  return counts;
}

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) {
    ids.push_back(hit.article.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

using Ids = std::vector<std::string>;
using Counts = std::map<std::string, uint64_t>;

TEST(Sums, AreFoundByQueriesOfAmounts) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  const std::vector<std::pair<const char*, Ids>> rows = {
      {"amount:>=100M", {"army", "dga"}},
      {"amount:>=100M EUR", {"dga"}},
      {"amount:>100M", {"army", "dga"}},
      {"amount:>200M", {"army"}},
      {"amount:4M..40M", {"mixed", "zloty"}},
      {"amount:4M..40M USD", {"mixed"}},
      {"amount:4M..40M PLN", {"zloty"}},
      {"amount:900€", {"small"}},
      {"drones amount:>=1", {"army", "dga", "zloty"}},
      {"drones -amount:>=100M", {"none", "zloty"}},
      {"amount:900 OR amount:35M", {"small", "zloty"}},
      {"amount:>=100B", {}},
  };
  for (const auto& [query, ids] : rows) {
    SearchRequest request;
    request.q = query;
    EXPECT_EQ(ids_of(engine->search(request)), ids) << query;
  }
}

TEST(Sums, AllThatIsAskedIsAskedOfOneSum) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  SearchRequest request;
  request.amount.least = 4.8e6;
  request.filters = {{Facet::kCurrency, "EUR"}};
  EXPECT_EQ(ids_of(engine->search(request)), Ids{"dga"}) << "the 5 million of `mixed` are dollars";
  request.filters = {{Facet::kCurrency, "EUR"}, {Facet::kCurrency, "USD"}};
  EXPECT_EQ(ids_of(engine->search(request)), (Ids{"army", "dga", "mixed"}));
  request.amount.most = 1e9;
  EXPECT_EQ(ids_of(engine->search(request)), (Ids{"army", "dga", "mixed"}));
  request.filters = {{Facet::kAmount, "10M-100M"}};
  EXPECT_EQ(ids_of(engine->search(request)), (Ids{"army", "zloty"}));
}

TEST(Sums, AreCountedByMagnitudeAndCurrency) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  SearchAnswer answer = engine->search({});
  EXPECT_EQ(counts_of(answer, Facet::kAmount),
            (Counts{{"0-1M", 1}, {"1M-10M", 2}, {"10M-100M", 2}, {"100M-1B", 1}, {"1B-10B", 1}}));
  EXPECT_EQ(counts_of(answer, Facet::kCurrency), (Counts{{"EUR", 3}, {"USD", 2}, {"PLN", 1}}));

  SearchRequest euros;
  euros.filters = {{Facet::kCurrency, "EUR"}};
  answer = engine->search(euros);
  EXPECT_EQ(answer.total, 3U);
  EXPECT_EQ(counts_of(answer, Facet::kAmount),
            (Counts{{"0-1M", 1}, {"1M-10M", 2}, {"100M-1B", 1}}));
  EXPECT_EQ(counts_of(answer, Facet::kCurrency), (Counts{{"EUR", 3}, {"USD", 2}, {"PLN", 1}}))
      << "a facet's own selection does not narrow its counts";
}

TEST(Sums, CanBeExcluded) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  SearchRequest request;
  request.excludes = {{Facet::kCurrency, "EUR"}, {Facet::kAmount, "10M-100M"}};
  EXPECT_EQ(ids_of(engine->search(request)), Ids{"none"});
}

TEST(Sums, TheLargestStandOnAHitTheOnesAskedForFirst) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  SearchRequest request;
  request.q = "currencies";
  const auto texts = [&] {
    std::vector<std::string> result;
    const SearchAnswer answer = engine->search(request);
    for (const AmountShown& amount : answer.hits.front().amounts) {
      result.push_back(amount.text);
    }
    return result;
  };
  EXPECT_EQ(texts(), (std::vector<std::string>{"$5 million", "4.6 million euros"}));
  request.filters = {{Facet::kCurrency, "EUR"}};
  EXPECT_EQ(texts(), (std::vector<std::string>{"4.6 million euros", "$5 million"}));
}

TEST(Sums, OfAnArticleAreAllGivenWithTheirPlaces) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  const auto answer = engine->article("mixed", "");
  ASSERT_TRUE(answer);
  ASSERT_EQ(answer->amounts.size(), 3U);
  for (const AmountShown& amount : answer->amounts) {
    EXPECT_EQ(amount.field, "body");
    EXPECT_EQ(
        answer->article.body.substr(amount.begin_bytes, amount.end_bytes - amount.begin_bytes),
        amount.text);
  }
}

TEST(Sums, WhatIsNoAmountIsRefusedByName) {
  const auto index = index_with_sums();
  const auto engine = start_engine(*index);
  SearchRequest request;
  request.q = "drone amount:lots";
  try {
    engine->search(request);
    FAIL();
  } catch (const InvalidRequest& error) {
    EXPECT_EQ(error.parameter(), "q");
    EXPECT_NE(std::string(error.what()).find("amount:lots"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find("amount:50M..1B EUR"), std::string::npos);
  }
}

TEST(AddedSince, KeepsWhatCameInThenAndIsNotMovedByAnUpdate) {
  TestIndex index;
  index.add({make_article("a", "fr", "Un", "Premier texte")});
  const auto before = index.snapshot();
  index.add({make_article("a", "fr", "Un", "Texte corrigé")});
  const auto after = index.next(*before);
  const auto added = [](const Snapshot& snapshot) {
    const uint32_t docid = snapshot.live.minimum();
    return snapshot.columns.chunk_of(docid).added[Columns::index_of(docid)];
  };
  EXPECT_GT(added(*before), 1'700'000'000);
  EXPECT_EQ(added(*after), added(*before));
  const auto engine = start_engine(index);
  SearchRequest request;
  request.added_since = added(*before);
  EXPECT_EQ(engine->search(request).total, 1U);
  request.added_since += 1;
  EXPECT_EQ(engine->search(request).total, 0U);
}

}  // namespace
}  // namespace vigie::tests
