// A list of names, counted: how many articles of a search name each, and since when.
//
// For one thread. Throws as SearchRun does.
#pragma once

#include "searchd/search/answer.h"
#include "searchd/search/request.h"
#include "searchd/search/search_run.h"

namespace vigie {

/// Each name in its order. A name that an entity has (of several the one with the most articles) is
/// counted by all its names; any other as a phrase in quotes is searched.
CountsAnswer count_names(const CountsRequest& request, SearchTools tools);

}  // namespace vigie
