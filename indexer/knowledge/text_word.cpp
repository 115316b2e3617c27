#include "indexer/knowledge/text_word.h"

#include <bit>
#include <cstring>

#include "indexer/knowledge/name_pattern.h"
#include "indexer/knowledge/word_trie.h"

namespace vigie {

namespace {

constexpr uint64_t kEachByte = 0x0101010101010101;
constexpr size_t kHalf = sizeof(uint64_t);

/// The bits of the first `count` bytes of eight.
constexpr uint64_t mask_of(size_t count) {
  return count >= kHalf ? ~uint64_t{0} : (uint64_t{1} << (count * 8U)) - 1;
}

uint64_t bytes_at(const char* at) {
  uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

/// Whether one of the bytes under `mask` is not ASCII, or a sign below the digits.
bool has_sign(uint64_t bytes, uint64_t mask) {
  bytes = (bytes & mask) | ('0' * kEachByte & ~mask);
  return (((bytes - '0' * kEachByte) | bytes) & 0x80 * kEachByte) != 0;
}

/// The bytes under `mask`, capital letters as small ones. Digits stay.
uint64_t small_of(uint64_t bytes, uint64_t mask) {
  return (bytes | 0x20 * kEachByte) & mask;
}

TextWord folded_word(const Token& token, char last_written) {
  const std::string_view folded = token.form->folded;
  const std::string_view singular = singular_of(folded, last_written);
  const uint64_t key = WordTrie::key_of(folded);
  return {token.begin_bytes, token.end_bytes, key,
          singular.size() == folded.size() ? key : WordTrie::key_of(singular)};
}

// Most words are short and ASCII: reading their letters where they stand is several times as fast
// as reading their folded form, and gives the same.
inline TextWord text_word(std::string_view text, const Token& token) {
  constexpr bool kIsLittleEndian = std::endian::native == std::endian::little;
  const size_t size = token.end_bytes - token.begin_bytes;
  const char* begin = text.data() + token.begin_bytes;
  const char last = begin[size - 1];
  if (!kIsLittleEndian || size > WordTrie::kShortBytes ||
      token.begin_bytes + WordTrie::kShortBytes > text.size()) {
    return folded_word(token, last);
  }
  uint64_t low_mask = mask_of(size);
  uint64_t high_mask = size > kHalf ? mask_of(size - kHalf) : 0;
  uint64_t low = bytes_at(begin);
  uint64_t high = bytes_at(begin + kHalf);
  if (has_sign(low, low_mask) || (high_mask != 0 && has_sign(high, high_mask))) {
    return folded_word(token, last);
  }
  low = small_of(low, low_mask);
  high = small_of(high, high_mask);
  TextWord word{token.begin_bytes, token.end_bytes, WordTrie::key_of_short(low, high, size), 0};
  word.singular = word.key;
  if ((last == 's' || last == 'x') && singular_of({begin, size}, last).size() < size) {
    low_mask = mask_of(size - 1);
    high_mask = size > kHalf ? mask_of(size - 1 - kHalf) : 0;
    word.singular = WordTrie::key_of_short(low & low_mask, high & high_mask, size - 1);
  }
  return word;
}

}  // namespace

void append_words(std::string_view text, const std::vector<Token>& tokens,
                  std::vector<TextWord>& words) {
  size_t end = words.size();
  words.resize(end + tokens.size());
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) {
      words[end++] = text_word(text, token);
    }
  }
  words.resize(end);
}

}  // namespace vigie
