// The exports of a search with more hits than are written, on a real server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tests/http/json_schema.h"
#include "tests/http/test_server.h"

namespace vigie {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

constexpr size_t kArticles = 10010;

class Exports : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Article> articles = many_articles(kArticles);
    std::ranges::move(sample_articles(), std::back_inserter(articles));
    indexed_ = std::make_unique<IndexedServer>(articles);
  }
  static void TearDownTestSuite() { indexed_.reset(); }
  static TestServer& server() { return indexed_->server; }

  static std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
      lines.push_back(line);
    }
    return lines;
  }

  static std::unique_ptr<IndexedServer> indexed_;
};

std::unique_ptr<IndexedServer> Exports::indexed_;

TEST_F(Exports, TheStreamIsCutAtTenThousandAndSaysSo) {
  const Answer answer = server().get("/api/v1/search.jsonl?q=export&per_page=1&page=3");
  EXPECT_EQ(answer.headers.at("vigie-total"), std::to_string(kArticles));
  EXPECT_EQ(answer.headers.at("content-type"), "application/jsonl");
  const std::vector<std::string> found = lines(answer.body);
  ASSERT_EQ(found.size(), 10001U);
  std::set<std::string> ids;
  for (size_t i = 0; i < 10000; ++i) {
    ids.insert(json::parse(found[i])["id"].get<std::string>());
  }
  EXPECT_EQ(ids.size(), 10000U) << "each once";
  EXPECT_EQ(json::parse(found.back()),
            (json{{"cut", true}, {"total", kArticles}, {"written", 10000}}));
}

TEST_F(Exports, EveryLineIsAsTheDescriptionSays) {
  const json& path = openapi()["paths"]["/api/v1/search.jsonl"];
  const json& schema = path["get"]["responses"]["200"]["content"]["application/jsonl"]["schema"];
  const std::vector<std::string> found = lines(server().get("/api/v1/search.jsonl?q=drones").body);
  EXPECT_EQ(found.size(), 4U);
  for (const std::string& line : found) {
    EXPECT_THAT(schema_errors(json::parse(line), schema), testing::IsEmpty()) << line;
  }
}

TEST_F(Exports, TheSpreadsheetIsCutAtTenThousandAndSaysSo) {
  const Answer answer = server().get("/api/v1/search.csv?q=export");
  const std::vector<std::string> found = lines(answer.body);
  EXPECT_EQ(found.size(), 10002U);
  EXPECT_THAT(found.back(), StartsWith("cut: the first 10000 of 10010"));
  EXPECT_THAT(answer.headers.at("content-disposition"), HasSubstr("vigie.csv"));
}

TEST_F(Exports, TheSpreadsheetIsSafeAndReadByExcel) {
  const Answer answer = server().get("/api/v1/search.csv?q=drones&sort=newest&source=@R%C3%A9seau");
  EXPECT_THAT(answer.headers.at("content-type"), StartsWith("text/csv; charset=utf-8"));
  EXPECT_THAT(answer.body, StartsWith("\xEF\xBB\xBF"));
  EXPECT_THAT(answer.body, HasSubstr("\"'=SUM(A1:A9) & \"\"tirets\"\" <b>gras</b>\",'@Réseau,fr,"));
  EXPECT_EQ(lines(answer.body).size(), 2U);
}

TEST_F(Exports, TheSumsAreASpreadsheetToo) {
  const Answer answer = server().get("/api/v1/amounts.csv?q=drones&page=7&per_page=1");
  EXPECT_EQ(answer.headers.at("vigie-total"), "1");
  EXPECT_THAT(answer.headers.at("content-disposition"), HasSubstr("vigie-amounts.csv"));
  const std::vector<std::string> found = lines(answer.body);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0],
            "\xEF\xBB\xBFvalue,currency,text,sentence,entities,title,source,published,link,id\r");
  EXPECT_EQ(found[1],
            "200000000,EUR,200 millions d'euros,Un marché de 200 millions d'euros pour des drones "
            "« furtifs ».,,La France commande des drones de combat,Le Quotidien,2025-06-17,"
            "/api/v1/articles/drone-fr,drone-fr\r");
}

TEST(AmountsExport, IsCutAtTenThousandAndSaysSo) {
  std::string body;
  for (int i = 1; i <= 10050; ++i) {
    body += "Le lot " + std::to_string(i) + " coûte " + std::to_string(1000 + i) + " €.\n";
  }
  Article lots = article("lots", "Des lots", body);
  lots.language = "fr";
  const IndexedServer indexed({lots});
  const Answer answer = indexed.server.get("/api/v1/amounts.csv?order=smallest");
  EXPECT_EQ(answer.headers.at("vigie-total"), "10050");
  EXPECT_THAT(answer.body, HasSubstr("\n1001,EUR,1001 €,Le lot 1 coûte 1001 €.,"));
  EXPECT_THAT(answer.body, HasSubstr("\n11000,EUR,"));
  EXPECT_THAT(answer.body, testing::EndsWith("cut: the first 10000 of 10050\r\n"));
}

TEST_F(Exports, OldClientsGetItWithoutChunks) {
  const RawClient client(server().port());
  client.send("GET /api/v1/search.csv?q=drones HTTP/1.0\r\nHost: h\r\n\r\n");
  const std::string answer = client.receive_all();
  EXPECT_THAT(answer, testing::Not(HasSubstr("Transfer-Encoding")));
  EXPECT_THAT(answer, HasSubstr("\r\n\r\n\xEF\xBB\xBFpublished,"));
  EXPECT_THAT(answer, HasSubstr("drone-fr,/api/v1/articles/drone-fr\r\n"));
}

TEST_F(Exports, AreNeverCompressedByTheLibrary) {
  const Answer answer =
      server().get("/api/v1/search.csv?q=drones", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(answer.headers.count("content-encoding"), 0U);
  EXPECT_THAT(answer.body, StartsWith("\xEF\xBB\xBF"));
}

}  // namespace
}  // namespace vigie
