// Suggestions while a query is typed: entities, words, headlines, authors and sources, accents and
// case aside.
//
// For one thread. Functions throw what Xapian throws.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searchd/search/search_run.h"

namespace vigie {

/// At most `count` completions of `q`: what articles name (entities a word of whose name begins so,
/// or else with the last words: those whose label does first, then those of the most articles), sources and authors likewise,
/// the last word completed from the index's own words, and the newest headlines that hold all the
/// words, the last one begun.
std::vector<Suggestion> suggest(std::string_view q, uint32_t count, SearchTools tools);

}  // namespace vigie
