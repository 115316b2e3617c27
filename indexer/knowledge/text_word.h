// A word of an article as names are looked for: where it stands, and its keys in the trie.
//
// Any thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/text/analyzer.h"

namespace vigie {

struct TextWord {
  uint32_t begin_bytes;
  uint32_t end_bytes;
  uint64_t key;       ///< WordTrie::key_of() its folded form
  uint64_t singular;  ///< the same without a plural's s or x; `key` where it is no plural
};

/// The word of a token of `text`, which is a kWord.
TextWord text_word(std::string_view text, const Token& token);

}  // namespace vigie
