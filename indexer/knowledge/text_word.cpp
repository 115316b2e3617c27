#include "indexer/knowledge/text_word.h"

#include <bit>
#include <cstring>

#include "indexer/knowledge/name_pattern.h"
#include "indexer/knowledge/word_trie.h"

namespace vigie {

namespace {

constexpr uint64_t kEachByte = 0x0101010101010101;

/// The eight bytes at `at`, of which the first `count` are kept.
uint64_t bytes_at(const char* at, size_t count) {
  uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return count >= sizeof bytes ? bytes : bytes & ((uint64_t{1} << (count * 8U)) - 1);
}

/// Letters in small letters; digits and zeros stay. Of other bytes, something else.
uint64_t small_of(uint64_t bytes, size_t count) {
  const uint64_t bit = 0x20 * kEachByte;
  return bytes | (count >= sizeof bytes ? bit : bit & ((uint64_t{1} << (count * 8U)) - 1));
}

/// Whether one of the first `count` bytes is not ASCII, or a sign below the digits.
bool has_sign(uint64_t bytes, size_t count) {
  if (count < sizeof bytes) {
    bytes |= ('0' * kEachByte) << (count * 8U);
  }
  const uint64_t high = 0x80 * kEachByte;
  return (((bytes - '0' * kEachByte) | bytes) & high) != 0;
}

bool is_plural_ending(char last) {
  return last == 's' || last == 'x';
}

TextWord folded_word(const Token& token, char last_written) {
  const std::string_view folded = token.form->folded;
  const std::string_view singular = singular_of(folded, last_written);
  const uint64_t key = WordTrie::key_of(folded);
  return {token.begin_bytes, token.end_bytes, key,
          singular.size() == folded.size() ? key : WordTrie::key_of(singular)};
}

}  // namespace

// Most words are short and ASCII: reading their letters where they stand is several times as fast
// as reading their folded form, and gives the same.
TextWord text_word(std::string_view text, const Token& token) {
  constexpr size_t kHalf = sizeof(uint64_t);
  const size_t size = token.end_bytes - token.begin_bytes;
  const char last = text[token.end_bytes - 1];
  constexpr bool kIsLittleEndian = std::endian::native == std::endian::little;
  if (!kIsLittleEndian || size > WordTrie::kShortBytes ||
      token.begin_bytes + WordTrie::kShortBytes > text.size()) {
    return folded_word(token, last);
  }
  const size_t low_size = size < kHalf ? size : kHalf;
  const size_t high_size = size - low_size;
  const char* begin = text.data() + token.begin_bytes;
  uint64_t low = bytes_at(begin, low_size);
  uint64_t high = bytes_at(begin + kHalf, high_size);
  if (has_sign(low, low_size) || has_sign(high, high_size)) {
    return folded_word(token, last);
  }
  low = small_of(low, low_size);
  high = small_of(high, high_size);
  const uint64_t key = WordTrie::key_of_short(low, high, size);
  TextWord word{token.begin_bytes, token.end_bytes, key, key};
  if (is_plural_ending(last)) {
    const char before = static_cast<char>(text[token.end_bytes - 2] | 0x20);
    if (size >= 4 && (last == 's' || before == 'u')) {
      const uint64_t kept = (uint64_t{1} << ((size - 1) % kHalf * 8U)) - 1;
      if (size <= kHalf) {
        low &= kept;
      } else {
        high &= kept;
      }
      word.singular = WordTrie::key_of_short(low, high, size - 1);
    }
  }
  return word;
}

}  // namespace vigie
