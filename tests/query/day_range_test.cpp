#include "searchd/query/day_range.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace vigie {
namespace {

struct SpanCase {
  std::string_view text;
  DaySpan span;
};

TEST(DaySpan, CoversTheYearMonthOrDayToItsTrueLastDay) {
  const std::vector<SpanCase> cases = {
      {"2025", {20250101, 20251231}},       {"2025-06", {20250601, 20250630}},
      {"2025-12", {20251201, 20251231}},    {"2025-06-17", {20250617, 20250617}},
      {"2024-02", {20240201, 20240229}},    {"2025-02", {20250201, 20250228}},
      {"2000-02", {20000201, 20000229}},    {"1900-02", {19000201, 19000228}},
      {"2024-02-29", {20240229, 20240229}}, {"0001", {10101, 11231}},
      {"9999-12-31", {99991231, 99991231}},
  };
  for (const SpanCase& c : cases) {
    EXPECT_EQ(parse_day_span(c.text), c.span) << c.text;
  }
}

TEST(DaySpan, IsNoneForWhatIsNoDay) {
  for (const std::string_view text :
       {"",           "25",         "202",           "20255",    "0000",       "2025-",
        "2025-6",     "2025-00",    "2025-13",       "2025-06-", "2025-06-00", "2025-06-31",
        "2025-02-29", "1900-02-29", "2025-6-17",     "2025/06",  "2025/06/17", "17-06-2025",
        "20250617",   "abcd",       "20a5",          "2025-0a",  "2025-06-1x", " 2025",
        "2025 ",      "-025",       "2025-06-17T10", "+025"}) {
    EXPECT_EQ(parse_day_span(text), DaySpan{}) << text;
  }
}

TEST(DayRange, ReadsEveryFormBordersIncluded) {
  const std::vector<SpanCase> cases = {
      {"2025", {20250101, 20251231}},
      {"2025-06..2025-09", {20250601, 20250930}},
      {"2025-09..2025-06", {20250601, 20250930}},
      {"2024..2025-02", {20240101, 20250228}},
      {"..2025", {0, 20251231}},
      {"2025..", {20250101, 99999999}},
      {">=2025-06", {20250601, 99999999}},
      {">2025-06", {20250701, 99999999}},
      {">2025", {20260101, 99999999}},
      {">2024-02-28", {20240229, 99999999}},
      {">2024-02-29", {20240301, 99999999}},
      {"<=2024-02", {0, 20240229}},
      {"<2025", {0, 20241231}},
      {"<2024-03-01", {0, 20240229}},
      {"<2025-03", {0, 20250228}},
      {"<2025-06-17", {0, 20250616}},
  };
  for (const SpanCase& c : cases) {
    const auto range = parse_day_range(c.text);
    ASSERT_TRUE(range.has_value()) << c.text;
    EXPECT_EQ(*range, c.span) << c.text;
    EXPECT_EQ(parse_day_range(day_range_text(*range)), range) << c.text;
  }
}

TEST(DayRange, IsNoneForWhatIsNoRange) {
  for (const std::string_view text :
       {"", "..", "...", ">", ">=", "<", "=2025", "hier", "2025...2026", "2025..x", "x..2025",
        "2025..2026..2027", ">x", "><2025", "==2025", ">9999", "<0001", "2025-2026"}) {
    EXPECT_FALSE(parse_day_range(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace vigie
