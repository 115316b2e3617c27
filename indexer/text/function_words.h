// Function words of both languages: optional and unscored in a query, outside quotes.
//
// Short lists on purpose: a word that could be somebody's search (who, US, AI, may) costs more when
// it is dropped than when it is kept. May be called from any thread.
#pragma once

#include <string_view>

#include "indexer/text/language.h"

namespace vigie {

/// Whether `folded` (a folded word) is a function word of French or English.
bool is_function_word(std::string_view folded);

/// Whether it is one of `language`, French or English.
bool is_function_word(std::string_view folded, Language language);

}  // namespace vigie
