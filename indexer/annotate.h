// What an article names, looked for in all of its text.
//
// For one thread, as the analyser is.
#pragma once

#include "indexer/article.h"
#include "indexer/knowledge/annotator.h"

namespace vigie {

/// The mentions, their fields numbered as text_fields() has them, and the topics.
Annotations annotate(const Article& article, const Gazetteer& gazetteer, Analyzer& analyzer);

}  // namespace vigie
