// The currency written before or after a number: "US$", "EUR", "milliards de dollars canadiens".
//
// For one thread.
#pragma once

#include "indexer/text/currency.h"
#include "indexer/text/money_text.h"
#include "indexer/text/quantity.h"

namespace vigie {

class CurrencyReader {
 public:
  /// `text` must outlive the reader.
  explicit CurrencyReader(const MoneyText& text) : text_(text) {}

  /// The currencies that what stands right before the lexeme `at`, but not before `free`, can mean;
  /// none where it is no currency. Moves `first` to where it begins.
  CurrencySet before(size_t at, size_t free, size_t& first) const;

  /// The currencies that what follows `quantity`, from the lexeme `end`, can mean; none where it is
  /// no currency. Moves `end` past it.
  CurrencySet after(const Quantity& quantity, size_t& end) const;

  /// What the sign, code or prefix at `at` says, or null.
  const CurrencyMark* mark_at(size_t at) const;

  /// Whether `at` is a code that is another word too (COP 28) with too small a number for money.
  bool is_doubtful_code(size_t at, const Quantity& quantity) const;

 private:
  CurrencySet prefix_at(size_t at) const;
  CurrencySet sign_with_prefix(size_t at, size_t free, const CurrencySet& sign,
                               size_t& first) const;
  CurrencySet sign_after(size_t at, size_t& end) const;
  CurrencySet code_after(size_t at, const Quantity& quantity, size_t& end) const;
  CurrencySet noun_after(size_t at, const Quantity& quantity, size_t& end) const;
  CurrencySet with_adjective(const CurrencySet& set, size_t& end) const;
  size_t skip_fillers(size_t at) const;
  size_t skip_of(size_t at) const;
  bool is_number_right_after(size_t at) const;
  bool is_sure_noun(size_t at, const Quantity& quantity) const;
  bool is_verb(size_t at) const;

  const MoneyText& text_;
};

}  // namespace vigie
