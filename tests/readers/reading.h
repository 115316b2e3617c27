// Reads all the articles of paths, for the tests of readers.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/reader.h"
#include "tests/support/temp_dir.h"

namespace vigie::tests {

inline std::vector<SourcedArticle> read_all(std::vector<std::string> paths,
                                            ReadOptions options = {}) {
  ArticleReader reader(std::move(paths), std::move(options));
  std::vector<SourcedArticle> articles;
  while (std::optional<SourcedArticle> next = reader.next()) {
    articles.push_back(std::move(*next));
  }
  return articles;
}

/// What the file `name` holding `bytes` reads as.
inline std::vector<SourcedArticle> read_as(const std::string& name, std::string_view bytes) {
  const TempDir folder;
  std::vector<SourcedArticle> articles = read_all({folder.write(name, bytes)});
  for (SourcedArticle& article : articles) {
    article.where.erase(0, folder.path().string().size() + 1);
  }
  return articles;
}

}  // namespace vigie::tests
