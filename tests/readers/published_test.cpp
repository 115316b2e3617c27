#include "indexer/published.h"

#include <gtest/gtest.h>

#include <vector>

namespace vigie {
namespace {

TEST(Published, ReadsDaysAndInstantsAndWritesThemOneWay) {
  struct Row {
    const char* given;
    const char* canonical;
    int32_t day;
    int64_t epoch_seconds;
  };
  const std::vector<Row> rows = {
      {"2025-06-17", "2025-06-17", 20250617, 1750118400},
      {" 2025-06-17\n", "2025-06-17", 20250617, 1750118400},
      {"20250617", "2025-06-17", 20250617, 1750118400},
      {"1970-01-01", "1970-01-01", 19700101, 0},
      {"1805-10-21", "1805-10-21", 18051021, -5181580800},
      {"2024-02-29", "2024-02-29", 20240229, 1709164800},
      {"2025-06-17T09:30:00Z", "2025-06-17T09:30:00Z", 20250617, 1750152600},
      {"2025-06-17T09:30:00+00:00", "2025-06-17T09:30:00Z", 20250617, 1750152600},
      {"2025-06-17T09:30", "2025-06-17T09:30:00Z", 20250617, 1750152600},
      {"2025-06-17 09:30:00", "2025-06-17T09:30:00Z", 20250617, 1750152600},
      {"2025-06-17T11:30:00+02:00", "2025-06-17T11:30:00+02:00", 20250617, 1750152600},
      {"2025-06-17T11:30:00.123+0200", "2025-06-17T11:30:00+02:00", 20250617, 1750152600},
      {"2025-06-17T11:30+02", "2025-06-17T11:30:00+02:00", 20250617, 1750152600},
      {"2025-06-17T00:15:00+02:00", "2025-06-17T00:15:00+02:00", 20250617, 1750112100},
      {"2025-06-16T22:15:00-05:30", "2025-06-16T22:15:00-05:30", 20250616, 1750131900},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z", 20161231, 1483228799},
  };
  for (const Row& row : rows) {
    const std::optional<Published> published = parse_published(row.given);
    ASSERT_TRUE(published) << row.given;
    EXPECT_EQ(published->text, row.canonical) << row.given;
    EXPECT_EQ(published->day, row.day) << row.given;
    EXPECT_EQ(published->epoch_seconds, row.epoch_seconds) << row.given;
    EXPECT_EQ(parse_published(published->text)->text, published->text) << "not stable";
  }
}

TEST(Published, RefusesWhatIsNoDateOfTheCalendar) {
  for (const char* text : {"",
                           " ",
                           "yesterday",
                           "hier",
                           "2025",
                           "2025-06",
                           "2025-6-7",
                           "2025-02-30",
                           "2023-02-29",
                           "2025-13-01",
                           "2025-00-10",
                           "2025-06-00",
                           "0999-12-31",
                           "3000-01-01",
                           "12025-06-17",
                           "17/06/2025",
                           "2025/06/17",
                           "2025-0617",
                           "2025-06-17T",
                           "2025-06-17T24:00:00Z",
                           "2025-06-17T09:60:00Z",
                           "2025-06-17T09:30:61Z",
                           "2025-06-17T09:30:00+15:00",
                           "2025-06-17T09:30:00+02:60",
                           "2025-06-17T09:30:00 Paris",
                           "2025-06-17T09:30:00Zz",
                           "2025-06-17T09:30:00.Z",
                           "2025-06-17T9:30",
                           "2025-06-17x",
                           "-2025-06-17"}) {
    EXPECT_FALSE(parse_published(text)) << text;
  }
}

TEST(Published, TellsTheFutureFromTomorrowSomewhere) {
  const int64_t noon = 1750161600;  // 2025-06-17T12:00Z
  EXPECT_FALSE(is_future_day(20250617, noon));
  EXPECT_FALSE(is_future_day(20250618, noon));
  EXPECT_TRUE(is_future_day(20250619, noon));
  EXPECT_FALSE(is_future_day(20241231, noon));
  EXPECT_TRUE(is_future_day(20260101, noon));
}

}  // namespace
}  // namespace vigie
