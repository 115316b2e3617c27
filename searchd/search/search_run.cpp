#include "searchd/search/search_run.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/query/parser.h"
#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/entities.h"
#include "searchd/search/feedback.h"
#include "searchd/search/planner.h"
#include "searchd/search/show.h"
#include "searchd/search/sums.h"

namespace vigie {

namespace {

/// Measures one step: milliseconds since the last one.
class StepClock {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<double, std::milli> passed = now - last_;
    last_ = now;
    return passed.count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

std::vector<std::string> selected_values(const SearchRequest& request, Facet facet,
                                         const Gazetteer& gazetteer) {
  std::vector<std::string> values;
  for (const FacetValue& filter : request.filters) {
    if (filter.facet != facet) {
      continue;
    }
    if (!entity_kind_of(facet)) {
      values.push_back(fold_name(filter.value));
      continue;
    }
    for (const uint32_t number : entities_called(gazetteer, filter, facet_name(facet))) {
      values.push_back(gazetteer.entity(number).id);
    }
  }
  return values;
}

bool is_of_sums(Facet facet) {
  return facet == Facet::kAmount || facet == Facet::kCurrency;
}

}  // namespace

IndexState state_of(const Snapshot& snapshot) {
  return {snapshot.article_count(), snapshot.revision, snapshot.uuid, snapshot.updated};
}

std::string facet_term(Facet facet, std::string_view value) {
  const std::string name = fold_name(value);
  switch (facet) {
    case Facet::kLanguage:
      return schema::term(schema::Prefix::kLanguage, name);
    case Facet::kSource:
      return schema::term(schema::Prefix::kSource, name);
    case Facet::kAuthor:
      return schema::term(schema::Prefix::kAuthor, name);
    default:
      break;
  }
  return schema::term(schema::Prefix::kYear, name);
}

SearchAnswer SearchRun::run() {
  StepClock clock;
  match_all();
  answer_.steps.match = clock.lap();
  order_and_show();
  answer_.steps.show = clock.lap() - answer_.steps.order;
  count();
  answer_.steps.count = clock.lap();
  describe();
  return std::move(answer_);
}

SearchAnswer SearchRun::run_match() {
  match_all();
  describe();
  return std::move(answer_);
}

void SearchRun::match_all() {
  match_query();
  match_filters();
  matches_ = filtered(nullptr);
  copies_ = copies_of(matches_);
  answer_.total = matches_.cardinality() - surplus(copies_);
}

/// What counts once; nothing where every article counts.
Copies SearchRun::copies_of(const Roaring& articles) const {
  return request_.collapse ? copies_among(articles, tools_.reader.snapshot()) : Copies();
}

/// Says how the query was read.
void SearchRun::describe() {
  answer_.translations = plan_.translations;
  for (const QueryEntity& named : plan_.entities) {
    answer_.entities.push_back(
        {named.text, shown(tools_.reader.snapshot().gazetteer->entity(named.entity))});
  }
  answer_.notes = plan_.notes;
  answer_.index = state_of(tools_.reader.snapshot());
}

void SearchRun::match_query() {
  const ParsedQuery parsed = parse_query(request_.q);
  answer_.parsed = to_string(parsed.expression);
  answer_.match = request_.match;
  plan_ = Planner(tools_.reader, tools_.analyzer, request_.match, request_.translate)
              .plan(parsed.expression);
  query_matches_ = match(plan_.tree, tools_.reader, tools_.deadline);
  if (query_matches_.isEmpty() && request_.match == MatchMode::kAll && plan_.has_sequence) {
    plan_ = Planner(tools_.reader, tools_.analyzer, MatchMode::kAny, request_.translate)
                .plan(parsed.expression);
    query_matches_ = match(plan_.tree, tools_.reader, tools_.deadline);
    answer_.relaxed = !query_matches_.isEmpty();
  }
  if (parsed.truncated) {
    plan_.notes.push_back("the query has more than " + std::to_string(kMaxQueryLeaves) +
                          " words; the rest was left out");
  }
}

void SearchRun::match_filters() {
  for (const FacetValue& filter : request_.filters) {
    if (!is_of_sums(filter.facet)) {
      add_value(filter, facet_name(filter.facet), filters_[filter.facet]);
    }
  }
  const Snapshot& snapshot = tools_.reader.snapshot();
  if (request_.from_day > 0 || request_.to_day < 99999999) {
    const PlanNode days =
        make_terms(day_alternatives(std::max(request_.from_day, snapshot.first_day),
                                    std::min(request_.to_day, snapshot.last_day)));
    others_ = match(days, tools_.reader, tools_.deadline);
    has_others_ = true;
  }
  if (!request_.excludes.empty()) {
    Roaring excluded;
    for (const FacetValue& exclude : request_.excludes) {
      add_value(exclude, "exclude", excluded);
    }
    others_ = (has_others_ ? others_ : query_matches_) - excluded;
    has_others_ = true;
  }
  if (request_.added_since > 0) {
    others_ = added_since(has_others_ ? others_ : query_matches_);
    has_others_ = true;
  }
}

/// Adds the articles of a facet's value, which `parameter` asks for.
void SearchRun::add_value(const FacetValue& value, const char* parameter, Roaring& articles) const {
  const Snapshot& snapshot = tools_.reader.snapshot();
  if (is_of_sums(value.facet)) {
    SearchRequest request;
    request.filters.push_back(value);
    articles |= with_sum(snapshot.live, sum_filter_of(request, std::nullopt), snapshot);
  } else if (entity_kind_of(value.facet)) {
    for (const uint32_t number : entities_called(*snapshot.gazetteer, value, parameter)) {
      tools_.reader.add_articles(entity_term(snapshot.gazetteer->entity(number)), articles);
    }
  } else {
    tools_.reader.add_articles(facet_term(value.facet, value.value), articles);
  }
}

Roaring SearchRun::added_since(const Roaring& articles) const {
  return docids_where(articles, tools_.reader.snapshot().columns,
                      [this](const ColumnChunk& chunk, uint32_t index) {
                        return chunk.added[index] >= request_.added_since;
                      });
}

Roaring SearchRun::filtered(const Facet* without) const {
  Roaring result = has_others_ ? query_matches_ & others_ : query_matches_;
  for (const auto& [facet, articles] : filters_) {
    if (without == nullptr || facet != *without) {
      result &= articles;
    }
  }
  const SumFilter sums =
      sum_filter_of(request_, without == nullptr ? std::nullopt : std::optional<Facet>(*without));
  return sums.any() ? result : with_sum(result, sums, tools_.reader.snapshot());
}

/// The first `most` hits in the order of which order(count) gives the first `count` articles.
template <typename Order>
std::vector<Ranked> SearchRun::stories(size_t most, const Order& order) const {
  return request_.collapse ? first_stories(order, most, tools_.reader.snapshot().clusters)
                           : order(most);
}

void SearchRun::order_and_show() {
  StepClock clock;
  const Snapshot& snapshot = tools_.reader.snapshot();
  const size_t first = size_t{request_.page - 1} * request_.per_page;
  const size_t last = first + request_.per_page;
  std::vector<WeightedWord> words = weigh(plan_.words, tools_.reader);
  const Sort sort = request_.sort.value_or(words.empty() ? Sort::kNewest : Sort::kRelevance);
  std::vector<Ranked> ranked;
  if (sort == Sort::kRelevance && !words.empty()) {
    const RecencyScale recency(request_.recency, snapshot);
    words = with_feedback(std::move(words), recency);
    ranked = stories(last, [&](size_t most) {
      return order_by_relevance({words, matches_, snapshot.columns, recency, most});
    });
  } else {
    ranked = stories(last, [&](size_t most) {
      return order_by_date(matches_, snapshot.columns, sort != Sort::kOldest, most);
    });
  }
  answer_.steps.order = clock.lap();
  const SumFilter sums = sum_filter_of(request_, std::nullopt);
  for (size_t i = first; i < ranked.size(); ++i) {
    answer_.hits.push_back(show_hit(ranked[i], {tools_, plan_.highlights, sums}));
  }
}

std::vector<WeightedWord> SearchRun::with_feedback(std::vector<WeightedWord> words,
                                                   const RecencyScale& recency) {
  const double share = feedback_share(plan_.words);
  if (share == 0 || matches_.cardinality() < 2) {
    return words;
  }
  const std::vector<ScoredWord> added = feedback_words(
      {words, matches_, tools_.reader.snapshot().columns, recency, 0}, share, tools_.reader);
  for (WeightedWord& word : weigh(added, tools_.reader)) {
    words.push_back(std::move(word));
  }
  return words;
}

void SearchRun::count() {
  if (request_.facets.empty() && !request_.timeline) {
    return;
  }
  const Snapshot& snapshot = tools_.reader.snapshot();
  Tally tally(matches_, copies_, snapshot);
  for (const Facet facet : request_.facets) {
    const FacetRequest counted{facet, request_.facet_size,
                               selected_values(request_, facet, *snapshot.gazetteer),
                               sum_filter_of(request_, facet)};
    if (counted.selected.empty()) {
      answer_.facets.push_back(tally.facet(counted));
      continue;
    }
    const Roaring others = filtered(&facet);
    answer_.facets.push_back(Tally(others, copies_of(others), snapshot).facet(counted));
  }
  if (request_.timeline) {
    answer_.timeline = tally.timeline(request_.interval);
  }
}

}  // namespace vigie
