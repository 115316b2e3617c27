// Names counted in the articles of a search: as what they are read, and that a search finds as many.
#include "searchd/search/name_counts.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

constexpr char kKnowledge[] =
    "\forganisations.tsv\n"
    "thales\tThales\tThales\t\n"
    "army\tArmée américaine\tUS Army\tU.S. Army\tMercure\n"
    "mercure-sa\tMercure SA\tMercure SA\t\tMercure\n";

constexpr const char* kStory =
    "Thales livrera quarante radars de surveillance maritime à la base de Lorient, a annoncé mardi "
    "le ministère des armées. Les premiers appareils doivent être livrés au printemps prochain, "
    "après une campagne d'essais menée depuis Biscarrosse par les équipes de l'industriel.";

class NameCounts : public testing::Test {
 protected:
  void SetUp() override {
    index_ = std::make_unique<TestIndex>(kKnowledge);
    index_->add({
        dated(make_article("wire", "fr", "Quarante radars", kStory), "2025-06-17"),
        dated(make_article("copy", "fr", "Quarante radars pour Lorient", kStory), "2025-06-18"),
        dated(make_article("army", "en", "The U.S. Army buys radars", "Thales sells them."),
              "2024-02-29"),
        dated(make_article("armee", "fr", "L'Armée américaine recrute", "Élan Vital l'y aide."),
              "2023-01-01"),
        make_article("undated", "fr", "Un élan vital", "Turgis et Gaillard est nommé ici."),
    });
    engine_ = start_engine(*index_);
  }

  CountsAnswer counts(std::vector<std::string> names) {
    return engine_->counts({request_, std::move(names)});
  }
  NameCount count(const std::string& name) { return counts({name}).names.at(0); }

  uint64_t found(const std::string& q, const std::vector<FacetValue>& filters = {}) {
    SearchRequest request = request_;
    request.q = q;
    request.filters.insert(request.filters.end(), filters.begin(), filters.end());
    return engine_->search(request).total;
  }

  std::unique_ptr<TestIndex> index_;
  std::unique_ptr<Engine> engine_;
  SearchRequest request_;
};

TEST_F(NameCounts, OfAnEntityAreByAllItsNames) {
  for (const char* name : {"US Army", "armee AMERICAINE", "U.S. Army", "army"}) {
    const NameCount army = count(name);
    ASSERT_TRUE(army.entity) << name;
    EXPECT_EQ(army.entity->id, "army");
    EXPECT_EQ(army.name, name);
    EXPECT_EQ(army.articles, 2U);
    EXPECT_EQ(army.first_day, 20230101);
    EXPECT_EQ(army.last_day, 20240229);
    EXPECT_EQ(army.articles, found("", {{Facet::kOrganisation, name}})) << name;
  }
}

TEST_F(NameCounts, OfSeveralEntitiesAreOfTheOneWithMostArticles) {
  const NameCount mercury = count("mercure");
  ASSERT_TRUE(mercury.entity);
  EXPECT_EQ(mercury.entity->id, "army");
}

TEST_F(NameCounts, OfAnyOtherAreThoseOfThePhrase) {
  for (const char* name : {"Élan vital", "ELAN VITAL", "Turgis et Gaillard", "Gaillard et Turgis",
                           "Turgis", "-élan", "title:Quarante", "Zzyzx"}) {
    const NameCount counted = count(name);
    EXPECT_FALSE(counted.entity) << name;
    EXPECT_EQ(counted.articles, found('"' + std::string(name) + '"')) << name;
  }
  EXPECT_EQ(count("élan vital").articles, 2U);
  EXPECT_EQ(count("élan vital").first_day, 20230101) << "the other is not dated";
  EXPECT_EQ(count("turgis et gaillard").articles, 1U);
  EXPECT_EQ(count("turgis et gaillard").last_day, 0);
}

TEST_F(NameCounts, OfWhatHasNoWordAreNone) {
  for (const char* name : {"", "  ", "+++", "\"\"", "\x01", "“”"}) {
    EXPECT_EQ(count(name).articles, 0U) << name;
    EXPECT_EQ(count(name).first_day, 0) << name;
  }
  EXPECT_EQ(count("Turgis “et” \"Gaillard\"").articles, 1U) << "quotes are no part of a name";
}

TEST_F(NameCounts, AreOfTheArticlesOfTheSearchAndCopiesOnce) {
  EXPECT_EQ(count("Thales").articles, 2U);
  EXPECT_EQ(count("Thales").last_day, 20250618);
  request_.collapse = false;
  EXPECT_EQ(count("Thales").articles, 3U);
  request_.from_day = 20250101;
  EXPECT_EQ(count("Thales").articles, 2U);
  EXPECT_EQ(count("Thales").first_day, 20250617);
  request_.q = "Quarante";
  const CountsAnswer answer = counts({"US Army", "Thales", "US Army"});
  ASSERT_EQ(answer.names.size(), 3U);
  EXPECT_EQ(answer.search.total, 2U);
  EXPECT_EQ(answer.names[0].articles, 0U);
  EXPECT_TRUE(answer.names[0].entity) << "it is one, whether it is named or not";
  EXPECT_EQ(answer.names[1].articles, 2U);
  EXPECT_EQ(answer.names[2].name, "US Army");
  EXPECT_TRUE(answer.search.hits.empty());
}

}  // namespace
}  // namespace vigie::tests
