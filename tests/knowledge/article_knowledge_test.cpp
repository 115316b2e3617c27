// What articles are looked through for, kept as bytes.
#include "indexer/knowledge/article_knowledge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/knowledge/annotator.h"

namespace vigie {
namespace {

using testing::ElementsAre;

/// Terms and names of every kind.
constexpr const char* kText =
    "\flexicon/a.tsv\n"
    "drone de combat\tcombat drone | UCAV\n"
    "système d'arme\tweapon system\n"
    "\forganisations.tsv\n"
    "dga\tDGA\tDGA\tDirection générale de l'armement\n"
    "orange\tOrange\tOrange\tFrance Télécom\tOrange\topérateur\tOrange Beach\n"
    "\fpeople.tsv\n"
    "leyen\tUrsula von der Leyen\tUrsula von der Leyen\n"
    "\fprogrammes.tsv\n"
    "f-35\tF-35\tF-35\tLightning II\n"
    "\fplaces.tsv\n"
    "chili\tChili\tChile\tchilien | Chilean\n"
    "\ftopics.tsv\n"
    "avions\tAvions\tAircraft\tavion | aircraft\tf-35\n";

constexpr const char* kArticle =
    "Ursula von der Leyen parle à la DGA de F-35 chiliens, des avions et d'un drone de combat, "
    "puis d'Orange, "
    "opérateur, et d'Orange Beach. Mme von der Leyen: combat drones, systèmes d'armes.";

std::shared_ptr<const ArticleKnowledge> made(const char* text) {
  Analyzer analyzer;
  return std::make_shared<const ArticleKnowledge>(parse_knowledge(text), analyzer);
}

/// All that `knowledge` finds in kArticle.
std::vector<std::string> found(const ArticleKnowledge& knowledge) {
  Analyzer analyzer;
  const std::vector<Token>& tokens = analyzer.analyze(kArticle);
  std::vector<const std::string*> phrases;
  knowledge.phrases.find(tokens, Language::kFrench, phrases);
  std::vector<std::string> all;
  all.reserve(phrases.size());
  for (const std::string* phrase : phrases) {
    all.push_back(*phrase);
  }
  Annotator annotator(knowledge.gazetteer);
  annotator.add(kArticle, tokens, false);
  const Annotations annotations = annotator.finish();
  for (const Mention& mention : annotations.mentions) {
    all.push_back(knowledge.gazetteer.entity(mention.entity).id);
  }
  for (const uint32_t topic : annotations.topics) {
    all.push_back(knowledge.gazetteer.entity(topic).id);
  }
  return all;
}

TEST(ReadyKnowledge, FindsTheSame) {
  const auto knowledge = made(kText);
  const auto ready = ready_knowledge(to_bytes(*knowledge, kText), kText);
  ASSERT_TRUE(ready);
  EXPECT_THAT(found(*ready),
              ElementsAre("Fdron de combat", "Ecombat drone", "Fsystem arme", "leyen", "dga",
                          "f-35", "chili", "orange", "leyen", "avions"));
  EXPECT_EQ(found(*ready), found(*knowledge));
}

TEST(ReadyKnowledge, IsTheSameBytesAgain) {
  for (const char* text : {kText, ""}) {
    const std::string bytes = to_bytes(*made(text), text);
    const auto ready = ready_knowledge(bytes, text);
    ASSERT_TRUE(ready) << text;
    EXPECT_EQ(to_bytes(*ready, text), bytes);
    EXPECT_EQ(to_bytes(*made(text), text), bytes);
  }
}

TEST(ReadyKnowledge, IsOfItsTextOnly) {
  const std::string bytes = to_bytes(*made(kText), kText);
  EXPECT_FALSE(ready_knowledge(bytes, std::string(kText) + "#\n"));
  EXPECT_FALSE(ready_knowledge(bytes, ""));
}

TEST(ReadyKnowledge, IsNoneWhereDamagedOrOfOtherRules) {
  const std::string bytes = to_bytes(*made(kText), kText);
  EXPECT_FALSE(ready_knowledge("", kText));
  EXPECT_FALSE(ready_knowledge(bytes.substr(0, bytes.size() - 1), kText));
  for (size_t at = 0; at < bytes.size(); at += 7) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    EXPECT_FALSE(ready_knowledge(damaged, kText)) << at;
  }
}

// Where this fails, names or phrases are made or written in another way than before: raise
// kReadyVersion (article_knowledge.cpp), so that no index is read in the old way, and put here what
// is found.
TEST(ReadyKnowledge, ChangesWithItsVersionOnly) {
  const std::string bytes = to_bytes(*made(kText), kText);
  BytesReader reader(bytes);
  EXPECT_EQ(reader.text().substr(0, 2), "1 ");
  reader.hash();  // of kText
  EXPECT_EQ(reader.hash(), 6007720446511429184U);
}

}  // namespace
}  // namespace vigie
