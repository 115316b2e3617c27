// Did you mean: the word of the corpus that a misspelt word was most plausibly meant to be.
//
// A correction is one edit away from words of four and five letters, two from longer ones; an edit
// is a letter left out, added or replaced, or two neighbours swapped. Among those, frequent words
// and usual slips are more plausible (see plausibility()).
//
// Every word of about the same length is looked at, in steps that each leave few to the next: sets
// of letters, the number of edits, their plausibility. Words are kept by length and falling count,
// so that the search ends where no rarer word could be more plausible.
//
// Immutable once made: any thread may read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

struct VocabularyWord {
  std::string_view word;  ///< folded UTF-8
  uint32_t count;         ///< articles that hold it
};

class Spelling {
 public:
  /// The words' texts must outlive it. Takes 32 bytes a word; words that nobody is corrected to
  /// (with digits, of one or two letters, very long ones) are left out.
  explicit Spelling(const std::vector<VocabularyWord>& words);

  /// The most plausible correction of `folded_word`, which `own_count` articles hold; nothing where
  /// there is none, for words of less than four letters or with digits, and for words that are
  /// frequent themselves. A correction is many times more frequent than the word. It may be another
  /// form of the word (drones → drone): give the count of all its forms where those are found
  /// anyway.
  std::optional<std::string> correct(std::string_view folded_word, uint32_t own_count) const;

  size_t size() const { return words_.size(); }

 private:
  static constexpr size_t kMaxLetters = 40;

  struct Word {
    const char* text;
    uint32_t count;
    uint16_t bytes;
    uint16_t letters;
    std::string_view view() const { return {text, bytes}; }
  };
  /// Sets of letters, one bit each: in the first letters, in the last, and in all of the word, once
  /// and (upper half) twice. One edit sets at most one bit of each and clears at most one.
  struct LetterSets {
    uint64_t all = 0;
    uint32_t head = 0;
    uint32_t tail = 0;
  };
  struct Best;

  static LetterSets letter_sets_of(std::u32string_view letters);
  template <uint32_t kEdits>
  void search_bucket(size_t letters, Best& best) const;
  template <uint32_t kEdits>
  void search_block(size_t begin, size_t end, Best& best) const;
  static void look_at(const Word& word, Best& best);

  std::vector<Word> words_;  // by number of letters, then falling count, then as given
  // Beside words_, the letter sets.
  std::vector<uint32_t> heads_;
  std::vector<uint32_t> tails_;
  std::vector<uint64_t> wholes_;
  std::array<size_t, kMaxLetters + 2> bucket_begin_{};  // of each number of letters, in words_
};

/// How plausibly somebody typed `typed` for `word`, which `count` articles hold: the logarithm of a
/// likelihood, on no particular scale. A frequent word is more plausible, an edit makes it less so,
/// a usual slip (neighbours swapped, a letter doubled or not, keys side by side on QWERTY or
/// AZERTY) less than another, a wrong first letter more. Nothing where they are more than
/// `max_edits` (1 or 2) edits apart, or equal.
std::optional<double> plausibility(std::u32string_view typed, std::u32string_view word,
                                   uint32_t count, uint32_t max_edits);

/// The edits a correction of a word of so many letters may be away: 0, 1 or 2.
uint32_t max_edits_for(size_t letters);

/// The least number of articles a correction must be in, for a word which is in `own_count`;
/// nothing where the word is too frequent to be corrected.
std::optional<uint32_t> least_correction_count(uint32_t own_count);

}  // namespace vigie
