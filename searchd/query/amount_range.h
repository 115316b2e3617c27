// Ranges of sums of money as they are typed after `amount:`. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searchd/query/expression.h"

namespace vigie {

/// The range of "100M", ">=100M", ">100M", "<=1.5B", "<2 Md", "50M..1B", "50M.." or "..1B", borders
/// included; a sign or code may stand at a number (>=$100M, 50M..1B€). Two ends in the wrong order
/// are swapped. Nothing where it is none, or where two currencies are named.
std::optional<AmountRange> parse_amount_range(std::string_view text);

/// A range that parse_amount_range() gave, in its a..b, a.. or ..b form and with its currency.
std::string amount_range_text(const AmountRange& range);

}  // namespace vigie
