// What articles are looked through for: the lexicon's phrases and the gazetteer's names.
//
// Immutable once made; any thread.
#pragma once

#include "indexer/knowledge/gazetteer.h"
#include "indexer/knowledge/phrase_table.h"

namespace vigie {

struct ArticleKnowledge {
  ArticleKnowledge(const Knowledge& knowledge, Analyzer& analyzer)
      : phrases(knowledge, analyzer), gazetteer(knowledge, analyzer, AskedBy::kArticles) {}

  PhraseTable phrases;
  Gazetteer gazetteer;
};

}  // namespace vigie
