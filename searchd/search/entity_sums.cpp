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

constexpr size_t kMostRead = 60;  ///< articles
/// An article speaks most of its first entities and its first topics.
constexpr size_t kMainEntities = 3;
constexpr size_t kMainTopics = 2;

struct Candidate {
  ListedSum sum;
  bool main;        ///< the article speaks most of the entity
  size_t turn = 0;  ///< 0: of the largest value of its currency, 1: of the second largest, …
};

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
std::vector<size_t> count_currencies(const std::vector<Candidate>& candidates, size_t currencies) {
  std::vector<size_t> counts(currencies);
  for (const Candidate& candidate : candidates) {
    ++counts[candidate.sum.currency];
  }
  return counts;
}

/// Gives each its turn; they are in order of currency, then value.
void number_turns(std::vector<Candidate>& candidates) {
  for (size_t i = 1; i < candidates.size(); ++i) {
    const Candidate& last = candidates[i - 1];
    Candidate& next = candidates[i];
    if (next.sum.currency == last.sum.currency) {
      next.turn = last.turn + (next.sum.value == last.sum.value ? 0 : 1);
    }
  }
}

/// Puts them in the order in which they are looked at.
void put_in_order(std::vector<Candidate>& candidates, size_t currencies) {
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

/// The sums found, each value once.
class FoundSums {
 public:
  bool has(const Sum& sum) const {
    return std::find(sums_.begin(), sums_.end(), sum) != sums_.end();
  }
  void add(const Sum& sum, SumShown found) {
    sums_.push_back(sum);
    shown_.push_back(std::move(found));
  }
  size_t size() const { return shown_.size(); }
  std::vector<SumShown> take() { return std::move(shown_); }

 private:
  std::vector<Sum> sums_;
  std::vector<SumShown> shown_;
};

}  // namespace

std::vector<SumShown> largest_sums(uint32_t number, const Roaring& articles, size_t most,
                                   SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  const std::vector<std::string>& currencies = snapshot.dictionaries->currency.values;
  std::vector<Candidate> candidates;
  for (const ListedSum& sum : sums_of(articles, SumFilter(), true, snapshot)) {
    candidates.push_back({sum, is_main(number, sum.docid, snapshot)});
  }
  put_in_order(candidates, currencies.size());
  ReadArticles read(tools);
  FoundSums found;
  const auto look_at = [&](bool main, bool named) {
    for (const Candidate& each : candidates) {
      const Sum sum{each.sum.value, currencies[each.sum.currency]};
      const bool readable = read.has(each.sum.docid) || read.count() < kMostRead;
      if (each.main != main || found.size() == most || !readable || found.has(sum)) {
        continue;
      }
      const ArticleSums& sums = read.of(each.sum.docid);
      if (std::optional<SumShown> told = named ? sums.first_naming(sum, number) : sums.first(sum)) {
        found.add(sum, std::move(*told));
      }
    }
  };
  look_at(true, true);
  look_at(false, true);
  look_at(true, false);
  return found.take();
}

}  // namespace vigie
