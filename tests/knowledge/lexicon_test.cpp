#include "indexer/knowledge/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vigie {
namespace {

struct Row {
  const char* typed;
  Language from;
  size_t words;              ///< that the longest term at the beginning has
  const char* translations;  ///< joined by " | "
};

std::vector<TypedWord> typed_words(const std::string& text, Analyzer& analyzer) {
  std::vector<TypedWord> words;
  append_typed_words(text, analyzer, words);
  return words;
}

std::string joined(const TranslatedTerm& term) {
  std::string text;
  for (const Translation* translation : term.translations) {
    text.append(text.empty() ? "" : " | ").append(translation->text);
  }
  return text;
}

constexpr Language kFr = Language::kFrench;
constexpr Language kEn = Language::kEnglish;

TEST(Lexicon, TranslatesTheLongestTermFirst) {
  Analyzer analyzer;
  const Lexicon lexicon(
      parse_knowledge("\fa.tsv\ndrone de combat\tcombat drone | UCAV\ndrone\tUAV\nchar\ttank\t>\n"
                      "réservoir\ttank\t<\nOTAN\tNATO\nIA\tAI\nchar d'assaut\ttank | main battle "
                      "tank\nIA générative\tgenerative AI\nblindé\tarmoured | armored\n"
                      "commande\torder\ncommander\tcommand\nactiver\tactivate\nactivité\tactivity\n"
                      "obtenir | obtient\tobtain\t>\ndire\tsay | said\t<\n"),
      analyzer);
  for (const Row& row : std::initializer_list<Row>{
           {"drone de combat", kFr, 3, "combat drone | UCAV"},
           {"drones de combat furtifs", kFr, 3, "combat drone | UCAV"},
           {"Drone de reconnaissance", kFr, 1, "UAV"},
           {"drone", kEn, 0, ""},
           {"combat drones", kEn, 2, "drone de combat"},
           {"UAV", kEn, 1, "drone"},
           {"uav", kEn, 1, "drone"},
           {"char", kFr, 1, "tank"},
           {"tank", kEn, 1, "réservoir | char d'assaut"},
           {"chars d'assaut", kFr, 2, "tank | main battle tank"},
           {"OTAN", kFr, 1, "NATO"},
           {"otan", kFr, 1, "NATO"},
           {"IA", kFr, 1, "AI"},
           {"ia", kFr, 0, ""},
           {"IA générative", kFr, 2, "generative AI"},
           {"blindées", kFr, 1, "armoured | armored"},
           {"armored", kEn, 1, "blindé"},
           {"commande", kFr, 1, "order"},
           {"Commandes", kFr, 1, "order"},
           {"commander", kFr, 1, "command"},
           {"commandant", kFr, 1, "order | command"},
           {"activities", kEn, 1, "activité"},
           {"activated", kEn, 1, "activer"},
           {"activité", kFr, 1, "activity"},
           {"obtient", kFr, 1, "obtain"},
           {"obtenez", kFr, 1, "obtain"},
           {"said", kEn, 1, "dire"},
           {"rien", kFr, 0, ""},
       }) {
    const TranslatedTerm term = lexicon.find(typed_words(row.typed, analyzer), 0, row.from);
    EXPECT_EQ(term.words, row.words) << row.typed;
    EXPECT_EQ(joined(term), row.translations) << row.typed;
  }
}

TEST(Lexicon, AsksTheDictionaryWhereItKnowsNoTerm) {
  Analyzer analyzer;
  const Lexicon lexicon(
      parse_knowledge("\fa.tsv\nchar\ttank\ncommande\torder\nécole de guerre\twar college\n"
                      "\fdictionary/a.tsv\nchar\tcart\t>\nécole\tschool\nguerre\twar | warfare\t>\n"
                      "guerre\twar\t<\ncommander\tcommand\t>\n"),
      analyzer);
  for (const auto& [typed, from, count, translations, general] :
       std::initializer_list<std::tuple<const char*, Language, size_t, const char*, bool>>{
           {"char", kFr, 1, "tank", false},
           {"écoles", kFr, 1, "school", true},
           {"school", kEn, 1, "école", true},
           {"école de guerre", kFr, 3, "war college", false},
           {"guerre", kFr, 1, "war | warfare", true},
           {"war", kEn, 1, "guerre", true},
           {"warfare", kEn, 0, "", false},
           {"commande", kFr, 1, "order", false},
           {"commander", kFr, 1, "command", true},
           {"commandant", kFr, 1, "order", false},
       }) {
    const TranslatedTerm term = lexicon.find(typed_words(typed, analyzer), 0, from);
    EXPECT_EQ(term.words, count) << typed;
    EXPECT_EQ(joined(term), translations) << typed;
    EXPECT_EQ(term.words > 0 && term.translations.front()->general, general) << typed;
  }
}

TEST(Lexicon, TellsTheFormsOfATranslationThatItsStemDoesNotFind) {
  Analyzer analyzer;
  const Lexicon lexicon(
      parse_knowledge("\fa.tsv\nlivrer\tdeliver\nrôle | fonction\trole\n"
                      "\fdictionary/a.tsv\nobtenir | obtient | obtenu\tobtain\t>\n"
                      "livrer | livrent\tdeliver\t>\nobtenir\tget | got\t<\nobtenir\tobtain\t<\n"),
      analyzer);
  for (const auto& [typed, from, stems] :
       std::initializer_list<std::tuple<const char*, Language, std::vector<std::string>>>{
           {"obtain", kEn, {"obtient", "obtenu"}},
           {"got", kEn, {"obtient", "obtenu"}},
           {"deliver", kEn, {"livrent"}},
           {"role", kEn, {}},
           {"obtient", kFr, {}},
       }) {
    const TranslatedTerm term = lexicon.find(typed_words(typed, analyzer), 0, from);
    ASSERT_FALSE(term.translations.empty()) << typed;
    EXPECT_EQ(term.translations.front()->other_stems, stems) << typed;
  }
}

TEST(Lexicon, OursKnowsGeneralWords) {
  Analyzer analyzer;
  const Lexicon lexicon(parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge")),
                        analyzer);
  for (const auto& [typed, from, expected] :
       std::initializer_list<std::tuple<const char*, Language, const char*>>{
           {"avenir", kFr, "future"},
           {"courage", kFr, "courage"},
           {"hôpitaux", kFr, "hospital"},
           {"child", kEn, "enfant"},
           {"harvest", kEn, "récolte"},
           {"environnementales", kFr, "environmental"},
           {"obtient", kFr, "obtain"},
           {"réduisent", kFr, "reduce"},
           {"construit", kFr, "build"},
           {"itinerary", kEn, "itinéraire"},
           {"activities", kEn, "activité"},
           {"said", kEn, "dire"},
       }) {
    const TranslatedTerm term = lexicon.find(typed_words(typed, analyzer), 0, from);
    EXPECT_THAT(joined(term), testing::HasSubstr(expected)) << typed;
  }
}

TEST(Lexicon, OursKnowsTheTrade) {
  Analyzer analyzer;
  const Lexicon lexicon(parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge")),
                        analyzer);
  for (const auto& [typed, from, expected] :
       std::initializer_list<std::tuple<const char*, Language, const char*>>{
           {"char de combat", kFr, "tank"},
           {"frégates", kFr, "frigate"},
           {"sous-marin nucléaire d'attaque", kFr, "attack submarine"},
           {"munition rôdeuse", kFr, "loitering munition"},
           {"armement", kFr, "weapon"},
           {"OTAN", kFr, "NATO"},
           {"intelligence artificielle", kFr, "artificial intelligence"},
           {"loitering munitions", kEn, "munition"},
           {"aircraft carrier", kEn, "porte-avions"},
           {"ceasefire", kEn, "cessez-le-feu"},
           {"AI", kEn, "IA"},
           {"shells", kEn, "obus"},
       }) {
    const TranslatedTerm term = lexicon.find(typed_words(typed, analyzer), 0, from);
    EXPECT_THAT(joined(term), testing::HasSubstr(expected)) << typed;
  }
}

}  // namespace
}  // namespace vigie
