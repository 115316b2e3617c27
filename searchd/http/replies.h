// Replies that are the same whatever was asked, and what all replies have in common. Any thread.
#pragma once

#include <optional>
#include <string>

#include "searchd/http/api.h"
#include "searchd/http/connection.h"
#include "searchd/http/http_message.h"

namespace vigie {

/// A reply with status 200 of the route named `route`.
HttpReply reply_of(const char* route, const char* content_type, std::string body);

/// An answer from `index` to `request`, in JSON, with its tag.
HttpReply json_reply(const char* route, std::string body, const IndexState& index,
                     const HttpRequest& request);

HttpReply problem_reply(const Problem& problem);
HttpReply not_found();

/// The answer to OPTIONS, also what a browser asks before a request from another origin.
HttpReply allowed_methods();

/// The answer to a request that cannot be one here; nothing where it can. A body is not read, so
/// that the connection of one cannot be used again.
std::optional<HttpReply> refusal(const HttpRequest& request);

/// The answer to a head that was not taken in (`why` is neither kWhole nor kGone).
HttpReply refused_head(Connection::Head why);

/// Everything, beside the program, that the answer to `request` from `index` depends on.
std::string answer_key(const IndexState& index, const HttpRequest& request);

/// Adds that answer's tag, and that the answer is to be asked about every time.
void tag(HttpReply& reply, const IndexState& index, const HttpRequest& request);

/// `reply` with its body compressed, where the client takes it so and it is worth it.
HttpReply compressed(HttpReply reply, const HttpRequest& request);

/// Adds what every reply says: what a browser may do with it, for other origins too where `api`.
void add_common_headers(HttpReply& reply, bool api);

}  // namespace vigie
