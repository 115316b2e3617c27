#include "indexer/published.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace vigie {

namespace {

constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2999;
constexpr int64_t kSecondsPerDay = 86400;
/// No place on Earth is further from UTC.
constexpr int kMaxOffsetMinutes = 14 * 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes a timestamp apart from the left. Each take_…() returns whether it found what it takes.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool take_number(size_t digits, int& value) {
    if (rest_.size() < digits) {
      return false;
    }
    value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (!is_digit(rest_[i])) {
        return false;
      }
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return true;
  }

  bool take_any_of(std::string_view characters, char* taken = nullptr) {
    if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    if (taken != nullptr) {
      *taken = rest_.front();
    }
    rest_.remove_prefix(1);
    return true;
  }

  bool take_digits() {
    const size_t before = rest_.size();
    while (!rest_.empty() && is_digit(rest_.front())) {
      rest_.remove_prefix(1);
    }
    return rest_.size() < before;
  }

  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

struct Day {
  int year = 0;
  int month = 0;
  int day = 0;
};

struct Time {
  int hour = 0;
  int minute = 0;
  int second = 0;
  int offset_minutes = 0;
};

std::optional<Day> scan_day(Scanner& scanner) {
  Day day;
  if (!scanner.take_number(4, day.year)) {
    return std::nullopt;
  }
  const bool dashed = scanner.take_any_of("-");
  if (!scanner.take_number(2, day.month) || (dashed && !scanner.take_any_of("-")) ||
      !scanner.take_number(2, day.day)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(day.year),
                                         std::chrono::month(static_cast<unsigned>(day.month)),
                                         std::chrono::day(static_cast<unsigned>(day.day))};
  if (!date.ok() || day.year < kFirstYear || day.year > kLastYear) {
    return std::nullopt;
  }
  return day;
}

/// "Z", "+02:00", "+0200", "+02", or nothing at all, which is UTC.
bool scan_offset(Scanner& scanner, int& offset_minutes) {
  offset_minutes = 0;
  if (scanner.at_end() || scanner.take_any_of("Zz")) {
    return scanner.at_end();
  }
  char sign = '+';
  int hours = 0;
  int minutes = 0;
  if (!scanner.take_any_of("+-", &sign) || !scanner.take_number(2, hours)) {
    return false;
  }
  if (!scanner.at_end()) {
    scanner.take_any_of(":");
    if (!scanner.take_number(2, minutes)) {
      return false;
    }
  }
  offset_minutes = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  return scanner.at_end() && minutes < 60 && hours * 60 + minutes <= kMaxOffsetMinutes;
}

std::optional<Time> scan_time(Scanner& scanner) {
  Time time;
  if (!scanner.take_any_of("Tt ") || !scanner.take_number(2, time.hour) ||
      !scanner.take_any_of(":") || !scanner.take_number(2, time.minute)) {
    return std::nullopt;
  }
  if (scanner.take_any_of(":")) {
    if (!scanner.take_number(2, time.second) ||
        (scanner.take_any_of(".,") && !scanner.take_digits())) {
      return std::nullopt;
    }
  }
  if (time.hour > 23 || time.minute > 59 || time.second > 60) {
    return std::nullopt;
  }
  if (time.second == 60) {  // a leap second, which epoch seconds do not have
    time.second = 59;
  }
  if (!scan_offset(scanner, time.offset_minutes)) {
    return std::nullopt;
  }
  return time;
}

int64_t midnight_utc(const Day& day) {
  const std::chrono::sys_days days = std::chrono::year_month_day{
      std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
      std::chrono::day(static_cast<unsigned>(day.day))};
  return int64_t{days.time_since_epoch().count()} * kSecondsPerDay;
}

std::string write_day(const Day& day) {
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return text.data();
}

std::string write_time(const Time& time) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02d", time.hour, time.minute, time.second);
  std::string result = text.data();
  if (time.offset_minutes == 0) {
    return result + "Z";
  }
  const int minutes = time.offset_minutes < 0 ? -time.offset_minutes : time.offset_minutes;
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", time.offset_minutes < 0 ? '-' : '+',
                minutes / 60, minutes % 60);
  return result + text.data();
}

std::string_view without_outer_spaces(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

std::optional<Published> parse_published(std::string_view text) {
  Scanner scanner(without_outer_spaces(text));
  const std::optional<Day> day = scan_day(scanner);
  if (!day) {
    return std::nullopt;
  }
  Published published{midnight_utc(*day), day->year * 10000 + day->month * 100 + day->day,
                      write_day(*day)};
  if (scanner.at_end()) {
    return published;
  }
  const std::optional<Time> time = scan_time(scanner);
  if (!time) {
    return std::nullopt;
  }
  published.epoch_seconds +=
      time->hour * 3600 + time->minute * 60 + time->second - time->offset_minutes * 60;
  published.text += write_time(*time);
  return published;
}

bool is_future_day(int32_t day, int64_t now_epoch_seconds) {
  const Day date{day / 10000, day / 100 % 100, day % 100};
  const int64_t today = now_epoch_seconds / kSecondsPerDay;
  return midnight_utc(date) / kSecondsPerDay > today + 1;
}

}  // namespace vigie
