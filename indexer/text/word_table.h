// A hash table for the words that nearly every text is made of: short, and nothing but a word.
//
// A lookup costs one cache line, where std::unordered_map costs three: analysis runs at the speed
// of this table. For one thread.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace vigie {

class WordTable {
 public:
  static constexpr size_t kMostBytes = 16;

  /// The bytes of a word as two numbers, padded with zeros: no word holds a zero byte.
  struct Key {
    uint64_t low = 0;
    uint64_t high = 0;
    bool operator==(const Key& other) const { return low == other.low && high == other.high; }
  };

  struct Entry {
    Key key;
    const WordForm* form = nullptr;  ///< null where the slot is free
    uint32_t letter_words = 0;
  };

  /// `word` has at most kMostBytes bytes.
  static Key key_of(std::string_view word) {
    Key key;
    std::memcpy(&key, word.data(), word.size());
    return key;
  }

  /// Asks for the memory that find() of `key` will read.
  void prefetch(const Key& key) const { __builtin_prefetch(&entries_[slot_of(key)]); }

  /// The entry of `key`, or null; valid until the next insert.
  const Entry* find(const Key& key) const {
    for (size_t slot = slot_of(key);; slot = (slot + 1) & mask_) {
      const Entry& entry = entries_[slot];
      if (entry.form == nullptr) {
        return nullptr;
      }
      if (entry.key == key) {
        return &entry;
      }
    }
  }

  /// Adds an entry whose key is not there yet.
  void insert(const Entry& entry) {
    constexpr size_t kMostLoad = 2;  // half full
    if ((size_ + 1) * kMostLoad > entries_.size()) {
      grow();
    }
    place(entry);
    ++size_;
  }

  void clear() { *this = WordTable(); }
  size_t size() const { return size_; }

 private:
  size_t slot_of(const Key& key) const {
    constexpr uint64_t kOdd = 0x9E3779B97F4A7C15;
    uint64_t mixed = (key.low ^ (key.high * kOdd)) * kOdd;
    mixed ^= mixed >> 32;
    return static_cast<size_t>(mixed * kOdd >> 20) & mask_;
  }

  void place(const Entry& entry) {
    size_t slot = slot_of(entry.key);
    while (entries_[slot].form != nullptr) {
      slot = (slot + 1) & mask_;
    }
    entries_[slot] = entry;
  }

  void grow() {
    std::vector<Entry> old(entries_.size() * 2);
    old.swap(entries_);
    mask_ = entries_.size() - 1;
    for (const Entry& entry : old) {
      if (entry.form != nullptr) {
        place(entry);
      }
    }
  }

  static constexpr size_t kFirstSlots = 1024;  // a power of two
  std::vector<Entry> entries_ = std::vector<Entry>(kFirstSlots);
  size_t mask_ = kFirstSlots - 1;
  size_t size_ = 0;
};

}  // namespace vigie
