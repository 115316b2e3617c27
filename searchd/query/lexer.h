// Tokens of the query language: text as typed → words, phrases, operators, fields, parentheses.
//
// Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "searchd/query/expression.h"

namespace vigie {

enum class QueryTokenKind : unsigned char {
  kWord,
  kPhrase,
  kExact,
  kPrefix,
  kDates,
  kAmounts,
  kField,
  kMinus,
  kNot,
  kNear,
  kAnd,
  kOr,
  kOpen,
  kClose,
};

struct QueryToken {
  QueryTokenKind kind;
  /// A leaf's text; of an operator or field, what to search for where it can only be read as text.
  std::string_view text = {};
  QueryField field = QueryField::kText;  ///< of kField
  uint32_t distance = 0;                 ///< of kNear
  DaySpan days = {};                     ///< of kDates
  AmountRange amount = {};  ///< of kAmounts; `text` is what was typed where that is none
};

/// The tokens of `text`, which must be UTF-8 and outlive them. Every leaf holds a letter or digit;
/// parentheses are balanced, never empty and at most `max_depth` deep. Operators may still
/// stand where they make no sense.
std::vector<QueryToken> query_tokens(std::string_view text, size_t max_depth);

}  // namespace vigie
