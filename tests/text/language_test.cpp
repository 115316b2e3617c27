// How well the language of a text is told.
#include "indexer/text/language.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace vigie {
namespace {

std::filesystem::path shared_data() {
  const char* given = std::getenv("VIGIE_SHARED_DATA");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(VIGIE_SOURCE_DIR) / "../shared/data";
}

// The part of the lines of `file`, every third of them, that are told to be in `language`;
// negative if there are none.
double share_told(const std::filesystem::path& file, const std::string& language) {
  std::ifstream lines(file);
  int total = 0;
  int told = 0;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    if (number++ % 3 != 0) {
      continue;
    }
    ++total;
    told += detect_language(line) == language ? 1 : 0;
  }
  return total == 0 ? -1.0 : static_cast<double>(told) / total;
}

TEST(Language, NamesBareHeadlinesInBothLanguages) {
  const std::filesystem::path headlines = shared_data() / "headlines";
  if (!std::filesystem::exists(headlines)) {
    GTEST_SKIP() << "no shared data: " << headlines;
  }
  EXPECT_GE(share_told(headlines / "fr.txt", "fr"), 0.975);
  EXPECT_GE(share_told(headlines / "en.txt", "en"), 0.97);
}

TEST(Language, SaysNothingOfWhatTellsNothing) {
  for (const char* text :
       {"", " ", "OK", "OTAN", "NATO", "123 456", "12,5 %", "!?", "🚁", "\xFF\xFE"}) {
    EXPECT_EQ(detect_language(text), std::nullopt) << text;
  }
}

TEST(Language, NamesOtherLanguages) {
  EXPECT_EQ(detect_language("Das Bundesministerium der Verteidigung hat heute mitgeteilt, dass die "
                            "Bundeswehr neue Drohnen beschaffen wird, um die Truppe zu schützen."),
            "de");
  EXPECT_EQ(
      detect_language("El Ministerio de Defensa anunció hoy que las fuerzas armadas comprarán "
                      "nuevos drones para proteger a las tropas desplegadas en el extranjero."),
      "es");
  EXPECT_EQ(detect_language("Le ministère des Armées a annoncé l'achat de nouveaux drones."), "fr");
  EXPECT_EQ(detect_language("The Department of Defense announced the purchase of new drones."),
            "en");
}

TEST(Language, BadBytesDoNoHarm) {
  EXPECT_EQ(detect_language("Le minist\xE8re des arm\xE9"
                            "es a annonc\xE9 l'achat de nouveaux drones pour les troupes."),
            "fr");
}

TEST(Language, ReadsTags) {
  for (const char* tag : {"fr", "FR", "fr-CA", "fr_FR", "Fr-be"}) {
    EXPECT_EQ(language_of_tag(tag), Language::kFrench) << tag;
  }
  for (const char* tag : {"en", "EN-us", "en-GB"}) {
    EXPECT_EQ(language_of_tag(tag), Language::kEnglish) << tag;
  }
  for (const char* tag : {"", "de", "frr", "eng-lish", "-fr", "zh-Hant"}) {
    EXPECT_EQ(language_of_tag(tag), Language::kOther) << tag;
  }
}

}  // namespace
}  // namespace vigie
