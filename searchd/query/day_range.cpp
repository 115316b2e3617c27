#include "searchd/query/day_range.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vigie {
namespace {

constexpr int32_t kMonths = 12;

bool is_leap(int32_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int32_t days_in_month(int32_t year, int32_t month) {
  constexpr std::array<int32_t, kMonths> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[static_cast<size_t>(month - 1)];
}

int32_t day_of(int32_t year, int32_t month, int32_t day) {
  return year * 10000 + month * 100 + day;
}

int32_t last_day_of_month(int32_t year, int32_t month) {
  return day_of(year, month, days_in_month(year, month));
}

/// The `count` digits at `offset`; -1 where there are none.
int32_t digits_at(std::string_view text, size_t offset, size_t count) {
  int32_t value = 0;
  for (const char c : text.substr(offset, count)) {
    if (c < '0' || c > '9') {
      return -1;
    }
    value = value * 10 + (c - '0');
  }
  return value;
}

/// The day after `day`; kLastDay after the last one that can be written.
int32_t day_after(int32_t day) {
  const int32_t year = day / 10000;
  const int32_t month = day / 100 % 100;
  if (day < last_day_of_month(year, month)) {
    return day + 1;
  }
  if (month < kMonths) {
    return day_of(year, month + 1, 1);
  }
  return year < 9999 ? day_of(year + 1, 1, 1) : kLastDay;
}

/// The day before `day`; kFirstDay before the first one that can be written.
int32_t day_before(int32_t day) {
  const int32_t year = day / 10000;
  const int32_t month = day / 100 % 100;
  if (day % 100 > 1) {
    return day - 1;
  }
  if (month > 1) {
    return last_day_of_month(year, month - 1);
  }
  return year > 1 ? day_of(year - 1, kMonths, 31) : kFirstDay;
}

std::optional<DaySpan> parse_comparison(std::string_view text) {
  const bool after = text.front() == '>';
  const bool or_equal = text.size() > 1 && text[1] == '=';
  const DaySpan span = parse_day_span(text.substr(or_equal ? 2 : 1));
  if (span.first == 0) {
    return std::nullopt;
  }
  const DaySpan range = after ? DaySpan{or_equal ? span.first : day_after(span.last), kLastDay}
                              : DaySpan{kFirstDay, or_equal ? span.last : day_before(span.first)};
  if (range.first == kLastDay || range.last == kFirstDay) {
    return std::nullopt;
  }
  return range;
}

std::optional<DaySpan> parse_between(std::string_view from, std::string_view to) {
  const DaySpan first = parse_day_span(from);
  const DaySpan last = parse_day_span(to);
  const bool is_range = (from.empty() || first.first != 0) && (to.empty() || last.first != 0) &&
                        !(from.empty() && to.empty());
  if (!is_range) {
    return std::nullopt;
  }
  if (from.empty() || to.empty()) {
    return DaySpan{from.empty() ? kFirstDay : first.first, to.empty() ? kLastDay : last.last};
  }
  return DaySpan{std::min(first.first, last.first), std::max(first.last, last.last)};
}

void append_day(std::string& text, int32_t day) {
  const std::string digits = std::to_string(100000000 + day).substr(1);
  text.append(digits, 0, 4).append("-").append(digits, 4, 2).append("-").append(digits, 6, 2);
}

}  // namespace

DaySpan parse_day_span(std::string_view text) {
  const bool has_month = text.size() >= 7;
  const bool has_day = text.size() == 10;
  if ((text.size() != 4 && text.size() != 7 && !has_day) || (has_month && text[4] != '-') ||
      (has_day && text[7] != '-')) {
    return {};
  }
  const int32_t year = digits_at(text, 0, 4);
  const int32_t month = has_month ? digits_at(text, 5, 2) : 1;
  if (year < 1 || month < 1 || month > kMonths) {
    return {};
  }
  if (!has_day) {
    return {day_of(year, month, 1), last_day_of_month(year, has_month ? month : kMonths)};
  }
  const int32_t day = digits_at(text, 8, 2);
  if (day < 1 || day > days_in_month(year, month)) {
    return {};
  }
  return {day_of(year, month, day), day_of(year, month, day)};
}

std::optional<DaySpan> parse_day_range(std::string_view text) {
  if (text.empty()) {
    return std::nullopt;
  }
  if (text.front() == '<' || text.front() == '>') {
    return parse_comparison(text);
  }
  const size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    return parse_between(text.substr(0, dots), text.substr(dots + 2));
  }
  return parse_between(text, text);
}

std::string day_range_text(DaySpan range) {
  std::string text;
  if (range.first != kFirstDay) {
    append_day(text, range.first);
  }
  text.append("..");
  if (range.last != kLastDay) {
    append_day(text, range.last);
  }
  return text;
}

}  // namespace vigie
