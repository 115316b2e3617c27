// The expression a query's text is parsed into: what was typed, structured, before any word is
// looked up.
//
// Plain values; any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Where the words of a leaf are looked for.
enum class QueryField : unsigned char {
  kText,
  kTitle,
  kAuthor,
  kSource,
  kLanguage,
  kOrganisation,
  kPerson,
  kProgramme,
  kPlace,
  kTopic,
};

enum class ExpressionKind : unsigned char {
  kWords,        ///< text typed between white space: one run of characters, "l'anti-drone"
  kPhrase,       ///< text in quotes, whole
  kExact,        ///< =word
  kPrefix,       ///< word*
  kNear,         ///< children (kWords, of one field) within `distance` words, in either order
  kDateRange,    ///< date:2025-06..2025-09
  kAmountRange,  ///< amount:50M..1B
  kAnd,          ///< all children
  kOr,           ///< any child
  kNot,          ///< not the one child
  kSequence,  ///< children side by side without an operator: all of them or any, as the request's
              ///< `match` says
  kNothing,   ///< an empty query
};

inline constexpr double kNoMost = std::numeric_limits<double>::infinity();

/// Sums of money from `least` to `most`, both included, in any currency or in one.
struct AmountRange {
  double least = 0;
  double most = kNoMost;
  std::string currency;  ///< ISO 4217; empty: any

  bool operator==(const AmountRange&) const = default;
};

struct Expression {
  ExpressionKind kind = ExpressionKind::kNothing;
  QueryField field = QueryField::kText;  ///< of a leaf
  /// Of a leaf: as typed, without quotes, '=', '*' or field name. An operator read as text is in
  /// small letters; a language that is known by its name (lang:français) is its tag (fr). Of
  /// kAmountRange what was typed where that is no range, else empty.
  std::string text;
  uint32_t distance = 0;      ///< of kNear, in words, 1 to kMaxNearDistance
  int32_t from_day = 0;       ///< of kDateRange, YYYYMMDD, inclusive
  int32_t to_day = 99999999;  ///< likewise
  AmountRange amount;         ///< of kAmountRange
  std::vector<Expression> children;

  bool operator==(const Expression&) const = default;
};

/// The days (first, last; YYYYMMDD) that "2025", "2025-06" or "2025-06-17" stands for; {0, 0} where
/// it is none. The last day of a month is its true last.
struct DaySpan {
  int32_t first = 0;
  int32_t last = 0;

  bool operator==(const DaySpan&) const = default;
};
DaySpan parse_day_span(std::string_view text);

}  // namespace vigie
