// What the words of a query name, and how entities are looked up.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/knowledge/typed_names.h"
#include "tests/knowledge/named.h"

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<TypedWord> words_of(const std::string& query) {
  Analyzer analyzer;
  std::vector<TypedWord> words;
  append_typed_words(query, analyzer, words);
  return words;
}

/// The longest name that the query begins with: "<words>: ids".
std::string typed(const std::string& query) {
  const TypedName name = typed_name(tests::our_gazetteer(), words_of(query));
  std::string text = std::to_string(name.words) + ":";
  for (const uint32_t entity : name.entities) {
    text += " " + tests::our_gazetteer().entity(entity).id;
  }
  return text;
}

struct Case {
  const char* query;
  const char* named;
};

TEST(QueriedNames, AreReadInAnyLetters) {
  const Case cases[] = {
      {"pentagone", "1: pentagon"},
      {"Pentagon contract", "1: pentagon"},
      {"dod", "1: pentagon"},
      {"DoD", "1: pentagon"},
      {"department of defense", "3: pentagon"},
      {"ministère des armées", "3: ministere-des-armees"},
      {"dga", "1: dga"},
      {"otan ukraine", "1: otan"},
      {"nato", "1: otan"},
      {"ukraine", "1: ukraine"},
      {"ukrainien", "1: ukraine"},
      {"macron", "1: emmanuel-macron"},
      {"emmanuel macron", "2: emmanuel-macron"},
      {"trappier", "1: eric-trappier"},
      {"bayraktar", "0:"},
      {"ukrainiens", "1: ukraine"},
      {"américaines", "1: etats-unis"},
      {"rafales", "1: rafale"},
      {"macrons", "0:"},
      {"chiles", "0:"},
      {"thales", "1: thales"},
      {"thales alenia space", "3: thales-alenia-space"},
      {"f-35", "2: f-35"},
      {"f35", "2: f-35"},
      {"US", "1: etats-unis"},
      {"us", "0:"},
      {"orange", "0:"},
      {"Orange", "1: orange"},
      {"ORANGE", "1: orange"},
      {"orange sa", "2: orange"},
      {"safran", "0:"},
      {"Safran", "1: safran"},
      {"titan", "0:"},
      {"nice", "0:"},
      {"Nice", "1: nice"},
      {"rafale de vent", "0:"},
      {"contrat", "0:"},
      {"de la dga", "0:"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(typed(each.query), each.named) << each.query;
  }
}

TEST(QueriedNames, AreKnownInSmallLettersToo) {
  const Case cases[] = {
      {"pentagone", "1: pentagon"},
      {"Pentagon contract", "1: pentagon"},
      {"dod", "1: pentagon"},
      {"department of defense budget", "3: pentagon"},
      {"département américain de la défense", "5: pentagon"},
      {"otan", "1: otan"},
      {"NATO", "1: otan"},
      {"thales radar", "1: thales"},
      {"emmanuel macron", "2: emmanuel-macron"},
      {"macron", "1: emmanuel-macron"},
      {"rafale", "1: rafale"},
      {"rafale marine inde", "2: rafale"},
      {"f-35", "2: f-35"},
      {"F35", "2: f-35"},
      {"ukraine", "1: ukraine"},
      {"ukrainien", "1: ukraine"},
      {"SAFRAN", "1: safran"},
      {"États-Unis", "2: etats-unis"},
      {"etats unis", "2: etats-unis"},
      {"US army", "2: us-army"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(typed(each.query), each.named) << each.query;
  }
}

TEST(QueriedNames, OrdinaryWordsNeedTheirCapitals) {
  const Case cases[] = {
      {"orange", "0:"},
      {"Orange", "1: orange"},
      {"apple", "0:"},
      {"Apple", "1: apple"},
      {"us", "0:"},
      {"US", "1: etats-unis"},
      {"shield", "0:"},
      {"scale", "0:"},
      {"titan", "0:"},
      {"drone", "0:"},
      {"contract", "0:"},
      {"contrat de défense", "0:"},
      {"le monde entier", "0:"},
  };
  for (const Case& each : cases) {
    EXPECT_EQ(typed(each.query), each.named) << each.query;
  }
}

std::vector<std::string> ids_of(const std::vector<uint32_t>& numbers) {
  std::vector<std::string> ids;
  for (const uint32_t number : numbers) {
    ids.push_back(tests::our_gazetteer().entity(number).id);
  }
  return ids;
}

TEST(Gazetteer, FindsById) {
  EXPECT_THAT(ids_of(tests::our_gazetteer().find("otan")), ElementsAre("otan"));
  EXPECT_THAT(ids_of(tests::our_gazetteer().find("drones")), ElementsAre("drones"));
  EXPECT_THAT(tests::our_gazetteer().find("no-such-thing"), IsEmpty());
}

TEST(Gazetteer, FindsByNameInAnyLetters) {
  EXPECT_THAT(ids_of(tests::our_gazetteer().find("PENTAGONE")), ElementsAre("pentagon"));
  EXPECT_THAT(ids_of(tests::our_gazetteer().find("  departement de la  defense des etats-unis ")),
              ElementsAre("pentagon"));
  EXPECT_THAT(ids_of(tests::our_gazetteer().find("Georgia")),
              ElementsAre("georgie", "georgie-etats-unis"));
}

TEST(Gazetteer, CompletesNames) {
  std::vector<uint32_t> numbers;
  for (const auto& [number, name] : tests::our_gazetteer().complete("thales a")) {
    EXPECT_EQ(name.compare(0, 8, "thales a"), 0) << name;
    numbers.push_back(number);
  }
  EXPECT_THAT(ids_of(numbers), ElementsAre("thales-alenia-space", "thales-australia"));
  EXPECT_THAT(tests::our_gazetteer().complete("zzzz"), IsEmpty());
}

}  // namespace
}  // namespace vigie
