// The signs and names of the query language. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "searchd/query/expression.h"
#include "searchd/query/lexer.h"

namespace vigie {

/// Of quotes: which ones close which. Typists mix “ ” „ and " freely, but « » hold them inside.
enum class QuoteClass : unsigned char { kNone, kCommas, kGuillemets };
QuoteClass quote_class(char32_t code);

/// White space of every width, and the invisible marks that are pasted along with text.
bool is_gap(char32_t code);

/// What is typed after a field's name.
enum class FieldValues : unsigned char { kWords, kDays, kAmounts };

/// A field's name as it was typed.
struct FieldName {
  std::string_view name;
  QueryField field = QueryField::kText;
  FieldValues values = FieldValues::kWords;
};

/// The field whose name and colon `text` begins with. The name is a view into it.
std::optional<FieldName> field_at(std::string_view text);

struct QueryOperator {
  QueryTokenKind kind;
  uint32_t distance = 0;  ///< of NEAR
};

/// The operator that `text` is where it stands alone: AND, OR, NOT, NEAR, NEAR/n.
std::optional<QueryOperator> query_operator(std::string_view text);

/// How the language that is called `name` in French or English is tagged: "français" → "fr";
/// nothing where it is not known by name.
std::optional<std::string_view> language_tag_of_name(std::string_view name);

}  // namespace vigie
