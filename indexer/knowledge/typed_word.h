// A word of a query, as names and terms are looked up by it.
//
// Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/letter_case.h"

namespace vigie {

struct TypedWord {
  WordForm form;
  std::string acronym = {};  ///< where it is typed in capitals
  LetterCase letters = LetterCase::kNone;
};

/// Appends the words of `text`.
void append_typed_words(std::string_view text, Analyzer& analyzer, std::vector<TypedWord>& words);

}  // namespace vigie
