// What a query finds in the other language, and what it says of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/search/search_testing.h"

namespace vigie::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr const char* kLexicon =
    "drone de combat\tcombat drone | UCAV\n"
    "frégate\tfrigate\n"
    "commande\torder\n"
    "commander\tcommand\n"
    "obus\tshell | round\n"
    "OTAN\tNATO\n"
    "IA\tAI\n"
    "char\ttank\t>\n"
    "réservoir\ttank\t<\n"
    "ailier fidèle\tloyal wingman\n"
    "informateur\tinformant\n"
    "fusil sans recul\trecoilless rifle\n"
    "fusil\trifle\n"
    "\fdictionary/a.tsv\n"
    "obtenir\tobtain\t<\n"
    "obtenir | obtient | obtenu\tobtain\t>\n";

class Translation : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = new TestIndex(kLexicon);
    index_->add({
        make_article("fr-drone", "fr", "Un drone de combat", "Le drone de combat vole."),
        make_article("en-drone", "en", "Combat drones", "Two combat drones fly."),
        make_article("en-apart", "en", "A combat", "No drone took part in the combat."),
        make_article("fr-frigate", "fr", "La frégate", "La frégate part, une frégate."),
        make_article("en-frigate", "en", "The frigate", "The frigate leaves, a frigate."),
        make_article("fr-order", "fr", "La commande", "Une commande ferme."),
        make_article("en-order", "en", "The order", "A firm order."),
        make_article("en-command", "en", "The command", "The command staff."),
        make_article("en-shells", "en", "Shells", "Rounds and shells."),
        make_article("fr-otan", "fr", "Sommet de l'OTAN", "L'OTAN se réunit."),
        make_article("en-nato", "en", "The NATO summit", "Leaders of NATO meet."),
        make_article("en-ai", "en", "The AI plan", "Money for AI."),
        make_article("fr-char", "fr", "Le char", "Un char lourd."),
        make_article("en-tank", "en", "The tank", "A heavy tank."),
        make_article("fr-wingman", "fr", "Un loyal wingman", "Le loyal wingman vole."),
        make_article("en-informant", "en", "The informant", "An informant."),
        make_article("en-rifle", "en", "The rifle", "A rifle."),
        make_article("fr-obtient", "fr", "Un accord", "Le pays obtient un accord."),
    });
    engine_ = start_engine(*index_).release();
  }
  static void TearDownTestSuite() {
    delete engine_;
    delete index_;
  }

  static SearchAnswer search(const std::string& q, bool translate = true) {
    SearchRequest request;
    request.q = q;
    request.per_page = 100;
    request.translate = translate;
    return engine_->search(request);
  }
  static std::vector<std::string> ids(const SearchAnswer& answer) {
    std::vector<std::string> ids;
    for (const Hit& hit : answer.hits) {
      ids.push_back(hit.article.id);
    }
    return ids;
  }
  static std::string said(const SearchAnswer& answer) {
    std::string text;
    for (const QueryTranslation& translation : answer.translations) {
      text.append(text.empty() ? "" : "; ").append(translation.from).append(" →");
      for (const std::string& term : translation.to) {
        text.append(" ").append(term).append(",");
      }
    }
    return text;
  }

  static TestIndex* index_;
  static Engine* engine_;
};

TestIndex* Translation::index_;
Engine* Translation::engine_;

TEST_F(Translation, FindsTheOtherLanguageAndSaysSo) {
  // (commande is also looked for as an English word, whose stem is that of command)
  struct Row {
    const char* query;
    std::vector<std::string> found;
    const char* said;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"frégate", {"fr-frigate", "en-frigate"}, "frégate → frigate,"},
           {"frigates", {"fr-frigate", "en-frigate"}, "frigates → frégate,"},
           {"drones de combat",
            {"fr-drone", "en-drone", "en-apart"},
            "drones de combat → combat drone,"},
           {"\"drone de combat\"", {"fr-drone", "en-drone"}, "drone de combat → combat drone,"},
           {"\"le drone de combat\"", {"fr-drone"}, ""},
           {"commande", {"fr-order", "en-order", "en-command"}, "commande → order,"},
           {"commander", {"fr-order", "en-command"}, "commander → command,"},
           {"obus", {"en-shells"}, "obus → shell, round,"},
           {"OTAN", {"fr-otan", "en-nato"}, "OTAN → NATO,"},
           {"otan sommet", {"fr-otan"}, "otan → NATO,"},
           {"IA", {"en-ai"}, "IA → AI,"},
           {"char", {"fr-char", "en-tank"}, "char → tank,"},
           {"tank", {"en-tank"}, ""},
           {"ailier fidèle", {"fr-wingman"}, "ailier fidèle → loyal wingman,"},
           {"obtain", {"fr-obtient"}, "obtain → obtenir,"},
           {"=frégate", {"fr-frigate"}, ""},
           {"frégate -frigate", {"fr-frigate"}, "frégate → frigate,"},
           {"title:frégate", {"fr-frigate"}, ""},
           {"frégate OR obus",
            {"fr-frigate", "en-frigate", "en-shells"},
            "frégate → frigate,; obus → shell, round,"},
           {"commande de frégates",
            {"fr-frigate", "fr-order", "en-frigate", "en-order", "en-command"},
            "commande → order,; frégates → frigate,"},
           {"fusil sans recul", {"en-rifle"}, nullptr},
       }) {
    const SearchAnswer answer = search(row.query);
    EXPECT_THAT(ids(answer), ::testing::UnorderedElementsAreArray(row.found)) << row.query;
    if (row.said != nullptr) {
      EXPECT_EQ(said(answer), row.said) << row.query;
    }
  }
}

TEST_F(Translation, CanBeSwitchedOff) {
  const SearchAnswer answer = search("frégate", false);
  EXPECT_THAT(ids(answer), ElementsAre("fr-frigate"));
  EXPECT_THAT(answer.translations, IsEmpty());
  EXPECT_THAT(ids(search("obus", false)), IsEmpty());
}

TEST_F(Translation, StandsAfterTheWordsAsTyped) {
  EXPECT_THAT(ids(search("frégate")), ElementsAre("fr-frigate", "en-frigate"));
  EXPECT_THAT(ids(search("frigate")), ElementsAre("en-frigate", "fr-frigate"));
  EXPECT_THAT(ids(search("OTAN")), ElementsAre("fr-otan", "en-nato"));
  EXPECT_THAT(ids(search("drone de combat")), ElementsAre("fr-drone", "en-drone", "en-apart"));
  EXPECT_THAT(ids(search("combat drone")), ElementsAre("en-drone", "fr-drone", "en-apart"));
  EXPECT_THAT(ids(search("\"drone de combat\"")), ElementsAre("fr-drone", "en-drone"));
}

TEST_F(Translation, OfALongQueryIsNotMadeFromItsOwnLanguage) {
  EXPECT_EQ(said(search("information")), "information → informant,");
  EXPECT_EQ(said(search("what information the staff has of its frigate")), "frigate → frégate,");
  EXPECT_EQ(said(search("quelle information la marine a de son informateur")),
            "information → informant,; informateur → informant,");
}

TEST_F(Translation, DevaluesNothing) {
  const double typed = search("frégate", false).hits.at(0).score;
  EXPECT_EQ(search("frégate").hits.at(0).score, typed);
}

TEST(TranslationScore, IsOfItsOwnRarityWhereItIsTheCommoner) {
  TestIndex index("char\ttank\nobus\tshell\n");
  std::vector<Article> articles = {make_article("fr-char", "fr", "Le char", "Un char lourd."),
                                   make_article("en-shell", "en", "The shell", "A heavy shell.")};
  for (int i = 0; i < 20; ++i) {
    const std::string number = std::to_string(i);
    articles.push_back(make_article("tank" + number, "en", "The tank", "A heavy tank."));
    articles.push_back(make_article("obus" + number, "fr", "Les obus", "Un obus lourd."));
  }
  index.add(articles);
  const std::unique_ptr<Engine> engine = start_engine(index);
  // (what the best and the last hit score, by a rare word and by a common one)
  for (const auto& [query, least, most] :
       std::initializer_list<std::tuple<const char*, double, double>>{
           {"char", 0.05, 0.3}, {"tank", 0.6, 0.8}, {"shell", 0.05, 0.3}, {"obus", 0.6, 0.8}}) {
    SearchRequest request;
    request.q = query;
    request.per_page = 100;
    request.collapse = false;
    const SearchAnswer answer = engine->search(request);
    ASSERT_EQ(answer.hits.size(), 21U) << query;
    const double ratio = answer.hits.back().score / answer.hits.front().score;
    EXPECT_GT(ratio, least) << query;
    EXPECT_LT(ratio, most) << query;
  }
}

/// What is marked in the title of `id`, "|" between, each with what it translates after "=".
std::string marked(const SearchAnswer& answer, const std::string& id) {
  std::string marks;
  for (const Hit& hit : answer.hits) {
    for (const Segment& segment : hit.title_segments) {
      if (hit.article.id == id && segment.match) {
        marks += (marks.empty() ? "" : "|") + segment.text;
        marks += segment.translates.empty() ? "" : "=" + segment.translates;
      }
    }
  }
  return marks;
}

TEST_F(Translation, IsMarkedWithTheWordsAsTyped) {
  struct Row {
    const char* query;
    const char* id;
    const char* marks;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"Frégates", "en-frigate", "frigate=Frégates"},
           {"Frégates", "fr-frigate", "frégate"},
           {"frégate frigate", "en-frigate", "frigate"},
           {"frigate frégate", "en-frigate", "frigate"},
           {"OTAN", "en-nato", "NATO=OTAN"},
           {"otan", "fr-otan", "OTAN"},
           {"drones de combat", "fr-drone", "drone|combat"},
           {"drones de combat", "en-drone", "Combat drones=drones de combat"},
           {"\"drone de combat\"", "fr-drone", "drone de combat"},
           {"\"drone de combat\"", "en-drone", "Combat drones=drone de combat"},
           {"commande de frégates", "en-order", "order=commande"},
           {"frégate OR obus", "en-shells", "Shells=obus"},
       }) {
    const SearchAnswer answer = search(row.query + std::string(" OR zzz"));
    EXPECT_EQ(marked(answer, row.id), row.marks) << row.query;
  }
}

TEST(Names, AreMarkedWithTheNameTypedUnlessTheyHoldIt) {
  const TestIndex index(
      "\forganisations.tsv\n"
      "dod\tPentagone\tUS Department of Defense\tDoD\n"
      "\fprogrammes.tsv\n"
      "rafale\tRafale\tRafale\tRafale Marine | Omnirole\n");
  index.add({
      make_article("dod", "en", "US Department of Defense, DoD or Pentagone", "Money."),
      make_article("rafale", "fr", "Rafale Marine, Rafale, Omnirole", "Un avion."),
  });
  const auto engine = start_engine(index);
  const auto marks = [&engine](const std::string& q, const std::string& id) {
    SearchRequest request;
    request.q = q;
    return marked(engine->search(request), id);
  };
  EXPECT_EQ(marks("Pentagone", "dod"),
            "US Department of Defense=Pentagone|DoD=Pentagone|Pentagone");
  EXPECT_EQ(marks("rafale", "rafale"), "Rafale Marine|Rafale|Omnirole=rafale");
  EXPECT_EQ(marks("rafale marine", "rafale"), "Rafale Marine|Rafale|Omnirole=rafale marine");
}

}  // namespace
}  // namespace vigie::tests
