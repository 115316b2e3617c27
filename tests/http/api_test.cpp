// The API on a real server over a real index: what it answers, and that it answers as openapi.json
// says.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "searchd/http/openapi.h"
#include "searchd/http/target.h"
#include "tests/http/json_schema.h"
#include "tests/http/test_server.h"

namespace vigie {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

class Api : public testing::Test {
 protected:
  static void SetUpTestSuite() { indexed_ = std::make_unique<IndexedServer>(sample_articles()); }
  static void TearDownTestSuite() { indexed_.reset(); }
  static TestServer& server() { return indexed_->server; }

  /// The answer to `target`, held against the schema of `path`.
  static json answer(const std::string& path, const std::string& target, int status = 200) {
    const Answer answer = server().get(target);
    EXPECT_EQ(answer.status, status) << target << ": " << answer.body;
    EXPECT_EQ(answer_errors(path, answer.status, answer.body), "") << target << ": " << answer.body;
    return json::parse(answer.body, nullptr, false);
  }
  static json search(const std::string& parameters) {
    return answer("/api/v1/search", "/api/v1/search?" + parameters);
  }
  static std::vector<std::string> ids(const json& found) {
    std::vector<std::string> ids;
    for (const json& hit : found["hits"]) {
      ids.push_back(hit["id"]);
    }
    return ids;
  }

  static std::unique_ptr<IndexedServer> indexed_;
};

std::unique_ptr<IndexedServer> Api::indexed_;

TEST_F(Api, FindsInBothLanguages) {
  EXPECT_THAT(ids(search("q=commande+drones")), testing::ElementsAre("drone-fr"));
  EXPECT_THAT(ids(search("q=ordered+drones")), testing::ElementsAre("drone-en"));
  EXPECT_THAT(ids(search("q=thales")), testing::UnorderedElementsAre("drone-fr", "drone-en"));
}

TEST_F(Api, WithoutAQueryEverythingNewestFirst) {
  for (const char* parameters : {"", "q=", "q=&from=&to=&source=", "sort=relevance", "q=%20"}) {
    EXPECT_THAT(ids(search(parameters)),
                testing::ElementsAre("drone-en", "https://example.com/nato/summit", "drone-fr",
                                     "formula", "old-en", "sans-date"))
        << parameters;
  }
}

TEST_F(Api, AHitIsWholeAndHasNoBody) {
  const json hit = search("q=commande+drones")["hits"][0];
  const Article expected = sample_articles()[0];
  EXPECT_EQ(hit["title"], expected.title);
  EXPECT_EQ(hit["standfirst"], expected.standfirst);
  EXPECT_EQ(hit["url"], expected.url);
  EXPECT_EQ(hit["source"], expected.source);
  EXPECT_EQ(hit["authors"], json(expected.authors));
  EXPECT_EQ(hit["published"], "2025-06-17");
  EXPECT_EQ(hit["section"], "Défense");
  EXPECT_EQ(hit["link"], "/api/v1/articles/drone-fr");
  EXPECT_FALSE(hit.contains("body"));
  std::string title;
  bool marked = false;
  for (const json& segment : hit["title_segments"]) {
    title += segment["text"];
    marked = marked || segment["match"];
  }
  EXPECT_EQ(title, expected.title);
  EXPECT_TRUE(marked);
}

TEST_F(Api, WhatIsUnknownOfAnArticleIsLeftOut) {
  const json hit = search("q=appareille")["hits"][0];
  for (const char* name : {"url", "standfirst", "source", "published", "section"}) {
    EXPECT_FALSE(hit.contains(name)) << name;
  }
  EXPECT_THAT(hit["authors"], IsEmpty());
}

TEST_F(Api, FiltersPagesAndCounts) {
  EXPECT_EQ(search("language=fr")["total"], 3);
  EXPECT_EQ(search("language=fr&language=en")["total"], 6);
  EXPECT_EQ(search("source=le+quotidien")["total"], 2);
  EXPECT_EQ(search("author=emile+zele")["total"], 1);
  EXPECT_EQ(search("exclude=year:2025")["total"], 3);
  EXPECT_EQ(search("from=2025-06&to=2025-06")["total"], 2);
  EXPECT_EQ(search("from=2025-06-18")["total"], 2);
  EXPECT_THAT(ids(search("per_page=2&page=2&sort=oldest&from=2000")),
              testing::ElementsAre("drone-fr", "https://example.com/nato/summit"));
  EXPECT_THAT(ids(search("per_page=2&page=50")), IsEmpty());
  const json found = search("q=drones&language=fr&facets=language,year");
  EXPECT_EQ(found["facets"].size(), 2U);
  EXPECT_EQ(found["facets"]["language"]["values"][0]["selected"].is_boolean(), true);
  EXPECT_EQ(search("facets=none")["facets"].size(), 0U);
}

TEST_F(Api, EveryAnswerTellsItsIndexAndTimes) {
  const Answer answer = server().get("/api/v1/search?q=drones");
  const json found = json::parse(answer.body);
  EXPECT_EQ(found["index"]["articles"], 6);
  EXPECT_GT(found["index"]["revision"], 0);
  EXPECT_GE(found["took_ms"], 0);
  EXPECT_THAT(answer.headers.at("server-timing"),
              testing::MatchesRegex("match;dur=[0-9.]+, order;dur=[0-9.]+, count;dur=[0-9.]+, "
                                    "show;dur=[0-9.]+"));
}

TEST_F(Api, OneArticleAndItsHighlights) {
  const json plain = answer("/api/v1/articles/{id}", "/api/v1/articles/drone-fr");
  EXPECT_THAT(plain["body"].get<std::string>(), StartsWith("Le ministère"));
  EXPECT_FALSE(plain.contains("body_segments"));
  const json marked = answer("/api/v1/articles/{id}", "/api/v1/articles/drone-fr?q=contrats");
  std::string body;
  std::string match;
  for (const json& segment : marked["body_segments"]) {
    body += segment["text"];
    if (segment["match"]) {
      match += segment["text"];
    }
  }
  EXPECT_EQ(body, plain["body"]);
  EXPECT_EQ(match, "contrat");
}

TEST_F(Api, AMatchByAnotherNameSaysWhatItStandsFor) {
  const auto matches = [](const json& segments) {
    std::vector<std::string> marks;
    for (const json& segment : segments) {
      if (segment["match"]) {
        marks.push_back(segment["text"].get<std::string>() + "=" + segment.value("translates", ""));
      }
    }
    return marks;
  };
  const json hit = search("q=Alliance+atlantique")["hits"][0];
  EXPECT_THAT(matches(hit["title_segments"]), testing::ElementsAre("NATO=Alliance atlantique"));
  const std::string link = hit["link"].get<std::string>() + "?q=Alliance+atlantique";
  EXPECT_THAT(matches(answer("/api/v1/articles/{id}", link)["title_segments"]),
              testing::ElementsAre("NATO=Alliance atlantique"));
  EXPECT_THAT(matches(answer("/api/v1/articles/{id}", link + "&translate=false")["title_segments"]),
              IsEmpty());
}

TEST_F(Api, AnIdThatIsAnAddressHasALinkAndCanBeAskedForAsItIs) {
  const std::string link = search("q=summit")["hits"][0]["link"];
  EXPECT_THAT(link, StartsWith("/api/v1/articles/~"));
  for (const std::string& target :
       {link, "/api/v1/articles/" + percent_encode("https://example.com/nato/summit")}) {
    EXPECT_EQ(answer("/api/v1/articles/{id}", target)["id"], "https://example.com/nato/summit");
    answer("/api/v1/articles/{id}/similar", target + "/similar");
  }
}

TEST_F(Api, SimilarArticlesAreHits) {
  const json similar =
      answer("/api/v1/articles/{id}/similar", "/api/v1/articles/drone-fr/similar?per_page=2");
  EXPECT_LE(similar["hits"].size(), 2U);
  EXPECT_THAT(ids(similar), Not(testing::Contains("drone-fr")));
}

TEST_F(Api, CopiesOfAnArticleAreHits) {
  const std::string body =
      "Le groupe Naval a remis à la marine une frégate de 4 500 tonnes, la Lorraine, construite à "
      "Lorient en trois ans. Elle rejoindra Toulon au printemps, après des essais à Groix.";
  const IndexedServer indexed(
      {article("wire", "Une frégate pour la marine", body),
       article("copy", "La Lorraine est livrée", "Par Jeanne Petit\n" + body),
       article("alone", "Tout autre chose", "Le Sénat débat du budget des armées.")});
  const auto duplicates = [&indexed](const std::string& id) {
    return json::parse(indexed.server.get("/api/v1/articles/" + id + "/duplicates").body);
  };
  EXPECT_THAT(ids(duplicates("wire")), testing::ElementsAre("copy"));
  EXPECT_THAT(ids(duplicates("copy")), testing::ElementsAre("wire"));
  EXPECT_THAT(ids(duplicates("alone")), IsEmpty());
}

TEST_F(Api, CopiesOfASampleArticleAreNone) {
  EXPECT_THAT(ids(answer("/api/v1/articles/{id}/duplicates",
                         "/api/v1/articles/drone-fr/duplicates?per_page=2")),
              IsEmpty());
}

TEST_F(Api, Suggests) {
  const json suggested = answer("/api/v1/suggest", "/api/v1/suggest?q=dro");
  EXPECT_EQ(suggested["q"], "dro");
  EXPECT_THAT(suggested["suggestions"], Not(IsEmpty()));
  EXPECT_THAT(answer("/api/v1/suggest", "/api/v1/suggest")["suggestions"], IsEmpty());
}

TEST_F(Api, SuggestsEntitiesFirst) {
  const json suggested = answer("/api/v1/suggest", "/api/v1/suggest?q=thal")["suggestions"];
  EXPECT_EQ(suggested[0]["kind"], "organisation");
  EXPECT_EQ(suggested[0]["text"], "Thales");
  EXPECT_EQ(suggested[0]["id"], "thales");
  EXPECT_EQ(suggested[0]["link"], "/api/v1/entities/thales");
  EXPECT_EQ(suggested[0]["count"], 2);
  EXPECT_FALSE(suggested[0].contains("name"));
  EXPECT_FALSE(suggested[0].contains("language")) << "called so in both languages";
  const json by_name = answer("/api/v1/suggest", "/api/v1/suggest?q=alli")["suggestions"][0];
  EXPECT_EQ(by_name["id"], "otan");
  EXPECT_EQ(by_name["name"], "Alliance atlantique");
}

TEST_F(Api, TheSumsOfASearchComeWithTheirSentence) {
  const json found = answer("/api/v1/amounts", "/api/v1/amounts?q=drones&order=oldest&sort=newest");
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["order"], "oldest");
  EXPECT_EQ(found["query"]["text"], "drones");
  const json sum = found["amounts"][0];
  EXPECT_EQ(sum["text"], "200 millions d'euros");
  EXPECT_EQ(sum["value"], 200000000);
  EXPECT_EQ(sum["currency"], "EUR");
  EXPECT_EQ(sum["sentence"], "Un marché de 200 millions d'euros pour des drones « furtifs ».");
  EXPECT_EQ(sum["article"]["link"], "/api/v1/articles/drone-fr");
  EXPECT_EQ(sum["article"]["published"], "2025-06-17");
  EXPECT_EQ(answer("/api/v1/amounts", "/api/v1/amounts?amount_min=1B")["total"], 0);
}

TEST_F(Api, NamesAreCountedInTheOrderGiven) {
  const json counted = answer(
      "/api/v1/counts",
      "/api/v1/counts?name=Nobody+Ltd&name=thal%C3%A8s&name=&name=drones+furtifs&sort=newest");
  const json& names = counted["names"];
  ASSERT_EQ(names.size(), 3U) << "an empty one was not given";
  EXPECT_EQ(names[0], (json{{"name", "Nobody Ltd"}, {"articles", 0}}));
  EXPECT_EQ(names[1]["name"], "thalès");
  EXPECT_EQ(names[1]["entity"]["id"], "thales");
  EXPECT_EQ(names[1]["entity"]["kind"], "organisation");
  EXPECT_EQ(names[1]["articles"], search("organisation=thales")["total"]);
  EXPECT_FALSE(names[2].contains("entity"));
  EXPECT_EQ(names[2]["articles"], search("q=%22drones+furtifs%22")["total"]);
  EXPECT_EQ(names[2]["first"], "2025-06-17");
  EXPECT_EQ(names[2]["last"], "2025-06-17");
  EXPECT_EQ(counted["total"], search("")["total"]);
  const json none = answer("/api/v1/counts", "/api/v1/counts?name=thales&to=1999");
  EXPECT_EQ(none["names"][0]["articles"], 0);
  EXPECT_FALSE(none["names"][0].contains("first"));
  EXPECT_THAT(answer("/api/v1/counts", "/api/v1/counts?q=drones")["names"], IsEmpty());
}

TEST_F(Api, AnEntityHasAPage) {
  const json thales = answer("/api/v1/entities/{id}", "/api/v1/entities/thales");
  EXPECT_EQ(thales["kind"], "organisation");
  EXPECT_EQ(thales["articles"], 2);
  EXPECT_EQ(thales["names"], (json{"Groupe Thales", "Thales"}));
  EXPECT_THAT(ids(thales), testing::ElementsAre("drone-en", "drone-fr"));
  EXPECT_THAT(thales["related"]["organisations"], IsEmpty()) << "itself left out";
  EXPECT_EQ(thales["related"]["places"][0]["id"], "france");
  EXPECT_EQ(thales["related"]["topics"][0]["count"], 2);
  EXPECT_EQ(thales["amounts"][0]["currency"], "EUR");
  EXPECT_EQ(thales["link"], "/api/v1/entities/thales");
}

TEST_F(Api, AnEntityThatNoArticleNamesHasAnEmptyPage) {
  const IndexedServer indexed({article("a", "Une frégate appareille", "Elle quitte Brest.")});
  const Answer found = indexed.server.get("/api/v1/entities/otan");
  EXPECT_EQ(answer_errors("/api/v1/entities/{id}", 200, found.body), "");
  const json otan = json::parse(found.body);
  EXPECT_EQ(otan["articles"], 0);
  EXPECT_THAT(otan["hits"], IsEmpty());
  EXPECT_THAT(otan["amounts"], IsEmpty());
}

TEST_F(Api, ProblemsAreProblemDocumentsThatNameTheParameter) {
  const struct {
    const char* path;
    const char* target;
    int status;
    const char* parameter;
  } cases[] = {
      {"/api/v1/search", "/api/v1/search?nope=1", 400, "nope"},
      {"/api/v1/search", "/api/v1/search?page=1001", 400, "page"},
      {"/api/v1/search", "/api/v1/search?q=%FF", 400, "q"},
      {"/api/v1/search", "/api/v1/search?%FF=%FE", 400, "%FF"},
      {"/api/v1/search.csv", "/api/v1/search.csv?sort=x", 400, "sort"},
      {"/api/v1/search.jsonl", "/api/v1/search.jsonl?sort=x", 400, "sort"},
      {"/api/v1/search.atom", "/api/v1/search.atom?year=x", 400, "year"},
      {"/api/v1/suggest", "/api/v1/suggest?page=1", 400, "page"},
      {"/api/v1/openapi.json", "/api/v1/openapi.json?q=1", 400, "q"},
      {"/api/v1/articles/{id}", "/api/v1/articles/drone-fr?page=1", 400, "page"},
      {"/api/v1/articles/{id}", "/api/v1/articles/nope", 404, ""},
      {"/api/v1/articles/{id}", "/api/v1/articles/", 404, ""},
      {"/api/v1/articles/{id}/similar", "/api/v1/articles/nope/similar", 404, ""},
      {"/api/v1/articles/{id}/duplicates", "/api/v1/articles/nope/duplicates", 404, ""},
      {"/api/v1/articles/{id}/duplicates", "/api/v1/articles/drone-fr/duplicates?q=a", 400, "q"},
      {"/api/v1/entities/{id}", "/api/v1/entities/nope", 404, ""},
      {"/api/v1/entities/{id}", "/api/v1/entities/Alliance%20atlantique", 404, ""},
      {"/api/v1/entities/{id}", "/api/v1/entities/", 404, ""},
      {"/api/v1/entities/{id}", "/api/v1/entities/thales/x", 404, ""},
      {"/api/v1/entities/{id}", "/api/v1/entities/thales?q=a", 400, "q"},
      {"/api/v1/amounts", "/api/v1/amounts?order=best", 400, "order"},
      {"/api/v1/amounts", "/api/v1/amounts?order=newest&order=oldest", 400, "order"},
      {"/api/v1/amounts", "/api/v1/amounts?amount_min=-1", 400, "amount_min"},
      {"/api/v1/amounts", "/api/v1/amounts?currency=XYZ", 400, "currency"},
      {"/api/v1/amounts", "/api/v1/amounts?q=amount:lots", 400, "q"},
      {"/api/v1/amounts", "/api/v1/amounts?organisation=nobody", 400, "organisation"},
      {"/api/v1/amounts", "/api/v1/amounts?page=1001", 400, "page"},
      {"/api/v1/amounts", "/api/v1/amounts?nope=1", 400, "nope"},
      {"/api/v1/amounts.csv", "/api/v1/amounts.csv?order=best", 400, "order"},
      {"/api/v1/counts", "/api/v1/counts?name=a&order=newest", 400, "order"},
      {"/api/v1/counts", "/api/v1/counts?name=a&organisation=nobody", 400, "organisation"},
      {"/api/v1/search", "/api/v1/search?order=newest", 400, "order"},
  };
  for (const auto& [path, target, status, parameter] : cases) {
    const json problem = answer(path, target, status);
    EXPECT_EQ(problem["status"], status);
    EXPECT_EQ(problem.value("parameter", ""), parameter) << target;
    EXPECT_EQ(server().get(target).headers.at("content-type"), "application/problem+json");
  }
}

TEST_F(Api, UnknownAddressesAre404Problems) {
  for (const char* target :
       {"/api/v1/nope", "/api/", "/api/v2/search", "/nope", "/", "/..%2f..%2fetc"}) {
    const Answer answer = server().get(target);
    EXPECT_EQ(answer.status, 404) << target;
    EXPECT_EQ(answer.headers.at("content-type"), "application/problem+json") << target;
  }
}

TEST_F(Api, WhateverIsTypedIsAnswered) {
  for (const std::string& q :
       {std::string("\"drone"), std::string("((((drone"), std::string("AND OR NOT"),
        std::string("*"), std::string("-"), std::string("=drone"), std::string("a NEAR/ b"),
        std::string("title:"), std::string("l'armée d’«Île»"), std::string("🚁"),
        std::string("\x01\x02\n"), std::string("nope:x"), std::string("date:hier..demain"),
        std::string(4096, '('), std::string(4096, 'a'), std::string("\"\" \"\" \"\"")}) {
    const json found = search("q=" + percent_encode(q));
    EXPECT_EQ(found["query"]["text"], q);
  }
}

TEST_F(Api, RawBytesInTheAddressAreRead) {
  for (const char* target : {"/api/v1/search?q=armée", "/api/v1/search?q==drones",
                             "/api/v1/search?q=drones?", "/api/v1/search?q=a?b?c"}) {
    const Answer answer = server().get(target);
    EXPECT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(json::parse(answer.body)["query"]["text"], std::string(target).substr(17));
  }
}

TEST_F(Api, ServesItsOwnDescription) {
  const Answer answer = server().get("/api/v1/openapi.json");
  EXPECT_EQ(json::parse(answer.body), openapi());
  for (const auto& [path, item] : openapi()["paths"].items()) {
    std::string target = path;
    if (const size_t id = target.find("{id}"); id != std::string::npos) {
      target.replace(id, 4, target.find("/entities/") != std::string::npos ? "thales" : "drone-fr");
    }
    EXPECT_EQ(server().get(target).status, 200) << target;
  }
}

TEST_F(Api, AnswersFromAnUnchangedIndexAreNotModified) {
  for (const char* target :
       {"/api/v1/search?q=drones", "/api/v1/suggest?q=d", "/api/v1/articles/drone-fr",
        "/api/v1/articles/drone-fr/similar", "/api/v1/search.atom?q=drones", "/api/v1/amounts",
        "/api/v1/amounts.csv", "/api/v1/counts?name=thales", "/api/v1/entities/thales",
        "/api/v1/search.csv?q=drones", "/api/v1/search.jsonl?q=drones", "/api/v1/openapi.json"}) {
    const Answer first = server().get(target);
    ASSERT_EQ(first.status, 200) << target;
    const std::string etag = first.headers.at("etag");
    const Answer again = server().get(target, {{"If-None-Match", etag}});
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(again.headers.at("etag"), etag);
    EXPECT_EQ(again.headers.count("content-length"), 0U);
    EXPECT_EQ(server().get(target, {{"If-None-Match", "\"x\""}}).status, 200);
    EXPECT_NE(server().get(target, {{"Accept-Encoding", "gzip"}}).headers.at("etag"), etag);
  }
}

TEST_F(Api, CompressesWithGzipNeverBrotli) {
  const Answer plain = server().get("/api/v1/search?facets=none");
  ASSERT_GT(plain.body.size(), 1024U);
  EXPECT_EQ(plain.headers.count("content-encoding"), 0U);
  EXPECT_EQ(plain.headers.at("content-length"), std::to_string(plain.body.size()));
  for (const char* accepted : {"gzip", "br, gzip", "gzip, deflate, br, zstd"}) {
    const Answer small =
        server().get("/api/v1/search?facets=none", {{"Accept-Encoding", accepted}});
    EXPECT_EQ(small.headers.at("content-encoding"), "gzip");
    EXPECT_EQ(small.headers.at("content-length"), std::to_string(small.body.size()));
    EXPECT_EQ(small.headers.at("vary"), "Accept-Encoding");
    EXPECT_LT(small.body.size(), plain.body.size());
    EXPECT_THAT(small.body, StartsWith("\x1f\x8b"));
  }
  for (const char* accepted : {"br", "gzip;q=0", "identity"}) {
    EXPECT_EQ(server()
                  .get("/api/v1/search?facets=none", {{"Accept-Encoding", accepted}})
                  .headers.count("content-encoding"),
              0U);
  }
  EXPECT_EQ(server().get("/healthz", {{"Accept-Encoding", "gzip, br"}}).body, "ok\n")
      << "too small";
}

TEST_F(Api, HeadSaysWhatGetWould) {
  for (const char* target : {"/api/v1/search?q=drones", "/api/v1/articles/drone-fr", "/healthz",
                             "/api/v1/search?nope=1", "/opensearch.xml"}) {
    const Answer get = server().get(target);
    const Answer head = server().head(target);
    EXPECT_EQ(head.status, get.status) << target;
    EXPECT_EQ(head.body, "");
    EXPECT_EQ(head.headers.at("content-type"), get.headers.at("content-type"));
    EXPECT_GT(std::stoul(head.headers.at("content-length")), 0U);
  }
  EXPECT_EQ(server().head("/api/v1/search.csv?q=drones").status, 200);
}

TEST_F(Api, OtherOriginsMayRead) {
  const Answer get = server().get("/api/v1/search?q=drones", {{"Origin", "https://ailleurs.fr"}});
  EXPECT_EQ(get.headers.at("access-control-allow-origin"), "*");
  EXPECT_THAT(get.headers.at("access-control-expose-headers"), HasSubstr("Server-Timing"));
  const Answer options = server().options("/api/v1/search");
  EXPECT_EQ(options.status, 204);
  EXPECT_EQ(options.headers.at("access-control-allow-methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(options.headers.at("allow"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(options.headers.count("content-length"), 0U);
}

TEST_F(Api, HeadersAreStrict) {
  for (const char* target : {"/api/v1/search", "/nope", "/healthz", "/api/v1/search.csv"}) {
    const Answer answer = server().get(target);
    EXPECT_EQ(answer.headers.at("x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(answer.headers.at("referrer-policy"), "no-referrer") << target;
    EXPECT_THAT(answer.headers.at("content-security-policy"), HasSubstr("default-src 'none'"));
    EXPECT_THAT(answer.headers.at("date"), testing::EndsWith(" GMT"));
    EXPECT_EQ(answer.headers.count("exception_what"), 0U);
  }
}

TEST_F(Api, TheFeedFollowsTheSearch) {
  const Answer feed = server().get("/api/v1/search.atom?q=drones&language=fr&page=7&sort=oldest");
  EXPECT_EQ(feed.status, 200);
  EXPECT_THAT(feed.headers.at("content-type"), StartsWith("application/atom+xml"));
  EXPECT_THAT(feed.body, HasSubstr("<title>La France commande des drones de combat</title>"));
  EXPECT_THAT(feed.body, HasSubstr("=SUM(A1:A9) &amp; &quot;tirets&quot; &lt;b&gt;gras&lt;/b&gt;"));
  EXPECT_THAT(feed.body, Not(HasSubstr("France orders")));
  EXPECT_LT(feed.body.find("La France"), feed.body.find("=SUM")) << "newest first";
  EXPECT_THAT(
      feed.body,
      HasSubstr("rel=\"self\" type=\"application/atom+xml\" href=\"http://127.0.0.1:" +
                std::to_string(server().port()) + "/api/v1/search.atom?q=drones&amp;language=fr"));
}

TEST_F(Api, TheSearchBoxTrustsNoHost) {
  const struct {
    const char* host;
    const char* base;
  } cases[] = {{"vigie.example.org:8080", "http://vigie.example.org:8080/?q="},
               {"[::1]:80", "http://[::1]:80/?q="},
               {"evil\"><script>", "http://localhost/?q="},
               {"a/b", "http://localhost/?q="}};
  for (const auto& [host, base] : cases) {
    EXPECT_THAT(server().get("/opensearch.xml", {{"Host", host}}).body, HasSubstr(base)) << host;
  }
  EXPECT_THAT(server().get("/opensearch.xml", {{"Host", "h"}, {"X-Forwarded-Proto", "https"}}).body,
              HasSubstr("https://h/?q="));
}

}  // namespace
}  // namespace vigie
