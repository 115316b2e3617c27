#include "searchd/http/routes.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <utility>

#include "searchd/http/api.h"
#include "searchd/http/etag.h"
#include "searchd/http/feeds.h"
#include "searchd/http/openapi.h"
#include "searchd/http/parameters.h"
#include "searchd/http/replies.h"
#include "searchd/http/stopwatch.h"
#include "searchd/http/target.h"

namespace vigie {

namespace {

constexpr std::string_view kApi = "/api/";
constexpr std::string_view kArticles = "/api/v1/articles/";
constexpr std::string_view kEntities = "/api/v1/entities/";
constexpr std::string_view kSimilar = "/similar";
constexpr std::string_view kDuplicates = "/duplicates";
/// Some two thousand pages of results.
constexpr uint64_t kAnswerBytes = 32ULL << 20U;
constexpr uint32_t kFeedEntries = 50;
constexpr uint32_t kSuggestions = 12;

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// Whether `path` is that of an article and `ending`.
bool is_part_of_article(std::string_view path, std::string_view ending) {
  return path.size() > kArticles.size() + ending.size() &&
         path.substr(path.size() - ending.size()) == ending;
}

/// The article's address in such a path.
std::string address_before(std::string_view path, std::string_view ending) {
  return std::string(path.substr(kArticles.size(), path.size() - kArticles.size() - ending.size()));
}

/// "http://host:port" as the client sees it. What it says it is is used only where it is a plain
/// host and port.
std::string base_of(const HttpRequest& request) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == ':' || c == '-' || c == '[' || c == ']';
  };
  const bool plain =
      !request.host.empty() && std::all_of(request.host.begin(), request.host.end(), is_plain);
  const char* scheme = request.forwarded_proto == "https" ? "https://" : "http://";
  return scheme + (plain ? request.host : "localhost");
}

std::string server_timing(const StepTimes& steps) {
  char text[160];
  std::snprintf(text, sizeof text, "match;dur=%.3f, order;dur=%.3f, count;dur=%.3f, show;dur=%.3f",
                steps.match, steps.order, steps.count, steps.show);
  return text;
}

/// Keeps `reply` to be given again, then without the times that making it took.
void keep(RecentCache<KeptAnswer>& answers, const std::string& key, const HttpReply& reply) {
  KeptAnswer kept{reply};
  for (auto& [name, value] : kept.reply.headers) {
    if (name == "Server-Timing") {
      value = "kept";
    }
  }
  answers.keep(key, std::move(kept));
}

/// The name in metrics and logs of what `path` leads to.
const char* route_name(std::string_view path) {
  constexpr std::pair<std::string_view, const char*> kNames[] = {
      {"/api/v1/search", "search"},      {"/api/v1/suggest", "suggest"},
      {"/api/v1/search.atom", "atom"},   {"/api/v1/search.csv", "csv"},
      {"/api/v1/search.jsonl", "jsonl"}, {"/api/v1/openapi.json", "openapi"},
      {"/api/v1/amounts", "amounts"},    {"/api/v1/amounts.csv", "amounts_csv"},
      {"/api/v1/counts", "counts"},
  };
  for (const auto& [known, name] : kNames) {
    if (path == known) {
      return name;
    }
  }
  if (!starts_with(path, kArticles)) {
    return starts_with(path, kEntities) ? "entity" : "other";
  }
  if (is_part_of_article(path, kSimilar)) {
    return "similar";
  }
  return is_part_of_article(path, kDuplicates) ? "duplicates" : "article";
}

}  // namespace

Routes::Routes(Engine& engine, Metrics& metrics, std::string web_folder)
    : engine_(engine), metrics_(metrics), files_(std::move(web_folder)), answers_(kAnswerBytes) {}

HttpReply Routes::answer(const HttpRequest& request) {
  HttpReply reply;
  const bool api = starts_with(request.target, kApi);
  try {
    reply = route(request);
  } catch (const InvalidRequest& error) {
    reply = problem_reply({400, error.what(), error.parameter()});
  } catch (const Unavailable& error) {
    reply = problem_reply({503, error.what(), ""});
    reply.headers.emplace_back("Retry-After", "1");
  } catch (const std::exception& error) {
    spdlog::error("msg=\"request failed\" error=\"{}\"", error.what());
    reply = problem_reply({500, "The server could not answer; its log says why.", ""});
  }
  if (reply.route == std::string_view("other")) {
    reply.route = route_name(request.target.substr(0, request.target.find('?')));
  }
  add_common_headers(reply, api);
  return reply;
}

HttpReply Routes::route(const HttpRequest& request) {
  if (std::optional<HttpReply> refused = refusal(request)) {
    return std::move(*refused);
  }
  if (request.method == "OPTIONS") {
    return allowed_methods();
  }
  return route_get(request, path_of(request.target));
}

HttpReply Routes::route_get(const HttpRequest& request, const std::string& path) {
  if (starts_with(path, kApi)) {
    return api(request, path);
  }
  if (path == "/healthz") {
    return reply_of("healthz", "text/plain; charset=utf-8", "ok\n");
  }
  if (path == "/readyz") {
    return ready();
  }
  if (path == "/metrics") {
    const AnswersKept kept{answers_.bytes(), answers_.hits(), answers_.misses()};
    return compressed(
        reply_of("metrics", "text/plain; version=0.0.4; charset=utf-8",
                 metrics_.text(engine_.status(), kept, std::chrono::system_clock::now())),
        request);
  }
  if (path == "/opensearch.xml") {
    return reply_of("opensearch", "application/opensearchdescription+xml",
                    opensearch_description(base_of(request)));
  }
  HttpReply reply = files_.answer(path, request);
  return reply.status == 404 ? not_found() : reply;
}

/// Nothing where the client has the answer already, else the one that is kept, else a new one.
HttpReply Routes::api(const HttpRequest& request, const std::string& path) {
  const IndexState index = engine_.state();
  const std::string key = answer_key(index, request);
  if (!index.uuid.empty() && etag_matches(request.if_none_match, weak_etag(key))) {
    HttpReply reply;
    reply.status = 304;
    tag(reply, index, request);
    return reply;
  }
  if (!request.no_cache) {
    if (const std::shared_ptr<const KeptAnswer> kept = answers_.find(key)) {
      return kept->reply;
    }
  }
  HttpReply reply = compressed(route_api(request, path), request);
  if (reply.status == 200 && !reply.next_piece) {
    keep(answers_, key, reply);
  }
  return reply;
}

HttpReply Routes::route_api(const HttpRequest& request, const std::string& path) {
  const std::string_view name = route_name(path);
  if (name == "search") {
    return search(request);
  }
  if (name == "suggest") {
    return suggest(request);
  }
  if (name == "atom") {
    return atom(request);
  }
  if (name == "csv" || name == "jsonl") {
    return exported(request, name == "csv");
  }
  if (name == "amounts") {
    return amounts(request);
  }
  if (name == "counts") {
    return counts(request);
  }
  if (name == "amounts_csv") {
    return exported_amounts(request);
  }
  if (name == "entity") {
    return entity(request, path.substr(kEntities.size()));
  }
  if (name == "article") {
    return article(request, path.substr(kArticles.size()));
  }
  if (name == "similar") {
    return similar(request, address_before(path, kSimilar));
  }
  if (name == "duplicates") {
    return duplicates(request, address_before(path, kDuplicates));
  }
  if (name == "openapi") {
    require_none(parameters_of(request.target));
    return json_reply("openapi", std::string(openapi_document()), engine_.state(), request);
  }
  return not_found();
}

HttpReply Routes::search(const HttpRequest& request) {
  const SearchRequest asked = search_request_of(parameters_of(request.target));
  const Stopwatch watch;
  const SearchAnswer answer = engine_.search(asked);
  metrics_.observe_steps(answer.steps);
  HttpReply reply =
      json_reply("search", search_json(asked, answer, watch.milliseconds()), answer.index, request);
  reply.headers.emplace_back("Server-Timing", server_timing(answer.steps));
  return reply;
}

HttpReply Routes::suggest(const HttpRequest& request) {
  const std::string q = query_of(parameters_of(request.target));
  const IndexState index = engine_.state();
  return json_reply("suggest", suggestions_json(q, engine_.suggest(q, kSuggestions)), index,
                    request);
}

HttpReply Routes::article(const HttpRequest& request, const std::string& address) {
  const SearchRequest marking = marking_of(parameters_of(request.target));
  const std::optional<ArticleAnswer> answer =
      engine_.article(address, marking.q, marking.translate);
  if (!answer) {
    return problem_reply({404, "There is no such article.", ""});
  }
  return json_reply("article", article_json(*answer, !marking.q.empty()), answer->index, request);
}

HttpReply Routes::similar(const HttpRequest& request, const std::string& address) {
  const uint32_t count = per_page_of(parameters_of(request.target));
  const Stopwatch watch;
  const std::optional<SearchAnswer> answer = engine_.similar(address, count);
  if (!answer) {
    return problem_reply({404, "There is no such article.", ""});
  }
  return json_reply("similar", similar_json(*answer, watch.milliseconds()), answer->index, request);
}

HttpReply Routes::duplicates(const HttpRequest& request, const std::string& address) {
  const uint32_t count = per_page_of(parameters_of(request.target));
  const Stopwatch watch;
  const std::optional<SearchAnswer> answer = engine_.duplicates(address, count);
  if (!answer) {
    return problem_reply({404, "There is no such article.", ""});
  }
  return json_reply("duplicates", similar_json(*answer, watch.milliseconds()), answer->index,
                    request);
}

HttpReply Routes::atom(const HttpRequest& request) {
  SearchRequest asked = search_request_of(parameters_of(request.target));
  asked.sort = Sort::kNewest;
  asked.page = 1;
  asked.per_page = kFeedEntries;
  asked.facets.clear();
  asked.timeline = false;
  const SearchAnswer answer = engine_.search(asked);
  HttpReply reply = reply_of("atom", "application/atom+xml; charset=utf-8",
                             atom_feed(asked, answer, {base_of(request), request.target}));
  tag(reply, answer.index, request);
  return reply;
}

HttpReply Routes::ready() {
  const EngineStatus status = engine_.status();
  if (!status.ready) {
    HttpReply reply = problem_reply({503, status.problem, ""});
    reply.route = "readyz";
    reply.headers.emplace_back("Retry-After", "1");
    return reply;
  }
  HttpReply reply = reply_of("readyz", "application/json", ready_json(status.index));
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

}  // namespace vigie
