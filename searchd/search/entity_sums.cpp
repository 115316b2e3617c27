// The largest sums told of an entity. The columns say which sums its articles hold; whether a sum
// is told of it is seen by reading, which is bounded.
#include <algorithm>
#include <optional>
#include <utility>

#include "searchd/search/article_sums.h"
#include "searchd/search/entity_page.h"
#include "searchd/search/sum_list.h"

namespace vigie {

namespace {

constexpr size_t kMostRead = 40;  ///< articles
/// An article speaks most of its first entities and its first topics.
constexpr size_t kMainEntities = 3;
constexpr size_t kMainTopics = 2;

struct Candidate {
  ListedSum sum;
  size_t turn = 0;  ///< 0: of the largest value of its currency, 1: of the second largest, …
  std::optional<SumShown> told = std::nullopt;
};

using Candidates = std::vector<Candidate>;

/// Whether the article speaks of the entity more than of most others that it names.
bool is_main(uint32_t number, uint32_t docid, const Snapshot& snapshot) {
  const bool is_topic = snapshot.gazetteer->entity(number).kind == EntityKind::kTopic;
  size_t before = 0;
  for (const uint32_t other :
       snapshot.columns.chunk_of(docid).entities.row(Columns::index_of(docid))) {
    if (other == number) {
      return before < (is_topic ? kMainTopics : kMainEntities);
    }
    before += (snapshot.gazetteer->entity(other).kind == EntityKind::kTopic) == is_topic ? 1 : 0;
  }
  return false;
}

/// How many sums there are in each currency, by its number.
std::vector<size_t> count_currencies(const Candidates& candidates, size_t currencies) {
  std::vector<size_t> counts(currencies);
  for (const Candidate& candidate : candidates) {
    ++counts[candidate.sum.currency];
  }
  return counts;
}

/// Gives each its turn; they are in order of currency, then value.
void number_turns(Candidates& candidates) {
  for (size_t i = 1; i < candidates.size(); ++i) {
    const Candidate& last = candidates[i - 1];
    Candidate& next = candidates[i];
    if (next.sum.currency == last.sum.currency) {
      next.turn = last.turn + (next.sum.value == last.sum.value ? 0 : 1);
    }
  }
}

/// Puts them in the order in which they are looked at.
void put_in_order(Candidates& candidates, size_t currencies) {
  const std::vector<size_t> counts = count_currencies(candidates, currencies);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.sum.currency != b.sum.currency ? a.sum.currency < b.sum.currency
                                            : a.sum.value > b.sum.value;
  });
  number_turns(candidates);
  std::sort(candidates.begin(), candidates.end(),
            [&counts](const Candidate& a, const Candidate& b) {
              if (a.turn != b.turn) {
                return a.turn < b.turn;
              }
              if (a.sum.currency != b.sum.currency) {
                return std::pair(counts[b.sum.currency], a.sum.currency) <
                       std::pair(counts[a.sum.currency], b.sum.currency);
              }
              return a.sum.time != b.sum.time ? a.sum.time > b.sum.time : a.sum.docid < b.sum.docid;
            });
}

/// Looks for what is told of one entity.
class Search {
 public:
  Search(uint32_t entity, size_t most, SearchTools tools)
      : entity_(entity),
        most_(most),
        read_(tools),
        currencies_(tools.reader.snapshot().dictionaries->currency.values) {}

  /// Adds to `found` those of `candidates`, until there are enough, that are told in a sentence which
  /// names the entity, or, where `anywhere`, in any.
  void look_at(const Candidates& candidates, bool anywhere, Candidates& found) {
    for (const Candidate& each : candidates) {
      const bool readable = read_.has(each.sum.docid) || read_.count() < kMostRead;
      if (known_.size() == most_ || !readable || is_known(each.sum)) {
        continue;
      }
      const Sum sum{each.sum.value, currencies_[each.sum.currency]};
      const ArticleSums& sums = read_.of(each.sum.docid);
      std::optional<SumShown> told = anywhere ? sums.first(sum) : sums.first_naming(sum, entity_);
      if (told) {
        known_.push_back(each.sum);
        found.push_back({each.sum, 0, std::move(told)});
      }
    }
  }

 private:
  bool is_known(const ListedSum& sum) const {
    return std::any_of(known_.begin(), known_.end(), [&sum](const ListedSum& known) {
      return known.value == sum.value && known.currency == sum.currency;
    });
  }

  const uint32_t entity_;
  const size_t most_;
  ReadArticles read_;
  const std::vector<std::string>& currencies_;
  std::vector<ListedSum> known_;  // what was found
};

}  // namespace

std::vector<SumShown> largest_sums(uint32_t number, const Roaring& articles, size_t most,
                                   SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  const size_t currencies = snapshot.dictionaries->currency.values.size();
  Candidates main;
  Candidates others;
  for (const ListedSum& sum : sums_of(articles, SumFilter(), true, snapshot)) {
    (is_main(number, sum.docid, snapshot) ? main : others).push_back({sum});
  }
  put_in_order(main, currencies);
  put_in_order(others, currencies);
  Search search(number, most, tools);
  Candidates of_it;
  search.look_at(main, false, of_it);
  search.look_at(others, false, of_it);
  Candidates beside_it;
  search.look_at(main, true, beside_it);
  std::vector<SumShown> result;
  for (Candidates* found : {&of_it, &beside_it}) {
    put_in_order(*found, currencies);
    for (Candidate& each : *found) {
      result.push_back(std::move(*each.told));
    }
  }
  return result;
}

}  // namespace vigie
