#include <algorithm>
#include <array>
#include <chrono>
#include <map>

#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

using std::chrono::sys_days;

sys_days date_of(int32_t day) {
  using std::chrono::year_month_day;
  return sys_days(year_month_day(std::chrono::year(day / 10000),
                                 std::chrono::month(static_cast<unsigned>(day / 100 % 100)),
                                 std::chrono::day(static_cast<unsigned>(day % 100))));
}

/// Writes `number` over the characters that end before `end`, as many as it has digits.
void put_digits(unsigned number, size_t end, std::string& text) {
  for (; number > 0; number /= 10) {
    text[--end] = static_cast<char>('0' + number % 10);
  }
}

/// By hand: a timeline has some fifty of them, each of which snprintf() takes as long for as
/// counting a hundred articles.
std::string text_of(sys_days date) {
  const std::chrono::year_month_day ymd(date);
  std::string text = "0000-00-00";
  put_digits(static_cast<unsigned>(static_cast<int>(ymd.year())), 4, text);
  put_digits(static_cast<unsigned>(ymd.month()), 7, text);
  put_digits(static_cast<unsigned>(ymd.day()), 10, text);
  return text;
}

struct Step {
  const char* name;
  int days;  ///< of its buckets; 0 where they are months
  int months;
};

/// Of each Interval.
constexpr std::array<Step, 5> kSteps{
    {{"day", 1, 0}, {"week", 7, 0}, {"month", 0, 1}, {"quarter", 0, 3}, {"year", 0, 12}}};

Interval interval_for(int span_months) {
  if (span_months <= 2) {
    return Interval::kDay;
  }
  if (span_months <= 12) {
    return Interval::kWeek;
  }
  if (span_months <= 60) {
    return Interval::kMonth;
  }
  return span_months <= 180 ? Interval::kQuarter : Interval::kYear;
}

void fill_months(const MonthCounts& months, int step, Timeline& timeline) {
  const int first = months.first - (months.first - 1) % step;
  for (int month = first; month <= months.last; month += step) {
    uint64_t count = 0;
    for (int at = month; at < month + step; ++at) {
      count += months.of(at);
    }
    const auto number = static_cast<uint16_t>(month);
    timeline.buckets.push_back(
        {text_of(date_of(year_of_month(number) * 10000 + month_of_month(number) * 100 + 1)),
         count});
  }
}

/// The Monday of its week, or the day itself.
sys_days bucket_of(sys_days date, int days) {
  return days == 1 ? date : date - (std::chrono::weekday(date) - std::chrono::Monday);
}

constexpr int kDaySlots = 31;  // of every month

/// Counts the dated ones of the `n` articles at `docids` in the slots of their days; the slots begin
/// with the month `first`.
void add_days(const ColumnChunk& chunk, const uint32_t* docids, uint32_t n, int first,
              std::vector<uint64_t>& slots) {
  for (uint32_t i = 0; i < n; ++i) {
    const uint32_t index = Columns::index_of(docids[i]);
    if (chunk.month[index] != 0) {
      ++slots[static_cast<size_t>((chunk.month[index] - first) * kDaySlots +
                                  chunk.day[index] % 100 - 1)];
    }
  }
}

void fill_days(const std::vector<uint32_t>& matches, const Snapshot& snapshot,
               const MonthCounts& months, int days, Timeline& timeline) {
  std::vector<uint64_t> counts(static_cast<size_t>((months.last - months.first + 1) * kDaySlots));
  each_docid(matches.data(), matches.size(), snapshot.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               add_days(chunk, docids, n, months.first, counts);
             });
  std::map<sys_days, uint64_t> buckets;
  for (size_t slot = 0; slot < counts.size(); ++slot) {
    if (counts[slot] > 0) {
      const auto month = static_cast<uint16_t>(months.first + static_cast<int>(slot) / kDaySlots);
      const int day = static_cast<int>(slot) % kDaySlots + 1;
      buckets[bucket_of(date_of(year_of_month(month) * 10000 + month_of_month(month) * 100 + day),
                        days)] += counts[slot];
    }
  }
  for (sys_days at = buckets.begin()->first; at <= buckets.rbegin()->first;
       at += std::chrono::days(days)) {
    const auto found = buckets.find(at);
    timeline.buckets.push_back({text_of(at), found == buckets.end() ? 0 : found->second});
  }
}

}  // namespace

Timeline Tally::timeline(Interval least) {
  Timeline timeline;
  const MonthCounts& counted = months();
  timeline.undated = counted.undated;
  if (counted.first > 0) {
    fill(timeline, counted, least);
  }
  take_copies_out(timeline);
  return timeline;
}

void Tally::fill(Timeline& timeline, const MonthCounts& counted, Interval least) const {
  const Interval interval = std::max(least, interval_for(counted.last - counted.first + 1));
  const Step& step = kSteps.at(static_cast<size_t>(interval));
  timeline.interval = step.name;
  if (step.days > 0) {
    fill_days(matches_, snapshot_, counted, step.days, timeline);
  } else {
    fill_months(counted, step.months, timeline);
  }
}

/// Copies of one story count once in each bucket; undated ones once.
void Tally::take_copies_out(Timeline& timeline) const {
  if (copies_.empty()) {
    return;
  }
  std::vector<std::string> starts;
  for (const TimelineBucket& bucket : timeline.buckets) {
    starts.push_back(bucket.start);
  }
  const auto undated = static_cast<uint32_t>(starts.size());
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        const int32_t day = snapshot_.columns.day(docid);
        if (snapshot_.columns.month(docid) == 0) {
          of_article.push_back(undated);
          return;
        }
        const auto after = std::upper_bound(starts.begin(), starts.end(), text_of(date_of(day)));
        of_article.push_back(static_cast<uint32_t>(after - starts.begin() - 1));
      },
      [&](uint32_t bucket) {
        --(bucket == undated ? timeline.undated : timeline.buckets[bucket].count);
      });
}

}  // namespace vigie
