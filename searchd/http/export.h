// Every hit of a search, piece by piece, in memory that does not grow with them. For one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>

#include "searchd/search/engine.h"

namespace vigie {

/// How one format writes what an export is made of.
struct ExportFormat {
  std::function<std::string()> header;
  std::function<std::string(const Hit&)> line;
  std::function<std::string(uint64_t total, uint64_t written)> cut;
};

/// The hits of one request in order, at most kMaxDepth. The pages are searches of their own: where
/// the index changes meanwhile an article may be missed, none comes twice.
class Export {
 public:
  /// Searches the first page. `engine` must outlive the export. Throws as Engine::search.
  Export(Engine& engine, SearchRequest request, ExportFormat format);

  /// How many articles match; of these the first kMaxDepth are written.
  uint64_t total() const { return page_.total; }

  /// The next piece, false after the last. Throws as Engine::search.
  bool next(std::string& piece);

 private:
  Engine& engine_;
  SearchRequest request_;
  ExportFormat format_;
  SearchAnswer page_;
  std::unordered_set<std::string> written_;
  uint64_t count_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace vigie
