// What queries find, in both languages: a table over a small corpus, through the whole engine.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

std::vector<Article> corpus() {
  std::vector<Article> articles = {
      make_article("lad", "fr", "La lutte anti-drone s’organise",
                   "L’armée de Terre commande un système anti-drone à Thales pour 12 millions."),
      make_article("lad2", "fr", "Un antidrone nouveau", "Le radar antidrone coûte 1 200 euros."),
      make_article("c-uas", "en", "Army buys anti drone guns",
                   "The U.S. Army ordered counter-drone guns from Thales's plant."),
      make_article("f35", "en", "F-35 fleet grows", "Fifty F35s and one F 35 simulator for NATO."),
      make_article("rafale", "fr", "Rafale : l’Inde signe", "Contrat de 3,5 milliards d'euros."),
      make_article("ia", "fr", "J'ai vu l’IA au combat",
                   "Si j'ai bien compris, l'IA aide le chef."),
      make_article("ai", "en", "AI in the field", "AI helps us. The Act says so."),
      make_article("art", "en", "The art of war", "Nothing about machines, but 1,200 soldiers."),
      make_article("lodz", "en", "Mayor of Łódź meets Akıncı",
                   "O'Brien came to the Île-de-France."),
      make_article("de", "de", "Die Drohne fliegt", "Der Panzer fährt."),
  };
  articles[0].authors = {"Léa Petit"};
  articles[0].source = "Bureau Paris";
  articles[0].published = "2025-06-17";
  articles[1].published = "2025-06-17T23:30:00-04:00";
  articles[2].source = "Americas Desk";
  articles[2].published = "2024-02-29";
  return articles;
}

struct Row {
  const char* query;
  std::vector<std::string> found;  ///< sorted ids
};

class QueryMeaning : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = new TestIndex();
    index_->add(corpus());
    engine_ = start_engine(*index_).release();
  }
  static void TearDownTestSuite() {
    delete engine_;
    delete index_;
  }

  static SearchAnswer search(const std::string& q) {
    SearchRequest request;
    request.q = q;
    request.per_page = 100;
    return engine_->search(request);
  }

  static std::vector<std::string> found(const std::string& q) {
    std::vector<std::string> ids;
    for (const Hit& hit : search(q).hits) {
      ids.push_back(hit.article.id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  static void expect(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      EXPECT_EQ(found(row.query), row.found) << row.query;
    }
  }

  static TestIndex* index_;
  static Engine* engine_;
};

TestIndex* QueryMeaning::index_ = nullptr;
Engine* QueryMeaning::engine_ = nullptr;

TEST_F(QueryMeaning, FindsCompoundsHoweverTheyAreWritten) {
  expect({{"anti-drone", {"c-uas", "lad", "lad2"}},
          {"antidrone", {"c-uas", "lad", "lad2"}},
          {"anti drone", {"c-uas", "lad", "lad2"}},
          {"anti-drones", {"c-uas", "lad", "lad2"}},
          {"F-35", {"f35"}},
          {"F35", {"f35"}},
          {"f 35", {"f35"}},
          {"île de france", {"lodz"}}});
}

TEST_F(QueryMeaning, KeepsAcronymsApartFromWords) {
  expect({{"AI", {"ai"}},
          {"IA", {"ia"}},
          {"ia", {"ia"}},
          {"US", {"c-uas"}},
          {"U.S.", {"c-uas"}},
          {"NATO", {"f35"}},
          {"nato", {"f35"}},
          {"RAFALE INDE", {"rafale"}}});
}

TEST_F(QueryMeaning, ForgivesAccentsCaseAndElision) {
  expect({{"L’INDE", {"rafale"}},
          {"l'inde", {"rafale"}},
          {"inde", {"rafale"}},
          {"armée", {"lad"}},
          {"ARMEE", {"lad"}},
          {"d'armee", {"lad"}},
          {"lodz", {"lodz"}},
          {"akinci", {"lodz"}},
          {"obrien", {"lodz"}},
          {"O’Brien", {"lodz"}}});
}

TEST_F(QueryMeaning, ReadsNumbersInEitherLanguage) {
  expect({{"1200", {"art", "lad2"}},
          {"1 200", {"art", "lad2"}},
          {"1,200", {"art", "lad2"}},
          {"3.5", {"rafale"}},
          {"3,5", {"rafale"}}});
}

TEST_F(QueryMeaning, TreatsNamesAndInflectionsAlikeInBothLanguages) {
  expect({{"thales", {"c-uas", "lad"}},
          {"gun", {"c-uas"}},
          {"systèmes", {"lad"}},
          {"drohne", {"de"}}});
}

TEST_F(QueryMeaning, FollowsTheOperators) {
  expect({{"thales -guns", {"lad"}},
          {"thales NOT armée", {"c-uas"}},
          {"rafale OR panzer", {"de", "rafale"}},
          {"(rafale OR thales) AND army", {"c-uas"}},
          {"\"armée de terre\"", {"lad"}},
          {"\"terre armée\"", {}},
          {"army NEAR/3 counter", {"c-uas"}},
          {"thales NEAR/1 army", {}},
          {"syst*", {"lad"}},
          {"=drone", {"c-uas", "lad"}},
          {"=guns", {"c-uas"}},
          {"=gun", {}},
          {"title:drone", {"c-uas", "lad"}},
          {"author:petit", {"lad"}},
          {"source:desk", {"c-uas"}},
          {"lang:de", {"de"}},
          {"date:2025-06-17", {"lad", "lad2"}},
          {"date:2024", {"c-uas"}},
          {"date:2024-02-29..2025-06-16", {"c-uas"}}});
}

TEST_F(QueryMeaning, LeavesFunctionWordsOptional) {
  expect({{"le contrat de la rafale", {"rafale"}},
          {"war of the machines", {"art"}},
          {"the", {"ai", "art", "c-uas", "lodz"}}});
}

TEST_F(QueryMeaning, TriesAnyWordWhereNothingHoldsAllAndSaysSo) {
  const SearchAnswer answer = search("rafale panzer");
  EXPECT_TRUE(answer.relaxed);
  EXPECT_EQ(answer.total, 2U);
  EXPECT_FALSE(search("rafale inde").relaxed);
  EXPECT_FALSE(search("xyzzy").relaxed);
}

TEST_F(QueryMeaning, AnswersWhateverIsTyped) {
  for (const std::string& query :
       {std::string(500, '('), std::string("AND OR NOT"), std::string("\"\"\"-"), std::string("*"),
        std::string("((thales"), std::string("\xff\xfe drone"), std::string(4000, 'a'),
        std::string("-"), std::string("author:"), std::string("date:never")}) {
    EXPECT_NO_THROW(search(query)) << query;
  }
}

TEST_F(QueryMeaning, HighlightsTheWordToTheByte) {
  const SearchAnswer answer = search("armée");
  ASSERT_EQ(answer.hits.size(), 1U);
  std::vector<std::string> marked;
  std::string joined;
  for (const Segment& segment : answer.hits.front().snippet) {
    joined += segment.text;
    if (segment.match) {
      marked.push_back(segment.text);
    }
  }
  EXPECT_EQ(marked, std::vector<std::string>{"armée"});
  EXPECT_EQ(joined, corpus()[0].body);
}

TEST_F(QueryMeaning, MarksCompoundsWholeAndPhrasesOnlyInOrder) {
  const auto article = engine_->article("lad", "\"armée de terre\" antidrone");
  ASSERT_TRUE(article);
  std::vector<std::string> marked;
  for (const Segment& segment : article->body_segments) {
    if (segment.match) {
      marked.push_back(segment.text);
    }
  }
  EXPECT_EQ(marked, (std::vector<std::string>{"armée de Terre", "anti-drone"}));
}

}  // namespace
}  // namespace vigie::tests
