#include "searchd/search/stored_articles.h"

#include <xapian.h>

#include "indexer/glass/pack.h"

namespace vigie {

StoredArticles::StoredArticles(const std::string& path)
    : documents_(path, glass::Table::kDocuments) {}

Article StoredArticles::article(uint32_t docid) {
  std::string key;
  glass::pack_sorted_uint(key, docid);
  if (!documents_.seek(key) || documents_.key() != key) {
    throw Xapian::DocNotFoundError("article " + std::to_string(docid) + " was deleted");
  }
  return article_from_stored_json(documents_.tag());
}

}  // namespace vigie
