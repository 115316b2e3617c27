// The sums of money of one article, each with the sentence that it stands in and what that names.
//
// The index keeps neither: the article is read and its text looked through again, so this is for
// few articles. For one thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/annotate.h"
#include "indexer/sum.h"
#include "indexer/text/sentences.h"
#include "searchd/search/answer.h"
#include "searchd/search/search_run.h"

namespace vigie {

class ArticleSums {
 public:
  /// Throws what Xapian throws: DocNotFoundError where the article was deleted since the snapshot.
  ArticleSums(uint32_t docid, SearchTools tools);
  ArticleSums(const ArticleSums&) = delete;  // places are views into the article
  ArticleSums& operator=(const ArticleSums&) = delete;

  /// Where the article first tells `sum`; nothing where it does not.
  std::optional<SumShown> first(const Sum& sum) const;
  /// The same, of sentences that name `entity`, a number in the gazetteer.
  std::optional<SumShown> first_naming(const Sum& sum, uint32_t entity) const;

 private:
  TextRange sentence_of(const PlacedAmount& placed) const;
  std::vector<uint32_t> named_in(const PlacedAmount& placed) const;
  SumShown show(const PlacedAmount& placed) const;

  Article article_;
  std::vector<PlacedAmount> places_;
  std::vector<Mention> mentions_;
  const Gazetteer& gazetteer_;
};

/// Articles that are read once for all their sums.
class ReadArticles {
 public:
  explicit ReadArticles(SearchTools tools) : tools_(tools) {}

  size_t count() const { return articles_.size(); }
  bool has(uint32_t docid) const { return articles_.count(docid) > 0; }
  /// Valid for as long as this.
  const ArticleSums& of(uint32_t docid);

 private:
  const SearchTools tools_;
  std::map<uint32_t, ArticleSums> articles_;
};

}  // namespace vigie
