// Did you mean: a query with its misspelt words corrected from the index's own words.
//
// Safe from any thread, but for the tools of the search that asks.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "searchd/search/search_run.h"
#include "searchd/search/spelling.h"

namespace vigie {

class DidYouMean {
 public:
  /// `q` with the words of `plan` that hardly any article holds corrected; nothing where there is
  /// nothing to correct. The first call after the base of the mirror changed takes up to half a
  /// second for a large vocabulary.
  std::optional<std::string> suggestion(std::string_view q, const Plan& plan, SearchTools tools);

 private:
  struct Source;
  std::shared_ptr<const Source> source_of(const std::shared_ptr<const Base>& base);

  std::mutex mutex_;
  std::shared_ptr<const Source> source_;  // guarded by mutex_; shared: with searches under way
};

}  // namespace vigie
