// show, list, stats, export, remove.

#include "tests/cli/cli_testing.h"
#include "tests/support/shared_data.h"

namespace vigie::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

class Inspect : public Cli {
 protected:
  std::vector<std::string> listed(std::vector<std::string> filters) const {
    filters.insert(filters.begin(), "list");
    std::vector<std::string> ids;
    for (const std::string& line : lines_of(indexer(filters).out)) {
      ids.push_back(line.substr(0, line.find('\t')));
    }
    return ids;
  }
};

TEST_F(Inspect, ListsNewestFirstAndFilters) {
  add_articles(6);  // a0 is of 2025-01-17, a5 of 2025-06-17
  indexer({"add", "-"}, R"({"id":"undated","title":"Sans date","language":"fr"})");
  EXPECT_THAT(listed({}), ElementsAre("a5", "a4", "a3", "a2", "a1", "a0", "undated"));
  EXPECT_THAT(listed({"--limit", "2"}), ElementsAre("a5", "a4"));
  EXPECT_THAT(listed({"--language", "FR"}), ElementsAre("a4", "a2", "a0", "undated"));
  EXPECT_THAT(listed({"--language", "fr", "--language", "en", "--limit", "1"}), ElementsAre("a5"));
  EXPECT_THAT(listed({"--source", "agency b"}), ElementsAre("a5", "a3", "a1"));
  EXPECT_THAT(listed({"--source", "Agency"}), IsEmpty());
  EXPECT_THAT(listed({"--author", "ANNE DUPRE"}), ElementsAre("a4", "a2", "a0"));
  EXPECT_THAT(listed({"--from", "2025-04"}), ElementsAre("a5", "a4", "a3"));
  EXPECT_THAT(listed({"--to", "2025-02"}), ElementsAre("a1", "a0"));
  EXPECT_THAT(listed({"--from", "2025-02-17", "--to", "2025-03-16"}), ElementsAre("a1"));
  EXPECT_THAT(listed({"--from", "2025", "--to", "2025", "--language", "en"}),
              ElementsAre("a5", "a3", "a1"));
  EXPECT_THAT(listed({"--from", "2026"}), IsEmpty());
  EXPECT_THAT(indexer({"list", "--limit", "1"}).out,
              ::testing::StrEq("a5\t2025-06-17\ten\tAgency B\tThe drone number 5\n"));
  const auto json = json_lines(indexer({"list", "--json", "--limit", "1"}).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["id"], "a5");
  EXPECT_FALSE(json[0].contains("body"));
  EXPECT_EQ(json[1]["summary"]["articles"], 1);
}

TEST_F(Inspect, ShowsOneArticle) {
  add_articles(2);
  const Finished text = indexer({"show", "a0"});
  EXPECT_EQ(text.status, 0);
  EXPECT_THAT(text.out, StartsWith("Le drone numéro 0\n"));
  EXPECT_THAT(text.out, HasSubstr("published  2025-01-17\n"));
  EXPECT_THAT(text.out, HasSubstr("\nL'armée de l'Air a reçu ses appareils.\n"));
  EXPECT_EQ(indexer({"show", "--json", "a1"}).out, article_line("a1", 1) + "\n");
  const Finished unknown = indexer({"show", "a0", "nobody"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_EQ(unknown.err, "no article has the id \"nobody\"\n");
}

TEST_F(Inspect, SaysWhatTheIndexHolds) {
  add_articles(6);
  indexer({"add", "-"}, R"({"id":"undated","title":"Sans date","language":"fr"})");
  const Finished text = indexer({"stats"});
  EXPECT_THAT(text.out, HasSubstr("articles    7\n"));
  EXPECT_THAT(text.out, HasSubstr("languages   fr 4, en 3\n"));
  EXPECT_THAT(text.out, HasSubstr("published   2025-01-17 to 2025-06-17\n"));
  EXPECT_THAT(text.out, HasSubstr("undated     1\n"));
  const nlohmann::json json = nlohmann::json::parse(indexer({"stats", "--json"}).out);
  EXPECT_EQ(json["articles"], 7);
  EXPECT_EQ(json["undated"], 1);
  EXPECT_EQ(json["sources"]["Agence A"], 3);
  EXPECT_EQ(json["years"]["2025"], 6);
}

TEST_F(Inspect, ShowsAndCountsTheSumsOfMoney) {
  indexer({"add", "-"},
          "{\"id\":\"sum\",\"title\":\"Un contrat de 200 M€\",\"language\":\"fr\","
          "\"body\":\"Soit $230 million, et 3 drones en 2025.\"}\n"
          "{\"id\":\"none\",\"title\":\"Rien\",\"language\":\"fr\"}");
  EXPECT_THAT(indexer({"show", "sum"}).out, HasSubstr("\nSums of money\n"
                                                      "  200 M€ = 200 000 000 EUR (title)\n"
                                                      "  $230 million = 230 000 000 USD (body)\n"));
  EXPECT_THAT(indexer({"show", "none"}).out, testing::Not(HasSubstr("Sums of money")));
  EXPECT_THAT(indexer({"stats"}).out, HasSubstr("with sums   1; EUR 1, USD 1\n"));
  const nlohmann::json json = nlohmann::json::parse(indexer({"stats", "--json"}).out);
  EXPECT_EQ(json["with_sums"], 1);
  EXPECT_EQ(json["currencies"]["USD"], 1);
}

TEST_F(Inspect, ShowsAndCountsWhatIsNamedAndWhy) {
  indexer({"add", "-"},
          "{\"id\":\"named\",\"title\":\"Le Pentagone choisit OpenAI\",\"language\":\"fr\","
          "\"body\":\"Le DoD et le Department of Defense, pour l'Ukraine.\"}");
  const std::string shown = indexer({"show", "named"}).out;
  EXPECT_THAT(shown, HasSubstr("\nEntities\n"
                               "  organisation pentagon: \"Pentagone\", \"DoD\", "
                               "\"Department of Defense\"\n"
                               "  organisation openai: \"OpenAI\"\n"
                               "  place ukraine: \"Ukraine\"\n"));
  EXPECT_THAT(indexer({"stats"}).out, HasSubstr("with names  1; "));
  const nlohmann::json json = nlohmann::json::parse(indexer({"stats", "--json"}).out);
  EXPECT_EQ(json["with_entities"], 1);
  EXPECT_EQ(json["entities"]["pentagon"], 1);
}

TEST_F(Inspect, ListsNamesThatNothingKnows) {
  std::string lines;
  for (int i = 0; i < 4; ++i) {
    nlohmann::json article = nlohmann::json::parse(article_line("n" + std::to_string(i), i));
    article["body"] =
        i < 3 ? "They sold it to Zorblatt Industries and to Thales." : "They sold it to Quorn.";
    lines += article.dump() + "\n";
  }
  indexer({"add", "--format", "jsonl", "-"}, lines);
  const Finished shared = indexer({"names"});
  EXPECT_EQ(shared.status, 0) << shared.err;
  EXPECT_EQ(shared.out, "3\tZorblatt Industries\tn2\n");
  EXPECT_EQ(lines_of(indexer({"names", "--least", "1"}).out).size(), 2U);
  EXPECT_EQ(lines_of(indexer({"names", "--least", "1", "--most", "1"}).out).size(), 1U);
  EXPECT_EQ(indexer({"names", "--least", "1", "--language", "de"}).out, "");
  const auto json = json_lines(indexer({"names", "--json"}).out);
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["name"], "Zorblatt Industries");
  EXPECT_EQ(json[0]["articles"], 3);
  EXPECT_EQ(json[1]["summary"]["articles"], 4);
  EXPECT_EQ(indexer({"names", "--least", "0"}).status, 2);
}

TEST_F(Inspect, ExportComesBackUnchanged) {
  add_articles(5);
  indexer({"add", "-"},
          "{\"id\":\"odd\",\"title\":\" \\\"odd\\\" \",\"body\":\"a\\n\\n\\tb  \\u2028 é\"}");
  const Finished exported = indexer({"export"});
  EXPECT_EQ(exported.status, 0);
  EXPECT_EQ(lines_of(exported.out).size(), 6U);
  EXPECT_EQ(lines_of(exported.out)[0], article_line("a0", 0));
  EXPECT_THAT(indexer({"add", "-"}, exported.out).out,
              HasSubstr("0 added, 0 updated, 6 unchanged"));
  const Finished copied = indexer({"add", "--db", folder.in("copy"), "-"}, exported.out);
  EXPECT_EQ(copied.status, 0);
  EXPECT_EQ(indexer({"export", "--db", folder.in("copy")}).out, exported.out);

  const Finished filed = indexer({"export", "--language", "en", "-o", folder.in("en.jsonl")});
  EXPECT_EQ(filed.status, 0);
  EXPECT_THAT(filed.out, HasSubstr("2 articles exported"));
  EXPECT_EQ(read_file(folder.in("en.jsonl")),
            article_line("a1", 1) + "\n" + article_line("a3", 3) + "\n");
  EXPECT_FALSE(std::filesystem::exists(folder.in("en.jsonl.part")));
}

TEST_F(Inspect, WholeCollectionsComeOutAsTheyWentIn) {
  VIGIE_SHARED_DATA_OR_SKIP(path, "winer-fr/winer-fr.jsonl");
  ASSERT_EQ(indexer({"add", path}).status, 0);
  const std::vector<nlohmann::json> out = json_lines(indexer({"export"}).out);
  const std::vector<nlohmann::json> in = json_lines(read_file(path));
  ASSERT_EQ(out.size(), in.size());
  for (size_t i = 0; i < in.size(); ++i) {
    nlohmann::json expected = in[i];
    expected.erase("entities");
    EXPECT_EQ(out[i], expected);
  }
}

TEST_F(Inspect, OutputThatCannotBeWrittenIsNoErrorOfTheIndex) {
  add_articles(3);
  const Finished finished = indexer({"export", "-o", "/dev/full"});
  EXPECT_NE(finished.status, 0);
  EXPECT_THAT(finished.err, HasSubstr("/dev/full cannot be written"));
  const Finished nowhere = indexer({"export", "-o", folder.in("no/such/folder")});
  EXPECT_NE(nowhere.status, 0);
  EXPECT_EQ(lines_of(nowhere.err).size(), 1U) << nowhere.err;
}

TEST_F(Inspect, EndsQuietlyWhereNobodyReadsOn) {
  add_articles(2500);
  for (const char* name : {"list", "export"}) {
    Process process(command({name}));
    ASSERT_TRUE(process.wait_for_output("a0"));
    process.close_output();
    const Finished finished = process.finish();
    EXPECT_EQ(finished.status, 0) << name;
    EXPECT_THAT(finished.err, IsEmpty()) << name;
  }
}

TEST_F(Inspect, RemovesById) {
  add_articles(4);
  const Finished dry = indexer({"remove", "--dry-run", "a0", "nobody"});
  EXPECT_EQ(dry.status, 1);
  EXPECT_THAT(dry.out, HasSubstr("would be removed a0"));
  EXPECT_EQ(listed({}).size(), 4U);
  const Finished removed = indexer({"remove", "a0", "nobody"});
  EXPECT_EQ(removed.status, 1);
  EXPECT_EQ(removed.out, "removed a0\n");
  EXPECT_EQ(removed.err, "no article has the id \"nobody\"\n");
  EXPECT_EQ(indexer({"remove", "-"}, "a1\na2\n").status, 0);
  EXPECT_THAT(listed({}), ElementsAre("a3"));
  const auto json = json_lines(indexer({"remove", "--json", "a3"}).out);
  EXPECT_EQ(json[0], (nlohmann::json{{"id", "a3"}, {"removed", true}}));
  EXPECT_EQ(json[1]["summary"]["removed"], 1);
  EXPECT_THAT(listed({}), IsEmpty());
  EXPECT_EQ(indexer({"stats"}).status, 0);
}

}  // namespace
}  // namespace vigie::tests
