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
  HttpReply reply =
      reply_of("amounts", "application/json", sums_json(asked, answer, watch.milliseconds()));
  tag(reply, answer.search.index, request);
  return reply;
}

HttpReply Routes::counts(const HttpRequest& request) {
  const CountsRequest asked = counts_request_of(parameters_of(request.target));
  const Stopwatch watch;
  const CountsAnswer answer = engine_.counts(asked);
  HttpReply reply =
      reply_of("counts", "application/json", counts_json(asked, answer, watch.milliseconds()));
  tag(reply, answer.search.index, request);
  return reply;
}

HttpReply Routes::entity(const HttpRequest& request, const std::string& id) {
  require_none(parameters_of(request.target));
  const Stopwatch watch;
  const std::optional<EntityAnswer> answer = engine_.entity(id);
  if (!answer) {
    return problem_reply({404, "There is no such entity; its id is expected.", ""});
  }
  HttpReply reply =
      reply_of("entity", "application/json", entity_json(*answer, watch.milliseconds()));
  tag(reply, answer->index, request);
  return reply;
}

}  // namespace vigie
