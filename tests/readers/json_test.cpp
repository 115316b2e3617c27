#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/readers/reading.h"

namespace vigie {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::read_as;

const char* const kWhole =
    R"({"id":"rafale","url":"https://example.fr/r","title":"Le Rafale","standfirst":"Chapeau",)"
    R"("body":"Le corps du texte.\n\nIl est en français.","language":"fr","source":"AFP",)"
    R"("authors":["Anne","Jean"],"published":"2025-06-17","section":"Air"})";

std::string article_json(const std::string& id) {
  return R"({"id":")" + id + R"(","title":"Title )" + id + R"(","published":"2025-01-01"})";
}

std::vector<std::string> ids(const std::vector<SourcedArticle>& articles) {
  std::vector<std::string> ids;
  for (const SourcedArticle& article : articles) {
    ids.push_back(article.error ? "error" : article.article.id);
  }
  return ids;
}

TEST(Json, ReadsEveryFieldAndWritesItBackTheSame) {
  const auto read = read_as("a.json", kWhole);
  ASSERT_EQ(read.size(), 1U);
  EXPECT_FALSE(read[0].error);
  EXPECT_THAT(read[0].warnings, ::testing::IsEmpty());
  EXPECT_EQ(to_json(read[0].article), kWhole);
}

TEST(Json, WhatIsExportedComesBackAsItWas) {
  const std::vector<std::string> bodies = {
      R"("tab\there\nquote \" backslash \\ slash / \u00e9 \ud83d\udee9 \u2028 end ")",
      R"("control \u0000\u0001\u007f\u0092 gone, CR\r\nLF")",
      R"("  outer spaces kept  \n\n\n")",
      R"("<p>HTML</p> &amp; <b>entities</b> <p>")",
      "\"Comments ()\\nTweet\\nJSON loses no debris\"",
  };
  for (const std::string& body : bodies) {
    const auto first = read_as("a.json", R"({"title":" T ","body":)" + body + "}");
    ASSERT_FALSE(first.at(0).error) << *first[0].error;
    const auto second = read_as("b.jsonl", to_json(first[0].article) + "\n");
    EXPECT_EQ(second.at(0).article, first[0].article);
  }
  const auto debris = read_as("a.json", R"({"title":"T","body":"A\nComments ()\nTweet"})");
  EXPECT_EQ(debris[0].article.body, "A\nComments ()\nTweet");
}

TEST(Json, NamesFieldKindAndWhatWasExpected) {
  struct Row {
    const char* json;
    const char* said;
  };
  const std::vector<Row> rows = {
      {R"({"title":12})", "title is the number 12; expected a string"},
      {R"({"title":-1.50})", "title is the number -1.50; expected a string"},
      {R"({"title":"x","body":true})", "body is the boolean true; expected a string"},
      {R"({"title":"x","body":["a"]})", "body is an array; expected a string"},
      {R"({"title":"x","source":{"name":"AFP"}})", "source is an object; expected a string"},
      {R"({"title":"x","authors":{"name":"A"}})",
       "authors is an object; expected a list of strings"},
      {R"({"title":"x","authors":["A",3]})", "authors[1] is the number 3; expected a string"},
      {R"({"title":"x","authors":["A",{"name":"B"}]})",
       "authors[1] is an object; expected a string"},
      {R"({"id":7,"title":"x"})", "id is the number 7; expected a string"},
      {R"({"title":"x","published":"2025-02-30"})", "published is \"2025-02-30\""},
      {R"({"id":"x"})", "no text"},
      {R"([3])", "found the number 3; expected a JSON object"},
      {R"([[]])", "found an array; expected a JSON object"},
      {R"(["x"])", "found a string; expected a JSON object"},
      {R"([null])", "found null; expected a JSON object"},
      {R"({"title":"x",})", "not JSON at column"},
      {R"({"title":"\ud800"})", "not JSON at column"},
      {R"({title:"x"})", "not JSON at column 3"},
      {"[]", "holds no article"},
      {"hello", "not JSON at line 1: found \"hello\"; expected an object or an array"},
      {"", "the file is empty"},
      {" \n ", "the file is empty"},
  };
  for (const Row& row : rows) {
    const auto read = read_as("a.json", row.json);
    ASSERT_EQ(read.size(), 1U) << row.json;
    ASSERT_TRUE(read[0].error) << row.json;
    EXPECT_THAT(*read[0].error, HasSubstr(row.said)) << row.json;
  }
}

TEST(Json, NullIsAbsenceAndOneAuthorIsAList) {
  const auto read =
      read_as("a.json", R"({"id":null,"title":"x","body":null,"author":"Anne","authors":null,)"
                        R"("published":"2025-01-01","language":"en","source":null})");
  ASSERT_FALSE(read.at(0).error) << *read[0].error;
  EXPECT_EQ(read[0].article.source, "");
  EXPECT_THAT(read_as("a.json", R"({"title":"x","author":"Anne"})").at(0).article.authors,
              ElementsAre("Anne"));
  EXPECT_THAT(read_as("a.json", R"({"title":"x","authors":"Anne"})").at(0).article.authors,
              ElementsAre("Anne"));
  EXPECT_THAT(
      read_as("a.json", R"({"title":"x","authors":["Anne",null,""]})").at(0).article.authors,
      ElementsAre("Anne"));
}

TEST(Json, SaysWhatItIgnores) {
  const auto read =
      read_as("a.json", R"({"title":"old","date":"2025-01-01","entities":[{"title":"inner"},[1]],)"
                        R"("title":"new","entities":3})");
  ASSERT_FALSE(read.at(0).error) << *read[0].error;
  EXPECT_EQ(read[0].article.title, "new");
  EXPECT_THAT(
      read[0].warnings,
      Contains("unknown field \"date\" ignored (Vigie's name for it may be \"published\")"));
  EXPECT_THAT(read[0].warnings, Contains("unknown field \"entities\" ignored"));
  EXPECT_THAT(read[0].warnings, Contains("field \"title\" is given twice; the last one is taken"));

  std::string many = R"({"title":"x")";
  for (int i = 0; i < 1000; ++i) {
    many += ",\"f" + std::to_string(i) + "\":1";
  }
  const auto warned = read_as("a.json", many + "}");
  EXPECT_LT(warned.at(0).warnings.size(), 20U);
  EXPECT_THAT(warned[0].warnings, Contains("990 more unknown fields ignored"));
}

TEST(Json, AnArrayYieldsItsArticlesAndSaysWhere) {
  const auto read = read_as(
      "a.json", "[\n " + article_json("a") + ",\n {\"id\":3},\n " + article_json("c") + "\n]\n");
  EXPECT_THAT(ids(read), ElementsAre("a", "error", "c"));
  EXPECT_EQ(read[0].where, "a.json[0]");
  EXPECT_EQ(read[1].where, "a.json[1]");
}

TEST(Json, ATruncatedArrayKeepsWhatWasWhole) {
  const std::string whole = "[" + article_json("a") + "," + article_json("b") + "]";
  const size_t first_end = 1 + article_json("a").size();
  for (size_t cut = 1; cut < whole.size(); ++cut) {
    const auto read = read_as("a.json", whole.substr(0, cut));
    ASSERT_FALSE(read.empty());
    EXPECT_TRUE(read.back().error) << whole.substr(0, cut);
    EXPECT_THAT(*read.back().error, HasSubstr("half JSON"));
    const std::vector<std::string> all = ids(read);
    EXPECT_EQ(std::count(all.begin(), all.end(), "error"), 1) << "said once";
    EXPECT_EQ(read.size() > 1 && !read[0].error, cut >= first_end) << whole.substr(0, cut);
  }
}

TEST(Json, ABrokenArticleCostsOnlyItself) {
  const auto bad_syntax = read_as(
      "a.json", "[\n" + article_json("a") + ",\n{\"title\" \"b\"},\n" + article_json("c") + "]");
  EXPECT_THAT(ids(bad_syntax), ElementsAre("a", "error", "c"));
  EXPECT_THAT(*bad_syntax[1].error, HasSubstr("not JSON at line 3"));
  const auto open_quote = read_as(
      "a.json", "[\n" + article_json("a") + ",\n{\"title\":\"b\n},\n" + article_json("c") + "]");
  EXPECT_THAT(ids(open_quote), ElementsAre("a", "error", "c"));
}

TEST(Json, TakesDocumentsOneAfterTheOther) {
  EXPECT_THAT(ids(read_as("a.json", article_json("a") + "\n" + article_json("b") + "\n")),
              ElementsAre("a", "b"));
  const auto pretty = read_as(
      "a.json",
      "{\n  \"id\": \"a\",\n  \"title\": \"x\"\n}\n{\n  \"id\": \"b\",\n  \"title\": 1\n}\n[" +
          article_json("c") + "]");
  EXPECT_THAT(ids(pretty), ElementsAre("a", "error", "c"));
  EXPECT_EQ(pretty[1].where, "a.json:5");
}

TEST(JsonLines, ABadLineIsOneErrorWithItsNumber) {
  const std::string lines = article_json("a") + "\n\n{\"id\":\"b\",\"title\n" + article_json("c") +
                            "\r\nnoise\n[1]\n" + article_json("d");
  const auto read = read_as("a.jsonl", lines);
  EXPECT_THAT(ids(read), ElementsAre("a", "error", "c", "error", "error", "d"));
  EXPECT_EQ(read[1].where, "a.jsonl:3");
  EXPECT_THAT(*read[1].error, HasSubstr("not JSON at column"));
  EXPECT_EQ(read[2].where, "a.jsonl:4");
  EXPECT_EQ(read[4].where, "a.jsonl:6");
  uint64_t bytes = 0;
  for (const SourcedArticle& article : read) {
    bytes += article.bytes;
  }
  EXPECT_EQ(bytes, lines.size());
}

TEST(JsonLines, AnArrayUnderTheWrongEndingIsRead) {
  EXPECT_THAT(ids(read_as("a.jsonl", "[\n" + article_json("a") + "\n]")), ElementsAre("a"));
}

TEST(JsonLines, ALineTooLongIsRefusedAndPassedOver) {
  const std::string long_line = R"({"title":"x","body":")" + std::string(64'000'000, 'a') + "\"}";
  const auto read =
      read_as("a.jsonl", article_json("a") + "\n" + long_line + "\n" + article_json("c"));
  EXPECT_THAT(ids(read), ElementsAre("a", "error", "c"));
  EXPECT_THAT(*read[1].error, HasSubstr("longer than 64 MB"));
}

TEST(JsonLines, AnArticleOf50MegabytesIsNamedAndRefused) {
  const auto read =
      read_as("a.jsonl", R"({"id":"big","title":"x","body":")" + std::string(50'000'000, 'a') +
                             "\"}\n" + article_json("c"));
  EXPECT_THAT(ids(read), ElementsAre("error", "c"));
  EXPECT_EQ(*read[0].error, "body is 50.0 MB long; at most 10 MB is taken");
}

TEST(Json, DeepNestingIsPassedOver) {
  const std::string depth(1'000'000, '[');
  const std::string closed = R"({"title":"x","extra":)" + depth + std::string(1'000'000, ']') + "}";
  EXPECT_FALSE(read_as("a.json", closed).at(0).error);
  EXPECT_TRUE(read_as("a.json", depth).at(0).error);
  EXPECT_TRUE(read_as("a.jsonl", R"({"title":"x","extra":)" + depth).at(0).error);
}

}  // namespace
}  // namespace vigie
