#include "searchd/http/parameter_values.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "indexer/clean_text.h"
#include "indexer/published.h"
#include "indexer/text/amounts.h"
#include "searchd/search/engine.h"
#include "searchd/search/sums.h"

namespace vigie {

namespace {

bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

std::string currency_code(const std::string& parameter, const std::string& value) {
  std::string code = value;
  std::transform(code.begin(), code.end(), code.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  if (!is_currency(code)) {
    refuse(parameter, value, "the code of a currency, such as EUR, USD or GBP");
  }
  return code;
}

std::string sum_band_names() {
  std::string names;
  for (size_t band = 0; band < kSumBands; ++band) {
    names.append(band == 0               ? ""
                 : band + 1 == kSumBands ? " and "
                                         : ", ")
        .append(sum_band_name(band));
  }
  return names;
}

}  // namespace

void refuse(const std::string& name, const std::string& value, const std::string& expected) {
  throw InvalidRequest(name, name + "=" + in_quotes(value) + ": expected " + expected + ".");
}

uint32_t number_between(const std::string& name, const std::string& value, uint32_t low,
                        uint32_t high) {
  uint32_t number = 0;
  const char* end = value.data() + value.size();
  const auto parsed = std::from_chars(value.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end || number < low || number > high) {
    refuse(name, value,
           "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  return number;
}

double quantity(const std::string& name, const std::string& value) {
  const std::optional<double> number = parse_quantity(value);
  if (!number) {
    refuse(name, value, "an amount such as 100000000, 100M or 1.5B");
  }
  return *number;
}

DaySpan day_span(const std::string& name, const std::string& value) {
  const DaySpan span = parse_day_span(value);
  if (span.first == 0) {
    refuse(name, value, "a date as YYYY, YYYY-MM or YYYY-MM-DD");
  }
  return span;
}

int64_t instant(const std::string& name, const std::string& value) {
  const std::optional<Published> published = parse_published(value);
  if (!published) {
    refuse(name, value, "a day or an instant such as 2025-06-17 or 2025-06-17T09:30:00Z");
  }
  return published->epoch_seconds;
}

FacetValue facet_value(Facet facet, const std::string& parameter, const std::string& value) {
  if (facet == Facet::kYear && (value.size() != 4 || parse_day_span(value).first == 0)) {
    refuse(parameter, value, "a year of four digits");
  }
  if (facet == Facet::kLanguage && (value.size() < 2 || value.size() > 3 ||
                                    !std::all_of(value.begin(), value.end(), is_letter))) {
    refuse(parameter, value, "a language tag of two or three letters, such as fr or en");
  }
  if (facet == Facet::kAmount && !sum_band_of_name(value)) {
    refuse(parameter, value, "one of " + sum_band_names());
  }
  return {facet, facet == Facet::kCurrency ? currency_code(parameter, value) : value};
}

std::string facet_names(const char* last) {
  std::string names;
  for (size_t i = 0; i < kFacetCount; ++i) {
    names.append(i == 0 ? "" : i + 1 == kFacetCount ? last : ", ");
    names.append(facet_name(static_cast<Facet>(i)));
  }
  return names;
}

}  // namespace vigie
