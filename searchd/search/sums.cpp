#include "searchd/search/sums.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

struct Band {
  const char* name;
  double least;
};

constexpr std::array<Band, kSumBands> kBands = {{{"0-1M", 0},
                                                 {"1M-10M", 1e6},
                                                 {"10M-100M", 1e7},
                                                 {"100M-1B", 1e8},
                                                 {"1B-10B", 1e9},
                                                 {"10B-", 1e10}}};

}  // namespace

bool is_within(const AmountRange& range, double value, std::string_view currency) {
  return value >= range.least && value <= range.most &&
         (range.currency.empty() || currency == range.currency);
}

const char* sum_band_name(size_t band) {
  return kBands[band].name;
}

std::optional<size_t> sum_band_of_name(std::string_view name) {
  for (size_t band = 0; band < kBands.size(); ++band) {
    if (name == kBands[band].name) {
      return band;
    }
  }
  return std::nullopt;
}

size_t sum_band_of(double value) {
  size_t band = kBands.size() - 1;
  while (band > 0 && value < kBands[band].least) {
    --band;
  }
  return band;
}

SumFilter sum_filter_of(const SearchRequest& request, std::optional<Facet> without) {
  SumFilter filter;
  filter.range = request.amount;
  for (const FacetValue& value : request.filters) {
    if (value.facet == without) {
      continue;
    }
    if (value.facet == Facet::kCurrency) {
      filter.currencies.push_back(value.value);
    } else if (value.facet == Facet::kAmount) {
      filter.bands.push_back(sum_band_of_name(value.value).value_or(0));
    }
  }
  return filter;
}

bool passes(const SumFilter& filter, double value, std::string_view currency) {
  const auto has = [](const auto& any_of, const auto& wanted) {
    return any_of.empty() || std::find(any_of.begin(), any_of.end(), wanted) != any_of.end();
  };
  return value >= filter.range.least && value <= filter.range.most &&
         has(filter.currencies, currency) && has(filter.bands, sum_band_of(value));
}

SumTest::SumTest(const SumFilter& filter, const Dictionaries& dictionaries) : filter_(filter) {
  if (!filter.currencies.empty()) {
    const std::vector<std::string>& known = dictionaries.currency.values;
    std::transform(known.begin(), known.end(), std::back_inserter(currencies_),
                   [&filter](const std::string& code) {
                     return std::find(filter.currencies.begin(), filter.currencies.end(), code) !=
                            filter.currencies.end();
                   });
  }
  if (!filter.bands.empty()) {
    bands_.resize(kSumBands);
    for (const size_t band : filter.bands) {
      bands_[band] = true;
    }
  }
}

bool SumTest::passes(const ColumnSum& sum) const {
  return sum.value >= filter_.range.least && sum.value <= filter_.range.most &&
         (currencies_.empty() || currencies_[sum.currency]) &&
         (bands_.empty() || bands_[sum_band_of(sum.value)]);
}

Roaring with_sum(const Roaring& articles, const SumFilter& filter, const Snapshot& snapshot) {
  const SumTest test(filter, *snapshot.dictionaries);
  return docids_where(articles & snapshot.summed, snapshot.columns,
                      [&test](const ColumnChunk& chunk, uint32_t index) {
                        const Values<ColumnSum> sums = chunk.sums.row(index);
                        return std::any_of(sums.begin(), sums.end(), [&test](const ColumnSum& sum) {
                          return test.passes(sum);
                        });
                      });
}

}  // namespace vigie
