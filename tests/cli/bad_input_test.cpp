// Each bad input gets one clear sentence; the rest of its batch is in.

#include "tests/cli/cli_testing.h"

namespace vigie::tests {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

using BadInput = Cli;

TEST_F(BadInput, IsNamedAndTheRestIsIn) {
  struct Row {
    const char* name;
    std::string bytes;
    const char* said;
  };
  const std::vector<Row> rows = {
      {"empty.txt", "", "the file is empty"},
      {"blank.md", "\n \n", "the file is empty"},
      {"binary.txt", "\x00\x01\x02\xff\xfe\x00"s, "is not text"},
      {"document.txt", "%PDF-1.4 \xe2\xe3", "is a PDF document"},
      {"page.txt", "<!doctype html><p>x", "is an HTML page"},
      {"half.json", R"([{"title":"in"},{"title":"ou)", "half JSON"},
      {"type.json", R"({"title":["x"]})", "title is an array; expected a string"},
      {"none.json", R"({"id":"x","title":"","body":null})", "no text"},
      {"date.json", R"({"title":"x","published":"2025-02-30"})",
       "published is \"2025-02-30\"; expected a day of the calendar"},
      {"list.json", "[]", "holds no article"},
      {"front.md", "---\ntitle: x\n", "never closed"},
      {"yaml.md", "---\ntitle: a: b\n---\nx", "not YAML at line 2"},
      {"large.json", R"({"title":"x","body":")" + std::string(11'000'000, 'x') + "\"}",
       "body is 11.0 MB long; at most 10 MB is taken"},
      {"id.json", R"({"title":"x","id":")" + std::string(300, 'i') + "\"}",
       "id is 300 bytes long; at most 200 are taken"},
  };
  std::vector<std::string> arguments = {"add", folder.in("missing.txt")};
  for (const Row& row : rows) {
    arguments.push_back(folder.write(row.name, row.bytes));
  }
  arguments.push_back(folder.write("good.txt", "Bon titre\n\nTexte"));
  const Finished finished = indexer(arguments);
  EXPECT_EQ(finished.status, 1);
  EXPECT_THAT(finished.err,
              HasSubstr("rejected: " + folder.in("missing.txt") + ": no such file\n"));
  for (const Row& row : rows) {
    EXPECT_THAT(finished.err, ::testing::ContainsRegex("rejected: [^\n]*" + std::string(row.name)));
    EXPECT_THAT(finished.err, HasSubstr(row.said)) << row.name;
  }
  EXPECT_THAT(finished.out, HasSubstr("2 added, 0 updated, 0 unchanged, 15 rejected in "));
  EXPECT_THAT(indexer({"list"}).out, HasSubstr("Bon titre"));
}

TEST_F(BadInput, AnIndexThatIsNoneIsRefused) {
  folder.write("index", "a file");
  const std::string file = folder.write("a.txt", "Titre");
  const Finished add = indexer({"add", file});
  EXPECT_EQ(add.status, 3);
  EXPECT_EQ(lines_of(add.err).size(), 1U) << add.err;
  folder.write("damaged/XAPIANDB", "noise\n");
  const Finished list = indexer({"list", "--db", folder.in("damaged")});
  EXPECT_EQ(list.status, 3);
  EXPECT_EQ(lines_of(list.err).size(), 1U) << list.err;
}

}  // namespace
}  // namespace vigie::tests
