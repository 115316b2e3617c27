// A word of an article as names are looked for: where it stands, and its keys in the trie.
//
// Any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace vigie {

struct TextWord {
  uint32_t begin_bytes;
  uint32_t end_bytes;
  uint64_t key;       ///< WordTrie::key_of() its folded form
  uint64_t singular;  ///< the same without a plural's s or x; `key` where it is no plural
};

/// Appends the words (kWord) among the `tokens` of `text`.
void append_words(std::string_view text, const std::vector<Token>& tokens,
                  std::vector<TextWord>& words);

}  // namespace vigie
