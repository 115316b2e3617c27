// Names that find nothing are told; ours all find what they name.
#include "indexer/knowledge/unreachable_names.h"

#include <gtest/gtest.h>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

std::string told(const Gazetteer& gazetteer) {
  Analyzer analyzer;
  std::string text;
  for (const UnreachableName& name : unreachable_names(gazetteer, analyzer)) {
    text += name.id + ": " + name.name + ": " + name.why + "\n";
  }
  return text;
}

std::string told_of(const std::string& lines) {
  Analyzer analyzer;
  return told(Gazetteer(parse_knowledge("\fplaces.tsv\n" + lines), analyzer, AskedBy::kArticles));
}

TEST(UnreachableNames, AreThoseThatAnotherEntityTakes) {
  EXPECT_EQ(told_of("f-35\tF-35\tF-35\nf35\tF 35 (avion)\tF 35 (plane)\tF.35\n"),
            "f35: F.35: it is found to name 'f-35'\n");
  EXPECT_EQ(told_of("georgie\tGéorgie\tPays\t\tGéorgie\nautre\tAutre\tOther\t\tGéorgie\n"),
            "autre: Géorgie: it is found to name 'georgie'\n");
}

TEST(UnreachableNames, AreNotThoseWithNeeds) {
  EXPECT_EQ(told_of("nice\tVille de Nice\tCity of Nice\tniçois\tNice\tRiviera\tNice try\n"), "");
}

TEST(UnreachableNames, OursAreNone) {
  EXPECT_EQ(told(tests::our_gazetteer()), "");
}

}  // namespace
}  // namespace vigie
