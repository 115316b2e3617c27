// Routes of what is named and of sums of money.
#include <optional>

#include "searchd/http/api.h"
#include "searchd/http/parameters.h"
#include "searchd/http/replies.h"
#include "searchd/http/routes.h"
#include "searchd/http/stopwatch.h"
#include "searchd/http/target.h"

namespace vigie {

HttpReply Routes::amounts(const HttpRequest& request) {
  const SumsRequest asked = sums_request_of(parameters_of(request.target));
  const Stopwatch watch;
  const SumsAnswer answer = engine_.sums(asked);
  return json_reply("amounts", sums_json(asked, answer, watch.milliseconds()), answer.search.index,
                    request);
}

HttpReply Routes::counts(const HttpRequest& request) {
  const CountsRequest asked = counts_request_of(parameters_of(request.target));
  const Stopwatch watch;
  const CountsAnswer answer = engine_.counts(asked);
  return json_reply("counts", counts_json(asked, answer, watch.milliseconds()), answer.search.index,
                    request);
}

HttpReply Routes::entity(const HttpRequest& request, const std::string& id) {
  require_none(parameters_of(request.target));
  const Stopwatch watch;
  const std::optional<EntityAnswer> answer = engine_.entity(id);
  if (!answer) {
    return problem_reply({404, "There is no such entity; its id is expected.", ""});
  }
  return json_reply("entity", entity_json(*answer, watch.milliseconds()), answer->index, request);
}

}  // namespace vigie
