#include "searchd/http/feeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "searchd/http/api.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Hit hit(const std::string& title, const std::string& source, const std::string& published) {
  Hit made;
  made.article.id = "a-1";
  made.article.title = title;
  made.article.source = source;
  made.article.published = published;
  made.article.language = "fr";
  made.snippet = {{"un ", false}, {"drone", true}, {" & <b>", false}};
  return made;
}

TEST(Csv, QuotesAndGuardsCells) {
  const struct {
    const char* title;
    const char* cell;
  } cases[] = {
      {"Drones à l'essai", "Drones à l'essai"},
      {"a, b", "\"a, b\""},
      {"a; b", "\"a; b\""},
      {"dit \"oui\"", "\"dit \"\"oui\"\"\""},
      {"a\nb", "\"a\nb\""},
      {"=SUM(A1)", "'=SUM(A1)"},
      {"+1", "'+1"},
      {"-1", "'-1"},
      {"@cmd", "'@cmd"},
      {"=A1,\"x\"", "\"'=A1,\"\"x\"\"\""},
      {"a=b", "a=b"},
  };
  for (const auto& [title, cell] : cases) {
    EXPECT_THAT(csv_row(hit(title, "S", "2025-06-17")),
                StartsWith("2025-06-17," + std::string(cell) + ",S,fr,"));
  }
}

TEST(Csv, BeginsWithAByteOrderMarkAndEndsLinesAsRfc4180) {
  EXPECT_THAT(csv_header(), StartsWith("\xEF\xBB\xBFpublished,title,"));
  EXPECT_THAT(csv_header(), testing::EndsWith("link\r\n"));
  const std::string row = csv_row(hit("t", "", ""));
  EXPECT_EQ(row, ",t,,fr,,,,,a-1,/api/v1/articles/a-1\r\n");
  const std::string header = csv_header();
  EXPECT_EQ(std::count(row.begin(), row.end(), ','), std::count(header.begin(), header.end(), ','));
}

TEST(Csv, SaysThatItWasCut) {
  EXPECT_EQ(csv_cut(12345, 10000), "cut: the first 10000 of 12345\r\n");
}

TEST(Atom, EscapesAndDatesEntries) {
  SearchRequest request;
  request.q = "drone & \"armée\" <x>\x01";
  SearchAnswer answer;
  answer.index.updated = "2026-11-24T10:00:00Z";
  answer.hits = {hit("A < B & C", "L'Écho", "2025-06-17"),
                 hit("t", "", "2025-06-18T01:00:00+02:00"), hit("u", "", "")};
  answer.hits[0].article.authors = {"É. Z", "B"};
  answer.hits[0].article.url = "https://x.fr/?a=1&b=2";
  answer.hits[1].article.url = "javascript:alert(1)";
  const std::string feed =
      atom_feed(request, answer, {"http://h:1", "/api/v1/search.atom?q=a&language=fr"});
  EXPECT_THAT(feed, HasSubstr("<title>Vigie: drone &amp; &quot;armée&quot; &lt;x&gt;</title>"));
  EXPECT_THAT(feed, HasSubstr("<title>A &lt; B &amp; C</title>"));
  EXPECT_THAT(feed, HasSubstr("href=\"http://h:1/api/v1/search.atom?q=a&amp;language=fr\""));
  EXPECT_THAT(feed, HasSubstr("href=\"http://h:1/?q=a&amp;language=fr\""));
  EXPECT_THAT(feed, HasSubstr("<author><name>É. Z</name></author><author><name>B</name></author>"));
  EXPECT_THAT(feed, HasSubstr("rel=\"via\" href=\"https://x.fr/?a=1&amp;b=2\""));
  EXPECT_THAT(feed, Not(HasSubstr("javascript")));
  EXPECT_THAT(feed, HasSubstr("<updated>2025-06-17T00:00:00Z</updated>"));
  EXPECT_THAT(feed, HasSubstr("<summary>un drone &amp; &lt;b&gt;</summary>"));
  EXPECT_THAT(feed, HasSubstr("<link rel=\"alternate\" type=\"text/html\" "
                              "href=\"http://h:1/?article=a-1\"/>"));
  EXPECT_THAT(feed, HasSubstr("</author>\n<link")) << "the feed's own author";
  EXPECT_THAT(feed, HasSubstr("<updated>2026-11-24T10:00:00Z</updated>")) << "of the undated entry";
  EXPECT_THAT(feed, HasSubstr("</title>\n<updated>2025-06-18T01:00:00+02:00</updated>"))
      << "the newest";
}

TEST(OpenSearch, EscapesItsBase) {
  const std::string description = opensearch_description("http://[::1]:8080");
  EXPECT_THAT(description, HasSubstr("template=\"http://[::1]:8080/?q={searchTerms}\""));
  EXPECT_THAT(description, HasSubstr("application/atom+xml"));
}

}  // namespace
}  // namespace vigie
