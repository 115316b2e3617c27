// What the tests of the index have in common: a directory of their own, articles to add, an index's
// content to compare.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article.h"
#include "indexer/index_directory.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/writer.h"
#include "tests/support/temp_dir.h"

namespace vigie::tests {

/// A folder of its own, and an index directory in it, not made yet.
struct TempIndex : TempDir {
  IndexDirectory index() const { return {in("index")}; }
};

/// A complete article, French where `number` is odd, English where it is even; `version` changes
/// its text.
Article sample_article(unsigned number, unsigned version = 0);
/// The articles `first` to `last`, in order.
std::vector<Article> sample_articles(unsigned first, unsigned last, unsigned version = 0);
std::string sample_id(unsigned number);

/// What an index finds that was made without knowledge files.
std::shared_ptr<const ArticleKnowledge> no_knowledge();
/// When articles of tests first came in.
inline constexpr int64_t kAdded = 1'700'000'000;

/// The document of `article` in an index without knowledge files.
Xapian::Document document_of(const Article& article);

/// `articles` as a source to add from, which must outlive it.
std::function<std::optional<SourcedArticle>()> source_of(const std::vector<Article>& articles);

/// Options that collect what is reported.
AddOptions collecting(std::vector<ArticleReport>& reports);

/// Adds to the index at `directory` and returns what was reported.
std::vector<ArticleReport> add(const IndexDirectory& directory,
                               const std::vector<Article>& articles, AddOptions options = {});

/// The outcomes, in order.
std::vector<Outcome> outcomes(const std::vector<ArticleReport>& reports);

/// All that an index says of each article, by id: terms with wdf and positions, values, data.
/// Docids left out.
std::map<std::string, std::string> content_by_id(const IndexDirectory& directory);
/// The docid of each article, by id.
std::map<std::string, Xapian::docid> docids_by_id(const IndexDirectory& directory);
/// What check_index() says, one finding a line; empty where the index is whole.
std::string findings_of(const IndexDirectory& directory);

/// The message of the IndexError that `action` throws; fails where it throws none.
template <typename Action>
std::string index_error_of(const Action& action) {
  try {
    action();
  } catch (const IndexError& error) {
    return error.what();
  }
  ADD_FAILURE() << "no IndexError";
  return "";
}

}  // namespace vigie::tests
