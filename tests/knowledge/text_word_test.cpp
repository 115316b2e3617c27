// Words are known by the same keys wherever they stand in a text.
#include "indexer/knowledge/text_word.h"

#include <gtest/gtest.h>

#include <string>

#include "indexer/knowledge/word_trie.h"

namespace vigie {
namespace {

std::vector<TextWord> words_of(const std::string& text) {
  Analyzer analyzer;
  std::vector<TextWord> words;
  append_words(text, analyzer.analyze(text), words);
  return words;
}

TEST(TextWord, HasTheKeyOfItsFoldedForm) {
  struct Case {
    const char* written;
    const char* folded;
    const char* singular;
  };
  const Case cases[] = {
      {"a", "a", "a"},
      {"OTAN", "otan", "otan"},
      {"Rafales", "rafales", "rafale"},
      {"Bureaux", "bureaux", "bureau"},
      {"Index", "index", "index"},
      {"gas", "gas", "gas"},
      {"missiles", "missiles", "missile"},
      {"chasseurs", "chasseurs", "chasseur"},
      {"Ukrainiens", "ukrainiens", "ukrainien"},
      {"renseignements", "renseignements", "renseignement"},
      {"approvisionnement", "approvisionnement", "approvisionnement"},
      {"approvisionnements", "approvisionnements", "approvisionnement"},
      {"Élysée", "elysee", "elysee"},
      {"européens", "europeens", "europeen"},
      {"U.S.", "us", "us"},
      {"1,200", "1200", "1200"},
      {"O'Brien", "obrien", "obrien"},
      {"2025", "2025", "2025"},
  };
  for (const Case& each : cases) {
    // In the middle of a text its letters are read, at the end its folded form.
    const std::string written = each.written;
    for (const std::string& text : {written, written + " and some more words after it"}) {
      const std::vector<TextWord> words = words_of(text);
      ASSERT_FALSE(words.empty());
      EXPECT_EQ(words.front().key, WordTrie::key_of(each.folded)) << text;
      EXPECT_EQ(words.front().singular, WordTrie::key_of(each.singular)) << text;
      EXPECT_EQ(words.front().begin_bytes, 0U);
    }
  }
}

TEST(WordTrie, FollowsTermsWordByWord) {
  WordTrie trie;
  const uint32_t us = trie.add({"us"});
  const uint32_t army = trie.add({"us", "army"});
  EXPECT_EQ(trie.add({"us", "army"}), army);
  EXPECT_EQ(trie.nodes(), 3U);
  EXPECT_TRUE(trie.may_begin(WordTrie::key_of("us")));
  EXPECT_EQ(trie.step(WordTrie::kRoot, WordTrie::key_of("us")), us);
  EXPECT_EQ(trie.step(us, WordTrie::key_of("army")), army);
  EXPECT_EQ(trie.step(us, WordTrie::key_of("navy")), WordTrie::kNone);
  EXPECT_EQ(trie.step(WordTrie::kRoot, WordTrie::key_of("army")), WordTrie::kNone);
}

TEST(WordTrie, HoldsManyTerms) {
  WordTrie trie;
  for (int i = 0; i < 20000; ++i) {
    trie.add({"word" + std::to_string(i), "x"});
  }
  EXPECT_EQ(trie.nodes(), 40001U);
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "word" + std::to_string(i);
    const uint32_t node = trie.step(WordTrie::kRoot, WordTrie::key_of(word));
    ASSERT_NE(node, WordTrie::kNone) << word;
    ASSERT_NE(trie.step(node, WordTrie::key_of("x")), WordTrie::kNone) << word;
  }
}

}  // namespace
}  // namespace vigie
