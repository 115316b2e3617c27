// One search: match, order, count, show, over one snapshot.
//
// For one thread. run() throws InvalidRequest, Unavailable past the deadline, and what Xapian
// throws.
#pragma once

#include <map>
#include <roaring/roaring.hh>

#include "indexer/text/analyzer.h"
#include "searchd/mirror/snapshot.h"
#include "searchd/search/answer.h"
#include "searchd/search/collapse.h"
#include "searchd/search/match.h"
#include "searchd/search/order.h"
#include "searchd/search/plan.h"
#include "searchd/search/ranking.h"
#include "searchd/search/request.h"
#include "searchd/search/stored_articles.h"

namespace vigie {

/// What a search works with, all of it its own while it runs.
struct SearchTools {
  TermReader& reader;
  StoredArticles& articles;
  Analyzer& analyzer;
  Deadline deadline;
};

class SearchRun {
 public:
  SearchRun(const SearchRequest& request, SearchTools tools) : request_(request), tools_(tools) {}

  SearchAnswer run();
  /// Only how the query was read and how many match: without hits, facets and timeline.
  SearchAnswer run_match();

  /// The plan that was answered, after run() or run_match().
  const Plan& plan() const { return plan_; }
  /// The articles that match, likewise; copies included.
  const Roaring& matches() const { return matches_; }

 private:
  void match_all();
  void describe();
  void match_query();
  void match_filters();
  void order_and_show();
  /// `words`, and where they are many what their best articles add.
  std::vector<WeightedWord> with_feedback(std::vector<WeightedWord> words,
                                          const RecencyScale& recency);
  void count();
  Roaring filtered(const Facet* without) const;
  template <typename Order>
  std::vector<Ranked> stories(size_t most, const Order& order) const;
  void add_value(const FacetValue& value, const char* parameter, Roaring& articles) const;
  Copies copies_of(const Roaring& articles) const;
  Roaring added_since(const Roaring& articles) const;

  const SearchRequest& request_;
  const SearchTools tools_;
  SearchAnswer answer_;
  Plan plan_;
  Roaring query_matches_;
  std::map<Facet, Roaring> filters_;  // of the facets with a selection
  Roaring others_;                    // what dates and exclusions leave, where has_others_
  bool has_others_ = false;
  Roaring matches_;
  Copies copies_;  // among them, that count once
};

/// The state of the index that `snapshot` is.
IndexState state_of(const Snapshot& snapshot);

/// The boolean term of a facet's value.
std::string facet_term(Facet facet, std::string_view value);

}  // namespace vigie
