#include "searchd/search/sum_list.h"

#include <algorithm>
#include <utility>

#include "searchd/query/parser.h"
#include "searchd/search/article_sums.h"
#include "searchd/search/collapse.h"
#include "searchd/search/each_docid.h"

namespace vigie {

namespace {

void add_sums(uint32_t docid, const SumTest& test, const Snapshot& snapshot,
              std::vector<ListedSum>& sums) {
  const ColumnChunk& chunk = snapshot.columns.chunk_of(docid);
  const uint32_t index = Columns::index_of(docid);
  for (const ColumnSum& sum : chunk.sums.row(index)) {
    if (test.passes(sum)) {
      sums.push_back({sum.value, sum.currency, docid, chunk.time[index]});
    }
  }
}

/// The sums of copies of one story, each of the newest article that tells it.
std::vector<ListedSum> sums_of_story(const std::vector<uint32_t>& copies, const SumTest& test,
                                     const Snapshot& snapshot) {
  std::vector<ListedSum> sums;
  for (const uint32_t docid : copies) {
    add_sums(docid, test, snapshot, sums);
  }
  std::sort(sums.begin(), sums.end(), [](const ListedSum& a, const ListedSum& b) {
    if (a.currency != b.currency || a.value != b.value) {
      return std::pair(a.currency, a.value) < std::pair(b.currency, b.value);
    }
    return a.time != b.time ? a.time > b.time : a.docid < b.docid;
  });
  const auto is_same = [](const ListedSum& a, const ListedSum& b) {
    return a.currency == b.currency && a.value == b.value;
  };
  sums.erase(std::unique(sums.begin(), sums.end(), is_same), sums.end());
  return sums;
}

/// What each `amount:` asks for that every article has to fulfil; `all`: words side by side are all
/// needed.
void add_ranges(const Expression& expression, bool all, std::vector<AmountRange>& ranges) {
  if (expression.kind == ExpressionKind::kAmountRange) {
    ranges.push_back(expression.amount);
  } else if (expression.kind == ExpressionKind::kAnd ||
             (expression.kind == ExpressionKind::kSequence && all)) {
    for (const Expression& child : expression.children) {
      add_ranges(child, all, ranges);
    }
  }
}

/// Takes out the sums that are in none of `ranges`, where there are any.
void keep_asked(const std::vector<AmountRange>& ranges, const Dictionaries& dictionaries,
                std::vector<ListedSum>& sums) {
  if (ranges.empty()) {
    return;
  }
  const auto is_other = [&](const ListedSum& sum) {
    return std::none_of(ranges.begin(), ranges.end(), [&](const AmountRange& range) {
      return is_within(range, sum.value, dictionaries.currency.values[sum.currency]);
    });
  };
  sums.erase(std::remove_if(sums.begin(), sums.end(), is_other), sums.end());
}

bool is_larger(const ListedSum& a, const ListedSum& b) {
  return a.value > b.value;
}
bool is_smaller(const ListedSum& a, const ListedSum& b) {
  return a.value < b.value;
}
bool is_newer(const ListedSum& a, const ListedSum& b) {
  return a.time > b.time;
}
bool is_older(const ListedSum& a, const ListedSum& b) {
  return b.time == kUndatedTime ? a.time != kUndatedTime
                                : a.time != kUndatedTime && a.time < b.time;
}

/// Whether a sum stands before another: by `first`, then by date, article and value.
struct StandsBefore {
  bool (*first)(const ListedSum&, const ListedSum&);

  bool operator()(const ListedSum& a, const ListedSum& b) const {
    if (first(a, b) || first(b, a)) {
      return first(a, b);
    }
    if (a.time != b.time || a.docid != b.docid) {
      return a.time != b.time ? a.time > b.time : a.docid < b.docid;
    }
    return a.value != b.value ? a.value > b.value : a.currency < b.currency;
  }
};

StandsBefore comparison_of(SumOrder order) {
  switch (order) {
    case SumOrder::kSmallest:
      return {is_smaller};
    case SumOrder::kNewest:
      return {is_newer};
    case SumOrder::kOldest:
      return {is_older};
    default:
      return {is_larger};
  }
}

}  // namespace

std::vector<ListedSum> sums_of(const Roaring& articles, const SumFilter& filter, bool collapse,
                               const Snapshot& snapshot) {
  const SumTest test(filter, *snapshot.dictionaries);
  const Copies copies = collapse ? copies_among(articles, snapshot) : Copies();
  Roaring alone = articles;
  std::vector<ListedSum> sums;
  for (const std::vector<uint32_t>& story : copies) {
    const std::vector<ListedSum> own = sums_of_story(story, test, snapshot);
    sums.insert(sums.end(), own.begin(), own.end());
    for (const uint32_t docid : story) {
      alone.remove(docid);
    }
  }
  for (const uint32_t docid : to_docids(alone)) {
    add_sums(docid, test, snapshot, sums);
  }
  return sums;
}

SumsAnswer list_sums(const SumsRequest& request, SearchTools tools) {
  const SearchRequest& search = request.search;
  const Snapshot& snapshot = tools.reader.snapshot();
  SearchRun run(search, tools);
  SumsAnswer answer;
  answer.search = run.run_match();
  std::vector<ListedSum> sums =
      sums_of(run.matches(), sum_filter_of(search, std::nullopt), search.collapse, snapshot);
  std::vector<AmountRange> ranges;
  add_ranges(parse_query(search.q).expression,
             search.match == MatchMode::kAll && !answer.search.relaxed, ranges);
  keep_asked(ranges, *snapshot.dictionaries, sums);
  answer.total = sums.size();
  const size_t first = std::min(size_t{search.page - 1} * search.per_page, sums.size());
  const size_t last = std::min(first + search.per_page, sums.size());
  std::partial_sort(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(last), sums.end(),
                    comparison_of(request.order));
  ReadArticles articles(tools);
  for (size_t i = first; i < last; ++i) {
    const Sum sum{sums[i].value, snapshot.dictionaries->currency.values[sums[i].currency]};
    if (std::optional<SumShown> found = articles.of(sums[i].docid).first(sum)) {
      answer.sums.push_back(std::move(*found));
    }
  }
  return answer;
}

}  // namespace vigie
