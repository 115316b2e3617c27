// What `indexer add` does and says.

#include <csignal>

#include "tests/cli/cli_testing.h"

namespace vigie::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

using Add = Cli;

TEST_F(Add, SaysWhatBecameOfEachArticleAndSumsUp) {
  const std::string file =
      folder.write("a.jsonl", article_line("rafale", 0) + "\n" + article_line("frigate", 1) + "\n");
  const Finished first = indexer({"add", file});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr("added   rafale  (" + file + ":1)\n"));
  EXPECT_THAT(first.out, HasSubstr("2 added, 0 updated, 0 unchanged, 0 rejected in "));
  EXPECT_THAT(first.err, IsEmpty());

  const Finished again = indexer({"add", file});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, StartsWith("0 added, 0 updated, 2 unchanged, 0 rejected in "));

  folder.write("a.jsonl", article_line("rafale", 2) + "\n");
  const Finished changed = indexer({"add", file});
  EXPECT_THAT(changed.out, HasSubstr("updated   rafale"));
  EXPECT_THAT(changed.out, HasSubstr("0 added, 1 updated, 0 unchanged, 0 rejected in "));
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 2U);
}

TEST_F(Add, ReadsStandardInputWhicheverFormat) {
  EXPECT_EQ(indexer({"add", "-"}, "Titre\nChapeau\n\nCorps").status, 0);
  EXPECT_EQ(indexer({"add", "-"}, "---\nid: md\ntitle: Title\n---\nText").status, 0);
  EXPECT_EQ(indexer({"add", "-"}, "[" + article_line("json", 1) + "]").status, 0);
  EXPECT_EQ(indexer({"add", "-"}, article_line("line", 1)).status, 0);
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 4U);
}

TEST_F(Add, RejectsOneAndTakesTheRest) {
  const Finished finished =
      indexer({"add", "-"}, article_line("a", 0) + "\n{\"title\":12}\n" + article_line("b", 1));
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(finished.err,
              HasSubstr("rejected: -:2: title is the number 12; expected a string\n"));
  EXPECT_THAT(finished.out, HasSubstr("2 added, 0 updated, 0 unchanged, 1 rejected in "));
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 2U);
}

TEST_F(Add, WritesJsonForPrograms) {
  const Finished finished =
      indexer({"add", "--json", "-"},
              article_line("a", 0) + "\n{\"title\":12}\n{\"title\":\"b\",\"x\":1}\n");
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(finished.err, IsEmpty());
  const std::vector<nlohmann::json> lines = json_lines(finished.out);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0], (nlohmann::json{{"outcome", "added"}, {"id", "a"}, {"where", "-:1"}}));
  EXPECT_EQ(lines[1]["outcome"], "rejected");
  EXPECT_EQ(lines[1]["reason"], "title is the number 12; expected a string");
  EXPECT_THAT(lines[2]["warnings"].dump(), HasSubstr("unknown field"));
  const nlohmann::json& summary = lines[3]["summary"];
  EXPECT_EQ(summary["added"], 2);
  EXPECT_EQ(summary["rejected"], 1);
  EXPECT_EQ(summary["stopped"], false);
}

TEST_F(Add, DryRunChangesNothing) {
  const std::string file = folder.write("a.jsonl", article_line("a", 0) + "\n");
  const Finished finished = indexer({"add", "--dry-run", file});
  EXPECT_EQ(finished.status, 0);
  EXPECT_THAT(finished.out, HasSubstr("would be: 1 added"));
  EXPECT_FALSE(std::filesystem::exists(folder.in("index")));
  indexer({"add", file});
  EXPECT_THAT(indexer({"add", "--dry-run", file}).out, HasSubstr("1 unchanged"));
}

TEST_F(Add, NamesFewArticlesAndCountsMany) {
  EXPECT_EQ(lines_of(add_articles(50).out).size(), 51U);
  const TempDir other;
  std::string lines;
  for (int i = 0; i < 60; ++i) {
    lines += "{\"title\":\"Le titre numéro " + std::to_string(i) + "\",\"body\":\"Un texte.\"}\n";
  }
  const Finished many = indexer({"add", "--db", other.in("i"), "-"}, lines);
  EXPECT_EQ(lines_of(many.out).size(), 1U) << many.out;
  EXPECT_THAT(many.err, HasSubstr("warning: -:1: no date of publication\n"));
  EXPECT_THAT(many.err, HasSubstr("warning: 57 more articles: no date of publication\n"));
  const Finished verbose = indexer({"add", "--verbose", "--db", other.in("i"), "-"}, lines);
  EXPECT_EQ(lines_of(verbose.out).size(), 61U);
}

TEST_F(Add, AnArticleFromAPipeIsInBeforeThePipeEnds) {
  Process process(command({"add", "--verbose", "-"}));
  for (const char* id : {"one", "two", "three"}) {
    ASSERT_TRUE(process.write(article_line(id, 0) + "\n"));
    ASSERT_TRUE(process.wait_for_output("added   " + std::string(id)));
    EXPECT_THAT(indexer({"list"}).out, HasSubstr(id));
  }
  EXPECT_EQ(process.finish().status, 0);
}

TEST_F(Add, CtrlCStopsBetweenArticlesAndSaysWhatIsIn) {
  for (const int signal : {SIGINT, SIGTERM}) {
    Process process(command({"add", "--verbose", "-"}));
    process.write(article_line("one" + std::to_string(signal), 0) + "\n{\"id\":\"half");
    ASSERT_TRUE(process.wait_for_output("added   one" + std::to_string(signal)));
    process.signal(signal);
    ASSERT_TRUE(process.wait_for_output("stopped"));
    const Finished finished = process.finish();
    EXPECT_EQ(finished.status, 130);
    EXPECT_THAT(finished.out, HasSubstr("1 added, 0 updated, 0 unchanged, 0 rejected in "));
    EXPECT_THAT(finished.err, IsEmpty());
  }
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 2U);
  EXPECT_EQ(indexer({"check"}).status, 0);
}

TEST_F(Add, ASecondWriterIsToldWhoHoldsTheIndex) {
  Process first(command({"add", "--verbose", "-"}));
  first.write(article_line("first", 0) + "\n");
  ASSERT_TRUE(first.wait_for_output("added   first"));
  const std::string file = folder.write("b.jsonl", article_line("second", 1) + "\n");

  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"add", file}, {"remove", "first"}, {"rebuild"}, {"compact"}}) {
    const Finished refused = indexer(arguments);
    EXPECT_EQ(refused.status, 3) << arguments[0];
    EXPECT_THAT(refused.err, HasSubstr(std::to_string(first.pid()))) << arguments[0];
    EXPECT_EQ(lines_of(refused.err).size(), 1U) << refused.err;
  }
  EXPECT_EQ(indexer({"list"}).status, 0);
  EXPECT_EQ(indexer({"add", "--dry-run", file}).status, 0);

  Process waiting(command({"add", "--wait", file}));
  EXPECT_EQ(first.finish().status, 0);
  const Finished waited = waiting.finish();
  EXPECT_EQ(waited.status, 0) << waited.err;
  EXPECT_THAT(waited.out, HasSubstr("1 added"));
}

TEST_F(Add, GoesOnWhereNobodyReadsItsOutput) {
  Process process(command({"add", "--verbose", "-"}));
  process.close_output();
  for (int i = 0; i < 20; ++i) {
    process.write(article_line("a" + std::to_string(i), i) + "\n");
  }
  EXPECT_EQ(process.finish().status, 0);
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 20U);
}

TEST_F(Add, ThousandsAtOnceAreAllIn) {
  const Finished finished = add_articles(3000);
  EXPECT_EQ(finished.status, 0) << finished.err;
  EXPECT_THAT(finished.out, StartsWith("3000 added, 0 updated, 0 unchanged, 0 rejected in "));
  EXPECT_EQ(lines_of(indexer({"list"}).out).size(), 3000U);
  EXPECT_THAT(add_articles(3000).out, StartsWith("0 added, 0 updated, 3000 unchanged"));
}

TEST_F(Add, SaysWhatItPassedOver) {
  folder.write("in/a.txt", "Titre\n\nTexte");
  folder.write("in/b.docx", "x");
  const Finished finished = indexer({"add", folder.in("in")});
  EXPECT_EQ(finished.status, 0);
  EXPECT_THAT(finished.err, HasSubstr("note: 1 files passed over"));
}

}  // namespace
}  // namespace vigie::tests
