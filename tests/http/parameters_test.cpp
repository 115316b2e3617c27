#include "searchd/http/parameters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/search/engine.h"

namespace vigie {
namespace {

SearchRequest request_of(const std::string& query_string) {
  return search_request_of(parameters_of("/api/v1/search?" + query_string));
}

TEST(Parameters, HaveDefaults) {
  const SearchRequest request = request_of("");
  EXPECT_EQ(request.q, "");
  EXPECT_EQ(request.page, 1U);
  EXPECT_EQ(request.per_page, 10U);
  EXPECT_FALSE(request.sort.has_value());
  EXPECT_EQ(request.facets.size(), kFacetCount);
  EXPECT_EQ(request.facet_size, 10U);
  EXPECT_EQ(request.match, MatchMode::kAll);
  EXPECT_EQ(request.recency, Recency::kOff);
  EXPECT_EQ(request.interval, Interval::kDay);
}

TEST(Parameters, AreAllRead) {
  const SearchRequest request = request_of(
      "q=arm%C3%A9e&language=fr&language=EN&source=Le+Quotidien&author=Jeanne&year=2025&exclude="
      "source:a:b&exclude=year:2019&from=2025-06&to=2025-09&sort=oldest&page=100&per_page=100&"
      "match="
      "any&facets=year,source,year&facet_size=1000&recency=strong&interval=quarter");
  EXPECT_EQ(request.q, "armée");
  ASSERT_EQ(request.filters.size(), 5U);
  EXPECT_EQ(request.filters[1].value, "EN");
  EXPECT_EQ(request.filters[2].facet, Facet::kSource);
  EXPECT_EQ(request.filters[2].value, "Le Quotidien");
  ASSERT_EQ(request.excludes.size(), 2U);
  EXPECT_EQ(request.excludes[0].value, "a:b");
  EXPECT_EQ(request.from_day, 20250601);
  EXPECT_EQ(request.to_day, 20250930);
  EXPECT_EQ(request.sort, Sort::kOldest);
  EXPECT_EQ(request.page, 100U);
  EXPECT_EQ(request.per_page, 100U);
  EXPECT_EQ(request.match, MatchMode::kAny);
  EXPECT_EQ(request.facets, (std::vector<Facet>{Facet::kYear, Facet::kSource}));
  EXPECT_EQ(request.facet_size, 1000U);
  EXPECT_EQ(request.recency, Recency::kStrong);
  EXPECT_EQ(request.interval, Interval::kQuarter);
}

TEST(Parameters, OfAListOfSumsAreThoseOfASearchAndItsOrder) {
  const auto sums = [](const std::string& query_string) {
    return sums_request_of(parameters_of("/api/v1/amounts?" + query_string));
  };
  EXPECT_EQ(sums("").order, SumOrder::kLargest);
  EXPECT_EQ(sums("order=").order, SumOrder::kLargest);
  EXPECT_EQ(sums("order=smallest").order, SumOrder::kSmallest);
  EXPECT_EQ(sums("order=newest").order, SumOrder::kNewest);
  const SumsRequest request = sums("q=drone&order=oldest&per_page=50&currency=eur&sort=oldest");
  EXPECT_EQ(request.order, SumOrder::kOldest);
  EXPECT_EQ(request.search.q, "drone");
  EXPECT_EQ(request.search.per_page, 50U);
  EXPECT_EQ(request.search.filters.front().value, "EUR");
}

TEST(Parameters, OfNamesAreThoseOfASearchAndTheNames) {
  const auto counts = [](const std::string& query_string) {
    return counts_request_of(parameters_of("/api/v1/counts?" + query_string));
  };
  const auto many = [](size_t count) {
    std::string names;
    for (size_t i = 0; i < count; ++i) {
      names += "&name=n";
    }
    return names;
  };
  const CountsRequest request = counts("name=Safran&q=drone&name=KNDS&name=&language=fr");
  EXPECT_EQ(request.names, (std::vector<std::string>{"Safran", "KNDS"}));
  EXPECT_EQ(request.search.q, "drone");
  EXPECT_EQ(request.search.filters.front().value, "fr");
  EXPECT_EQ(counts("").names.size(), 0U);
  EXPECT_EQ(counts(many(kMaxNames)).names.size(), kMaxNames);
  EXPECT_THROW(counts(many(kMaxNames + 1)), InvalidRequest);
  EXPECT_EQ(counts("name=" + std::string(kMaxNameBytes, 'a')).names.size(), 1U);
  EXPECT_THROW(counts("name=" + std::string(kMaxNameBytes + 1, 'a')), InvalidRequest);
}

TEST(Parameters, OfSumsAreRead) {
  const SearchRequest request = request_of(
      "amount_min=1,5Md&amount_max=20B&currency=eur&currency=USD&amount=1B-10B&added_since="
      "2025-06-17T09:30:00%2B02:00&exclude=amount:10B-&exclude=currency:gbp");
  EXPECT_EQ(request.amount.least, 1.5e9);
  EXPECT_EQ(request.amount.most, 2e10);
  ASSERT_EQ(request.filters.size(), 3U);
  EXPECT_EQ(request.filters[0].facet, Facet::kCurrency);
  EXPECT_EQ(request.filters[0].value, "EUR");
  EXPECT_EQ(request.filters[2].value, "1B-10B");
  ASSERT_EQ(request.excludes.size(), 2U);
  EXPECT_EQ(request.excludes[1].value, "GBP");
  EXPECT_EQ(request.added_since, 1750145400);
}

TEST(Parameters, EmptyOnesCountAsNotGiven) {
  const SearchRequest request =
      request_of("q=&from=&to=&source=&page=&sort=&sort=newest&facets=&exclude=");
  EXPECT_EQ(request.sort, Sort::kNewest);
  EXPECT_TRUE(request.filters.empty());
  EXPECT_TRUE(request.excludes.empty());
  EXPECT_EQ(request.facets.size(), kFacetCount);
  EXPECT_EQ(request.to_day, 99999999);
}

TEST(Parameters, FacetsCanBeAllOrNone) {
  EXPECT_EQ(request_of("facets=*").facets.size(), kFacetCount);
  EXPECT_TRUE(request_of("facets=none").facets.empty());
}

TEST(Parameters, RelevanceWithoutAQueryIsNewest) {
  EXPECT_FALSE(request_of("sort=relevance").sort.has_value());
  EXPECT_FALSE(request_of("sort=relevance&q=+").sort.has_value());
  EXPECT_EQ(request_of("sort=relevance&q=a").sort, Sort::kRelevance);
}

TEST(Parameters, AQueryOfFourKilobytesIsTakenAndOneMoreIsNot) {
  EXPECT_EQ(request_of("q=" + std::string(4096, 'a')).q.size(), 4096U);
  EXPECT_THROW(request_of("q=" + std::string(4097, 'a')), InvalidRequest);
}

TEST(Parameters, WrongOnesAreRefusedByName) {
  const struct {
    const char* query_string;
    const char* parameter;
  } cases[] = {
      {"nope=1", "nope"},
      {"nope=", "nope"},
      {"Q=a", "Q"},
      {"translate=yes", "translate"},
      {"organisations=otan", "organisations"},
      {"page=0", "page"},
      {"page=-1", "page"},
      {"page=1.5", "page"},
      {"page=+1", "page"},
      {"page=abc", "page"},
      {"page=99999999999999999999", "page"},
      {"page=10001&per_page=1", "page"},
      {"page=101&per_page=100", "page"},
      {"page=1001", "page"},
      {"per_page=0", "per_page"},
      {"per_page=101", "per_page"},
      {"facet_size=0", "facet_size"},
      {"facet_size=1001", "facet_size"},
      {"sort=date", "sort"},
      {"sort=Newest", "sort"},
      {"match=some", "match"},
      {"recency=on", "recency"},
      {"interval=decade", "interval"},
      {"facets=year,nope", "facets"},
      {"facets=year,", "facets"},
      {"facets=none,year", "facets"},
      {"from=17/06/2025", "from"},
      {"from=2025-02-30", "from"},
      {"from=2025-13", "from"},
      {"to=hier", "to"},
      {"from=2025&to=2024", "to"},
      {"year=25", "year"},
      {"year=2025-06", "year"},
      {"language=français", "language"},
      {"language=f", "language"},
      {"exclude=nope:x", "exclude"},
      {"exclude=source", "exclude"},
      {"exclude=source:", "exclude"},
      {"exclude=year:abc", "exclude"},
      {"amount_min=lots", "amount_min"},
      {"amount_min=-1", "amount_min"},
      {"amount_max=1M+EUR", "amount_max"},
      {"amount_min=2M&amount_max=1M", "amount_max"},
      {"amount=2M", "amount"},
      {"amount=1M-1B", "amount"},
      {"currency=XYZ", "currency"},
      {"currency=euro", "currency"},
      {"exclude=currency:XYZ", "exclude"},
      {"exclude=amount:lots", "exclude"},
      {"added_since=hier", "added_since"},
      {"q=a&q=b", "q"},
      {"page=1&page=1", "page"},
      {"sort=newest&sort=oldest", "sort"},
      {"q=%00", "q"},
  };
  for (const auto& [query_string, parameter] : cases) {
    try {
      request_of(query_string);
      ADD_FAILURE() << query_string << " was taken";
    } catch (const InvalidRequest& error) {
      EXPECT_EQ(error.parameter(), parameter) << query_string;
      EXPECT_THAT(error.what(), testing::HasSubstr(parameter)) << query_string;
      EXPECT_THAT(error.what(), testing::EndsWith(".")) << query_string;
    }
  }
}

TEST(Parameters, OtherRoutesHaveTheirOwn) {
  EXPECT_EQ(query_of({{"q", "a b"}}), "a b");
  EXPECT_EQ(query_of({}), "");
  EXPECT_THROW(query_of({{"page", "1"}}), InvalidRequest);
  EXPECT_EQ(per_page_of({}), 10U);
  EXPECT_EQ(per_page_of({{"per_page", "3"}}), 3U);
  EXPECT_THROW(per_page_of({{"q", "a"}}), InvalidRequest);
  EXPECT_NO_THROW(require_none({}));
  EXPECT_THROW(require_none({{"q", "a"}}), InvalidRequest);
}

}  // namespace
}  // namespace vigie
