#include "searchd/search/name_counts.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "indexer/clean_text.h"
#include "searchd/query/expression.h"
#include "searchd/search/collapse.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/entities.h"
#include "searchd/search/planner.h"

namespace vigie {

namespace {

class NameCounter {
 public:
  /// `articles` are those of `search`.
  NameCounter(const Roaring& articles, const SearchRequest& search, SearchTools tools)
      : articles_(articles), search_(search), tools_(tools) {}

  NameCount count(const std::string& name) {
    NameCount counted;
    counted.name = name;
    Roaring naming;
    for (const uint32_t number : tools_.reader.snapshot().gazetteer->find(name)) {
      const Entity& entity = tools_.reader.snapshot().gazetteer->entity(number);
      Roaring those = articles_of(entity);
      if (!counted.entity || those.cardinality() > naming.cardinality()) {
        counted.entity = shown(entity);
        naming = std::move(those);
      }
    }
    if (!counted.entity) {
      naming = articles_with_phrase(name);
    }
    measure(naming, counted);
    return counted;
  }

 private:
  Roaring articles_of(const Entity& entity) {
    Roaring found;
    tools_.reader.add_articles(entity_term(entity), found);
    return found & articles_;
  }

  Roaring articles_with_phrase(const std::string& name) {
    Expression phrase;
    phrase.kind = ExpressionKind::kPhrase;
    phrase.text = clean_line(name);
    const Plan plan =
        Planner(tools_.reader, tools_.analyzer, MatchMode::kAll, search_.translate).plan(phrase);
    if (plan.tree.kind == PlanKind::kEverything) {  // there is no word in it
      return {};
    }
    return match(plan.tree, tools_.reader, tools_.deadline) & articles_;
  }

  void measure(const Roaring& naming, NameCount& counted) const {
    const Snapshot& snapshot = tools_.reader.snapshot();
    counted.articles = naming.cardinality();
    if (search_.collapse) {
      counted.articles -= surplus(copies_among(naming, snapshot));
    }
    int32_t first = std::numeric_limits<int32_t>::max();
    const auto see = [&](const ColumnChunk& chunk, const uint32_t* docids, uint32_t n) {
      for (uint32_t i = 0; i < n; ++i) {
        const int32_t day = chunk.day[Columns::index_of(docids[i])];
        first = day > 0 ? std::min(first, day) : first;
        counted.last_day = std::max(counted.last_day, day);
      }
    };
    each_docid(naming, snapshot.columns, see);
    counted.first_day = counted.last_day == 0 ? 0 : first;
  }

  const Roaring& articles_;
  const SearchRequest& search_;
  const SearchTools tools_;
};

}  // namespace

CountsAnswer count_names(const CountsRequest& request, SearchTools tools) {
  SearchRun search(request.search, tools);
  CountsAnswer answer;
  answer.search = search.run_match();
  NameCounter counter(search.matches(), request.search, tools);
  for (const std::string& name : request.names) {
    answer.names.push_back(counter.count(name));
  }
  return answer;
}

}  // namespace vigie
