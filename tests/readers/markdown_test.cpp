#include "indexer/readers/markdown.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "indexer/readers/markdown_text.h"
#include "tests/readers/reading.h"

namespace vigie {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using tests::read_as;

TEST(Markdown, ReadsTheRecordFromTheFrontMatter) {
  const auto read =
      read_as("a.md",
              "---\n"
              "id: rafale-f4\n"
              "url: https://example.fr/rafale\n"
              "title: \"Rafale : le standard F4\"\n"
              "standfirst: >\n  Chapeau sur\n  deux lignes\n"
              "language: fr\n"
              "source: Air & Cosmos\n"
              "authors: [Anne Dupré, 'John O''Brien']\n"
              "published: 2025-06-17\n"
              "section: ~\n"
              "---\n\n"
              "Le **premier** paragraphe,\nsur deux lignes.\n\n## Intertitre\n\nFin.\n");
  ASSERT_EQ(read.size(), 1U);
  ASSERT_FALSE(read[0].error) << *read[0].error;
  const Article& article = read[0].article;
  EXPECT_EQ(article.id, "rafale-f4");
  EXPECT_EQ(article.title, "Rafale : le standard F4");
  EXPECT_EQ(article.standfirst, "Chapeau sur deux lignes\n");
  EXPECT_EQ(article.source, "Air & Cosmos");
  EXPECT_THAT(article.authors, ElementsAre("Anne Dupré", "John O'Brien"));
  EXPECT_EQ(article.published, "2025-06-17");
  EXPECT_EQ(article.section, "");
  EXPECT_EQ(article.body, "Le premier paragraphe, sur deux lignes.\n\nIntertitre\n\nFin.");
  EXPECT_THAT(read[0].warnings, IsEmpty());
}

TEST(Markdown, TakesTheTitleFromAFirstHeading) {
  struct Row {
    const char* text;
    const char* title;
    const char* body;
  };
  const std::vector<Row> rows = {
      {"# The *new* frigate\n\nText.", "The new frigate", "Text."},
      {"---\nsource: AFP\n---\n# Titre\nTexte.", "Titre", "Texte."},
      {"---\ntitle: Titre\n---\n# Titre\n\nTexte.", "Titre", "Texte."},
      {"---\ntitle: Titre\n---\n# Autre\n\nTexte.", "Titre", "Autre\n\nTexte."},
      {"## Not first level\n\nText.", "", "Not first level\n\nText."},
  };
  for (const Row& row : rows) {
    const Record record = parse_markdown_record(row.text);
    EXPECT_EQ(record.article.title, row.title);
    EXPECT_EQ(record.article.body, row.body);
  }
}

TEST(Markdown, NamesWhatIsWrongWithTheFrontMatter) {
  struct Row {
    const char* text;
    const char* said;
  };
  const std::vector<Row> rows = {
      {"---\ntitle: x\n\nText", "never closed"},
      {"---\nid: x\ntitle: Rafale : le standard: F4: x\n---\nText", "not YAML at line 3"},
      {"---\ntitle: [a, b]\n---\nText", "title is a list; expected a string"},
      {"---\nauthors: {name: x}\n---\nText", "authors is a map; expected a list of strings"},
      {"---\nauthors: [{name: x}]\n---\nText", "authors[0] is a map; expected a string"},
      {"---\njust text\n---\nText", "no list of fields"},
      {"---\ntitle: x\npublished: 17 juin 2025\n---\nText", "published is \"17 juin 2025\""},
      {"---\nid: x\n---\n", "no text"},
  };
  for (const Row& row : rows) {
    const auto read = read_as("a.md", row.text);
    ASSERT_EQ(read.size(), 1U);
    ASSERT_TRUE(read[0].error) << row.text;
    EXPECT_THAT(*read[0].error, HasSubstr(row.said));
  }
}

TEST(Markdown, SaysWhatItIgnoresInTheFrontMatter) {
  const Record record =
      parse_markdown_record("---\ntitle: a\ntitle: b\ntags: [x, y]\nauthor: Anne\n---\nText");
  EXPECT_EQ(record.article.title, "b");
  EXPECT_THAT(record.article.authors, ElementsAre("Anne"));
  EXPECT_THAT(record.warnings, Contains("unknown field \"tags\" ignored"));
  EXPECT_THAT(record.warnings, Contains(HasSubstr("given twice")));
}

TEST(MarkdownText, BecomesWhatIsReadAloud) {
  struct Row {
    const char* markdown;
    const char* text;
  };
  const std::vector<Row> rows = {
      {"Un *mot*, **deux** mots, ***trois***, _quatre_, __cinq__, ~~six~~, `sept`.",
       "Un mot, deux mots, trois, quatre, cinq, six, sept."},
      {"**bold *and italic* text**", "bold and italic text"},
      {"2 * 3 * 4 and snake_case_name and a * star", "2 * 3 * 4 and snake_case_name and a * star"},
      {"l'*armée*, (**OTAN**)", "l'armée, (OTAN)"},
      {"not *closed and not **either", "not *closed and not **either"},
      {"A [link](https://example.fr/a_(b)) and [another *one*][ref].\n\n[ref]: https://x.fr",
       "A link and another one."},
      {"![alt](image.png)\n\nText ![inline](x.png)here [![logo](a.png) home](https://b.fr)",
       "Text here  home"},
      {"See <https://example.fr> [sic] [1] [not](closed",
       "See https://example.fr [sic] [1] [not](closed"},
      {"Title\n=====\n\nText\n\nSub\n---\nMore", "Title\n\nText\n\nSub\nMore"},
      {"### Heading ###\nText\n#hashtag", "Heading\nText #hashtag"},
      {"C# and F#\n\n# C#", "C# and F#\n\nC#"},
      {"- one\n- two\n  goes on\n* three\n\n1. first\n2) second",
       "- one\n- two goes on\n- three\n\n1. first\n2) second"},
      {"> Quoted **text**\n> goes on", "Quoted text goes on"},
      {"Before\n\n---\n\nAfter\n\n***\n\nEnd", "Before\n\nAfter\n\nEnd"},
      {"```\ncode *as* is\n```\nText", "code *as* is\nText"},
      {"\\*not emphasis\\* and \\# too", "*not emphasis* and # too"},
      {"``a ` b``", "a ` b"},
      {"", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(markdown_to_text(row.markdown), row.text) << row.markdown;
  }
}

TEST(MarkdownText, HostileMarkupCostsTimeInItsLengthOnly) {
  for (const char* piece :
       {"*a ", "[", "[](", "`a", "![", "**", "_a_", "[a]", "<http://", "> ", "[*"}) {
    std::string text;
    while (text.size() < 200'000) {
      text += piece;
    }
    const auto start = std::chrono::steady_clock::now();
    markdown_to_text(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace vigie
