#include "indexer/term_numbers.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace vigie {

namespace {

constexpr size_t kLeastEntries = 64;
constexpr size_t kEntriesPerTerm = 2;  // at least

}  // namespace

TermNumbers::TermNumbers(size_t expected) {
  entries_.assign(std::bit_ceil(kLeastEntries + kEntriesPerTerm * expected), {0, kFree});
  texts_.reserve(expected);
}

void TermNumbers::clear() {
  std::fill(entries_.begin(), entries_.end(), Entry{0, kFree});
  texts_.clear();
}

uint32_t TermNumbers::of(std::string_view text) {
  if (kEntriesPerTerm * texts_.size() > entries_.size()) {
    grow();
  }
  const auto hash = static_cast<uint32_t>(XXH3_64bits(text.data(), text.size()));
  const size_t mask = entries_.size() - 1;
  size_t at = hash & mask;
  for (; entries_[at].number != kFree; at = (at + 1) & mask) {
    if (entries_[at].hash == hash && texts_[entries_[at].number] == text) {
      return entries_[at].number;
    }
  }
  entries_[at] = {hash, size()};
  texts_.emplace_back(text);
  return size() - 1;
}

void TermNumbers::grow() {
  const std::vector<Entry> old = std::move(entries_);
  entries_.assign(2 * old.size(), {0, kFree});
  const size_t mask = entries_.size() - 1;
  for (const Entry& entry : old) {
    size_t at = entry.hash & mask;
    while (entry.number != kFree && entries_[at].number != kFree) {
      at = (at + 1) & mask;
    }
    if (entry.number != kFree) {
      entries_[at] = entry;
    }
  }
}

}  // namespace vigie
