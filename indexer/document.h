// Article → Xapian document, per the contract in schema.h. For one thread.
#pragma once

#include <xapian.h>

#include <memory>

#include "indexer/article.h"
#include "indexer/knowledge/phrase_table.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/fingerprint.h"

namespace vigie {

/// Keeps an analyser, and so is worth keeping.
class DocumentMaker {
 public:
  /// `phrases` are those of the index that the documents are for.
  explicit DocumentMaker(std::shared_ptr<const PhraseTable> phrases)
      : phrases_(std::move(phrases)) {}

  /// The document of a complete()d `article`.
  Xapian::Document make(const Article& article);

 private:
  void add_words(const Article& article, Xapian::Document& document);

  Analyzer analyzer_;
  FingerprintMaker fingerprint_;
  std::shared_ptr<const PhraseTable> phrases_;
};

}  // namespace vigie
