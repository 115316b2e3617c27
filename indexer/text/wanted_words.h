// Which words of a text are worth looking up when only some are looked for: those that begin with
// the three letters that a word sought begins with. Most words of a text are told apart from the
// few of a query so, in one pass over its bytes, before anything is made of them.
//
// Plain values; any thread may read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vigie {

/// Needless words that follow each other in one line of a text.
struct NeedlessWords {
  uint32_t end_bytes;         ///< one past the last; where they were to begin if there are none
  uint32_t words = 0;         ///< how many
  uint32_t letter_words = 0;  ///< those of two letters or more
};

class WantedWords {
 public:
  /// Words whose folded form or stem begins with `beginning`, folded or a stem, are wanted.
  void add(std::string_view beginning);

  /// The needless words of `text` (UTF-8) from `begin_bytes` on, where a word begins, to the first
  /// that is not needless or the end of the line. A word is needless that is not in capitals, of
  /// letters alone, neither of whose forms is wanted, and between which and the next space nothing
  /// but closing signs stand: it joins with nothing.
  NeedlessWords needless_words(std::string_view text, uint32_t begin_bytes) const;

 private:
  static constexpr size_t kLetters = 26;

  bool is_needless(std::string_view text) const;

  /// Of each two letters, the third letters wanted, a bit each; kLetters: none.
  std::array<uint32_t, kLetters * kLetters> thirds_{};
  uint32_t singles_ = 0;  ///< letters that are wanted words, a bit each
};

}  // namespace vigie
