// Whole collections, where they are there: every article is read, to the letter.

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "indexer/clean_text.h"
#include "tests/readers/reading.h"
#include "tests/support/shared_data.h"

namespace vigie {
namespace {

class Corpus : public ::testing::TestWithParam<const char*> {};

TEST_P(Corpus, ReadsEveryArticleToTheLetterAndBackAgain) {
  VIGIE_SHARED_DATA_OR_SKIP(path, GetParam());
  const tests::TempDir folder;
  const std::string exported = folder.in("export.jsonl");
  {
    std::ofstream out(exported);
    std::ifstream lines(path);
    std::string line;
    ArticleReader reader({path}, {});
    while (std::getline(lines, line)) {
      const auto given = nlohmann::json::parse(line);
      const auto read = reader.next();
      ASSERT_TRUE(read);
      ASSERT_FALSE(read->error) << read->where << ": " << *read->error;
      for (const auto& [key, member] :
           {std::pair("title", &Article::title), std::pair("body", &Article::body),
            std::pair("source", &Article::source), std::pair("language", &Article::language),
            std::pair("published", &Article::published)}) {
        EXPECT_EQ(read->article.*member, clean_text(given.at(key).get<std::string>())) << key;
      }
      out << to_json(read->article) << "\n";
    }
    EXPECT_FALSE(reader.next());
  }
  ArticleReader original({path}, {});
  ArticleReader again({exported}, {});
  while (const auto article = original.next()) {
    EXPECT_EQ(again.next()->article, article->article);
  }
  EXPECT_FALSE(again.next());
}

INSTANTIATE_TEST_SUITE_P(Collections, Corpus,
                         ::testing::Values("dod-contracts/dod-contracts.jsonl",
                                           "winer-fr/winer-fr.jsonl",
                                           "ministers-fr/declarations.jsonl",
                                           "cert-fr/notices.jsonl"));

}  // namespace
}  // namespace vigie
