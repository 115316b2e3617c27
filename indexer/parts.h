// Articles → private databases ("parts", glass/part_writer.h), by parallel workers; many parts are
// merged into fewer on the way, so that their number stays bounded. For one thread, which feeds the
// workers.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/knowledge/article_knowledge.h"

namespace vigie {

class PartBuilder {
 public:
  /// A part ends with so many articles. Fewer make shorter chunks of postings, and so a larger
  /// index (750: a tenth); more leave workers without work where a batch is small.
  static constexpr size_t kArticlesPerPart = 2500;

  /// Parts are made inside `folder`, by `jobs` workers (0: one per core), with what the index
  /// knows.
  PartBuilder(std::string folder, std::shared_ptr<const ArticleKnowledge> knowledge, unsigned jobs,
              size_t articles_per_part = kArticlesPerPart);
  /// Stops the workers; parts not finished are lost.
  ~PartBuilder();
  PartBuilder(const PartBuilder&) = delete;
  PartBuilder& operator=(const PartBuilder&) = delete;

  /// Takes `article` in as document `docid`, higher than any before; `added` as DocumentMaker takes
  /// it. Waits where all workers are busy. Throws what a worker threw.
  void add(Xapian::docid docid, Article article, int64_t added);

  /// Waits for the workers to finish. The parts' paths; together they hold each document at its
  /// docid, and their ranges of docids do not overlap. Throws what a worker threw.
  std::vector<std::string> finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vigie
