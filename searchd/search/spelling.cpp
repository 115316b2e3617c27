#include "searchd/search/spelling.h"

#include <algorithm>
#include <cmath>

#include "indexer/text/characters.h"
#include "searchd/search/edit_cost.h"

namespace vigie {
namespace {

constexpr size_t kShortestTyped = 4;
constexpr size_t kShortestCorrection = 3;
constexpr size_t kBlock = 64;
constexpr size_t kEndLetters = 5;  // more or fewer tell fewer words apart
constexpr size_t kLongestWithOneEdit = 5;
constexpr uint32_t kFrequent = 100;  // articles that hold a word: nobody misspells so often
constexpr uint32_t kTimesMoreFrequent = 20;
constexpr double kWrongFirstLetter = 33;  // tenths of a bit: one in ten
constexpr double kUnitsPerBit = 10;
constexpr double kLeastCost = kSwapCost;

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// The letters of `word`, into `letters`, whose memory is used again.
void decode(std::string_view word, std::u32string& letters) {
  letters.clear();
  if (is_ascii(word)) {
    letters.assign(word.begin(), word.end());
    return;
  }
  for (const Character& character : characters_of(word)) {
    letters.push_back(character.code);
  }
}

bool is_spelt(std::u32string_view letters) {
  return std::all_of(letters.begin(), letters.end(),
                     [](char32_t c) { return (c >= U'a' && c <= U'z') || c >= 0x80; });
}

uint32_t letter_set(std::u32string_view letters) {
  uint32_t set = 0;
  for (const char32_t c : letters) {
    set |= 1U << (c >= U'a' && c <= U'z' ? c - U'a' : 26 + c % 6);
  }
  return set;
}

/// Not 0 where more than `kEdits` bits of `a` are not in `b`.
template <uint32_t kEdits, typename Set>
Set excess(Set a, Set b) {
  Set missing = a & ~b;
  missing &= missing - 1;
  return kEdits == 2 ? missing & (missing - 1) : missing;
}

/// Not 0 where more than `kEdits` edits lie between words with these sets.
template <uint32_t kEdits, typename Set>
Set distance_sign(Set a, Set b) {
  return excess<kEdits>(a, b) | excess<kEdits>(b, a);
}

}  // namespace

Spelling::LetterSets Spelling::letter_sets_of(std::u32string_view letters) {
  LetterSets sets;
  const size_t tail = letters.size() - std::min(letters.size(), kEndLetters);
  sets.head = letter_set(letters.substr(0, kEndLetters));
  sets.tail = letter_set(letters.substr(tail));
  for (const char32_t c : letters) {
    const uint64_t bit = letter_set({&c, 1});
    sets.all |= (sets.all & bit) << 32U | bit;
  }
  return sets;
}

uint32_t max_edits_for(size_t letters) {
  if (letters < kShortestTyped) {
    return 0;
  }
  return letters <= kLongestWithOneEdit ? 1 : 2;
}

std::optional<uint32_t> least_correction_count(uint32_t own_count) {
  if (own_count >= kFrequent) {
    return std::nullopt;
  }
  return std::max(1U, own_count * kTimesMoreFrequent);
}

std::optional<double> plausibility(std::u32string_view typed, std::u32string_view word,
                                   uint32_t count, uint32_t max_edits) {
  const std::optional<uint32_t> cost = edit_cost(typed, word, max_edits);
  if (!cost || *cost == 0) {
    return std::nullopt;
  }
  const double first_letter = typed.substr(0, 1) == word.substr(0, 1) ? 0 : kWrongFirstLetter;
  return kUnitsPerBit * std::log2(count) - *cost - first_letter;
}

struct Spelling::Best {
  std::u32string_view typed;
  EditCounter counter;
  uint32_t max_edits = 0;
  uint32_t least_count = 0;  // rarer words cannot be better
  LetterSets sets{};
  const Word* word = nullptr;
  double score = 0;
  std::u32string letters{};  // memory for the word looked at

  void take(const Word& other, double other_score) {
    const bool is_better = word == nullptr || other_score > score ||
                           (other_score == score && other.view() < word->view());
    if (!is_better) {
      return;
    }
    word = &other;
    score = other_score;
    const double least = std::floor(std::exp2((score + kLeastCost) / kUnitsPerBit)) - 1;
    least_count = static_cast<uint32_t>(std::clamp<double>(least, least_count, UINT32_MAX));
  }
};

Spelling::Spelling(const std::vector<VocabularyWord>& words) {
  words_.reserve(words.size());
  std::u32string letters;
  for (const VocabularyWord& word : words) {
    if (word.word.size() > 4 * kMaxLetters) {
      continue;
    }
    decode(word.word, letters);
    if (letters.size() >= kShortestCorrection && letters.size() <= kMaxLetters && word.count > 0 &&
        is_spelt(letters)) {
      words_.push_back({word.word.data(), word.count, static_cast<uint16_t>(word.word.size()),
                        static_cast<uint16_t>(letters.size())});
    }
  }
  words_.shrink_to_fit();
  std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
    return a.letters != b.letters ? a.letters < b.letters : a.count > b.count;
  });
  // A block that begins at the last word is read whole.
  heads_.resize(words_.size() + kBlock);
  tails_.resize(words_.size() + kBlock);
  wholes_.reserve(words_.size());
  for (size_t i = 0; i < words_.size(); ++i) {
    decode(words_[i].view(), letters);
    const LetterSets sets = letter_sets_of(letters);
    heads_[i] = sets.head;
    tails_[i] = sets.tail;
    wholes_.push_back(sets.all);
    ++bucket_begin_[words_[i].letters + 1U];
  }
  for (size_t i = 1; i < bucket_begin_.size(); ++i) {
    bucket_begin_[i] += bucket_begin_[i - 1];
  }
}

template <uint32_t kEdits>
void Spelling::search_bucket(size_t letters, Best& best) const {
  const size_t end = bucket_begin_[letters + 1];
  for (size_t begin = bucket_begin_[letters];
       begin < end && words_[begin].count >= best.least_count; begin += kBlock) {
    search_block<kEdits>(begin, std::min(begin + kBlock, end), best);
  }
}

template <uint32_t kEdits>
void Spelling::search_block(size_t begin, size_t end, Best& best) const {
  // Without a branch and of a fixed length, so that compilers make it vector instructions.
  std::array<uint32_t, kBlock> signs;
  for (size_t i = 0; i < kBlock; ++i) {
    signs[i] = distance_sign<kEdits>(heads_[begin + i], best.sets.head) |
               distance_sign<kEdits>(tails_[begin + i], best.sets.tail);
  }
  for (size_t i = begin; i < end; ++i) {
    if (signs[i - begin] == 0 && distance_sign<kEdits>(wholes_[i], best.sets.all) == 0) {
      look_at(words_[i], best);
    }
  }
}

void Spelling::look_at(const Word& word, Best& best) {
  if (word.count < best.least_count) {
    return;
  }
  decode(word.view(), best.letters);
  if (best.counter.edits_to(best.letters) > best.max_edits) {
    return;
  }
  const auto score = plausibility(best.typed, best.letters, word.count, best.max_edits);
  if (score) {
    best.take(word, *score);
  }
}

std::optional<std::string> Spelling::correct(std::string_view folded_word,
                                             uint32_t own_count) const {
  const std::optional<uint32_t> least_count = least_correction_count(own_count);
  if (!least_count || folded_word.size() > 4 * kMaxLetters) {
    return std::nullopt;
  }
  std::u32string typed;
  decode(folded_word, typed);
  const uint32_t max_edits = max_edits_for(typed.size());
  if (max_edits == 0 || typed.size() > kMaxLetters + max_edits || !is_spelt(typed)) {
    return std::nullopt;
  }
  Best best{typed, EditCounter(typed), max_edits, *least_count, letter_sets_of(typed)};
  const size_t longest = std::min(typed.size() + best.max_edits, kMaxLetters);
  for (size_t letters = typed.size() - best.max_edits; letters <= longest; ++letters) {
    if (best.max_edits == 1) {
      search_bucket<1>(letters, best);
    } else {
      search_bucket<2>(letters, best);
    }
  }
  return best.word == nullptr ? std::nullopt
                              : std::optional<std::string>(std::string(best.word->view()));
}

}  // namespace vigie
