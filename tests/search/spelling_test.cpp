#include "searchd/search/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/edit_cost.h"

namespace vigie {
namespace {

using Words = std::vector<VocabularyWord>;

const Words& defence_words() {
  static const Words kWords = {
      {"armee", 900},     {"arme", 400},         {"army", 1200},       {"budget", 700},
      {"cafe", 12},       {"contact", 300},      {"contrat", 2000},    {"contract", 2100},
      {"drone", 3000},    {"drones", 2500},      {"f35", 500},         {"f15", 90},
      {"lockheed", 400},  {"locked", 30},        {"locker", 3},        {"missel", 2},
      {"missile", 1500},  {"missiles", 1400},    {"mission", 1700},    {"otan", 1500},
      {"nato", 1600},     {"pentagon", 800},     {"pentagone", 600},   {"rafale", 800},
      {"rafales", 60},    {"rafle", 4},          {"ukraine", 4000},    {"ukrainien", 700},
      {"ukrainian", 650}, {"gouvernement", 900}, {"government", 1000}, {"зеленский", 20},
      {"spending", 80},   {"or", 900},           {"le", 5000},
  };
  return kWords;
}

struct Misspelling {
  std::string_view typed;
  std::string_view meant;
};

TEST(Spelling, CorrectsMisspellingsOfBothLanguages) {
  const Spelling spelling(defence_words());
  const std::vector<Misspelling> cases = {
      {"contart", "contrat"},
      {"contrct", "contract"},
      {"missle", "missile"},
      {"missille", "missile"},
      {"pentagne", "pentagone"},
      {"pentagn", "pentagon"},
      {"ukraien", "ukraine"},
      {"ukrainein", "ukrainien"},
      {"lockeed", "lockheed"},
      {"lokheed", "lockheed"},
      {"rafalle", "rafale"},
      {"raffale", "rafale"},
      {"dronne", "drone"},
      {"gouvernemant", "gouvernement"},
      {"goverment", "government"},
      {"budjet", "budget"},
      {"nuget", ""},
      {"otam", "otan"},
      {"зеленскый", "зеленский"},
      {"зилинский", "зеленский"},
  };
  for (const Misspelling& c : cases) {
    EXPECT_EQ(spelling.correct(c.typed, 0).value_or(""), c.meant) << c.typed;
  }
}

TEST(Spelling, LeavesWordsAloneThatAreFarFromAll) {
  const Spelling spelling(defence_words());
  for (const std::string_view typed : {"xylophone", "aeronautique", "zzzz", "contrtx123", "мир"}) {
    EXPECT_EQ(spelling.correct(typed, 0), std::nullopt) << typed;
  }
}

TEST(Spelling, LeavesShortWordsAndWordsWithDigitsAlone) {
  const Spelling spelling(defence_words());
  for (const std::string_view typed : {"", "l", "lee", "ota", "f16", "f355", "a400m", "2025"}) {
    EXPECT_EQ(spelling.correct(typed, 0), std::nullopt) << typed;
  }
}

TEST(Spelling, TakesOneEditFromWordsOfFiveLettersAndTwoFromLongerOnes) {
  const Words words = {{"blinde", 50}, {"char", 50}, {"tanks", 50}, {"tourelle", 50}};
  const Spelling spelling(words);
  EXPECT_EQ(spelling.correct("chra", 0), "char");
  EXPECT_EQ(spelling.correct("chhra", 0), std::nullopt);
  EXPECT_EQ(spelling.correct("tankx", 0), "tanks");
  EXPECT_EQ(spelling.correct("tamkx", 0), std::nullopt);
  EXPECT_EQ(spelling.correct("blynds", 0), "blinde");
  EXPECT_EQ(spelling.correct("blyndx", 0), "blinde");
  EXPECT_EQ(spelling.correct("tourxlxe", 0), "tourelle");
  EXPECT_EQ(spelling.correct("toxrxlxe", 0), std::nullopt);
}

TEST(Spelling, PrefersFewerEditsThenFrequentWords) {
  const Words words = {{"marine", 900}, {"marines", 40}, {"martine", 300}};
  EXPECT_EQ(Spelling(words).correct("marinee", 0), "marine");
  EXPECT_EQ(Spelling(words).correct("marrine", 0), "marine");
  const Words near_and_far = {{"sentinel", 60}, {"sentinelle", 400}};
  EXPECT_EQ(Spelling(near_and_far).correct("sentinell", 0), "sentinelle");
  EXPECT_EQ(Spelling(near_and_far).correct("sentinal", 0), "sentinel");
}

TEST(Spelling, PrefersUsualSlips) {
  // Equally frequent and one edit away each.
  const std::vector<std::pair<Words, Misspelling>> cases = {
      {{{"contact", 9}, {"contrat", 9}}, {"contart", "contrat"}},  // neighbours swapped
      {{{"missile", 9}, {"misfile", 9}}, {"misile", "missile"}},   // a letter not doubled
      {{{"bombe", 9}, {"bonbe", 9}}, {"bobmbe", "bombe"}},
      {{{"drame", 9}, {"drape", 9}}, {"drale", "drame"}},  // l and m are neighbours on AZERTY
      {{{"tank", 9}, {"bank", 9}}, {"rank", "tank"}},      // r and t are neighbours
      {{{"sabre", 9}, {"savre", 9}}, {"sqbre", "sabre"}},
      {{{"garde", 9}, {"harde", 9}}, {"farde", "garde"}},    // f and g are neighbours
      {{{"vague", 9}, {"bagues", 9}}, {"bague", "bagues"}},  // the first letter is seldom wrong
  };
  for (const auto& [words, c] : cases) {
    EXPECT_EQ(Spelling(words).correct(c.typed, 0), c.meant) << c.typed;
  }
}

TEST(Spelling, CorrectsAWordOfTheCorpusOnlyToAMuchMoreFrequentOne) {
  const Spelling spelling(defence_words());
  EXPECT_EQ(spelling.correct("missel", 2), "missile");
  EXPECT_EQ(spelling.correct("missel", 90), std::nullopt);    // 1500 is not twenty times as much
  EXPECT_EQ(spelling.correct("contact", 300), std::nullopt);  // frequent itself
  EXPECT_EQ(spelling.correct("drone", 3000), std::nullopt);
  EXPECT_EQ(spelling.correct("armee", 900), std::nullopt);
}

TEST(Spelling, AnswersAnyBytes) {
  const Words words = {{"drone", 5}, {"\xFF\xFE\xFD\xFC", 5}, {"", 5}, {"none", 0}};
  const Spelling spelling(words);
  EXPECT_EQ(spelling.correct("\xFF\xFE\xFD", 0), std::nullopt);
  EXPECT_EQ(spelling.correct(std::string(10000, 'a'), 0), std::nullopt);
  EXPECT_EQ(spelling.correct(std::string(41, 'a'), 0), std::nullopt);
  EXPECT_EQ(spelling.correct("nons", 0), std::nullopt) << "a word that no article holds";
  EXPECT_EQ(Spelling({}).correct("drone", 0), std::nullopt);
}

/// The distance by its definition, without bounds or bands.
uint32_t edits_between(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<uint32_t>> d(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      d[i][j] = static_cast<uint32_t>(i + j);
      if (i > 0 && j > 0) {
        d[i][j] = std::min(
            {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      }
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

/// Words of few different letters, so that many are near one another.
class RandomWords {
 public:
  explicit RandomWords(unsigned seed) : random_(seed) {}

  std::u32string word() {
    static constexpr std::u32string_view kLetters = U"aaaaeeeirstnlédжß";
    std::u32string word(3 + below(8), U' ');
    for (char32_t& c : word) {
      c = kLetters[below(kLetters.size())];
    }
    return word;
  }
  /// `word` after up to three slips.
  std::u32string misspelt(std::u32string word) {
    for (size_t i = below(4); i > 0; --i) {
      std::swap(word[below(word.size())], word[below(word.size())]);
      word.insert(below(word.size()), 1, word[below(word.size())]);
      word.erase(below(word.size()), below(3) == 0 ? 0 : 1);
    }
    return word;
  }
  uint32_t count() { return static_cast<uint32_t>(uint64_t{1} << below(14)); }
  size_t below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(random_); }

 private:
  std::mt19937 random_;
};

std::string utf8(std::u32string_view letters) {
  std::string text;
  for (const char32_t c : letters) {
    if (c >= 0x80) {
      text += static_cast<char>(0xC0U | c >> 6U);
    }
    text += static_cast<char>(c >= 0x80 ? 0x80U | (c & 0x3FU) : c);
  }
  return text;
}

TEST(Plausibility, IsToldExactlyForWordsWithinTheEdits) {
  RandomWords random(7);
  size_t near = 0;
  for (int round = 0; round < 100000; ++round) {
    const std::u32string a = random.word();
    const std::u32string b = round % 2 == 0 ? random.misspelt(a) : random.word();
    const uint32_t edits = edits_between(a, b);
    ASSERT_EQ(EditCounter(a).edits_to(b), edits) << utf8(a) << " " << utf8(b);
    for (const uint32_t max_edits : {1U, 2U}) {
      const bool is_near = edits > 0 && edits <= max_edits;
      near += is_near ? 1U : 0U;
      ASSERT_EQ(plausibility(a, b, 9, max_edits).has_value(), is_near)
          << utf8(a) << " " << utf8(b) << " " << edits;
    }
  }
  EXPECT_GT(near, 5000U);
}

/// The best correction by asking for every word's plausibility.
std::optional<std::string> correct_slowly(const std::vector<std::u32string>& letters,
                                          const Words& words, const std::u32string& typed,
                                          uint32_t own_count) {
  std::optional<std::string> best;
  double best_score = 0;
  const std::optional<uint32_t> least = least_correction_count(own_count);
  const uint32_t max_edits = max_edits_for(typed.size());
  for (size_t i = 0; i < words.size(); ++i) {
    if (!least || words[i].count < *least || max_edits == 0) {
      continue;
    }
    const auto score = plausibility(typed, letters[i], words[i].count, max_edits);
    if (score &&
        (!best || *score > best_score || (*score == best_score && words[i].word < *best))) {
      best = std::string(words[i].word);
      best_score = *score;
    }
  }
  return best;
}

TEST(Spelling, FindsWhatLookingAtEveryWordFinds) {
  RandomWords random(11);
  size_t found = 0;
  for (int corpus = 0; corpus < 4; ++corpus) {
    std::vector<std::u32string> letters(2000);
    std::generate(letters.begin(), letters.end(), [&random] { return random.word(); });
    std::sort(letters.begin(), letters.end());
    letters.erase(std::unique(letters.begin(), letters.end()), letters.end());
    std::vector<std::string> texts;
    std::transform(letters.begin(), letters.end(), std::back_inserter(texts), utf8);
    Words words;
    for (const std::string& text : texts) {
      words.push_back({text, random.count()});
    }
    const Spelling spelling(words);
    ASSERT_EQ(spelling.size(), words.size());
    for (int round = 0; round < 200; ++round) {
      const std::u32string typed = random.misspelt(letters[random.below(letters.size())]);
      const auto own_count = static_cast<uint32_t>(random.below(120) * random.below(2));
      const auto best = correct_slowly(letters, words, typed, own_count);
      found += best ? 1U : 0U;
      ASSERT_EQ(spelling.correct(utf8(typed), own_count), best) << utf8(typed);
    }
  }
  EXPECT_GT(found, 150U);
}

}  // namespace
}  // namespace vigie
