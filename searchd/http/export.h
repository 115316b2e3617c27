// Everything that a search finds, piece by piece, in memory that does not grow with it. For one
// thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>
#include <vector>

#include "searchd/search/request.h"

namespace vigie {

struct ExportRow {
  std::string key;   ///< rows with the same are one
  std::string line;  ///< with its line end
};

struct ExportPage {
  std::vector<ExportRow> rows;
  uint64_t total = 0;  ///< of all pages
};

/// What an export is made of.
struct ExportSource {
  std::string header;
  std::function<ExportPage(uint32_t page)> page;  ///< from 1 on, of kMaxPerPage rows
  std::function<std::string(uint64_t total, uint64_t written)> cut;
};

/// The rows in order, at most kMaxDepth. The pages are searches of their own: where the index
/// changes meanwhile a row may be missed, none comes twice.
class Export {
 public:
  /// Asks for the first page. Throws what `source` throws.
  explicit Export(ExportSource source);

  /// How many rows there are; of these the first kMaxDepth are written.
  uint64_t total() const { return page_.total; }

  /// The next piece, false after the last. Throws what the source throws.
  bool next(std::string& piece);

 private:
  ExportSource source_;
  ExportPage page_;
  uint32_t number_ = 1;
  std::unordered_set<std::string> written_;
  uint64_t count_ = 0;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace vigie
