// The articles of one generation at one revision, as they are stored.
//
// Read by our own reader of glass tables: Xapian reads every block on the way to an article, and
// inflates by zlib. For one thread.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/article.h"
#include "indexer/glass/table_reader.h"

namespace vigie {

class StoredArticles {
 public:
  /// Of the generation in the folder `path`, as it is now. Throws what glass::TableReader throws.
  explicit StoredArticles(const std::string& path);

  /// Throws Xapian::DocNotFoundError where it was deleted, and what glass::TableReader throws.
  Article article(uint32_t docid);

 private:
  glass::TableReader documents_;
};

}  // namespace vigie
