// Article → what is written of it, per the contract in schema.h. For one thread.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "indexer/article.h"
#include "indexer/knowledge/annotator.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/plain_document.h"
#include "indexer/schema.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/fingerprint.h"

namespace vigie {

/// Keeps an analyser, and so is worth keeping.
class DocumentMaker {
 public:
  /// `knowledge` is that of the index that the documents are for.
  explicit DocumentMaker(std::shared_ptr<const ArticleKnowledge> knowledge)
      : knowledge_(std::move(knowledge)), annotator_(knowledge_->gazetteer) {}

  /// The document of a complete()d `article`, whose id first came in at `added`, in epoch seconds;
  /// valid until the next call.
  PlainDocument& make(const Article& article, int64_t added);

 private:
  void add_words(const Article& article);
  void add_entities();
  void add_name_filter(schema::Prefix prefix, std::string_view name);
  void add_publication(std::string_view published);
  uint32_t add_term(const std::string& term) { return document_.terms.add(term); }
  void add_value(Xapian::valueno slot, std::string value);

  Analyzer analyzer_;
  std::shared_ptr<const ArticleKnowledge> knowledge_;
  Annotator annotator_;
  FingerprintMaker fingerprint_;
  PlainDocument document_;
};

/// Now, as make() takes it.
int64_t added_now();

/// When the article of document `docid` first came in, in epoch seconds; nothing where that is not
/// known.
std::optional<int64_t> added_of(const Xapian::Database& database, Xapian::docid docid);

/// When an article first came in whose documents up to now are `docids`: now, where there are none.
int64_t first_added(const Xapian::Database& database, const std::vector<Xapian::docid>& docids);

}  // namespace vigie
