// Terms ⇄ numbers, in the order in which they are met. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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

/// `entries`, each of which is of one `term`, by term in `order`, which names all of them; those of a
/// term as they come.
template <typename Entry>
std::vector<Entry> sorted_by_term(const std::vector<Entry>& entries,
                                  const std::vector<uint32_t>& order) {
  std::vector<uint32_t> next(order.size(), 0);  // by term: how many, then where the next one goes
  for (const Entry& entry : entries) {
    ++next[entry.term];
  }
  uint32_t begin = 0;
  for (const uint32_t term : order) {
    begin += std::exchange(next[term], begin);
  }
  std::vector<Entry> sorted(entries.size());
  for (const Entry& entry : entries) {
    sorted[next[entry.term]++] = entry;
  }
  return sorted;
}

}  // namespace vigie
