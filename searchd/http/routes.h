// Which address answers what: requests in, replies out, over one engine. Any thread, all at once.
#pragma once

#include <string>

#include "searchd/http/http_message.h"
#include "searchd/http/metrics.h"
#include "searchd/http/static_files.h"
#include "searchd/recent_cache.h"
#include "searchd/search/engine.h"

namespace vigie {

/// An answer to be given again.
struct KeptAnswer {
  HttpReply reply;

  size_t bytes() const { return sizeof *this + reply.body.capacity() + 128 * reply.headers.size(); }
};

class Routes {
 public:
  /// `engine` and `metrics` must outlive it. `web_folder` may be empty: no page then.
  Routes(Engine& engine, Metrics& metrics, std::string web_folder);

  /// The reply, whole but for what belongs to the connection. Does not throw: what fails is a
  /// problem document. A reply that comes in pieces uses the engine until the last.
  HttpReply answer(const HttpRequest& request);

 private:
  HttpReply route(const HttpRequest& request);
  HttpReply route_get(const HttpRequest& request, const std::string& path);
  HttpReply api(const HttpRequest& request, const std::string& path);
  HttpReply route_api(const HttpRequest& request, const std::string& path);
  HttpReply search(const HttpRequest& request);
  HttpReply suggest(const HttpRequest& request);
  HttpReply article(const HttpRequest& request, const std::string& address);
  HttpReply similar(const HttpRequest& request, const std::string& address);
  HttpReply duplicates(const HttpRequest& request, const std::string& address);
  HttpReply atom(const HttpRequest& request);
  HttpReply exported(const HttpRequest& request, bool csv);
  HttpReply amounts(const HttpRequest& request);
  HttpReply exported_amounts(const HttpRequest& request);
  HttpReply counts(const HttpRequest& request);
  HttpReply entity(const HttpRequest& request, const std::string& id);
  HttpReply ready();

  Engine& engine_;
  Metrics& metrics_;
  StaticFiles files_;
  RecentCache<KeptAnswer> answers_;
};

}  // namespace vigie
