// What a writer needs of the text of the knowledge files: all but the dictionary, which is the larger
// half and only asked by queries.
//
// Any thread.
#pragma once

#include <string_view>

#include "indexer/knowledge/knowledge.h"

namespace vigie {

/// As parse_knowledge(), with an empty dictionary. Throws KnowledgeError.
Knowledge parse_knowledge_of_articles(std::string_view text);

}  // namespace vigie
