#include "indexer/term_numbers.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>

namespace vigie {

namespace {

constexpr size_t kLeastEntries = 64;
constexpr size_t kEntriesPerTerm = 2;  // at least

/// The first eight bytes as a number, the first byte the highest; zeros after the end.
uint64_t beginning_of(std::string_view text) {
  uint64_t beginning = 0;
  for (size_t i = 0; i < sizeof(beginning); ++i) {
    beginning = beginning << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return beginning;
}

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

// Most texts differ in their first eight bytes, which are compared as one number.
void TermNumbers::sort(std::vector<uint32_t>& numbers) const {
  struct Keyed {
    uint64_t beginning;
    uint32_t number;
  };
  std::vector<Keyed> keyed;
  keyed.reserve(texts_.size());
  for (uint32_t number = 0; number < size(); ++number) {
    keyed.push_back({beginning_of(texts_[number]), number});
  }
  std::sort(keyed.begin(), keyed.end(), [this](const Keyed& a, const Keyed& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning
                                      : texts_[a.number] < texts_[b.number];
  });
  numbers.resize(keyed.size());
  std::transform(keyed.begin(), keyed.end(), numbers.begin(),
                 [](const Keyed& each) { return each.number; });
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
