// Terms ⇄ numbers, in the order in which they are met. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// An open hash table whose entries are four bytes of a hash and a number, so that few of the texts
/// that a search passes are looked at.
class TermNumbers {
 public:
  /// Made ready for so many terms; it grows beyond.
  explicit TermNumbers(size_t expected = 0);

  /// Forgets all terms; keeps the memory.
  void clear();

  /// The number of the term of that text; one more than the highest where it was not met before.
  uint32_t of(std::string_view text);

  /// All numbers, by their texts' bytes.
  void sort(std::vector<uint32_t>& numbers) const;

  const std::string& text(uint32_t number) const { return texts_[number]; }
  uint32_t size() const { return static_cast<uint32_t>(texts_.size()); }

 private:
  static constexpr uint32_t kFree = 0xFFFFFFFF;

  struct Entry {
    uint32_t hash;
    uint32_t number;
  };

  void grow();

  std::vector<Entry> entries_;
  std::vector<std::string> texts_;
};

}  // namespace vigie
