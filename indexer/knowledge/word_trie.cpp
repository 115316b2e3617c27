#include "indexer/knowledge/word_trie.h"

namespace vigie {

uint32_t WordTrie::add(const std::vector<std::string>& words) {
  uint32_t node = kRoot;
  for (const std::string& each : words) {
    const auto next_word = static_cast<uint32_t>(words_.size());
    const uint32_t word = words_.try_emplace(each, next_word).first->second;
    const auto [at, is_new] = steps_.try_emplace(uint64_t{node} << 32U | word, nodes_);
    nodes_ += is_new ? 1 : 0;
    node = at->second;
  }
  return node;
}

uint32_t WordTrie::word_of(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? kNone : found->second;
}

uint32_t WordTrie::step(uint32_t node, uint32_t word) const {
  const auto found = steps_.find(uint64_t{node} << 32U | word);
  return found == steps_.end() ? kNone : found->second;
}

}  // namespace vigie
