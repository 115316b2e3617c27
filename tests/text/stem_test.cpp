// Which inflections of a word meet in one stem.
#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"

namespace vigie {
namespace {

struct Pair {
  std::string_view first;
  std::string_view second;
};

std::string stem_of(std::string_view text, Language language) {
  Analyzer analyzer;
  const std::vector<Token>& tokens = analyzer.analyze(text);
  return tokens.empty() ? std::string() : tokens.front().form->stem(language);
}

TEST(Stem, FrenchPluralsAndFemininesMeet) {
  constexpr Pair kSame[] = {
      {"drone", "drones"},           {"armée", "armées"},         {"blindé", "blindée"},
      {"blindés", "blindées"},       {"blindé", "blindées"},      {"amiral", "amiraux"},
      {"national", "nationale"},     {"national", "nationaux"},   {"français", "française"},
      {"français", "françaises"},    {"militaire", "militaires"}, {"nouvelle", "nouvelles"},
      {"sécurité", "sécurités"},     {"avion", "avions"},         {"guerre", "guerres"},
      {"naval", "navale"},           {"navale", "navales"},       {"bâtiment", "bâtiments"},
      {"déployé", "déployée"},       {"déployés", "déployées"},   {"offensif", "offensifs"},
      {"européen", "européens"},     {"russe", "russes"},         {"achat", "achats"},
      {"fusée", "fusées"},           {"donnée", "données"},       {"général", "généraux"},
      {"premier", "première"},       {"dernier", "dernières"},    {"étranger", "étrangères"},
      {"frontière", "frontières"},   {"public", "publique"},      {"turc", "turques"},
      {"anglais", "anglaises"},      {"japonais", "japonaise"},   {"chinois", "chinoise"},
      {"essai", "essais"},           {"délai", "délais"},         {"feu", "feux"},
      {"travail", "travaux"},        {"nouveau", "nouvelles"},    {"dangereux", "dangereuses"},
      {"ukrainien", "ukrainiennes"}, {"offensif", "offensives"},  {"allié", "alliées"},
  };
  for (const Pair& pair : kSame) {
    EXPECT_EQ(stem_of(pair.first, Language::kFrench), stem_of(pair.second, Language::kFrench))
        << pair.first << " and " << pair.second;
  }
}

TEST(Stem, FrenchNounsKeepApartFromOtherWords) {
  constexpr Pair kApart[] = {
      {"armée", "arme"},     {"armées", "armes"}, {"portée", "porte"}, {"entrée", "entre"},
      {"contrée", "contre"}, {"musée", "muse"},   {"année", "Anne"},   {"tranchée", "tranche"},
      {"données", "donne"},  {"Corée", "corps"},  {"marée", "mare"},
  };
  for (const Pair& pair : kApart) {
    EXPECT_NE(stem_of(pair.first, Language::kFrench), stem_of(pair.second, Language::kFrench))
        << pair.first << " and " << pair.second;
  }
}

TEST(Stem, EnglishInflectionsMeet) {
  constexpr Pair kSame[] = {
      {"drone", "drones"},     {"deploy", "deployed"},  {"deploying", "deploys"},
      {"army", "armies"},      {"defence", "defences"}, {"strategic", "strategically"},
      {"missile", "missiles"}, {"attack", "attacking"}, {"Lockheed", "Lockheed's"},
      {"vehicle", "vehicles"}, {"supply", "supplies"},  {"launched", "launching"},
      {"ally", "allies"},      {"UAV", "UAVs"},         {"contract", "contracted"},
  };
  for (const Pair& pair : kSame) {
    EXPECT_EQ(stem_of(pair.first, Language::kEnglish), stem_of(pair.second, Language::kEnglish))
        << pair.first << " and " << pair.second;
  }
}

TEST(Stem, WordsKeepApartFromFunctionWords) {
  constexpr Pair kFrench[] = {{"sea", "se"}, {"tuer", "tu"}, {"pare", "par"}, {"versé", "vers"}};
  for (const Pair& pair : kFrench) {
    EXPECT_NE(stem_of(pair.first, Language::kFrench), stem_of(pair.second, Language::kFrench))
        << pair.first << " and " << pair.second;
  }
  EXPECT_NE(stem_of("ans", Language::kEnglish), stem_of("an", Language::kEnglish));
  EXPECT_EQ(stem_of("tuer", Language::kFrench), stem_of("tués", Language::kFrench));
  EXPECT_EQ(stem_of("son", Language::kEnglish), stem_of("sons", Language::kEnglish));
}

TEST(Stem, OtherLanguagesKeepTheFoldedWord) {
  EXPECT_EQ(stem_of("Drohnen", Language::kOther), "drohnen");
  EXPECT_EQ(stem_of("Défenses", Language::kOther), "defenses");
}

TEST(Stem, AcronymsAreNotStemmed) {
  Analyzer analyzer;
  const std::vector<Token>& tokens = analyzer.analyze("le DAS de AWACS");
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_EQ(tokens[2].kind, TokenKind::kAcronym);
  EXPECT_EQ(tokens[2].form->french, "DAS");
  EXPECT_EQ(tokens[5].form->english, "AWACS");
}

TEST(Analyzer, KnowsFormsOfWordsFromElsewhere) {
  Analyzer analyzer;
  for (const char* word : {"blindee", "drones", "the", "de", "f35", "мир"}) {
    const WordForm of_text = *analyzer.analyze(word).front().form;
    if (std::string_view(word) != "f35") {
      EXPECT_EQ(analyzer.form_of(word).folded, of_text.folded);
    }
    EXPECT_EQ(analyzer.form_of(word).folded, word);
  }
  EXPECT_TRUE(analyzer.form_of("the").function_word);
  EXPECT_TRUE(analyzer.form_of("des").function_word);
  for (const char* searched : {"us", "who", "may", "it", "ai", "or", "car", "drone"}) {
    EXPECT_FALSE(analyzer.form_of(searched).function_word) << searched;
  }
}

}  // namespace
}  // namespace vigie
