// Sums of money in a text, whatever way they are written:
//
//   "entre 2 et 3 milliards d'euros, soit US$2.3bn au plus"
//     → 2e9 EUR "2", 3e9 EUR "3 milliards d'euros", 2.3e9 USD "US$2.3bn"
//
// A sum is a number (digits or words) with a currency sign, code or name before or after it; a
// number whose currency is not written is none ("dont 40 milliards pour la relance"), nor is
// "several million dollars".
//
// What can be read in two ways:
// - $ is the US dollar, ¥ the yen, francs are French, francs CFA those of West Africa (XOF), rupees
//   Indian, unless a prefix or an adjective says otherwise (A$, Swiss francs, roupies pakistanaises);
// - crowns, pesos, dinars, dirhams, shillings and the French livres need their adjective;
// - pounds need millions and no "of" after them (a weight); marks, won, rand and a few more that
//   are other words too need 10,000, decimals or an adjective; codes that are other words too
//   (COP 28) need 1,000;
// - "un euro", "a dollar" are none, "one dollar" and "1 euro" are;
// - "1,200" is 1.2 in French and 1200 elsewhere; "1.200" is 1.2 in English and 1200 elsewhere; after
//   a sign ($1,200) both are read as English;
// - billion is 10¹² in French, unless a sign stands before the number, and 10⁹ elsewhere; trillion
//   is 10¹² everywhere.
//
// May be called from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/language.h"

namespace vigie {

struct Amount {
  double value;          ///< in whole units of the currency: 200 M$ is 200000000; finite, >= 0
  std::string currency;  ///< ISO 4217, also of currencies that are no more (FRF, DEM)
  uint32_t begin_bytes;  ///< where the sum as written begins in the text
  uint32_t end_bytes;    ///< one past its last byte; both on a character border
};

/// The sums of money in `text` (UTF-8; any bytes), ascending, none overlapping, none across a line
/// break. Of a range both ends are given, in full value. Never throws on any bytes. A text of more
/// than 2³¹ bytes is cut there.
std::vector<Amount> find_amounts(std::string_view text, Language language);

/// The number that `written` is as a whole, or nothing: "50000000", "1 200 000", "100M", "1.5B",
/// "1,5 Md", "200k", "3 millions". A comma before three digits parts thousands; a lone dot is a
/// decimal point; a billion is 10⁹.
std::optional<double> parse_quantity(std::string_view written);

/// Whether `iso` is the code (in capitals) of a currency that find_amounts() may name.
bool is_currency(std::string_view iso);

}  // namespace vigie
