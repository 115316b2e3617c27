// Parameters → requests: what is asked of each route, checked. Any thread.
//
// An unknown parameter, one given twice that may not be, and a value that is none of those possible
// are refused by name. A parameter with an empty value counts as not given: a plain HTML form sends
// every field, filled or not.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searchd/http/target.h"
#include "searchd/search/request.h"

namespace vigie {

/// The parameters of `search` and of its feeds. Throws InvalidRequest.
SearchRequest search_request_of(const std::vector<Parameter>& parameters);

/// The parameters of `amounts` and its export: those of a search and `order`. Throws
/// InvalidRequest.
SumsRequest sums_request_of(const std::vector<Parameter>& parameters);

/// The parameters of `counts`: those of a search and `name`, repeatable. Throws InvalidRequest.
CountsRequest counts_request_of(const std::vector<Parameter>& parameters);

/// The one parameter `q` of a route that has no other; empty where it was not given. Throws
/// InvalidRequest.
std::string query_of(const std::vector<Parameter>& parameters);

/// What to mark in an article: the parameters `q` and `translate`. Throws InvalidRequest.
SearchRequest marking_of(const std::vector<Parameter>& parameters);

/// The one parameter `per_page` (1 to 100, default 10) of a route that has no other. Throws
/// InvalidRequest.
uint32_t per_page_of(const std::vector<Parameter>& parameters);

/// Throws InvalidRequest where there is any parameter.
void require_none(const std::vector<Parameter>& parameters);

}  // namespace vigie
