// The answers of the API as JSON; openapi.json describes each and changes with it. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/answer.h"
#include "searchd/search/request.h"

namespace vigie {

/// RFC 9457. `parameter` is left out where it is empty.
struct Problem {
  int status = 500;
  std::string detail;     ///< one sentence
  std::string parameter;  ///< the one to blame
};

std::string problem_json(const Problem& problem);

/// The answer of `search`.
std::string search_json(const SearchRequest& request, const SearchAnswer& answer, double took_ms);

/// The answer of `articles/{id}/similar` and `/duplicates`.
std::string similar_json(const SearchAnswer& answer, double took_ms);

/// The answer of `articles/{id}`; with the segments where there was a query.
std::string article_json(const ArticleAnswer& answer, bool highlighted);

/// The answer of `suggest`.
std::string suggestions_json(std::string_view q, const std::vector<Suggestion>& suggestions);

/// One hit as one line without its line end: what `search.jsonl` is made of.
std::string hit_json(const Hit& hit);

/// The last line of a `search.jsonl` that was cut.
std::string cut_json(uint64_t total, uint64_t written);

/// The answer of `readyz` when ready.
std::string ready_json(const IndexState& index);

/// The answer of `amounts`.
std::string sums_json(const SumsRequest& request, const SumsAnswer& answer, double took_ms);

/// The answer of `counts`.
std::string counts_json(const CountsRequest& request, const CountsAnswer& answer, double took_ms);

/// The answer of `entities/{id}`.
std::string entity_json(const EntityAnswer& answer, double took_ms);

/// The article in the API and on the page: "/api/v1/articles/…", "/?article=…".
std::string article_link(std::string_view id);
/// The entity in the API: "/api/v1/entities/…".
std::string entity_link(std::string_view id);
std::string article_page_link(std::string_view id);

}  // namespace vigie
