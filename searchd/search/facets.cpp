#include <algorithm>

#include "indexer/text/fold.h"
#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/list_counter.h"

namespace vigie {

namespace {

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

/// Those with a count and those selected, by count, then value.
std::vector<FacetCount*> in_order(std::vector<FacetCount>& values) {
  std::vector<FacetCount*> order;
  for (FacetCount& value : values) {
    if (value.count > 0 || value.selected) {
      order.push_back(&value);
    }
  }
  std::sort(order.begin(), order.end(), [](const FacetCount* a, const FacetCount* b) {
    return a->count != b->count ? a->count > b->count : a->value < b->value;
  });
  return order;
}

/// Leaves out the months before the first and after the last article.
void trim(MonthCounts& months) {
  Counts& counts = months.counts;
  const auto some = [](uint32_t count) { return count > 0; };
  const auto first = std::find_if(counts.begin(), counts.end(), some);
  const auto last = std::find_if(counts.rbegin(), counts.rend(), some).base();
  months.first += static_cast<int>(first - counts.begin());
  months.last = months.first + static_cast<int>(last - first) - 1;
  counts.erase(last, counts.end());
  counts.erase(counts.begin(), first);
}

/// Of the `counts` of undated articles, then of those of the months from `first` on.
MonthCounts months_from(int first, Counts counts) {
  MonthCounts months;
  months.undated = counts.front();
  counts.erase(counts.begin());
  if (std::any_of(counts.begin(), counts.end(), [](uint32_t count) { return count > 0; })) {
    months.first = first;
    months.counts = std::move(counts);
    trim(months);
  }
  return months;
}

/// Counts some rows at a time, so that the docids are in the first-level cache the second time.
void count_rows(const ColumnChunk& chunk, const uint32_t* docids, uint32_t n,
                NumberCounter& origins, NumberCounter& months) {
  constexpr uint32_t kAtOnce = 1024;
  for (uint32_t at = 0; at < n; at += kAtOnce) {
    const uint32_t count = std::min(kAtOnce, n - at);
    months.add(chunk.month.data(), docids + at, count);
    chunk.origin.use([&](const auto* rows) { origins.add(rows, docids + at, count); });
  }
}

/// Appends the number_of() the sums that pass, each once.
template <typename NumberOf>
void append_numbers(const Values<ColumnSum>& sums, const SumTest& test, const NumberOf& number_of,
                    std::vector<uint32_t>& numbers) {
  const auto before = static_cast<std::ptrdiff_t>(numbers.size());
  for (const ColumnSum& sum : sums) {
    if (test.passes(sum)) {
      numbers.push_back(static_cast<uint32_t>(number_of(sum)));
    }
  }
  std::sort(numbers.begin() + before, numbers.end());
  numbers.erase(std::unique(numbers.begin() + before, numbers.end()), numbers.end());
}

void count_each(const std::vector<uint32_t>& numbers, Counts& counts) {
  for (const uint32_t number : numbers) {
    ++counts[number];
  }
}

}  // namespace

/// Articles by their origins' number of one kind, copies of one story once under each.
Counts Tally::count_origins(size_t numbers, uint32_t Origin::*part) {
  const std::vector<Origin>& origins = snapshot_.dictionaries->origins.values;
  const Counts& counted = rows().origins;
  Counts counts(numbers);
  for (size_t i = 0; i < counted.size(); ++i) {
    counts[origins[i].*part] += counted[i];
  }
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        const ColumnChunk& chunk = snapshot_.columns.chunk_of(docid);
        of_article.push_back(origins[chunk.origin[Columns::index_of(docid)]].*part);
      },
      [&counts](uint32_t number) { --counts[number]; });
  return counts;
}

/// Counts the numbers that the matches' rows list in a column.
Counts Tally::count_lists(size_t numbers, ListColumn<uint32_t> ColumnChunk::*lists) const {
  ListCounter counter(numbers);
  each_docid(matches_.data(), matches_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               for (uint32_t i = 0; i < n; ++i) {
                 counter.add(chunk.*lists, Columns::index_of(docids[i]));
               }
             });
  Counts counts = counter.take();
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

/// Stories by year, from that of the first month on.
Counts Tally::count_years() {
  const MonthCounts& counted = months();
  if (counted.first == 0) {
    return {};
  }
  const int first_year = (counted.first - 1) / 12;
  const auto slot_of = [first_year](int month) {
    return static_cast<uint32_t>((month - 1) / 12 - first_year);
  };
  Counts years(slot_of(counted.last) + 1);
  for (int month = counted.first; month <= counted.last; ++month) {
    years[slot_of(month)] += counted.of(month);
  }
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        if (const uint16_t month = snapshot_.columns.month(docid); month != 0) {
          of_article.push_back(slot_of(month));
        }
      },
      [&years](uint32_t year) { --years[year]; });
  return years;
}

/// Both in one walk.
const RowCounts& Tally::rows() {
  if (rows_) {
    return *rows_;
  }
  const int first = std::max<int>(month_number(snapshot_.first_day), 1);
  const int last = month_number(snapshot_.last_day);      // 0 where nothing is dated
  NumberCounter months(static_cast<uint32_t>(first - 1),  // the place of undated ones
                       static_cast<size_t>(std::max(last - first + 2, 1)));
  NumberCounter origins(0, snapshot_.dictionaries->origins.values.size());
  each_docid(matches_.data(), matches_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               count_rows(chunk, docids, n, origins, months);
             });
  rows_ = RowCounts{origins.take(), months_from(first, months.take())};
  return *rows_;
}

/// Articles by the number_of() their sums that pass `filter`, each counted once under a number.
template <typename NumberOf>
Counts Tally::count_sums(const SumFilter& filter, size_t numbers, const NumberOf& number_of) const {
  const SumTest test(filter, *snapshot_.dictionaries);
  Counts counts(numbers);
  std::vector<uint32_t> of_one;
  each_docid(summed_.data(), summed_.size(), snapshot_.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               for (uint32_t i = 0; i < n; ++i) {
                 of_one.clear();
                 append_numbers(chunk.sums.row(Columns::index_of(docids[i])), test, number_of,
                                of_one);
                 count_each(of_one, counts);
               }
             });
  each_repetition(
      copies_,
      [&](uint32_t docid, std::vector<uint32_t>& of_article) {
        append_numbers(snapshot_.columns.chunk_of(docid).sums.row(Columns::index_of(docid)), test,
                       number_of, of_article);
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
      return named(count_origins(dictionaries.language.values.size(), &Origin::language),
                   dictionaries.language, all);
    case Facet::kSource:
      return named(count_origins(dictionaries.source.values.size(), &Origin::source),
                   dictionaries.source, all);
    case Facet::kAuthor:
      return named(count_lists(dictionaries.author.values.size(), &ColumnChunk::authors),
                   dictionaries.author, all);
    case Facet::kAmount:
      return bands(request.sums);
    case Facet::kCurrency:
      return named(count_sums(request.sums, dictionaries.currency.values.size(),
                              [](const ColumnSum& sum) { return size_t{sum.currency}; }),
                   dictionaries.currency, all);
    default:
      break;
  }
  return years(request.selected);
}

std::vector<FacetCount> Tally::bands(const SumFilter& filter) const {
  const Counts counts =
      count_sums(filter, kSumBands, [](const ColumnSum& sum) { return sum_band_of(sum.value); });
  std::vector<FacetCount> bands;
  for (const uint32_t count : counts) {
    bands.push_back({sum_band_name(bands.size()), count});
  }
  return bands;
}

std::vector<FacetCount> Tally::years(const std::vector<std::string>& selected) {
  std::vector<FacetCount> years;
  for (const uint32_t count : count_years()) {
    const int year = year_of_month(static_cast<uint16_t>(months().first));
    years.push_back({std::to_string(year + static_cast<int>(years.size())), count});
  }
  for (const std::string& year : selected) {
    if (std::none_of(years.begin(), years.end(),
                     [&year](const FacetCount& counted) { return counted.value == year; })) {
      years.push_back({year, 0});
    }
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
  answer.distinct = static_cast<uint64_t>(std::count_if(
      counted.begin(), counted.end(), [](const FacetCount& value) { return value.count > 0; }));
  for (FacetCount* value : in_order(counted)) {
    if (value->selected || answer.values.size() < request.size) {
      answer.values.push_back(std::move(*value));
    }
  }
  return answer;
}

}  // namespace vigie
