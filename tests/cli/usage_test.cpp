// What is said to those who type it wrong.

#include "tests/cli/cli_testing.h"

namespace vigie::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

using Usage = Cli;

TEST_F(Usage, WithoutACommandHelpIsPrintedAndTheStatusIsTwo) {
  const Finished finished = indexer({});
  EXPECT_EQ(finished.status, 2);
  EXPECT_THAT(finished.out, IsEmpty());
  EXPECT_THAT(finished.err, HasSubstr("Examples:"));
}

TEST_F(Usage, MistakesGetOneSentenceAndTheStatusIsTwo) {
  struct Row {
    std::vector<std::string> arguments;
    const char* said;
  };
  const std::vector<Row> rows = {
      {{"ad", "x"}, "indexer: \"ad\" is no command; did you mean add?"},
      {{"frobnicate"}, "indexer: \"frobnicate\" is no command"},
      {{"add", "--jbos", "3", "x"}, "unknown option --jbos; did you mean --jobs?"},
      {{"list", "--lnaguage=fr"}, "unknown option --lnaguage; did you mean --language?"},
      {{"add"}, "indexer add: PATH is required"},
      {{"remove"}, "indexer remove: ID is required"},
      {{"add", "--jobs", "0", "x"}, "--jobs"},
      {{"add", "--format", "xml", "x"},
       "--format is \"xml\"; expected text, markdown, json or jsonl"},
      {{"list", "--from", "2025-13"}, "--from \"2025-13\" is no date"},
      {{"list", "--to", "hier"}, "--to \"hier\" is no date"},
      {{"list", "--limit", "-1"}, "--limit"},
      {{"stats", "extra"}, "one argument too many: \"extra\""},
      {{"--verbose"}, "unknown option --verbose"},
  };
  for (const Row& row : rows) {
    const Finished finished = indexer(row.arguments);
    EXPECT_EQ(finished.status, 2) << row.said;
    EXPECT_THAT(finished.err, HasSubstr(row.said));
    EXPECT_EQ(lines_of(finished.err).size(), 1U) << finished.err;
    EXPECT_THAT(finished.out, IsEmpty());
  }
}

TEST_F(Usage, EveryCommandTeachesByExample) {
  for (const char* name : {"add", "remove", "show", "list", "stats", "names", "check", "export",
                           "rebuild", "compact"}) {
    const Finished finished = indexer({name, "--help"});
    EXPECT_EQ(finished.status, 0) << name;
    EXPECT_THAT(finished.out, HasSubstr("Usage: indexer " + std::string(name)));
    const size_t examples = finished.out.find("Examples:\n");
    ASSERT_NE(examples, std::string::npos) << name;
    EXPECT_THAT(finished.out.substr(examples), HasSubstr("  indexer " + std::string(name)));
    EXPECT_THAT(finished.out, HasSubstr("--db"));
  }
}

TEST_F(Usage, VersionIsPrinted) {
  const Finished finished = indexer({"--version"});
  EXPECT_EQ(finished.status, 0);
  EXPECT_THAT(finished.out, StartsWith("Vigie indexer "));
}

TEST_F(Usage, WithoutAnIndexCommandsSayHowToMakeOne) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{"list"},
                                             {"stats"},
                                             {"export"},
                                             {"show", "x"},
                                             {"check"},
                                             {"remove", "x"},
                                             {"rebuild"},
                                             {"compact"}}) {
    const Finished finished = indexer(arguments);
    EXPECT_EQ(finished.status, 3) << arguments[0];
    EXPECT_THAT(finished.err, HasSubstr("indexer add")) << arguments[0];
    EXPECT_EQ(lines_of(finished.err).size(), 1U) << finished.err;
    EXPECT_FALSE(std::filesystem::exists(folder.in("index"))) << arguments[0];
  }
}

TEST_F(Usage, TheIndexIsTheOptionElseTheVariableElseHere) {
  const std::string file = folder.write("a.txt", "Titre\n\nTexte");
  Command by_variable = command({"add", file});
  by_variable.variables["VIGIE_DB"] = folder.in("named");
  EXPECT_EQ(run(by_variable).status, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.in("named/XAPIANDB")));
  by_variable.arguments = {"add", "--db", folder.in("optional"), file};
  EXPECT_EQ(run(by_variable).status, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.in("optional/XAPIANDB")));
  EXPECT_EQ(indexer({"add", file}).status, 0);
  EXPECT_TRUE(std::filesystem::exists(folder.in("index/XAPIANDB")));
}

}  // namespace
}  // namespace vigie::tests
