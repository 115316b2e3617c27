// A trie over words: finds the longest of many terms in a text word by word.
//
// Words are told apart by a 64-bit hash alone. Two in 100 000 words of a text would share one once
// in some millions of texts, and then only if a term had that one. Nearly all words of a text begin
// no term, and are dismissed by one bit.
//
// Filled by one thread; then any may read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/bytes.h"

namespace vigie {

class WordTrie {
 public:
  WordTrie() = default;
  /// The trie that write() wrote.
  explicit WordTrie(BytesReader& bytes);
  void write(BytesWriter& bytes) const;

  static constexpr uint32_t kNone = 0xFFFFFFFF;
  static constexpr uint32_t kRoot = 0;

  /// What the trie knows a word by.
  static uint64_t key_of(std::string_view word);
  /// The same of a word of at most kShortBytes bytes, given as two numbers padded with zeros.
  static uint64_t key_of_short(uint64_t low, uint64_t high, size_t bytes);
  static constexpr size_t kShortBytes = 16;

  /// The node of `words`, made where there is none. Nodes are numbered from the root, 0, on.
  uint32_t add(const std::vector<std::string>& words);

  uint32_t nodes() const { return nodes_; }
  /// Whether a term may begin with the word; false is certain.
  bool may_begin(uint64_t word) const { return has_bit(begins_, word >> (64U - kBeginBits)); }
  /// Whether a term may go on with the word from `node`; false is certain.
  bool may_step(uint32_t node, uint64_t word) const { return may_step(step_key(node, word)); }
  /// The node after the word from `node`; kNone where no term goes on so.
  uint32_t step(uint32_t node, uint64_t word) const {
    const uint64_t key = step_key(node, word);
    return may_step(key) ? find(key) : kNone;
  }

 private:
  struct Step {
    uint64_t key = 0;
    uint32_t node = kNone;  ///< kNone: the slot is free
  };

  /// The key of a step from the root is the word's.
  static uint64_t step_key(uint32_t node, uint64_t word) {
    return word ^ (node * 0x9E3779B97F4A7C15ULL);
  }
  bool may_step(uint64_t key) const { return has_bit(filter_, key >> (64U - kFilterBits)); }
  static bool has_bit(const std::vector<uint64_t>& bits, uint64_t bit) {
    return (bits[bit / 64U] >> (bit % 64U) & 1U) != 0;
  }
  uint32_t find(uint64_t key) const;
  void insert(const Step& step);
  void grow();

  static constexpr unsigned kBeginBits = 17;   // 16 KiB: beside a text in a core's first cache
  static constexpr unsigned kFilterBits = 20;  // 128 KiB: in its second
  std::vector<uint64_t> begins_ = std::vector<uint64_t>((size_t{1} << kBeginBits) / 64U);
  std::vector<uint64_t> filter_ = std::vector<uint64_t>((size_t{1} << kFilterBits) / 64U);
  std::vector<Step> steps_ = std::vector<Step>(1024);  // open addressing, at most half full
  uint32_t nodes_ = 1;
};

namespace word_key {

constexpr uint64_t kOdd = 0x9E3779B97F4A7C15ULL;

inline uint64_t add(uint64_t hash, uint64_t bytes) {
  hash = (hash ^ bytes) * kOdd;
  return hash ^ hash >> 29U;
}
inline uint64_t finish(uint64_t hash) {
  hash *= kOdd;
  return hash ^ hash >> 32U;
}

}  // namespace word_key

inline uint64_t WordTrie::key_of_short(uint64_t low, uint64_t high, size_t bytes) {
  uint64_t hash = word_key::add(bytes * word_key::kOdd, low);
  if (bytes > sizeof low) {
    hash = word_key::add(hash, high);
  }
  return word_key::finish(hash);
}

}  // namespace vigie
