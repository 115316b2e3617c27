// When an article was published: a day, or an instant with its zone, as the article says it.
//
// Kept as written in one canonical form, so that it goes out as it came in. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// A point of publication, ready to sort and to group by day.
struct Published {
  int64_t epoch_seconds;  ///< a bare day counts from its midnight in UTC
  int32_t day;            ///< the day as YYYYMMDD in the article's own offset: 20250617
  std::string text;  ///< canonical: "2025-06-17" or "2025-06-17T09:30:00+02:00" ("…Z" for UTC)
};

/// Reads "2025-06-17", "20250617", "2025-06-17T09:30[:00[.123]]+02:00" / "+0200" / "+02" / "Z", a
/// space for the T, and an instant without a zone (taken as UTC); fractions of a second are
/// dropped. Nothing where `text` is none of these, is no date of the calendar (2025-02-30), or lies
/// outside the years 1000 to 2999.
std::optional<Published> parse_published(std::string_view text);

/// Whether `day` (YYYYMMDD) is after the day that follows `now` (seconds since the epoch): a date
/// worth a warning.
bool is_future_day(int32_t day, int64_t now_epoch_seconds);

}  // namespace vigie
