// A trie over words: finds the longest of many terms in a text word by word.
//
// Words are told apart by a 64-bit hash alone. Two in 100 000 words of a text would share one once
// in some millions of texts, and then only if a term had that one. Nearly all words of a text begin
// no term, and are dismissed by one bit.
//
// Filled by one thread; then any may read.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

class WordTrie {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  static constexpr uint32_t kRoot = 0;

  /// What the trie knows a word by.
  static uint64_t key_of(std::string_view word);

  /// The node of `words`, made where there is none. Nodes are numbered from the root, 0, on.
  uint32_t add(const std::vector<std::string>& words);

  uint32_t nodes() const { return nodes_; }
  /// Whether a term may begin with the word; false is certain.
  bool may_begin(uint64_t word) const { return may_step(word); }
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
  bool may_step(uint64_t key) const {
    const uint64_t bit = key >> (64U - kFilterBits);
    return (filter_[bit / 64U] >> (bit % 64U) & 1U) != 0;
  }
  uint32_t find(uint64_t key) const;
  void insert(const Step& step);
  void grow();

  static constexpr unsigned kFilterBits = 20;  // 128 KiB: stays in the cache of a core
  std::vector<uint64_t> filter_ = std::vector<uint64_t>((size_t{1} << kFilterBits) / 64U);
  std::vector<Step> steps_ = std::vector<Step>(1024);  // open addressing, at most half full
  uint32_t nodes_ = 1;
};

inline uint64_t WordTrie::key_of(std::string_view word) {
  constexpr uint64_t kOdd = 0x9E3779B97F4A7C15ULL;
  uint64_t hash = word.size() * kOdd;
  for (size_t at = 0; at < word.size(); at += sizeof(uint64_t)) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, word.data() + at,
                word.size() - at < sizeof bytes ? word.size() - at : sizeof bytes);
    hash = (hash ^ bytes) * kOdd;
    hash ^= hash >> 29U;
  }
  hash *= kOdd;
  return hash ^ hash >> 32U;
}

}  // namespace vigie
