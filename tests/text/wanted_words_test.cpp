// Analysis for a few wanted words finds those words just as the whole analysis does.
#include "indexer/text/wanted_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/stem.h"

namespace vigie {
namespace {

constexpr const char* kHardWords =
    "Yeux et yeux, l'oeil : l'œil. Dying, lying and tying; skies, skis. Early, only, ugly.\n"
    "LES YEUX DE L'OTAN EN UKRAINE\nAs and As, Us, UAVs, U.S. aujourd'hui anti-drone F-35 e-mails "
    "1 200 000 l'armée Armée ARMÉE à Às naïve coeur cœur Straße iPhone OpenAI\n"
    "anti- drone anti -drone anti×drone l' armée missile-\ndrone «missile» missile. drone) jusqu' "
    "à d' Oise "
    "Grecque grecs, publiques publics, nouvel nouveaux, journaux journal, voeux.";

std::vector<std::string> texts() {
  std::vector<std::string> texts{kHardWords};
  for (const auto& entry :
       std::filesystem::directory_iterator(VIGIE_SOURCE_DIR "/corpus/articles")) {
    std::ifstream in(entry.path());
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return texts;
}

using Found = std::vector<std::tuple<std::string, uint32_t, uint32_t, uint32_t, TokenKind>>;

/// The tokens that a search for `sought` (folded, or a stem) would mark.
Found found(const std::vector<Token>& tokens, const std::string& sought) {
  Found found;
  for (const Token& token : tokens) {
    const WordForm& form = *token.form;
    if (form.folded == sought || form.french == sought || form.english == sought ||
        token.kind == TokenKind::kAcronym) {
      found.emplace_back(form.folded, token.begin_bytes, token.end_bytes, token.position,
                         token.kind);
    }
  }
  return found;
}

std::set<std::string> words_of(const std::vector<Token>& tokens) {
  std::set<std::string> words;
  for (const Token& token : tokens) {
    words.insert({token.form->folded, token.form->french, token.form->english});
  }
  return words;
}

TEST(WantedWords, AreFoundAsByTheWholeAnalysis) {
  Analyzer whole;
  Analyzer part;
  for (const std::string& text : texts()) {
    const std::vector<Token> tokens = whole.analyze(text);
    for (const std::string& word : words_of(tokens)) {
      WantedWords wanted;
      wanted.add(word);
      const std::vector<Token>& few = part.analyze(text, wanted);
      ASSERT_EQ(found(few, word), found(tokens, word)) << word;
    }
  }
}

TEST(WantedWords, AreMostlyNotThere) {
  Analyzer analyzer;
  WantedWords wanted;
  wanted.add("missil");
  const std::string text = texts().back();
  EXPECT_LT(analyzer.analyze(text, wanted).size() * 3, analyzer.analyze(text).size());
}

/// Words as texts write them: beginnings of every kind, and what stems cut off or change.
std::string random_word(std::mt19937& random) {
  static const std::vector<std::string> kEndings = {
      "",        "e",    "s",      "es",     "é",     "ée",       "ing",   "ed",     "ies",
      "y",       "ly",   "ying",   "ique",   "icité", "icateur",  "ation", "ize",    "izing",
      "euse",    "eux",  "amment", "emment", "ience", "ement",    "ité",   "ivité",  "bility",
      "ais",     "aise", "ière",   "ette",   "elle",  "ier",      "ment",  "issant", "ional",
      "ously",   "ful",  "ness",   "logie",  "usion", "issement", "aux",   "al",     "èrent",
      "ability", "eed",  "eedly",  "sses",   "us",    "ss",       "ied",   "at",     "ating"};
  static const std::vector<std::string> kLetters = {
      "a", "b", "c", "d", "e", "f", "g", "i", "k", "l", "m", "n", "o", "p", "qu", "r",
      "s", "t", "u", "v", "x", "y", "z", "é", "è", "ï", "ç", "ù", "œ", "æ", "ÿ",  "ñ"};
  std::string word;
  for (auto left = random() % 5; left > 0; --left) {
    word += kLetters[random() % kLetters.size()];
  }
  word += kEndings[random() % kEndings.size()];
  if (random() % 8 == 0 && !word.empty() && word[0] >= 'a' && word[0] <= 'z') {
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  }
  return word;
}

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> kGaps = {
      " ", " ", " ",  " ",  " ",  ", ", ". ", ".\n", "\n",      "\t",     "  ",     "-",
      "'", "’", "l'", " (", ") ", ".",  "/",  " – ", " 1 200 ", " U.S. ", " OTAN ", " F-35"};
  std::string text;
  for (auto left = random() % 30; left > 0; --left) {
    text += random_word(random) + kGaps[random() % kGaps.size()];
  }
  return text;
}

/// The tokens that a search for `sought`, words or beginnings, would mark.
Found found_beginnings(const std::vector<Token>& tokens, const std::vector<std::string>& sought) {
  Found found;
  for (const Token& token : tokens) {
    const WordForm& form = *token.form;
    const bool is_sought = std::any_of(sought.begin(), sought.end(), [&form](const auto& word) {
      return form.french == word || form.english == word || form.folded.starts_with(word);
    });
    if (is_sought || token.kind == TokenKind::kAcronym) {
      found.emplace_back(form.folded, token.begin_bytes, token.end_bytes, token.position,
                         token.kind);
    }
  }
  return found;
}

TEST(WantedWords, OfRandomTextsAreFoundAsByTheWholeAnalysis) {
  std::mt19937 random(28);
  Analyzer whole;
  Analyzer part;
  size_t all = 0;
  size_t passed = 0;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random);
    const std::vector<Token> tokens = whole.analyze(text);
    std::vector<std::string> sought;
    WantedWords wanted;
    for (auto left = tokens.empty() ? 0 : random() % 4; left > 0; --left) {
      const WordForm& form = *tokens[random() % tokens.size()].form;
      const std::array<std::string, 4> words = {form.folded, form.french, form.english,
                                                form.folded.substr(0, 1 + random() % 4)};
      sought.push_back(words[random() % words.size()]);
      wanted.add(sought.back());
    }
    const std::vector<Token>& few = part.analyze(text, wanted);
    ASSERT_EQ(found_beginnings(few, sought), found_beginnings(tokens, sought)) << text;
    all += tokens.size();
    passed += tokens.size() - few.size();
  }
  EXPECT_GT(passed * 4, all) << "or little was compared";
}

/// Words that any letters begin, not only those that there are.
TEST(WantedWords, AreToldByTheBeginningsOfTheirStems) {
  std::mt19937 random(29);
  const Stemmer stemmer;
  for (size_t number = 0; number < 26 * 26 * 26 * 5; ++number) {
    std::string letters = random_word(random);
    letters.erase(std::remove_if(letters.begin(), letters.end(),
                                 [](char letter) { return letter < 'a' || letter > 'z'; }),
                  letters.end());
    for (size_t left = random() % 4, rest = number; left > 0; --left, rest /= 26) {
      letters.insert(letters.begin(), static_cast<char>('a' + rest % 26));
    }
    for (const std::string& stem : {stemmer.french(letters), stemmer.english(letters)}) {
      WantedWords wanted;
      wanted.add(stem);
      ASSERT_EQ(wanted.needless_words(letters, 0).words, 0) << letters << ' ' << stem;
    }
  }
}

TEST(WantedWords, NeedlessIsOnlyAWordOfLettersNotInCapitals) {
  WantedWords wanted;
  wanted.add("drone");
  for (const char* word : {"Missile", "missile", "marée", "Nato", "a", "à", "élan", "du", "drap"}) {
    const NeedlessWords needless = wanted.needless_words(word, 0);
    EXPECT_EQ(needless.words, 1) << word;
    EXPECT_EQ(needless.end_bytes, std::string(word).size()) << word;
  }
  for (const char* word : {"drone", "Drones", "drôle", "DRONE", "OTAN", "A400M", "œil", "ß", "",
                           "anti-missile", "anti·missile", "anti×missile", "anti’missile"}) {
    const NeedlessWords needless = wanted.needless_words(word, 0);
    EXPECT_EQ(needless.words, 0) << word;
    EXPECT_EQ(needless.end_bytes, 0) << word;
  }
}

TEST(WantedWords, NeedlessWordsEndWithTheLine) {
  WantedWords wanted;
  wanted.add("drone");
  const std::string text = "The old radar, à Paris.\tSold (it";
  const NeedlessWords needless = wanted.needless_words(text + "\nfor", 4);
  EXPECT_EQ(needless.words, 5);
  EXPECT_EQ(needless.letter_words, 4);
  EXPECT_EQ(needless.end_bytes, text.find(" (it"));
  EXPECT_EQ(wanted.needless_words("old\nradar", 0).end_bytes, 3);
  EXPECT_EQ(wanted.needless_words("old drones", 0).end_bytes, 3);
}

}  // namespace
}  // namespace vigie
