// A trie over words: finds the longest of many terms in a text word by word.
//
// Filled by one thread; then any may read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vigie {

class WordTrie {
 public:
  static constexpr uint32_t kNone = 0xFFFFFFFF;
  static constexpr uint32_t kRoot = 0;

  /// The node of `words`, made where there is none. Nodes are numbered from the root, 0, on.
  uint32_t add(const std::vector<std::string>& words);

  uint32_t nodes() const { return nodes_; }
  /// The number of a word of any term; kNone where it is in none.
  uint32_t word_of(std::string_view word) const;
  /// The node after `word` from `node`; kNone where no term goes on so.
  uint32_t step(uint32_t node, uint32_t word) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };

  std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> words_;
  std::unordered_map<uint64_t, uint32_t> steps_;  // node and word → node
  uint32_t nodes_ = 1;
};

}  // namespace vigie
