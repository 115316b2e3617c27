// What is known of one entity: the articles that name it, what they name beside it, its largest
// sums.
//
// For one thread. Functions throw what Xapian throws.
#pragma once

#include <cstdint>
#include <roaring/roaring.hh>
#include <vector>

#include "searchd/search/answer.h"
#include "searchd/search/search_run.h"

namespace vigie {

/// The page of the entity with this number in the gazetteer, counting copies of one story once.
EntityAnswer entity_page(uint32_t number, SearchTools tools);

/// The largest sums told of an entity by `articles`, all of which name it, each value once: first
/// the largest of each currency (that with the most sums first), then the second largest of each,
/// and so on, since no rates make one currency comparable with another. Sums in a sentence that
/// names the entity stand before those that are only in an article which speaks of it most; others
/// are none of its. At most `most`; of few articles, so that sums may be missed where many have
/// larger ones that are not its.
std::vector<SumShown> largest_sums(uint32_t number, const Roaring& articles, size_t most,
                                   SearchTools tools);

}  // namespace vigie
