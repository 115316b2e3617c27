// A bulk add: one stage takes articles, has them built in parallel into parts, merges these with
// the current generation into the next and publishes it; only then are they reported. For one
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/parts.h"
#include "indexer/writable_index.h"
#include "indexer/writer.h"

namespace vigie {

class BulkStage {
 public:
  /// Begins a stage on `index`, which must outlive it, with `jobs` workers (0: one per core).
  BulkStage(WritableIndex& index, unsigned jobs);

  /// Takes one article in, or notes why not.
  void take(SourcedArticle item);

  /// Whether it holds so many that it should end, so that memory stays bounded and a crash costs
  /// little.
  bool full() const;

  /// Merges and publishes what was taken. What became of each article, in order: all of it is in
  /// the index to stay.
  std::vector<ArticleReport> finish();

 private:
  /// An article of this stage, as far as a later one of the same id needs to know it.
  struct Taken {
    Xapian::docid docid;
    std::string hash;
    int64_t added;
  };

  std::vector<std::string> sources_of_merge(std::vector<std::string> parts);
  Outcome judge(const Article& article, int64_t& added);

  WritableIndex& index_;
  BuildingFolder folder_;
  PartBuilder parts_;  ///< stops its workers before the folder goes
  const Xapian::docid first_docid_;
  Xapian::docid next_docid_;
  std::unordered_map<std::string, Taken> taken_;  ///< by id
  std::vector<Xapian::docid> replaced_;
  std::vector<ArticleReport> reports_;
};

}  // namespace vigie
