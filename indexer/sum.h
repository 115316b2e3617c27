// Sums of money as an index keeps them: value and currency, without where they stand.
//
// Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article.h"
#include "indexer/text/amounts.h"

namespace vigie {

struct Sum {
  double value;          ///< in whole units of the currency
  std::string currency;  ///< ISO 4217

  bool operator==(const Sum&) const = default;
};

/// A sum and the text that it stands in.
struct PlacedAmount {
  Amount amount;  ///< byte range within the field
  TextField field;

  std::string_view text() const {
    return field.text.substr(amount.begin_bytes, amount.end_bytes - amount.begin_bytes);
  }
};

/// The sums of money in title, standfirst and body of a complete()d article, in that order. Views
/// are into the article.
std::vector<PlacedAmount> amounts_of(const Article& article);

/// The value that kSumsSlot holds: each different sum once, in order of appearance.
std::string sums_value(const std::vector<PlacedAmount>& amounts);

/// The sums in a value that sums_value() wrote; what is damaged is passed over.
std::vector<Sum> sums_in(std::string_view value);

}  // namespace vigie
