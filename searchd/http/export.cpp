#include "searchd/http/export.h"

#include <utility>

namespace vigie {

Export::Export(ExportSource source) : source_(std::move(source)), page_(source_.page(1)) {}

bool Export::next(std::string& piece) {
  piece.clear();
  if (ended_) {
    return false;
  }
  if (begun_) {
    ++number_;
    page_ = source_.page(number_);
  } else {
    begun_ = true;
    piece = source_.header;
  }
  for (ExportRow& row : page_.rows) {
    if (written_.insert(std::move(row.key)).second) {
      piece += row.line;
      ++count_;
    }
  }
  const uint64_t asked = uint64_t{number_} * kMaxPerPage;
  ended_ = page_.rows.empty() || asked >= kMaxDepth || asked >= page_.total;
  if (ended_ && page_.total > kMaxDepth) {
    piece += source_.cut(page_.total, count_);
  }
  return true;
}

}  // namespace vigie
