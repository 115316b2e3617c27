// Which words a text holds: elision, possessives, letters, invisible characters, names.
#include "tests/text/token_text.h"

namespace vigie {
namespace {

TEST(Analyzer, CutsElidedWordsOff) {
  expect_rows({
      {"l'armée", "armee"},
      {"L'ARMÉE avance", "armee [ARMEE] avance"},
      {"l’armée", "armee"},
      {"l‘armée", "armee"},
      {"lʼarmée", "armee"},
      {"L’Armée de l’Air", "armee de air"},
      {"d'accord", "accord"},
      {"d’un", "un"},
      {"qu'il", "il"},
      {"QU’ELLE vienne", "elle [ELLE] vienne"},
      {"jusqu'à", "a"},
      {"jusqu’ici", "ici"},
      {"lorsqu'on", "on"},
      {"puisqu’elle", "elle"},
      {"quoiqu'il", "il"},
      {"c'est", "est"},
      {"C’était", "etait"},
      {"j'ai", "ai"},
      {"m'a", "a"},
      {"n’est", "est"},
      {"s'en", "en"},
      {"t’aime", "aime"},
      {"n'y", "y"},
      {"l'hôpital", "hopital"},
      {"d'Yvelines", "yvelines"},
      {"l'œuvre", "oeuvre"},
      {"l'École", "ecole"},
      {"d'Artagnan", "artagnan"},
      {"l'FBI enquête", "fbi [FBI] enquete"},
      {"quelqu'autre", "autre"},
  });
}

TEST(Analyzer, CutsElidedWordsOffBeforeQuotesAndDigits) {
  expect_rows({
      {"d'« armée »", "armee"},
      {"l’«armée»", "armee"},
      {"l'11 novembre", "11 novembre"},
      {"l´armée", "armee"},
      {"l' armée", "armee"},
      {"plan 'C' adopté", "plan c adopte"},
      {"plan ‘C’ adopted", "plan c adopted"},
  });
}

TEST(Analyzer, KeepsOtherApostrophesInsideTheWord) {
  expect_rows({
      {"aujourd'hui", "aujourdhui"},
      {"AUJOURD’HUI encore", "aujourdhui encore"},
      {"presqu'île", "presquile"},
      {"quelqu'un", "quelquun"},
      {"prud’homme", "prudhomme"},
      {"O'Brien", "obrien"},
      {"O’Brien", "obrien"},
      {"N'Djamena", "ndjamena"},
      {"D'Souza", "dsouza"},
      {"don't", "dont"},
      {"won’t", "wont"},
      {"rock'n'roll", "rocknroll"},
      {"o'clock", "oclock"},
  });
}

TEST(Analyzer, CutsEnglishPossessivesOff) {
  expect_rows({
      {"Lockheed's", "lockheed"},
      {"Thales’s", "thales"},
      {"Thales' order", "thales order"},
      {"the drones’ range", "the drones range"},
      {"it's", "it"},
      {"NATO's plan", "nato [NATO] plan"},
      {"BOEING'S new plan", "boeing [BOEING] new plan"},
      {"the F-35's engine", "the f (f35) 35 engine"},
      {"the U.S.'s role", "the us [US] role"},
      {"the 1990's", "the 1990"},
      {"the 1990s", "the 1990"},
  });
}

TEST(Analyzer, FoldsCaseAccentsAndLettersInBothLanguages) {
  expect_rows({
      {"Défense DÉFENSE defense", "defense defense [DEFENSE] defense"},
      {"cœur Cœur coeur", "coeur coeur coeur"},
      {"œuvre, sœurs", "oeuvre soeurs"},
      {"Ærø", "aero"},
      {"ﬁn ﬂotte", "fin flotte"},
      {"Łódź, Błaszczak", "lodz blaszczak"},
      {"Støre", "store"},
      {"Akıncı Kızılelma", "akinci kizilelma"},
      {"İstanbul ISTANBUL'da", "istanbul istanbulda"},
      {"Straße", "strasse"},
      {"Đặng Þór Ísland", "dang thor island"},
      {"naïve résumé façade", "naive resume facade"},
      {"re\u0301sume\u0301", "resume"},
      {"Škoda Čapek Žižka", "skoda capek zizka"},
      {"ＮＡＴＯ ｄｒｏｎｅ", "nato [NATO] drone"},
      {"Мир МИР мир", "мир мир [МИР] мир"},
      {"Αθήνας ΑΘΗΝΑΣ και", "αθηνασ αθηνασ [ΑΘΗΝΑΣ] και"},
  });
}

TEST(Analyzer, DropsInvisibleCharacters) {
  expect_rows({
      {"dro\u00ADne", "drone"},
      {"drone\u00AD armé", "drone arme"},
      {"\uFEFFdrone", "drone"},
      {"dro\u200Bne", "dro ne"},
      {"dro\u2060ne", "drone"},
      {"l'ar\u00ADmée", "armee"},
  });
}

TEST(Analyzer, TakesQuotesDashesAndEmojiForSeparators) {
  expect_rows({
      {"« drone »", "drone"},
      {"«\u202Fdrone\u202F»", "drone"},
      {"drone\u202F: armé\u202F!", "drone arme"},
      {"drone\u00A0; armé", "drone arme"},
      {"“drone” ‘armed’ \"swarm\"", "drone armed swarm"},
      {"drone—armé", "drone arme"},
      {"drone – armed", "drone armed"},
      {"drone--armed", "drone armed"},
      {"-drone-", "drone"},
      {"drone… (armé) [sic]", "drone arme sic"},
      {"et/ou", "et ou"},
      {"🚁 drone 👍🏽 🇫🇷", "drone"},
      {"drone👨‍👩‍👧armed", "drone armed"},
      {"☢ € $ % °", ""},
      {"", ""},
      {" \t\r\n", ""},
      {"caf\xE9 noir", "caf noir"},
  });
}

TEST(Analyzer, ReadsInclusiveSpellingAndOtherScripts) {
  expect_rows({
      {"étudiant·es", "etudiantes"},
      {"col·lecció", "colleccio"},
      {"日本語テスト", "日本語 テスト"},
      {"한국어", "한국어"},
      {"الجيش", "الجيش"},
  });
}

TEST(Analyzer, FindsNamesAlikeInBothLanguages) {
  expect_rows({
      {"Emmanuel Macron a dit", "emmanuel macron a dit"},
      {"Emmanuel Macron said", "emmanuel macron said"},
      {"Macron's visit to Côte d'Ivoire", "macron visit to cote ivoire"},
      {"la visite de Macron en Côte d’Ivoire", "la visite de macron en cote ivoire"},
      {"Volodymyr Zelensky's drones", "volodymyr zelensky drones"},
      {"Jens Stoltenberg, Jonas Gahr Støre", "jens stoltenberg jonas gahr store"},
      {"Recep Tayyip Erdoğan", "recep tayyip erdogan"},
  });
}

TEST(Analyzer, TellsWhatIsHighlightedToTheByte) {
  const std::vector<Row> rows = {
      {"Vu: l’armée française", "vu=Vu armee=armée francaise=française"},
      {"« Cœur »", "coeur=Cœur"},
      {"l'anti-drone", "anti=anti (antidrone)=anti-drone drone=drone"},
      {"Val-d'Oise", "val=Val (valdoise)=Val-d'Oise oise=Oise"},
      {"le F35!", "le=le f=F (f35)=F35 35=35"},
      {"the U.S. Army", "the=the us=U.S. [US]=U.S. army=Army"},
      {"the U.S", "the=the us=U.S [US]=U.S"},
      {"de l'O.T.A.N.", "de=de otan=O.T.A.N. [OTAN]=O.T.A.N."},
      {"Lockheed's AI", "lockheed=Lockheed ai=AI [AI]=AI"},
      {"des UAVs", "des=des uavs=UAVs [UAV]=UAVs"},
      {"1\u202F200 km", "1200=1\u202F200 km=km"},
      {"2ème étage", "2eme=2ème etage=étage"},
      {"the F-35s", "the=the f=F (f35)=F-35 35=35"},
      {"dro\u00ADne\u00AD!", "drone=dro\u00ADne"},
      {"🚁 hélico", "helico=hélico"},
      {"1,2,3", "1=1 2=2 3=3"},
  };
  Analyzer analyzer;
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(line_of_written(analyzer.analyze(row.text), row.text), row.tokens);
  }
}

}  // namespace
}  // namespace vigie
