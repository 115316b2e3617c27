// Relevance feedback: what the best articles of a long question have in common is asked for too.
//
// A question of many words speaks of its subject in general terms; the articles that answer it best
// use the field's own. The words that tell most in those join the query for a second ordering, for
// a part of its weight: pseudo-relevance feedback, of the kind called RM3 (Lavrenko and Croft 2001;
// Abdul-Jaleel and others 2004). Each language has words of its own fed back, from its own best
// articles: otherwise those of the other language, which hold none of the words, would sink. A short
// query is left alone: it names what is sought, and feedback would only drift away from that. What
// matches is not touched.
//
// For one thread.
#pragma once

#include <vector>

#include "searchd/mirror/snapshot.h"
#include "searchd/search/order.h"
#include "searchd/search/plan.h"

namespace vigie {

/// What the words fed back weigh together beside the words of the query: nothing for a query of up
/// to five words (one said twice counts twice), most for one of forty and more.
double feedback_share(const std::vector<ScoredWord>& words);

/// The words to add to the query that `order` is about, of each language that its matches are in;
/// those of a language weigh `share` of what the query does. None that is in one of the best
/// articles alone, or in more than a quarter of the articles of its language. `order.most` is not looked at. Throws what
/// Xapian throws.
std::vector<ScoredWord> feedback_words(const RelevanceOrder& order, double share,
                                       TermReader& reader);

}  // namespace vigie
