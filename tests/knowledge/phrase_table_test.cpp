#include "indexer/knowledge/phrase_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Phrases : public testing::Test {
 protected:
  std::vector<std::string> found(const std::string& text, Language language) {
    std::vector<const std::string*> names;
    table_.find(analyzer_.analyze(text), language, names);
    std::vector<std::string> result;
    for (const std::string* name : names) {
      result.push_back(*name);
    }
    return result;
  }

  Analyzer analyzer_;
  const PhraseTable table_ = PhraseTable(
      parse_knowledge("\fa.tsv\ndrone de combat\tcombat drone\nsystème d'arme\tweapon system\n"
                      "drone\tdrone | UAV\nailier fidèle\tloyal wingman\n"
                      "système de drone de combat\tcombat drone system\n"),
      analyzer_);
};

TEST_F(Phrases, AreFoundInAnyInflectionAndElision) {
  for (const char* text : {"le drone de combat", "Les DRONES DE COMBAT volent",
                           "d'un drone de\n"
                           "combat"}) {
    EXPECT_THAT(found(text, Language::kFrench), ElementsAre("Fdron de combat")) << text;
  }
  EXPECT_THAT(found("des systèmes d'armes", Language::kFrench), ElementsAre("Fsystem arme"));
  EXPECT_THAT(found("two combat drones", Language::kEnglish), ElementsAre("Ecombat drone"));
}

TEST_F(Phrases, OfTheOtherLanguageAreFoundToo) {
  EXPECT_THAT(found("le concept de loyal wingman", Language::kFrench),
              ElementsAre("Eloyal wingman"));
  EXPECT_THAT(found("the drone de combat demonstrator", Language::kEnglish),
              ElementsAre("Fdron de combat"));
  EXPECT_THAT(found("loyal wingman", Language::kOther), ElementsAre("Eloyal wingman"));
}

TEST_F(Phrases, WithinAnotherAndRepeatedCountToo) {
  EXPECT_THAT(found("un système de drone de combat", Language::kFrench),
              UnorderedElementsAre("Fsystem de dron de combat", "Fdron de combat"));
  EXPECT_THAT(found("combat drone, combat drone", Language::kEnglish),
              ElementsAre("Ecombat drone", "Ecombat drone"));
}

TEST_F(Phrases, AreNotFoundInPiecesOrSingleWords) {
  for (const char* text :
       {"", "drone", "combat de drone", "drone de", "de combat", "drone combat"}) {
    EXPECT_THAT(found(text, Language::kFrench), IsEmpty()) << text;
  }
}

}  // namespace
}  // namespace vigie
