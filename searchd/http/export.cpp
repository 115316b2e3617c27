#include "searchd/http/export.h"

#include <utility>

namespace vigie {

Export::Export(Engine& engine, SearchRequest request, ExportFormat format)
    : engine_(engine), request_(std::move(request)), format_(std::move(format)) {
  request_.page = 1;
  request_.per_page = kMaxPerPage;
  request_.facets.clear();
  request_.timeline = false;
  page_ = engine_.search(request_);
}

bool Export::next(std::string& piece) {
  piece.clear();
  if (ended_) {
    return false;
  }
  if (begun_) {
    ++request_.page;
    page_ = engine_.search(request_);
  } else {
    begun_ = true;
    piece = format_.header();
  }
  for (const Hit& hit : page_.hits) {
    if (written_.insert(hit.article.id).second) {
      piece += format_.line(hit);
      ++count_;
    }
  }
  const uint64_t asked = uint64_t{request_.page} * request_.per_page;
  ended_ = page_.hits.size() < request_.per_page || asked >= kMaxDepth || asked >= page_.total;
  if (ended_ && page_.total > kMaxDepth) {
    piece += format_.cut(page_.total, count_);
  }
  return true;
}

}  // namespace vigie
