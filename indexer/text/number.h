// Numbers as French and English write them, in one form: digits, and a dot before the decimals.
//
// May be called from any thread.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// The one form of the number `written`, or "" if the separators make no one number of it
/// ("1,2,3", "6'2"). `written` is ASCII digits with one of `.` `,` `'` or a space between any two
/// groups.
///   1 200  1,200  1'200  1.200.000  → 1200 1200 1200 1200000     (groups of three)
///   3,5  3.5  1.200  1,200.50  1.200,50 → 3.5 3.5 1.200 1200.50 1200.50
/// One comma before three digits is taken for English grouping, one dot for a decimal point. What
/// only dots part and is not grouped (a version, a date) stays as written: 1.2.3.
std::string plain_number(std::string_view written);

}  // namespace vigie
