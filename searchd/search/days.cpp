// A range of days as few publication terms: whole years, whole months, single days.
#include "indexer/schema.h"
#include "searchd/search/planner.h"

namespace vigie {

namespace {

constexpr int32_t kDaysInLongestMonth = 31;

int32_t year(int32_t day) {
  return day / 10000;
}
int32_t month(int32_t day) {
  return day / 100;
}

void add_days(int32_t first, int32_t last, std::vector<Alternative>& terms) {
  for (int32_t day = first; day <= last; ++day) {
    terms.push_back({schema::day_term(day), ""});
  }
}

/// From `first` to `last` within one year; days past a month's end name no article.
void add_months(int32_t first, int32_t last, std::vector<Alternative>& terms) {
  for (int32_t at = month(first); at <= month(last); ++at) {
    const int32_t begin = at == month(first) ? first : at * 100 + 1;
    const int32_t end = at == month(last) ? last : at * 100 + kDaysInLongestMonth;
    if (begin % 100 <= 1 && end % 100 >= kDaysInLongestMonth) {
      terms.push_back({schema::month_term(begin), ""});
    } else {
      add_days(begin, end, terms);
    }
  }
}

}  // namespace

std::vector<Alternative> day_alternatives(int32_t first, int32_t last) {
  std::vector<Alternative> terms;
  for (int32_t at = year(first); at <= year(last); ++at) {
    const int32_t begin = at == year(first) ? first : at * 10000 + 101;
    const int32_t end = at == year(last) ? last : at * 10000 + 1231;
    if (begin % 10000 <= 101 && end % 10000 >= 1231) {
      terms.push_back({schema::year_term(begin), ""});
    } else {
      add_months(begin, end, terms);
    }
  }
  return terms;
}

}  // namespace vigie
