#include "indexer/knowledge/word_trie.h"

namespace vigie {

uint32_t WordTrie::add(const std::vector<std::string>& words) {
  uint32_t node = kRoot;
  for (const std::string& word : words) {
    const uint64_t key = step_key(node, key_of(word));
    uint32_t next = find(key);
    if (next == kNone) {
      next = nodes_++;
      insert({key, next});
    }
    node = next;
  }
  return node;
}

uint32_t WordTrie::find(uint64_t key) const {
  const size_t mask = steps_.size() - 1;
  for (size_t slot = key & mask;; slot = (slot + 1) & mask) {
    const Step& step = steps_[slot];
    if (step.node == kNone || step.key == key) {
      return step.node;
    }
  }
}

void WordTrie::insert(const Step& step) {
  if (size_t{nodes_} * 2 > steps_.size()) {
    grow();
  }
  const uint64_t bit = step.key >> (64U - kFilterBits);
  filter_[bit / 64U] |= uint64_t{1} << (bit % 64U);
  const size_t mask = steps_.size() - 1;
  size_t slot = step.key & mask;
  while (steps_[slot].node != kNone) {
    slot = (slot + 1) & mask;
  }
  steps_[slot] = step;
}

void WordTrie::grow() {
  std::vector<Step> old(steps_.size() * 2);
  old.swap(steps_);
  for (const Step& step : old) {
    if (step.node != kNone) {
      insert(step);
    }
  }
}

}  // namespace vigie
