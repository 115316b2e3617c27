#include "searchd/search/collapse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

constexpr const char* kStory =
    "La Direction générale de l'armement a notifié mardi à la société Turgis un contrat de 45 "
    "millions d'euros pour la fourniture de quarante drones de surveillance maritime destinés à la "
    "base de Lorient, a annoncé le ministère. Les premiers appareils doivent être livrés au "
    "printemps prochain, après une campagne d'essais menée depuis Biscarrosse par les équipes de "
    "l'industriel et les marins de la flottille 31F, selon le communiqué publié par le ministère.";

Article copy_of_story(const std::string& id, const std::string& source, const std::string& day) {
  Article article = make_article(id, "fr", "Quarante drones maritimes pour Lorient", kStory);
  article.source = source;
  article.published = day;
  return article;
}

/// One story by three agencies, another story, and one in which nothing is like.
class Collapsing : public testing::Test {
 protected:
  void SetUp() override {
    index_.add({copy_of_story("afp", "AFP", "2025-06-17"),
                copy_of_story("reuters", "Reuters", "2025-06-18"),
                copy_of_story("afp-bis", "AFP", "2025-06-18"),
                make_article("autre", "fr", "Un autre contrat de drones",
                             "Le Portugal achète des drones à Tekever pour ses garde-côtes.")});
    engine_ = start_engine(index_);
    request_.q = "drones";
  }

  SearchAnswer answer() const { return engine_->search(request_); }

  static std::map<std::string, uint64_t> counts(const SearchAnswer& answer, Facet facet) {
    std::map<std::string, uint64_t> counts;
    for (const FacetAnswer& each : answer.facets) {
      for (const FacetCount& value : each.values) {
        if (each.facet == facet) {
          counts[value.value] = value.count;
        }
      }
    }
    return counts;
  }

  TestIndex index_;
  std::unique_ptr<Engine> engine_;
  SearchRequest request_;
};

using Counts = std::map<std::string, uint64_t>;

TEST_F(Collapsing, CopiesAreOneHitThatCountsTheOthers) {
  const SearchAnswer found = answer();
  EXPECT_EQ(found.total, 2U);
  ASSERT_EQ(found.hits.size(), 2U);
  std::map<std::string, uint64_t> duplicates;
  for (const Hit& hit : found.hits) {
    duplicates[hit.article.title] = hit.duplicates;
  }
  EXPECT_EQ(duplicates, (Counts{{"Quarante drones maritimes pour Lorient", 2},
                                {"Un autre contrat de drones", 0}}));
}

TEST_F(Collapsing, FacetsCountAStoryUnderEachValueOfItsCopies) {
  const SearchAnswer found = answer();
  EXPECT_EQ(counts(found, Facet::kSource), (Counts{{"AFP", 1}, {"Reuters", 1}}));
  EXPECT_EQ(counts(found, Facet::kYear), (Counts{{"2025", 1}}));
  EXPECT_EQ(counts(found, Facet::kLanguage), (Counts{{"fr", 2}}));
  EXPECT_EQ(counts(found, Facet::kCurrency), (Counts{{"EUR", 1}}));
  ASSERT_EQ(found.timeline.interval, "day");
  ASSERT_EQ(found.timeline.buckets.size(), 2U);
  EXPECT_EQ(found.timeline.buckets[0].count, 1U);
  EXPECT_EQ(found.timeline.buckets[1].count, 1U);
  EXPECT_EQ(found.timeline.undated, 1U);
}

TEST_F(Collapsing, WhatDoesNotMatchIsCountedAmongTheDuplicatesOnly) {
  request_.filters = {{Facet::kSource, "Reuters"}};
  const SearchAnswer found = answer();
  EXPECT_EQ(found.total, 1U);
  ASSERT_EQ(found.hits.size(), 1U);
  EXPECT_EQ(found.hits[0].article.id, "reuters");
  EXPECT_EQ(found.hits[0].duplicates, 2U);
  EXPECT_EQ(counts(found, Facet::kSource), (Counts{{"AFP", 1}, {"Reuters", 1}}));
}

TEST(Likeness, IsToldOnceOfEachStoryAndNeverOfItsOwn) {
  const std::string later =
      "Turgis a livré jeudi à Lorient les cinq premiers drones de surveillance maritime de la "
      "flottille 31F, avec deux mois d'avance. Les marins les ont reçus à Biscarrosse, où ils ont "
      "appris à les lancer par gros temps; trente-cinq autres appareils suivront avant l'hiver.";
  std::vector<Article> articles = {
      copy_of_story("afp", "AFP", "2025-06-17"), copy_of_story("reuters", "Reuters", "2025-06-18"),
      make_article("later", "fr", "Turgis livre ses drones à la flottille 31F", later),
      make_article("later-bis", "fr", "Turgis livre ses drones à la flottille 31F", later)};
  for (int i = 0; i < 20; ++i) {
    articles.push_back(make_article("x" + std::to_string(i), "en", "Weather", "Rain again today."));
  }
  const TestIndex index;
  index.add(articles);
  const auto engine = start_engine(index);
  const auto ids_like = [&engine](const char* id) {
    std::vector<std::string> ids;
    const auto similar = engine->similar(id, 5);
    for (const Hit& hit : similar->hits) {
      ids.push_back(hit.article.id);
    }
    return ids;
  };
  EXPECT_THAT(ids_like("afp"), testing::ElementsAre(testing::StartsWith("later")));
  EXPECT_THAT(ids_like("later"), testing::ElementsAre(testing::AnyOf("afp", "reuters")));
}

TEST_F(Collapsing, CanBeSwitchedOff) {
  request_.collapse = false;
  const SearchAnswer found = answer();
  EXPECT_EQ(found.total, 4U);
  EXPECT_EQ(found.hits.size(), 4U);
  EXPECT_EQ(counts(found, Facet::kSource), (Counts{{"AFP", 2}, {"Reuters", 1}}));
}

TEST_F(Collapsing, PagesJoinInEveryOrder) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    request_.sort = sort;
    request_.per_page = 10;
    std::vector<std::string> whole;
    for (const Hit& hit : answer().hits) {
      whole.push_back(hit.article.id);
    }
    std::vector<std::string> pieces;
    request_.per_page = 1;
    for (request_.page = 1; request_.page <= 3; ++request_.page) {
      for (const Hit& hit : answer().hits) {
        pieces.push_back(hit.article.id);
      }
    }
    request_.page = 1;
    EXPECT_EQ(pieces, whole);
    EXPECT_EQ(whole.size(), 2U);
  }
}

TEST(Repetitions, AreToldForEveryMemberPastTheFirst) {
  const Copies copies = {{1, 2, 3}, {4, 5}};
  const std::map<uint32_t, std::vector<uint32_t>> numbers = {
      {1, {7, 8}}, {2, {7}}, {3, {7, 9}}, {4, {8}}, {5, {9}}};
  std::vector<uint32_t> repeated;
  each_repetition(
      copies,
      [&](uint32_t docid, std::vector<uint32_t>& own) {
        own.insert(own.end(), numbers.at(docid).begin(), numbers.at(docid).end());
      },
      [&](uint32_t number) { repeated.push_back(number); });
  EXPECT_THAT(repeated, testing::ElementsAre(7, 7));
  EXPECT_EQ(surplus(copies), 3U);
}

}  // namespace
}  // namespace vigie::tests
