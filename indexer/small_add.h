// Adding some articles straight into the current generation, in transactions that are short in time
// and number. For one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/document.h"
#include "indexer/writable_index.h"
#include "indexer/writer.h"

namespace vigie {

class SmallAdd {
 public:
  /// Both must outlive it.
  SmallAdd(WritableIndex& index, const AddOptions& options);
  /// Takes back what is not committed.
  ~SmallAdd();
  SmallAdd(const SmallAdd&) = delete;
  SmallAdd& operator=(const SmallAdd&) = delete;

  /// Takes one article in, or notes why not; commits where it is time to.
  void take(SourcedArticle item);

  /// Commits what was taken and reports it.
  void commit();

 private:
  Outcome put(const Article& article);

  WritableIndex& index_;
  const AddOptions& options_;
  std::optional<DocumentMaker> documents_;  // made for the first article that needs it
  bool changing_ = false;                   ///< in a transaction
  uint64_t changed_bytes_ = 0;
  std::vector<ArticleReport> reports_;
  std::chrono::steady_clock::time_point last_commit_;
};

/// What is said of an article whose outcome is not known yet: rejected if it holds an error.
ArticleReport begin_report(SourcedArticle& item);

}  // namespace vigie
