#include "searchd/query/amount_range.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "searchd/query/parser.h"

namespace vigie {
namespace {

struct Row {
  std::string_view typed;
  double least;
  double most;
  std::string_view currency = "";
};

TEST(AmountRange, ReadsWhatPeopleTypeInBothLanguages) {
  const std::vector<Row> rows = {
      {"100M", 1e8, 1e8},
      {">=100M", 1e8, kNoMost},
      {"<=1.5B", 0, 1.5e9},
      {"50M..1B", 5e7, 1e9},
      {"1B..50M", 5e7, 1e9},
      {"50M..", 5e7, kNoMost},
      {"..1B", 0, 1e9},
      {"200000000", 2e8, 2e8},
      {"1,5Md", 1.5e9, 1.5e9},
      {">=2Md€", 2e9, kNoMost, "EUR"},
      {">=$100M", 1e8, kNoMost, "USD"},
      {">=100M$", 1e8, kNoMost, "USD"},
      {"£10M..£20M", 1e7, 2e7, "GBP"},
      {"10M..20M€", 1e7, 2e7, "EUR"},
      {"EUR10M..20M", 1e7, 2e7, "EUR"},
      {"US$500k..", 5e5, kNoMost, "USD"},
      {"100MUSD", 1e8, 1e8, "USD"},
  };
  for (const Row& row : rows) {
    const auto range = parse_amount_range(row.typed);
    ASSERT_TRUE(range) << row.typed;
    EXPECT_EQ(range->least, row.least) << row.typed;
    EXPECT_EQ(range->most, row.most) << row.typed;
    EXPECT_EQ(range->currency, row.currency) << row.typed;
  }
}

TEST(AmountRange, ABorderIsOutOfWhatIsAboveOrBelowIt) {
  EXPECT_GT(parse_amount_range(">100M")->least, 1e8);
  EXPECT_LT(parse_amount_range("<100M")->most, 1e8);
  EXPECT_NEAR(parse_amount_range(">100M")->least, 1e8, 1e-6);
}

TEST(AmountRange, IsNothingOfWhatIsNone) {
  for (const std::string_view typed : {"", "lots", "..", ">", ">=", "beaucoup", "$", "10M€..20M$",
                                       "1..2..3", "-5M", "M", "100X", "10M EUR USD"}) {
    EXPECT_FALSE(parse_amount_range(typed)) << typed;
  }
}

struct QueryRow {
  std::string_view query;
  std::string_view printed;
};

TEST(AmountRange, StandsInQueries) {
  const std::vector<QueryRow> rows = {
      {"amount:>=100M", "amount:100M.."},
      {"drone amount:50M..1B EUR", "drone amount:50M..1B EUR"},
      {"montant: 50M..1B EUR drone", "amount:50M..1B EUR drone"},
      {"amount:2M UAV", "amount:2M..2M UAV"},
      {"-amount:>=1B", "NOT amount:1B.."},
      {"amount:1,5Md€ OR amount:<=2M", "amount:1.5B..1.5B EUR OR amount:..2M"},
      {"amount:lots drone", "amount:lots drone"},
      {"amount:", "amount"},
      {"amount: (drone)", "amount drone"},
  };
  for (const QueryRow& row : rows) {
    EXPECT_EQ(to_string(parse_query(row.query).expression), row.printed) << row.query;
  }
}

TEST(AmountRange, PrintedReadsBackTheSame) {
  for (const std::string_view query :
       {"amount:>100M", "amount:<0.07", "amount:..", "amount:>=0", "amount:1..2 PLN", "amount:lots",
        "-amount:>=1B (amount:12,50€ drone)", "amount:<=99999999999999999999"}) {
    const Expression expression = parse_query(query).expression;
    EXPECT_EQ(parse_query(to_string(expression)).expression, expression)
        << query << " " << to_string(expression);
  }
}

}  // namespace
}  // namespace vigie
