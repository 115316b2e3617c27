#include <algorithm>

#include "indexer/text/fold.h"
#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

/// Articles per dictionary number.
using Counts = std::vector<uint64_t>;

/// The values with a count, and (where `all`) those without.
std::vector<FacetCount> named(const Counts& counts, const Dictionary& dictionary, bool all) {
  std::vector<FacetCount> values;
  for (size_t number = 1; number < counts.size(); ++number) {
    if (all || counts[number] > 0) {
      values.push_back({dictionary.values[number], counts[number]});
    }
  }
  return values;
}

/// Sets the first and the last month with any article.
void note_span(MonthCounts& months) {
  for (int month = 1; month <= kLastMonth; ++month) {
    if (months.counts[static_cast<size_t>(month)] > 0) {
      months.first = months.first == 0 ? month : months.first;
      months.last = month;
    }
  }
}

}  // namespace

/// Counts `number_of(chunk, index)` over the matches. Neighbours often have the same number; counting
/// them in turns in two tables keeps one increment from waiting for the one before.
template <typename NumberOf>
Counts Tally::count_numbers(size_t numbers, const NumberOf& number_of) const {
  Counts counts(numbers);
  Counts others(numbers);
  each_docid(matches_.data(), matches_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               uint32_t i = 0;
               for (; i + 1 < n; i += 2) {
                 ++counts[number_of(chunk, Columns::index_of(docids[i]))];
                 ++others[number_of(chunk, Columns::index_of(docids[i + 1]))];
               }
               if (i < n) {
                 ++counts[number_of(chunk, Columns::index_of(docids[i]))];
               }
             });
  for (size_t number = 0; number < numbers; ++number) {
    counts[number] += others[number];
  }
  return counts;
}

/// The same, copies of one story counted once under a number.
template <typename NumberOf>
Counts Tally::count_stories(size_t numbers, const NumberOf& number_of) const {
  Counts counts = count_numbers(numbers, number_of);
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        of_article.push_back(
            number_of(snapshot_.columns.chunk_of(docid), Columns::index_of(docid)));
      },
      [&counts](uint32_t number) { --counts[number]; });
  return counts;
}

/// Counts the numbers that the matches' rows list in a column.
Counts Tally::count_lists(size_t numbers, ListColumn<uint32_t> ColumnChunk::*lists) const {
  Counts counts(numbers);
  each_docid(matches_.data(), matches_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               for (uint32_t i = 0; i < n; ++i) {
                 for (const uint32_t number : (chunk.*lists).row(Columns::index_of(docids[i]))) {
                   ++counts[number];
                 }
               }
             });
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        const Values<uint32_t> row =
            (snapshot_.columns.chunk_of(docid).*lists).row(Columns::index_of(docid));
        of_article.insert(of_article.end(), row.begin(), row.end());
      },
      [&counts](uint32_t number) { --counts[number]; });
  return counts;
}

/// Stories by year, from the year 1000 on.
Counts Tally::count_years() {
  const MonthCounts& counted = months();
  Counts years(kLastMonth / 12);
  for (size_t month = 1; month <= kLastMonth; ++month) {
    years[(month - 1) / 12] += counted.counts[month];
  }
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        if (const uint16_t month = snapshot_.columns.month(docid); month != 0) {
          of_article.push_back((month - 1U) / 12);
        }
      },
      [&years](uint32_t year) { --years[year]; });
  return years;
}

const MonthCounts& Tally::months() {
  if (!months_) {
    months_.emplace();
    months_->counts =
        count_numbers(months_->counts.size(),
                      [](const ColumnChunk& chunk, uint32_t index) { return chunk.month[index]; });
    note_span(*months_);
  }
  return *months_;
}

/// Articles by the number_of() their sums that pass `filter`, each counted once under a number.
template <typename NumberOf>
std::vector<uint64_t> Tally::count_sums(const SumFilter& filter, size_t numbers,
                                        const NumberOf& number_of) const {
  const SumTest test(filter, *snapshot_.dictionaries);
  std::vector<uint64_t> counts(numbers);
  std::vector<uint32_t> last(numbers);  // the article last counted under each
  each_docid(summed_.data(), summed_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               for (uint32_t i = 0; i < n; ++i) {
                 for (const ColumnSum& sum : chunk.sums.row(Columns::index_of(docids[i]))) {
                   const size_t number = number_of(sum);
                   if (last[number] != docids[i] && test.passes(sum)) {
                     last[number] = docids[i];
                     ++counts[number];
                   }
                 }
               }
             });
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        std::vector<uint32_t> own;
        for (const ColumnSum& sum :
             snapshot_.columns.chunk_of(docid).sums.row(Columns::index_of(docid))) {
          if (test.passes(sum)) {
            own.push_back(static_cast<uint32_t>(number_of(sum)));
          }
        }
        std::sort(own.begin(), own.end());
        of_article.insert(of_article.end(), own.begin(), std::unique(own.begin(), own.end()));
      },
      [&counts](uint32_t number) { --counts[number]; });
  return counts;
}

/// The values of the facet with a count, and (where some are selected) those without.
std::vector<FacetCount> Tally::values(const FacetRequest& request) {
  const Dictionaries& dictionaries = *snapshot_.dictionaries;
  const bool all = !request.selected.empty();
  switch (request.facet) {
    case Facet::kLanguage:
      return named(count_stories(dictionaries.language.values.size(),
                                 [](const ColumnChunk& chunk, uint32_t index) {
                                   return chunk.language[index];
                                 }),
                   dictionaries.language, all);
    case Facet::kSource:
      return named(count_stories(dictionaries.source.values.size(),
                                 [](const ColumnChunk& chunk, uint32_t index) {
                                   return chunk.source[index];
                                 }),
                   dictionaries.source, all);
    case Facet::kAuthor:
      return named(count_lists(dictionaries.author.values.size(), &ColumnChunk::authors),
                   dictionaries.author, all);
    case Facet::kAmount: {
      std::vector<FacetCount> bands;
      for (const uint64_t count : count_sums(request.sums, kSumBands, [](const ColumnSum& sum) {
             return sum_band_of(sum.value);
           })) {
        bands.push_back({sum_band_name(bands.size()), count});
      }
      return bands;
    }
    case Facet::kCurrency:
      return named(count_sums(request.sums, dictionaries.currency.values.size(),
                              [](const ColumnSum& sum) { return size_t{sum.currency}; }),
                   dictionaries.currency, all);
    default:
      break;
  }
  std::vector<FacetCount> years;
  for (const uint64_t count : count_years()) {
    const auto january = static_cast<uint16_t>(12 * years.size() + 1);
    years.push_back({std::to_string(year_of_month(january)), count});
  }
  return years;
}

FacetAnswer Tally::facet(const FacetRequest& request) {
  if (const std::optional<EntityKind> kind = entity_kind_of(request.facet)) {
    return entity_facet(request, *kind);
  }
  FacetAnswer answer;
  answer.facet = request.facet;
  std::vector<FacetCount> counted = values(request);
  if (!request.selected.empty()) {
    for (FacetCount& value : counted) {
      const std::string name = fold_name(value.value);
      value.selected = std::find(request.selected.begin(), request.selected.end(), name) !=
                       request.selected.end();
    }
  }
  const auto is_none = [](const FacetCount& value) { return value.count == 0 && !value.selected; };
  counted.erase(std::remove_if(counted.begin(), counted.end(), is_none), counted.end());
  answer.distinct = static_cast<uint64_t>(std::count_if(
      counted.begin(), counted.end(), [](const FacetCount& value) { return value.count > 0; }));
  std::sort(counted.begin(), counted.end(), [](const FacetCount& a, const FacetCount& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
  for (FacetCount& value : counted) {
    if (value.selected || answer.values.size() < request.size) {
      answer.values.push_back(std::move(value));
    }
  }
  return answer;
}

}  // namespace vigie
