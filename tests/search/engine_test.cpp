// Searching as the routes do: filters, facets, paging, similar articles, suggestions.
#include "searchd/search/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

class EngineTest : public ::testing::Test {
 protected:
  EngineTest() {
    std::mt19937 random(41);
    index_.add(random_articles(random, "a", 400));
    engine_ = start_engine(index_);
  }

  static uint64_t count_of(const FacetAnswer& facet, const std::string& value) {
    for (const FacetCount& each : facet.values) {
      if (each.value == value) {
        return each.count;
      }
    }
    return 0;
  }

  TestIndex index_;
  std::unique_ptr<Engine> engine_;
};

TEST_F(EngineTest, FacetCountsAreWhatSelectingTheValueGives) {
  SearchRequest request;
  request.q = "drone";
  const SearchAnswer all = engine_->search(request);
  for (const FacetAnswer& facet : all.facets) {
    for (const FacetCount& value : facet.values) {
      SearchRequest narrowed = request;
      narrowed.filters = {{facet.facet, value.value}};
      const SearchAnswer answer = engine_->search(narrowed);
      EXPECT_EQ(answer.total, value.count) << facet_name(facet.facet) << " " << value.value;
      narrowed.filters.clear();
      narrowed.excludes = {{facet.facet, value.value}};
      EXPECT_EQ(engine_->search(narrowed).total, all.total - value.count) << value.value;
    }
  }
}

TEST_F(EngineTest, AFacetsOwnSelectionDoesNotNarrowItsCounts) {
  SearchRequest request;
  const SearchAnswer all = engine_->search(request);
  request.filters = {{Facet::kLanguage, "FR"}};
  const SearchAnswer french = engine_->search(request);
  EXPECT_EQ(count_of(french.facets[0], "en"), count_of(all.facets[0], "en"));
  EXPECT_LT(count_of(french.facets[1], "Bureau Paris"), count_of(all.facets[1], "Bureau Paris"));
  EXPECT_TRUE(
      std::any_of(french.facets[0].values.begin(), french.facets[0].values.end(),
                  [](const FacetCount& value) { return value.value == "fr" && value.selected; }));
}

TEST_F(EngineTest, PagesJoinToTheWholeOrderWhateverTheSort) {
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest, Sort::kOldest}) {
    SearchRequest request;
    request.q = "drone OR radar OR export";
    request.sort = sort;
    request.per_page = 100;
    std::vector<std::string> whole;
    for (request.page = 1; request.page <= 4; ++request.page) {
      for (const Hit& hit : engine_->search(request).hits) {
        whole.push_back(hit.article.id);
      }
    }
    request.per_page = 7;
    std::vector<std::string> pieces;
    for (request.page = 1; pieces.size() < whole.size(); ++request.page) {
      const SearchAnswer answer = engine_->search(request);
      ASSERT_FALSE(answer.hits.empty());
      for (const Hit& hit : answer.hits) {
        pieces.push_back(hit.article.id);
      }
    }
    EXPECT_EQ(pieces, whole);
    EXPECT_EQ(std::set<std::string>(whole.begin(), whole.end()).size(), whole.size());
  }
}

TEST_F(EngineTest, DateBoundsAreInclusiveAndInTheArticlesOwnOffset) {
  SearchRequest request;
  request.from_day = 20250617;
  request.to_day = 20250617;
  const SearchAnswer answer = engine_->search(request);
  EXPECT_GT(answer.total, 0U);
  SearchRequest year;
  year.filters = {{Facet::kYear, "2025"}};
  EXPECT_EQ(engine_->search(year).total, answer.total);
}

TEST_F(EngineTest, RefusesPagesPastItsDepth) {
  SearchRequest request;
  request.page = 101;
  request.per_page = 100;
  EXPECT_THROW(engine_->search(request), InvalidRequest);
}

TEST(Engine, SimilarCrossesLanguagesAndLeavesTheArticleOut) {
  TestIndex index;
  std::vector<Article> articles = {make_article("fr", "fr", "Anduril lève des fonds",
                                                "Anduril, de Palmer Luckey, lève 2 milliards."),
                                   make_article("en", "en", "Anduril raises money",
                                                "Anduril of Palmer Luckey raised 2 billion.")};
  for (int i = 0; i < 20; ++i) {
    articles.push_back(make_article("x" + std::to_string(i), "en", "Weather", "Rain again today."));
  }
  index.add(articles);
  const auto engine = start_engine(index);
  const auto similar = engine->similar("fr", 5);
  ASSERT_TRUE(similar);
  ASSERT_EQ(similar->hits.size(), 1U);
  EXPECT_EQ(similar->hits[0].article.id, "en");
  EXPECT_FALSE(engine->similar("nothing", 5));
}

TEST(Engine, FindsArticlesByTheirAddress) {
  TestIndex index;
  const std::string url = "https://example.org/a?b=é";
  index.add(
      {make_article(url, "en", "Title", "Text"), make_article("plain.id", "en", "T", "Text")});
  const auto engine = start_engine(index);
  for (const std::string& id : {url, std::string("plain.id")}) {
    const auto article = engine->article(address_of_id(id), "text");
    ASSERT_TRUE(article) << id;
    EXPECT_EQ(article->article.id, id);
  }
  EXPECT_FALSE(engine->article("~0000000000000000", ""));
}

TEST(Engine, SuggestsWordsNamesAndHeadlinesAccentsAside) {
  TestIndex index;
  std::vector<Article> articles = {
      make_article("1", "fr", "L’État commande des drones", "Le ministère a tranché."),
      make_article("2", "en", "Drones over the sea", "The estate is quiet.")};
  articles[0].source = "Bureau Étranger";
  articles[0].authors = {"Étienne Roux"};
  index.add(articles);
  const auto engine = start_engine(index);
  const auto texts = [&engine](const std::string& q, const std::string& kind) {
    std::vector<std::string> result;
    for (const Suggestion& suggestion : engine->suggest(q, 10)) {
      if (suggestion.kind == kind) {
        result.push_back(suggestion.text);
      }
    }
    return result;
  };
  EXPECT_EQ(texts("etran", "source"), std::vector<std::string>{"Bureau Étranger"});
  EXPECT_EQ(texts("ÉTI", "author"), std::vector<std::string>{"Étienne Roux"});
  EXPECT_EQ(texts("dro", "word"), std::vector<std::string>{"drones"});
  EXPECT_EQ(texts("état dro", "headline"), std::vector<std::string>{"L’État commande des drones"});
  EXPECT_EQ(engine->suggest("état dro", 10).back().language, "fr");
  EXPECT_TRUE(engine->suggest("", 10).empty());
}

TEST(Engine, OffersACorrectionFromItsOwnWords) {
  TestIndex index;
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i) {
    articles.push_back(make_article("p" + std::to_string(i), i % 2 == 0 ? "fr" : "en",
                                    "Le Pentagone parle", "Un missile, a missile."));
  }
  index.add(articles);
  const auto engine = start_engine(index);
  SearchRequest request;
  request.q = "pentagnoe missle";
  EXPECT_EQ(engine->search(request).suggestion, "pentagone missile");
  request.q = "pentagone";
  EXPECT_FALSE(engine->search(request).suggestion);
}

}  // namespace
}  // namespace vigie::tests
