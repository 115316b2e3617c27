// Numbers with what multiplies them: "1,5 milliard", "200M", "half a billion", "deux cents".
//
// May be called from any thread.
#pragma once

#include <optional>

#include "indexer/text/money_text.h"

namespace vigie {

struct Quantity {
  double value;   ///< multiplied out
  double number;  ///< before its scale: 1.5 of "1,5 milliard"
  double scale;   ///< 10⁹ of "milliard"; 1 where there is none
  size_t end;     ///< the lexeme after it

  bool is_scaled() const { return scale > 1; }
};

/// Whether a quantity may begin with the lexeme at `first`; costs little.
bool may_begin_quantity(const MoneyText& text, size_t first);

/// The quantity that begins with the lexeme at `first`, or nothing: neither "million" nor "several
/// million" is one. `billion` is what that word stands for.
std::optional<Quantity> quantity_at(const MoneyText& text, size_t first, double billion);

}  // namespace vigie
