// Relevance feedback: what the best articles of a long question have in common is asked for too.
//
// A question of many words speaks of its subject in general terms; the articles that answer it best
// use the field's own. The words that tell most in those join the query for a second ordering, for
// a part of its weight: pseudo-relevance feedback, of the kind called RM3 (Lavrenko and Croft 2001;
// Abdul-Jaleel and others 2004). A short query is left alone: it names what is sought, and feedback
// would only drift away from that. What matches is not touched.
//
// For one thread.
#pragma once

#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/order.h"
#include "searchd/search/plan.h"
#include "searchd/search/ranking.h"

namespace vigie {

/// Articles that feedback is taken from.
inline constexpr size_t kFeedbackArticles = 10;

/// What the words fed back weigh together beside the words of the query: nothing for a query of up
/// to five words (one said twice counts twice), most for one of forty and more.
double feedback_share(const std::vector<ScoredWord>& words);

/// The words to add to a query whose best articles are `best`; their weights times their idf are
/// `weight` together. None that is in one of `best` alone, or in a quarter of all articles. Throws
/// what Xapian throws.
std::vector<ScoredWord> feedback_words(const std::vector<Ranked>& best, double weight,
                                       TermReader& reader);

/// The weights of all words together, times their idf.
double weight_of(const std::vector<WeightedWord>& words);

}  // namespace vigie
