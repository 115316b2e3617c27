// How far two words are apart, in edits (a letter left out, added or replaced, two neighbours
// swapped: optimal string alignment), and how usual the slips between them are. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

/// What one edit costs, in tenths of a bit of likelihood: 76 is one in two hundred.
inline constexpr uint32_t kEditCost = 76;
inline constexpr uint32_t kSwapCost = 56;       ///< two neighbouring letters swapped
inline constexpr uint32_t kDoublingCost = 61;   ///< a letter doubled, or not
inline constexpr uint32_t kNeighbourCost = 66;  ///< a key beside the right one
inline constexpr size_t kMaxComparedLetters = 48;

/// The least cost of the fewest edits that make `word` of `typed`; nothing where more than
/// `max_edits` are needed or a word is longer than kMaxComparedLetters.
std::optional<uint32_t> edit_cost(std::u32string_view typed, std::u32string_view word,
                                  uint32_t max_edits);

/// Counts the edits between one word and many, a few instructions a letter.
class EditCounter {
 public:
  /// `typed` has 1 to kMaxComparedLetters letters.
  explicit EditCounter(std::u32string_view typed);

  uint32_t edits_to(std::u32string_view word) const;

 private:
  static constexpr size_t kAscii = 128;

  uint64_t places_of(char32_t letter) const;

  size_t letters_;
  std::array<uint64_t, kAscii> ascii_places_{};  // of each letter, a bit for each place it stands
  std::vector<std::pair<char32_t, uint64_t>> other_places_;
};

}  // namespace vigie
