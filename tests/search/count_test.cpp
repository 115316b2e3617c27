#include "searchd/search/count.h"

#include <gtest/gtest.h>

#include <map>

#include "searchd/search/each_docid.h"
#include "searchd/search/planner.h"
#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

/// What counting article by article from the stored articles gives.
std::map<std::string, uint64_t> counted_plainly(const LayeredSnapshot& layered, Facet facet) {
  std::map<std::string, uint64_t> counts;
  for (const uint32_t docid : layered.snapshot->live) {
    const Article article =
        article_from_stored_json(layered.database.get_document(docid).get_data());
    std::vector<std::string> values;
    if (facet == Facet::kAuthor) {
      values = article.authors;
    } else if (facet == Facet::kYear) {
      values.push_back(article.published.substr(0, 4));
    } else {
      values.push_back(facet == Facet::kSource ? article.source : article.language);
    }
    for (const std::string& value : values) {
      counts[value] += value.empty() ? 0 : 1;
    }
  }
  counts.erase("");
  return counts;
}

TEST(Facets, CountWhatTheArticlesSay) {
  std::mt19937 random(21);
  const auto layered = make_layered_snapshot(random);
  for (const Facet facet : {Facet::kLanguage, Facet::kSource, Facet::kAuthor, Facet::kYear}) {
    const FacetAnswer answer =
        Tally(layered->snapshot->live, {}, *layered->snapshot).facet({facet, 100, {}, {}});
    std::map<std::string, uint64_t> counts;
    for (const FacetCount& value : answer.values) {
      counts[value.value] = value.count;
    }
    EXPECT_EQ(counts, counted_plainly(*layered, facet)) << facet_name(facet);
    EXPECT_EQ(answer.distinct, counts.size());
    for (size_t i = 1; i < answer.values.size(); ++i) {
      EXPECT_GE(answer.values[i - 1].count, answer.values[i].count);
    }
  }
}

TEST(Facets, ListSelectedValuesEvenWithoutArticlesAndPastTheirSize) {
  std::mt19937 random(22);
  const auto layered = make_layered_snapshot(random);
  const FacetAnswer answer =
      Tally({}, {}, *layered->snapshot).facet({Facet::kSource, 0, {"bureau paris"}, {}});
  ASSERT_EQ(answer.values.size(), 1U);
  EXPECT_EQ(answer.values[0].value, "Bureau Paris");
  EXPECT_EQ(answer.values[0].count, 0U);
  EXPECT_TRUE(answer.values[0].selected);
  EXPECT_EQ(answer.distinct, 0U);
}

TEST(Facets, ListASelectedYearOutsideThoseOfTheIndex) {
  TestIndex index;
  index.add({make_article("a", "fr", "Titre", "Texte")});
  const auto snapshot = index.snapshot();
  const FacetAnswer answer =
      Tally(snapshot->live, {}, *snapshot).facet({Facet::kYear, 10, {"1999"}, {}});
  ASSERT_EQ(answer.values.size(), 1U);
  EXPECT_EQ(answer.values[0].value, "1999");
  EXPECT_EQ(answer.values[0].count, 0U);
  EXPECT_TRUE(answer.values[0].selected);
}

TEST(Facets, CountRowsLongerThanWhatIsReadAtOnce) {
  TestIndex index;
  std::vector<Article> articles(3, make_article("", "en", "Title", "Text"));
  const size_t lengths[] = {9, 0, 20};
  for (size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = "a" + std::to_string(i);
    for (size_t author = 0; author < lengths[i]; ++author) {
      articles[i].authors.push_back("Author " + std::to_string(author));
    }
  }
  index.add(articles);
  const auto snapshot = index.snapshot();
  const FacetAnswer answer =
      Tally(snapshot->live, {}, *snapshot).facet({Facet::kAuthor, 100, {}, {}});
  ASSERT_EQ(answer.values.size(), 20U);
  for (const FacetCount& value : answer.values) {
    const int author = std::stoi(value.value.substr(7));
    EXPECT_EQ(value.count, author < 9 ? 2U : 1U) << value.value;
  }
}

struct TimelineRow {
  std::vector<const char*> days;
  const char* interval;
  const char* first;
  size_t buckets;
  Interval least = Interval::kDay;
};

TEST(Timeline, TakesAnIntervalThatFitsTheSpan) {
  const std::vector<TimelineRow> rows = {
      {{"2025-06-17", "2025-06-17", ""}, "day", "2025-06-17", 1},
      {{"2025-06-28", "2025-07-02"}, "day", "2025-06-28", 5},
      {{"2024-12-31", "2025-03-03"}, "week", "2024-12-30", 10},
      {{"2024-01-15", "2025-03-03"}, "month", "2024-01-01", 15},
      {{"2015-02-15", "2025-03-03"}, "quarter", "2015-01-01", 41},
      {{"1987-02-15", "2025-03-03"}, "year", "1987-01-01", 39},
      {{"2025-06-17", "2025-06-17", ""}, "month", "2025-06-01", 1, Interval::kMonth},
      {{"2025-06-28", "2025-07-02"}, "week", "2025-06-23", 2, Interval::kWeek},
      {{"2024-12-31", "2025-03-03"}, "quarter", "2024-10-01", 2, Interval::kQuarter},
      {{"2015-02-15", "2025-03-03"}, "quarter", "2015-01-01", 41, Interval::kWeek},
  };
  for (const TimelineRow& row : rows) {
    TestIndex index;
    std::vector<Article> articles;
    size_t dated = 0;
    for (const char* day : row.days) {
      articles.push_back(
          make_article("a" + std::to_string(articles.size()), "en", "Title", "Text"));
      articles.back().published = day;
      dated += *day != '\0' ? 1 : 0;
    }
    index.add(articles);
    const auto snapshot = index.snapshot();
    const Timeline timeline = Tally(snapshot->live, {}, *snapshot).timeline(row.least);
    EXPECT_EQ(timeline.interval, row.interval);
    ASSERT_EQ(timeline.buckets.size(), row.buckets) << row.interval;
    EXPECT_EQ(timeline.buckets.front().start, row.first);
    uint64_t total = 0;
    for (const TimelineBucket& bucket : timeline.buckets) {
      total += bucket.count;
    }
    EXPECT_EQ(total, dated);
    EXPECT_EQ(timeline.undated, row.days.size() - dated);
  }
}

TEST(Timeline, IsEmptyWhereNothingIsDated) {
  TestIndex index;
  index.add({make_article("a", "fr", "Titre", "Texte")});
  const auto snapshot = index.snapshot();
  EXPECT_TRUE(Tally(snapshot->live, {}, *snapshot).timeline().buckets.empty());
}

TEST(Days, AreFewTermsThatCoverTheRangeExactly) {
  std::mt19937 random(23);
  const auto random_day = [&random] {
    return static_cast<int32_t>((2015 + random() % 4) * 10000 + (1 + random() % 12) * 100 + 1 +
                                random() % 28);
  };
  for (int round = 0; round < 200; ++round) {
    int32_t first = random_day();
    int32_t last = random_day();
    if (first > last) {
      std::swap(first, last);
    }
    const std::vector<Alternative> terms = day_alternatives(first, last);
    EXPECT_LE(terms.size(), 100U);
    for (int sample = 0; sample < 50; ++sample) {
      const std::string day = std::to_string(random_day());
      int covering = 0;
      for (const Alternative& term : terms) {
        covering += day.rfind(term.term.substr(1), 0) == 0 ? 1 : 0;
      }
      const bool inside = std::stoi(day) >= first && std::stoi(day) <= last;
      EXPECT_EQ(covering, inside ? 1 : 0) << day << " in " << first << ".." << last;
    }
  }
}

}  // namespace
}  // namespace vigie::tests
