// The query language: text as typed → Expression.
//
//   contrat "drone de combat" -essai (OTAN OR NATO) title:thales date:2025-06..2025-09
//   a NEAR/5 b drone* =drones
//
// What binds tightest comes first: field and NOT, NEAR, side by side, AND, OR. So `a b OR c d` is
// (a b) OR (c d), `a AND b c` is a AND (b c), and `a OR b AND c` is a OR (b AND c).
//
//   word           text up to white space; a hyphen or colon inside it is no operator
//   "a phrase"     also “ ” „ « »; an apostrophe never quotes
//   -word NOT word minus only at the start of a word and right before one; dashes are no operators
//   AND OR NOT     in capitals only
//   a NEAR/5 b     either order; NEAR is NEAR/10; a chain has its largest distance; between
//                  anything but words of one field it is AND
//   word*          after two letters or digits at least
//   =word          as written, unstemmed
//   title: author: source: lang: (titre: auteur: langue:) before a word, a phrase or parentheses
//   date:          2025, 2025-06, 2025-06-17, a..b, ..b, a.., >=a, >a, <=b, <b
//   amount:        100M, 1.5B, >=200M, 50M..1B EUR (montant:); what is no amount is one all the same,
//                  for those who answer to say so
//
// Whatever a person types is answered: unbalanced quotes and parentheses, operators with nothing
// beside them, malformed dates and unknown fields are read as text, and punctuation alone as
// nothing. Size and depth of the result are bounded, so that no query can exhaust the stack or the
// machine. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "searchd/query/expression.h"

namespace vigie {

inline constexpr size_t kMaxQueryBytes = 4096;  ///< for those who take queries in to refuse
inline constexpr size_t kMaxQueryLeaves = 256;  ///< leaves past it are dropped, and said
inline constexpr size_t kMaxQueryDepth = 32;    ///< parentheses nested deeper are read as none
inline constexpr uint32_t kDefaultNearDistance = 10;
inline constexpr uint32_t kMaxNearDistance = 100;

struct ParsedQuery {
  Expression expression;
  bool truncated = false;  ///< leaves were dropped
};

/// Parses `text` (UTF-8, any bytes). Never throws on what it holds. Time is linear in its size, for
/// any text a person would type. The expression is valid UTF-8 and normal: no kAnd, kOr or
/// kSequence has a single child or one of its own kind (but a kSequence one with a kNot in it,
/// which `match=any` tells apart), no kNot a kNot.
ParsedQuery parse_query(std::string_view text);

/// The expression written back as a query, operators and grouping explicit: what the answer shows
/// as `parsed`. Parsing it gives the same expression, if that came from parse_query().
std::string to_string(const Expression& expression);

}  // namespace vigie
