// One HTTP exchange as the routes see it: no library's types, so that only http_server.cpp depends
// on one.
//
// Plain values; any thread.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace vigie {

/// What of a request the routes need. A header that was not sent is empty.
struct HttpRequest {
  std::string method = "GET";
  std::string target;  ///< as sent, still percent-encoded: "/api/v1/search?q=drone"
  std::string host;
  std::string forwarded_proto;  ///< X-Forwarded-Proto, set by a reverse proxy
  std::string if_none_match;
  std::string accept_encoding;
  bool no_cache = false;  ///< Cache-Control: no-cache, an answer made anew
  size_t ranges = 0;      ///< how many byte ranges were asked for
  bool has_body = false;
};

/// What is to be sent back.
struct HttpReply {
  int status = 200;
  std::string content_type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  /// A body sent piece by piece as it is made, instead of `body`: fills `piece` and returns true,
  /// or returns false after the last. May throw, after which the transfer is broken off, so that
  /// the receiver sees that it is not whole.
  std::function<bool(std::string& piece)> next_piece;
  size_t streamed_bytes = 0;    ///< of pieces, counted as they are sent
  const char* route = "other";  ///< the route's name in metrics and logs
  bool close = false;           ///< the connection must be closed after this reply
};

/// `reply`, which has a whole body, as the bytes to send before closing the connection.
std::string raw_reply(const HttpReply& reply);

/// The time now as a Date header has it.
std::string http_date();

/// The phrase of a status this server sends: 404 "Not Found".
const char* status_phrase(int status);

}  // namespace vigie
