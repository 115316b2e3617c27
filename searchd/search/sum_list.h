// The sums of money of the articles that a search finds, one by one.
//
// For one thread. Functions throw what a search throws.
#pragma once

#include <cstdint>
#include <roaring/roaring.hh>
#include <string>
#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/answer.h"
#include "searchd/search/request.h"
#include "searchd/search/search_run.h"
#include "searchd/search/sums.h"

namespace vigie {

/// A sum as the columns hold it.
struct ListedSum {
  double value;
  uint32_t currency;  ///< number in the dictionary
  uint32_t docid;
  int64_t time;  ///< of the article
};

/// The sums of `articles` that pass `filter`: each different one of an article once, and where
/// `collapse` says so once of all copies of one story, of the newest of them that tells it. In no
/// order.
std::vector<ListedSum> sums_of(const Roaring& articles, const SumFilter& filter, bool collapse,
                               const Snapshot& snapshot);

/// The page of sums that the request asks for, in its order; only the page's articles are read.
/// Sums that a sum filter or, at the top of the query, `amount:` rules out are not among them.
SumsAnswer list_sums(const SumsRequest& request, SearchTools tools);

}  // namespace vigie
