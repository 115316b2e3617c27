// The currencies, and what they are called: signs, codes, prefixes ("C" of C$), nouns ("dollars")
// and adjectives ("Canadian", "canadiens"), in both languages.
//
// May be called from any thread.
#pragma once

#include <bitset>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

inline constexpr size_t kMostCurrencies = 192;

/// Currencies by their place in the table.
using CurrencySet = std::bitset<kMostCurrencies>;

/// What a word or sign, with its capitals, says of currencies.
struct CurrencyMark {
  CurrencySet sign;       ///< "$": all dollars
  CurrencySet code;       ///< "USD"; also usual ones that are not ISO 4217: "RMB", "Rs"
  CurrencySet prefix;     ///< "US", "C" of C$
  bool doubtful = false;  ///< a code that is another word too (COP 28)
};

/// What a folded word (fold.h) says of currencies.
struct CurrencyWord {
  CurrencySet noun;       ///< "dollars": all dollars
  CurrencySet adjective;  ///< "canadian": all Canadian ones
  bool doubtful = false;  ///< a noun that is another word too (pounds, won)
  bool filler = false;    ///< may stand before an adjective or noun: "Hong", "South", "additional"
};

/// What `written` says as a sign, code or prefix, or null; valid for ever.
const CurrencyMark* currency_mark(std::string_view written);

/// What `folded` says as a noun or an adjective, or null; valid for ever.
const CurrencyWord* currency_word(const std::string& folded);

/// The code of the only currency in `set`, else of the first in it that is meant if nothing else is
/// said, or nothing.
std::optional<std::string_view> currency_meant(const CurrencySet& set);

}  // namespace vigie
