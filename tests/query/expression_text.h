// The structure of an expression as text, for tables of tests: kind(children) and fields, nothing
// of it shared with what the program itself prints.
#pragma once

#include <string>

#include "searchd/query/expression.h"

namespace vigie::test {

/// `a` words, `"a"` phrase, `=a` exact, `a*` prefix, `[20250601,20250630]` dates, `all(…)`,
/// `any(…)`, `not(…)`, `near3(…)`, `seq(…)`, `nothing`; `title/…` and so on before a leaf that has
/// a field.
std::string structure(const Expression& expression);

}  // namespace vigie::test
