// check, rebuild, compact.

#include <xapian.h>

#include <filesystem>

#include "tests/cli/cli_testing.h"

namespace vigie::tests {
namespace {

using ::testing::HasSubstr;

using Maintain = Cli;

TEST_F(Maintain, CheckFindsAWholeIndexWhole) {
  add_articles(10);
  const Finished text = indexer({"check"});
  EXPECT_EQ(text.status, 0) << text.out << text.err;
  EXPECT_THAT(text.out, HasSubstr("nothing is wrong: 10 articles checked"));
  const auto json = json_lines(indexer({"check", "--json"}).out);
  ASSERT_EQ(json.size(), 1U);
  EXPECT_EQ(json[0]["summary"]["wrong"], 0);
}

TEST_F(Maintain, CheckFindsDamageAndRepairMendsIt) {
  add_articles(3);
  {
    const std::string stub = folder.in("index/XAPIANDB");
    const std::string generation = folder.in("index/gen-1");
    ASSERT_TRUE(std::filesystem::exists(generation)) << read_file(stub);
    Xapian::WritableDatabase database(generation, Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    document.add_term("Fnoise");
    database.replace_document(1, document);
    database.commit();
  }
  const Finished found = indexer({"check"});
  EXPECT_EQ(found.status, 1);
  EXPECT_THAT(found.out, HasSubstr("wrong: "));
  EXPECT_THAT(found.err, HasSubstr("indexer check --repair"));
  const Finished mended = indexer({"check", "--repair"});
  EXPECT_EQ(mended.status, 0) << mended.out << mended.err;
  EXPECT_THAT(mended.out, HasSubstr("mended: "));
  EXPECT_EQ(indexer({"check"}).status, 0);
}

TEST_F(Maintain, RebuildAndCompactKeepEveryArticle) {
  add_articles(20);
  const std::string before = indexer({"export"}).out;
  const Finished rebuilt = indexer({"rebuild", "--jobs", "2"});
  EXPECT_EQ(rebuilt.status, 0) << rebuilt.err;
  EXPECT_THAT(rebuilt.out, HasSubstr("rebuilt: 20 articles in "));
  EXPECT_EQ(indexer({"export"}).out, before);
  const Finished compacted = indexer({"compact"});
  EXPECT_EQ(compacted.status, 0) << compacted.err;
  EXPECT_EQ(indexer({"export"}).out, before);
  EXPECT_EQ(indexer({"check"}).status, 0);
}

std::string known_to(const std::string& index) {
  return Xapian::Database(index).get_metadata("vigie.knowledge");
}

TEST_F(Maintain, KnowledgeIsReadWholeOrRefused) {
  folder.write("good/lexicon/a.tsv", "drone\tUAV\n");
  folder.write("bad/lexicon/a.tsv", "drone\tUAV\nchar\n");
  const std::vector<std::string> add = {"add", folder.write("a.txt", "Un drone\n\nIl vole.\n")};
  for (const char* knowledge : {"bad", "nowhere"}) {
    const Finished refused = indexer({add[0], add[1], "--knowledge", knowledge});
    EXPECT_EQ(refused.status, 2) << refused.out;
    EXPECT_FALSE(std::filesystem::exists(folder.in("index/XAPIANDB")));
  }
  EXPECT_EQ(indexer({add[0], add[1], "--knowledge", "good"}).status, 0);
  const std::string known = known_to(folder.in("index"));
  EXPECT_THAT(known, HasSubstr("drone\tUAV"));
  const Finished refused = indexer({"rebuild", "--knowledge", "bad"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("lexicon/a.tsv, line 2: expected French"));
  EXPECT_EQ(known_to(folder.in("index")), known);
  EXPECT_EQ(indexer({"rebuild"}).status, 0);
  EXPECT_THAT(known_to(folder.in("index")), HasSubstr("lexicon/weapons.tsv"));
}

TEST_F(Maintain, CheckFindsNamesThatFindNothing) {
  folder.write("k/lexicon/a.tsv", "drone\tUAV\n");
  folder.write("k/places.tsv",
               "georgie\tGéorgie\tPays\t\tGéorgie\nautre\tAutre\tOther\t\tGéorgie\n");
  const std::string told =
      "the name 'Géorgie' of 'autre' finds nothing: it is found to name 'georgie'";
  const Finished files = indexer({"check", "--knowledge", "k"});
  EXPECT_EQ(files.status, 1) << files.err;
  EXPECT_EQ(files.out, "wrong: " + told + "\n");
  const auto json = json_lines(indexer({"check", "--json", "--knowledge", "k"}).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["wrong"], told);
  EXPECT_EQ(json[1]["summary"]["wrong"], 1);
  indexer({"add", "--knowledge", "k", folder.write("a.txt", "Un drone\n\nIl vole.\n")});
  const Finished index = indexer({"check"});
  EXPECT_EQ(index.status, 1);
  EXPECT_THAT(index.out, HasSubstr("wrong: " + told + "; mend the knowledge files"));
  EXPECT_EQ(indexer({"check", "--repair"}).status, 1);
}

TEST_F(Maintain, CheckOfKnowledgeFilesNeedsNoIndex) {
  folder.write("k/lexicon/a.tsv", "drone\tUAV\nchar\ttank\n");
  const Finished sound = indexer({"check", "--knowledge", "k"});
  EXPECT_EQ(sound.status, 0) << sound.err;
  EXPECT_EQ(sound.out, "nothing is wrong: 2 terms, 0 entities\n");
  EXPECT_EQ(indexer({"check", "--knowledge", "nowhere"}).status, 2);
  EXPECT_EQ(indexer({"check", "--knowledge", "k", "--repair"}).status, 2);
}

TEST_F(Maintain, RebuildTakesAnIndexOfAnotherVersion) {
  add_articles(2);
  {
    Xapian::WritableDatabase database(folder.in("index/gen-1"), Xapian::DB_OPEN);
    database.set_metadata("vigie.analysis", "another");
    database.commit();
  }
  const Finished refused = indexer({"list"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_THAT(refused.err, HasSubstr("indexer rebuild"));
  EXPECT_EQ(indexer({"add", "-"}, article_line("a9", 1)).status, 3);
  EXPECT_EQ(indexer({"rebuild"}).status, 0);
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 2U);
}

}  // namespace
}  // namespace vigie::tests
