#include "searchd/http/replies.h"

#include <string_view>
#include <utility>

#include "searchd/http/compression.h"
#include "searchd/http/etag.h"

namespace vigie {

namespace {

/// The page loads from its own server only and runs no inline code; its icon is a data: address.
constexpr const char* kPagePolicy =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'";
constexpr const char* kDataPolicy = "default-src 'none'; frame-ancestors 'none'";

}  // namespace

HttpReply reply_of(const char* route, const char* content_type, std::string body) {
  HttpReply reply;
  reply.route = route;
  reply.content_type = content_type;
  reply.body = std::move(body);
  return reply;
}

HttpReply json_reply(const char* route, std::string body, const IndexState& index,
                     const HttpRequest& request) {
  HttpReply reply = reply_of(route, "application/json", std::move(body));
  tag(reply, index, request);
  return reply;
}

HttpReply problem_reply(const Problem& problem) {
  HttpReply reply = reply_of("other", "application/problem+json", problem_json(problem));
  reply.status = problem.status;
  reply.headers.emplace_back("Cache-Control", "no-store");
  return reply;
}

HttpReply not_found() {
  return problem_reply({404, "There is nothing at this address.", ""});
}

std::string answer_key(const IndexState& index, const HttpRequest& request) {
  // A line end is in none of them: each is a header's value or a number.
  return index.uuid + '\n' + std::to_string(index.revision) + '\n' + request.target + '\n' +
         request.host + '\n' + request.forwarded_proto + '\n' +
         (accepts_gzip(request.accept_encoding) ? "gzip" : "identity");
}

void tag(HttpReply& reply, const IndexState& index, const HttpRequest& request) {
  reply.headers.emplace_back("ETag", weak_etag(answer_key(index, request)));
  // To be kept, but asked about every time: the index changes within a second of a new article.
  reply.headers.emplace_back("Cache-Control", "no-cache");
}

HttpReply compressed(HttpReply reply, const HttpRequest& request) {
  if (reply.body.size() >= kMinCompressedBytes && accepts_gzip(request.accept_encoding)) {
    reply.body = gzip(reply.body);
    reply.headers.emplace_back("Content-Encoding", "gzip");
  }
  return reply;
}

void add_common_headers(HttpReply& reply, bool api) {
  auto& headers = reply.headers;
  const bool page = reply.route == std::string_view("page");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("Content-Security-Policy", page ? kPagePolicy : kDataPolicy);
  if (!page) {
    headers.emplace_back("Vary", "Accept-Encoding");
  }
  if (api) {
    headers.emplace_back("Access-Control-Allow-Origin", "*");
    headers.emplace_back("Access-Control-Expose-Headers",
                         "ETag, Retry-After, Server-Timing, Vigie-Total");
  }
}

HttpReply allowed_methods() {
  HttpReply reply;
  reply.status = 204;
  reply.headers = {{"Allow", "GET, HEAD, OPTIONS"},
                   {"Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"},
                   {"Access-Control-Allow-Headers", "If-None-Match"},
                   {"Access-Control-Max-Age", "86400"}};
  return reply;
}

std::optional<HttpReply> refusal(const HttpRequest& request) {
  HttpReply reply;
  if (request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS") {
    reply = problem_reply(
        {405, "Only GET, HEAD and OPTIONS are answered: nothing can be changed.", ""});
    reply.headers.emplace_back("Allow", "GET, HEAD, OPTIONS");
    reply.close = true;
  } else if (request.has_body) {
    reply = problem_reply({400, "A request here has no body.", ""});
    reply.close = true;
  } else if (request.ranges > 1) {
    reply = problem_reply({416, "Several ranges at once are not served; ask for the whole.", ""});
  } else {
    return std::nullopt;
  }
  return reply;
}

HttpReply refused_head(Connection::Head why) {
  HttpReply reply;
  switch (why) {
    case Connection::Head::kSlow:
      reply = problem_reply({408, "The request did not arrive in time.", ""});
      break;
    case Connection::Head::kTargetTooLong:
      reply = problem_reply({414, "The address is too long.", ""});
      break;
    case Connection::Head::kTooLarge:
      reply = problem_reply({431,
                             "At most " + std::to_string(kMaxHeaderLines) + " headers and " +
                                 std::to_string(kMaxHeadBytes) + " bytes of them are read.",
                             ""});
      break;
    default:
      reply = problem_reply({400, "This is not a request that HTTP/1.1 knows.", ""});
  }
  reply.close = true;
  add_common_headers(reply, false);
  return reply;
}

}  // namespace vigie
