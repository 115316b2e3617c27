// Analysis for a few wanted words finds those words just as the whole analysis does.
#include "indexer/text/wanted_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/text/analyzer.h"

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

TEST(WantedWords, NeedlessIsOnlyAWordOfLettersNotInCapitals) {
  WantedWords wanted;
  wanted.add("drone");
  for (const char* word : {"Missile", "missile", "marée", "Nato"}) {
    EXPECT_EQ(wanted.needless_bytes(word), std::string(word).size()) << word;
  }
  for (const char* word :
       {"drone", "Drones", "DRONE", "OTAN", "A400M", "é", "a", "à", "élan", ""}) {
    EXPECT_EQ(wanted.needless_bytes(word), 0) << word;
  }
  for (const char* word : {"anti-missile", "anti·missile", "anti×missile", "anti’missile"}) {
    EXPECT_LT(wanted.needless_bytes(word), std::string(word).size()) << word;
  }
}

}  // namespace
}  // namespace vigie
