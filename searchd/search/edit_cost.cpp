#include "searchd/search/edit_cost.h"

#include <algorithm>
#include <array>
#include <limits>

namespace vigie {
namespace {

// A cell holds the number of edits above their cost, so that the smaller cell has fewer edits.
constexpr uint32_t kOneEdit = 1U << 16U;
using Row = std::array<uint32_t, kMaxComparedLetters + 1>;

constexpr size_t kLetters = 26;
using Neighbours = std::array<uint32_t, kLetters>;  // of each letter, a bit for every one beside it

constexpr void add_row(Neighbours& neighbours, std::string_view row) {
  for (size_t i = 0; i + 1 < row.size(); ++i) {
    const auto left = static_cast<uint32_t>(row[i] - 'a');
    const auto right = static_cast<uint32_t>(row[i + 1] - 'a');
    neighbours[left] |= 1U << right;
    neighbours[right] |= 1U << left;
  }
}

constexpr Neighbours make_neighbours() {
  Neighbours neighbours{};
  for (const std::string_view row :
       {"qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"}) {
    add_row(neighbours, row);
  }
  return neighbours;
}

bool are_neighbours(char32_t a, char32_t b) {
  static constexpr Neighbours kNeighbours = make_neighbours();
  return a >= U'a' && a <= U'z' && b >= U'a' && b <= U'z' &&
         (kNeighbours[a - U'a'] >> (b - U'a') & 1U) != 0;
}

bool is_doubled(std::u32string_view word, size_t i) {
  return i > 0 && word[i] == word[i - 1];
}

uint32_t cost_of_gap(std::u32string_view word, size_t i) {
  return kOneEdit + (is_doubled(word, i) ? kDoublingCost : kEditCost);
}

uint32_t cost_of_pair(char32_t typed, char32_t letter) {
  if (typed == letter) {
    return 0;
  }
  return kOneEdit + (are_neighbours(typed, letter) ? kNeighbourCost : kEditCost);
}

bool is_swap(std::u32string_view typed, std::u32string_view word, size_t i, size_t j) {
  return i > 0 && j > 0 && typed[i] == word[j - 1] && typed[i - 1] == word[j] &&
         typed[i] != typed[i - 1];
}

}  // namespace

std::optional<uint32_t> edit_cost(std::u32string_view typed, std::u32string_view word,
                                  uint32_t max_edits) {
  if (std::max(typed.size(), word.size()) > kMaxComparedLetters) {
    return std::nullopt;
  }
  std::array<Row, kMaxComparedLetters + 1> table;
  table[0][0] = 0;
  for (size_t j = 0; j < word.size(); ++j) {
    table[0][j + 1] = table[0][j] + cost_of_gap(word, j);
  }
  for (size_t i = 0; i < typed.size(); ++i) {
    table[i + 1][0] = table[i][0] + cost_of_gap(typed, i);
    for (size_t j = 0; j < word.size(); ++j) {
      const uint32_t swapped = is_swap(typed, word, i, j)
                                   ? table[i - 1][j - 1] + kOneEdit + kSwapCost
                                   : std::numeric_limits<uint32_t>::max();
      table[i + 1][j + 1] =
          std::min({table[i][j + 1] + cost_of_gap(typed, i), table[i + 1][j] + cost_of_gap(word, j),
                    table[i][j] + cost_of_pair(typed[i], word[j]), swapped});
    }
  }
  const uint32_t cell = table[typed.size()][word.size()];
  return cell / kOneEdit <= max_edits ? std::optional<uint32_t>(cell % kOneEdit) : std::nullopt;
}

EditCounter::EditCounter(std::u32string_view typed) : letters_(typed.size()) {
  for (size_t i = 0; i < typed.size(); ++i) {
    const uint64_t place = uint64_t{1} << i;
    if (typed[i] < kAscii) {
      ascii_places_[typed[i]] |= place;
    } else {
      other_places_.emplace_back(typed[i], place);
    }
  }
}

uint64_t EditCounter::places_of(char32_t letter) const {
  if (letter < kAscii) {
    return ascii_places_[letter];
  }
  uint64_t places = 0;
  for (const auto& [other, place] : other_places_) {
    places |= other == letter ? place : 0;
  }
  return places;
}

uint32_t EditCounter::edits_to(std::u32string_view word) const {
  // The columns of the table as bits: where it rises and falls from cell to cell. See H. Hyyrö, "A
  // bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.
  const uint64_t last = uint64_t{1} << (letters_ - 1);
  uint64_t rises = ~uint64_t{0};
  uint64_t falls = 0;
  uint64_t diagonal = 0;
  uint64_t places_before = 0;
  auto edits = static_cast<uint32_t>(letters_);
  for (const char32_t letter : word) {
    const uint64_t places = places_of(letter);
    const uint64_t swaps = ((~diagonal & places) << 1U) & places_before;
    diagonal = (((places & rises) + rises) ^ rises) | places | falls | swaps;
    uint64_t right_rises = falls | ~(diagonal | rises);
    uint64_t right_falls = diagonal & rises;
    edits += (right_rises & last) != 0 ? 1U : 0U;
    edits -= (right_falls & last) != 0 ? 1U : 0U;
    right_rises = right_rises << 1U | 1U;
    right_falls <<= 1U;
    rises = right_falls | ~(diagonal | right_rises);
    falls = right_rises & diagonal;
    places_before = places;
  }
  return edits;
}

}  // namespace vigie
