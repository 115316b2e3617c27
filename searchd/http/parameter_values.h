// The values of parameters: text → number, day, code, facet value. Each refuses what is none in the
// parameter's name. Any thread.
#pragma once

#include <cstdint>
#include <string>

#include "searchd/query/expression.h"
#include "searchd/search/request.h"

namespace vigie {

/// Throws InvalidRequest: `name`="`value`": expected `expected`.
[[noreturn]] void refuse(const std::string& name, const std::string& value,
                         const std::string& expected);

/// The functions below throw InvalidRequest by refuse().

uint32_t number_between(const std::string& name, const std::string& value, uint32_t low,
                        uint32_t high);
/// A sum of money, its currency apart: "100M".
double quantity(const std::string& name, const std::string& value);
DaySpan day_span(const std::string& name, const std::string& value);
/// Epoch seconds of a day or an instant.
int64_t instant(const std::string& name, const std::string& value);

/// `value` as a value of `facet`.
FacetValue facet_value(Facet facet, const std::string& name, const std::string& value);

/// The names of all facets with commas and, before the last, `last` between: " or ".
std::string facet_names(const char* last);

}  // namespace vigie
