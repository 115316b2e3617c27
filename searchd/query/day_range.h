// Ranges of days as they are typed after `date:`. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searchd/query/expression.h"

namespace vigie {

inline constexpr int32_t kFirstDay = 0;        ///< from_day of a range without a beginning
inline constexpr int32_t kLastDay = 99999999;  ///< to_day of a range without an end

/// The days of "2025-06", "2025..2026-03", "..2025", "2025..", ">=2025", ">2025", "<=2025" or
/// "<2025", borders included; two ends in the wrong order are swapped. Nothing where it is none.
std::optional<DaySpan> parse_day_range(std::string_view text);

/// A range that parse_day_range() gave, in its a..b, a.. or ..b form, to the day.
std::string day_range_text(DaySpan range);

}  // namespace vigie
