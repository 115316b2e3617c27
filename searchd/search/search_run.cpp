#include "searchd/search/search_run.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/query/parser.h"
#include "searchd/search/count.h"
#include "searchd/search/each_docid.h"
#include "searchd/search/feedback.h"
#include "searchd/search/planner.h"
#include "searchd/search/show.h"

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

std::vector<std::string> selected_values(const SearchRequest& request, Facet facet) {
  std::vector<std::string> values;
  for (const FacetValue& filter : request.filters) {
    if (filter.facet == facet) {
      values.push_back(fold_name(filter.value));
    }
  }
  return values;
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
    case Facet::kYear:
      break;
  }
  return schema::term(schema::Prefix::kYear, name);
}

SearchAnswer SearchRun::run() {
  StepClock clock;
  match_query();
  match_filters();
  matches_ = filtered(nullptr);
  answer_.total = matches_.cardinality();
  answer_.steps.match = clock.lap();
  order_and_show();
  answer_.steps.show = clock.lap() - answer_.steps.order;
  count();
  answer_.steps.count = clock.lap();
  answer_.translations = plan_.translations;
  answer_.notes = plan_.notes;
  answer_.index = state_of(tools_.reader.snapshot());
  return std::move(answer_);
}

void SearchRun::match_query() {
  const ParsedQuery parsed = parse_query(request_.q);
  answer_.parsed = to_string(parsed.expression);
  answer_.match = request_.match;
  const Lexicon* lexicon = request_.translate ? tools_.reader.snapshot().lexicon.get() : nullptr;
  plan_ = Planner(tools_.reader, tools_.analyzer, request_.match, lexicon).plan(parsed.expression);
  query_matches_ = match(plan_.tree, tools_.reader, tools_.deadline);
  if (query_matches_.isEmpty() && request_.match == MatchMode::kAll && plan_.has_sequence) {
    plan_ =
        Planner(tools_.reader, tools_.analyzer, MatchMode::kAny, lexicon).plan(parsed.expression);
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
    tools_.reader.add_articles(facet_term(filter.facet, filter.value), filters_[filter.facet]);
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
      tools_.reader.add_articles(facet_term(exclude.facet, exclude.value), excluded);
    }
    others_ = (has_others_ ? others_ : query_matches_) - excluded;
    has_others_ = true;
  }
}

Roaring SearchRun::filtered(const Facet* without) const {
  Roaring result = has_others_ ? query_matches_ & others_ : query_matches_;
  for (const auto& [facet, articles] : filters_) {
    if (without == nullptr || facet != *without) {
      result &= articles;
    }
  }
  return result;
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
    ranked = order_by_relevance({words, matches_, snapshot.columns, recency, last});
  } else {
    ranked = order_by_date(matches_, snapshot.columns, sort != Sort::kOldest, last);
  }
  answer_.steps.order = clock.lap();
  for (size_t i = first; i < ranked.size(); ++i) {
    answer_.hits.push_back(
        show_hit(ranked[i], tools_.reader.database(), plan_.highlights, tools_.analyzer));
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
  const std::vector<uint32_t> matches = to_docids(matches_);
  for (const Facet facet : request_.facets) {
    const FacetRequest counted{facet, request_.facet_size, selected_values(request_, facet)};
    const bool selected = filters_.count(facet) > 0;
    answer_.facets.push_back(selected ? count_facet(to_docids(filtered(&facet)), snapshot, counted)
                                      : count_facet(matches, snapshot, counted));
  }
  if (request_.timeline) {
    answer_.timeline = count_timeline(matches, snapshot);
  }
}

}  // namespace vigie
