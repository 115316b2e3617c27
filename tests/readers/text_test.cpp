#include "indexer/readers/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/readers/debris.h"
#include "tests/readers/reading.h"
#include "tests/support/shared_data.h"

namespace vigie {
namespace {

using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

TEST(PlainText, FindsTitleStandfirstAndBody) {
  struct Row {
    const char* text;
    const char* title;
    const char* standfirst;
    const char* body;
  };
  const std::vector<Row> rows = {
      {"Titre\nChapeau\n\nCorps un.\n\nCorps deux.\n", "Titre", "Chapeau",
       "Corps un.\n\nCorps deux."},
      {"\n\n Title \nStandfirst\n\n\nBody.", "Title", "Standfirst", "Body."},
      {"Title only", "Title only", "", ""},
      {"Titre\n\nCorps.\n", "Titre", "", "Corps."},
      {"Title\nText below.", "Title", "", "Text below."},
      {"Title\nLine one\nLine two\n\nLine three", "Title", "", "Line one\nLine two\n\nLine three"},
      {"Titre\r\nChapeau\r\n\r\nCorps.\r\n", "Titre", "Chapeau", "Corps."},
      {"", "", "", ""},
      {"\n \n\t\n", "", "", ""},
  };
  for (const Row& row : rows) {
    const auto read = tests::read_as("a.txt", row.text);
    ASSERT_EQ(read.size(), 1U);
    if (*row.title == '\0') {
      EXPECT_TRUE(read[0].error);
      continue;
    }
    EXPECT_EQ(read[0].article.title, row.title) << row.text;
    EXPECT_EQ(read[0].article.standfirst, row.standfirst) << row.text;
    EXPECT_EQ(read[0].article.body, row.body) << row.text;
    EXPECT_THAT(read[0].warnings, Contains("no date of publication"));
    EXPECT_EQ(read[0].article.id.size(), 16U);
  }
}

TEST(PlainText, AFirstLineTooLongIsNoTitle) {
  const std::string paragraph = "Début " + std::string(200, 'e') + " fin.";
  const Record record = parse_text_record(paragraph + "\nSuite\n\nFin");
  EXPECT_EQ(record.article.title, "");
  EXPECT_EQ(record.article.body, paragraph + "\nSuite\n\nFin");
  const std::string accents = "É" + std::string(199, 'e');
  EXPECT_EQ(parse_text_record(accents).article.title, accents);
}

TEST(PlainText, LeavesOutWholeLinesOfPageFurniture) {
  for (const char* line : {"Comments ()",
                           "Comments (12)",
                           "12 commentaires",
                           "3 comments",
                           "Partager sur Facebook",
                           "PARTAGER SUR X (Twitter)",
                           "Share on LinkedIn",
                           "Share this article",
                           "Tweet",
                           "Tweeter",
                           "Lire aussi",
                           "Lire aussi :",
                           "À lire aussi…",
                           "Lire aussi : Le Rafale vendu à l’Inde",
                           "Read also: India buys the Rafale",
                           "Read more",
                           "Imprimer",
                           "Publicité",
                           "Copier le lien",
                           "Leave a comment",
                           "  Partager l’article  ",
                           "Share:"}) {
    EXPECT_TRUE(is_page_debris(line)) << line;
  }
  for (const char* line :
       {"", "Tweet de Donald Trump : la Maison-Blanche réagit", "Partager le fardeau de la défense",
        "Share buybacks at Lockheed Martin", "Comments by the minister were clear.",
        "Lire aussi bien que parler", "Partager sur Facebook est devenu un réflexe.",
        "Publicité mensongère", "The minister shared this article", "Reading more",
        "Commentaires de la ministre (12 juin)", "12", "X", "Facebook"}) {
    EXPECT_FALSE(is_page_debris(line)) << line;
  }
}

TEST(PlainText, SaysWhatItLeftOut) {
  const Record record =
      parse_text_record("Tweet\nTitle\n\nThe share this article holds.\nComments ()\n");
  EXPECT_EQ(record.article.title, "Title");
  EXPECT_EQ(record.article.body, "The share this article holds.");
  EXPECT_THAT(record.warnings,
              Contains("left out 2 lines of web page furniture, such as \"Tweet\""));
}

TEST(PlainText, ReadsTheArticleThatVigieWasConceivedFrom) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "seed/openai-pentagone.fr.txt");
  const auto read = tests::read_all({path});
  ASSERT_EQ(read.size(), 1U);
  const Article& article = read[0].article;
  EXPECT_EQ(article.title, "OpenAI s'allie au Pentagone : 200 millions pour l'IA militaire");
  EXPECT_THAT(article.standfirst, StartsWith("OpenAI signe un contrat de 200M$"));
  EXPECT_THAT(article.body, StartsWith("ChatGPT va désormais"));
  EXPECT_THAT(article.body, Not(HasSubstr("Comments ()")));
  EXPECT_EQ(article.language, "fr");
}

}  // namespace
}  // namespace vigie
