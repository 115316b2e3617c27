#include <algorithm>

#include "indexer/text/fold.h"
#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

/// Articles per dictionary number.
using Counts = std::vector<uint64_t>;

/// Counts `number_of(chunk, index)` over `matches`. Neighbours often have the same number; counting
/// them in turns in two tables keeps one increment from waiting for the one before.
template <typename NumberOf>
Counts count_numbers(const std::vector<uint32_t>& matches, const Snapshot& snapshot, size_t numbers,
                     const NumberOf& number_of) {
  Counts counts(numbers);
  Counts others(numbers);
  each_docid(matches.data(), matches.size(), snapshot.columns,
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

void add_authors(const ColumnChunk& chunk, uint32_t index, Counts& counts) {
  for (uint32_t at = chunk.author_begin[index]; at < chunk.author_begin[index + 1]; ++at) {
    ++counts[chunk.authors[at]];
  }
}

Counts count_authors(const std::vector<uint32_t>& matches, const Snapshot& snapshot) {
  Counts counts(snapshot.dictionaries->author.values.size());
  each_docid(matches.data(), matches.size(), snapshot.columns,
             [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
               for (uint32_t i = 0; i < n; ++i) {
                 add_authors(chunk, Columns::index_of(docids[i]), counts);
               }
             });
  return counts;
}

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

std::vector<FacetCount> years(const MonthCounts& months, bool all) {
  std::vector<FacetCount> values;
  for (size_t first = 1; first <= kLastMonth; first += 12) {
    uint64_t count = 0;
    for (size_t month = first; month < first + 12; ++month) {
      count += months.counts[month];
    }
    if (all || count > 0) {
      values.push_back({std::to_string(year_of_month(static_cast<uint16_t>(first))), count});
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

const MonthCounts& Tally::months() {
  if (!months_) {
    months_.emplace();
    months_->counts =
        count_numbers(matches_, snapshot_, months_->counts.size(),
                      [](const ColumnChunk& chunk, uint32_t index) { return chunk.month[index]; });
    note_span(*months_);
  }
  return *months_;
}

/// The values of `facet` with a count, and (where `all`) those without.
std::vector<FacetCount> Tally::values(Facet facet, bool all) {
  const Dictionaries& dictionaries = *snapshot_.dictionaries;
  switch (facet) {
    case Facet::kLanguage:
      return named(count_numbers(matches_, snapshot_, dictionaries.language.values.size(),
                                 [](const ColumnChunk& chunk, uint32_t index) {
                                   return chunk.language[index];
                                 }),
                   dictionaries.language, all);
    case Facet::kSource:
      return named(count_numbers(matches_, snapshot_, dictionaries.source.values.size(),
                                 [](const ColumnChunk& chunk, uint32_t index) {
                                   return chunk.source[index];
                                 }),
                   dictionaries.source, all);
    case Facet::kAuthor:
      return named(count_authors(matches_, snapshot_), dictionaries.author, all);
    case Facet::kYear:
      break;
  }
  return years(months(), all);
}

FacetAnswer Tally::facet(const FacetRequest& request) {
  FacetAnswer answer;
  answer.facet = request.facet;
  std::vector<FacetCount> counted = values(request.facet, !request.selected.empty());
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
