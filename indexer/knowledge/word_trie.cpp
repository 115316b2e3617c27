#include "indexer/knowledge/word_trie.h"

#include <algorithm>
#include <cstring>

namespace vigie {

namespace {

void set_bit(std::vector<uint64_t>& bits, uint64_t bit) {
  bits[bit / 64U] |= uint64_t{1} << (bit % 64U);
}

}  // namespace

// The step to each node, in their order, and whether a term may begin with its word: that of a
// later word begins none but where the bit is another word's too.
void WordTrie::write(BytesWriter& bytes) const {
  std::vector<uint64_t> keys(nodes_);
  for (const Step& step : steps_) {
    if (step.node != kNone) {
      keys[step.node] = step.key;
    }
  }
  bytes.number(nodes_ - 1);
  for (uint32_t node = 1; node < nodes_; ++node) {
    bytes.hash(keys[node]);
    bytes.number(may_begin(keys[node]) ? 1 : 0);
  }
}

WordTrie::WordTrie(BytesReader& bytes) {
  const size_t steps = bytes.count();
  for (size_t i = 0; i < steps; ++i) {
    const uint64_t key = bytes.hash();
    if (bytes.number() != 0) {
      set_bit(begins_, key >> (64U - kBeginBits));
    }
    insert({key, nodes_++});
  }
}

uint64_t WordTrie::key_of(std::string_view word) {
  uint64_t hash = word.size() * word_key::kOdd;
  for (size_t at = 0; at < word.size(); at += sizeof hash) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, word.data() + at, std::min(word.size() - at, sizeof bytes));
    hash = word_key::add(hash, bytes);
  }
  return word_key::finish(hash);
}

uint32_t WordTrie::add(const std::vector<std::string>& words) {
  uint32_t node = kRoot;
  for (const std::string& word : words) {
    const uint64_t key = step_key(node, key_of(word));
    if (node == kRoot) {
      set_bit(begins_, key >> (64U - kBeginBits));
    }
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
  set_bit(filter_, step.key >> (64U - kFilterBits));
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
