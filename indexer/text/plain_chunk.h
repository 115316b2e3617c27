// Word boundaries of plain text, without ICU: exactly where ICU sets them (Unicode Standard Annex
// #29, rules WB5 to WB12), for the characters that nearly all French and English is written in.
//
//   "l'U.S. Army," "3,500" "anti-drone"  →  l'U.S  Army   3,500   anti  drone
//
// ICU's rules are a state machine over every script there is, and it took half of the time of an
// analysis. May be called from any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace vigie {

/// Bytes [begin_bytes, end_bytes) of a text, between two word boundaries.
struct WordSpan {
  uint32_t begin_bytes;
  uint32_t end_bytes;
  uint32_t needless_words = 0;  ///< instead of one word, so many that nobody wants (wanted_words.h)
  uint32_t needless_letter_words = 0;  ///< those of two letters or more
};

/// Whether `byte` ends a chunk: a boundary that no rule looks beyond.
inline bool is_chunk_space(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/// Appends the words and numbers of the chunk of `text` that begins at `begin_bytes`, and returns
/// where it ends: at a chunk space or at the end of the text. Returns `begin_bytes`, and appends
/// nothing, where the chunk holds a character that is not told here, or more than 4096 bytes.
uint32_t add_plain_chunk(std::string_view text, uint32_t begin_bytes, std::vector<WordSpan>& words);

}  // namespace vigie
