// What the best articles of a long question add to it, and what they leave alone.
#include "searchd/search/feedback.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

std::vector<ScoredWord> words_weighing(const std::vector<double>& weights) {
  std::vector<ScoredWord> words;
  for (const double weight : weights) {
    words.push_back({{"E" + std::to_string(words.size())}, weight});
  }
  return words;
}

TEST(Feedback, GrowsWithTheQueryFromSixWordsToForty) {
  EXPECT_EQ(feedback_share({}), 0);
  EXPECT_EQ(feedback_share(words_weighing({1, 1, 1, 1, 1})), 0);
  const double six = feedback_share(words_weighing({1, 1, 1, 1, 2}));
  const double twelve = feedback_share(words_weighing({3, 3, 3, 3}));
  EXPECT_GT(six, 0);
  EXPECT_LT(six, 0.05);
  EXPECT_GT(twelve, six);
  EXPECT_LT(twelve, 0.3);
  EXPECT_DOUBLE_EQ(feedback_share(words_weighing({20, 20})), 0.3);
  EXPECT_DOUBLE_EQ(feedback_share(words_weighing({200, 20})), 0.3);
}

/// The subject of the tests, in general words, and in those of the field.
struct Subject {
  const char* language;
  const char* question;
  const char* field;
  const char* elsewhere;
};

class FeedbackByLanguage : public ::testing::TestWithParam<Subject> {
 protected:
  /// Adds articles that answer the question; one that shares a word with it and the field's words,
  /// one that shares a word with it only; some about other things.
  FeedbackByLanguage() {
    std::vector<Article> articles;
    const auto add = [&](const std::string& id, const std::string& body) {
      articles.push_back(make_article(id, GetParam().language, "radio", body));
    };
    const std::string question = GetParam().question;
    add("elsewhere", one_word() + " " + GetParam().elsewhere);
    add("field", one_word() + " " + GetParam().field);
    for (int i = 0; i < 4; ++i) {
      add("answer" + std::to_string(i), question + " " + GetParam().field);
    }
    for (int i = 0; i < 30; ++i) {
      add("other" + std::to_string(i), "alpha beta gamma");
    }
    index_.add(articles);
  }

  static std::string one_word() {
    const std::string question = GetParam().question;
    return question.substr(0, question.find(' '));
  }

  std::vector<std::string> ids(const std::string& q) const {
    SearchRequest request;
    request.q = q;
    request.collapse = false;  // the articles are alike
    request.match = MatchMode::kAny;
    std::vector<std::string> ids;
    for (const Hit& hit : start_engine(index_)->search(request).hits) {
      ids.push_back(hit.article.id);
    }
    return ids;
  }

 private:
  TestIndex index_;
};

const Subject kFrench = {"fr", "plongeur surveillance navire profondeur ennemi bruit",
                         "sonar torpille", "tennis piscine"};
const Subject kEnglish = {"en", "watching vessels underneath hostile waters noise", "sonar torpedo",
                          "tennis swimming"};

TEST_P(FeedbackByLanguage, LiftsWhatSharesTheFieldsWords) {
  const std::vector<std::string> found = ids(GetParam().question);
  ASSERT_EQ(found.size(), 6U) << "what matches is not touched";
  EXPECT_EQ(found[4], "field");
  EXPECT_EQ(found[5], "elsewhere");
}

TEST_P(FeedbackByLanguage, LeavesAShortQueryAlone) {
  const std::vector<std::string> found = ids(one_word());
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[0], "elsewhere") << "the first of two that score the same";
  EXPECT_EQ(found[1], "field");
}

INSTANTIATE_TEST_SUITE_P(Languages, FeedbackByLanguage, ::testing::Values(kFrench, kEnglish),
                         [](const auto& row) { return std::string(row.param.language); });

TEST(Feedback, FavoursNoLanguage) {
  // The same text in two languages, to a question in both, scores the same.
  std::vector<Article> articles;
  for (const char* language : {"fr", "en"}) {
    for (int i = 0; i < 3; ++i) {
      articles.push_back(make_article(language + std::to_string(i), language, "radio",
                                      "alpha beta gamma delta epsilon zeta omikron"));
    }
    for (int i = 0; i < 20; ++i) {
      articles.push_back(
          make_article(language + std::to_string(10 + i), language, "radio", "rho sigma tau"));
    }
  }
  TestIndex index;
  index.add(articles);
  SearchRequest request;
  request.q = "alpha beta gamma delta epsilon zeta";
  request.collapse = false;  // the articles are alike
  const SearchAnswer answer = start_engine(index)->search(request);
  ASSERT_EQ(answer.hits.size(), 6U);
  EXPECT_EQ(answer.hits.front().score, answer.hits.back().score);
}

TEST(Feedback, IsTheSameOnEveryPage) {
  std::mt19937 random(51);
  TestIndex index;
  index.add(random_articles(random, "a", 300));
  const auto engine = start_engine(index);
  SearchRequest request;
  request.q = "drone missile contrat radar armée naval export contract";
  request.match = MatchMode::kAny;
  request.per_page = 100;
  std::vector<std::string> whole;
  for (const Hit& hit : engine->search(request).hits) {
    whole.push_back(hit.article.id);
  }
  request.per_page = 7;
  std::vector<std::string> pieces;
  for (request.page = 1; pieces.size() < whole.size(); ++request.page) {
    for (const Hit& hit : engine->search(request).hits) {
      pieces.push_back(hit.article.id);
    }
  }
  pieces.resize(whole.size());
  EXPECT_EQ(pieces, whole);
}

}  // namespace
}  // namespace vigie::tests
