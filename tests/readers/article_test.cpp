#include "indexer/article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "indexer/url.h"

namespace vigie {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int64_t kNow = 1750161600;  // 2025-06-17T12:00Z

Article rafale() {
  Article article;
  article.id = "rafale-1";
  article.url = "https://example.fr/rafale";
  article.title = "Le Rafale F4 entre en service";
  article.standfirst = "L'armée de l'Air reçoit ses premiers avions.";
  article.body = "Les pilotes de la base de Mont-de-Marsan ont reçu hier leurs appareils.";
  article.language = "fr";
  article.source = "Bureau de Paris";
  article.authors = {"Anne Dupré", "John O'Brien"};
  article.published = "2025-06-17T09:30:00+02:00";
  article.section = "Air";
  return article;
}

std::string refusal(Article article) {
  try {
    complete(article, kNow);
  } catch (const ArticleError& error) {
    return error.what();
  }
  return {};
}

TEST(Article, CompleteLeavesACompleteArticleAlone) {
  Article article = rafale();
  EXPECT_THAT(complete(article, kNow), IsEmpty());
  EXPECT_EQ(article, rafale());
}

TEST(Article, CompletingTwiceChangesNothingMore) {
  const std::vector<std::function<void(Article&)>> spoilers = {
      [](Article& a) { a.id.clear(); },
      [](Article& a) { a.id.clear(), a.url.clear(); },
      [](Article& a) { a.title.clear(); },
      [](Article& a) { a.title = " ", a.standfirst.clear(); },
      [](Article& a) { a.body = "a\0b\r\nc\x1b"; },
      [](Article& a) { a.language = "FR-ca"; },
      [](Article& a) { a.language = "klingon"; },
      [](Article& a) { a.published = "20250617"; },
      [](Article& a) {
        a.authors = {" ", "  Jean\tMoulin\n"};
      },
      [](Article& a) { a.url = "HTTPS://Example.FR:443/?utm_source=x#top", a.id.clear(); },
      [](Article& a) { a.body = "caf\xe9"; },
  };
  for (const auto& spoil : spoilers) {
    Article once = rafale();
    spoil(once);
    complete(once, kNow);
    Article twice = once;
    complete(twice, kNow);
    EXPECT_EQ(twice, once);
    EXPECT_EQ(article_from_stored_json(to_json(once)), once);
  }
}

TEST(Article, TakesTheTitleFromTheTextWhereItHasNone) {
  Article french = rafale();
  french.title.clear();
  french.standfirst.clear();
  french.body =
      "Le ministère des Armées a annoncé mardi la commande de quarante-deux avions Rafale "
      "supplémentaires.\nSuite";
  EXPECT_THAT(complete(french, kNow), Contains(HasSubstr("no title")));
  EXPECT_EQ(french.title,
            "Le ministère des Armées a annoncé mardi la commande de quarante-deux avions Rafale…");

  Article english = rafale();
  english.title = "\u00a0";
  english.standfirst = "The Navy orders frigates.";
  complete(english, kNow);
  EXPECT_EQ(english.title, "The Navy orders frigates.");
}

TEST(Article, TellsTheLanguageWhereNoneIsGiven) {
  struct Row {
    const char* given;
    const char* title;
    const char* language;
    bool warned;
  };
  const std::vector<Row> rows = {
      {"", "Le ministre des Armées annonce une commande de drones", "fr", false},
      {"", "The Department of Defense announces a contract for drones", "en", false},
      {"fr-CA", "x", "fr", false},
      {"EN", "x", "en", false},
      {"fra", "x", "fr", false},
      {"eng", "x", "en", false},
      {"de", "Die Bundeswehr kauft Drohnen", "de", false},
      {"und", "x", "und", false},
      {"", "35 / 2025", "und", true},
      {"klingon", "Le ministre des Armées annonce une commande de drones", "fr", true},
      {"xx", "The Department of Defense announces a contract for drones", "en", true},
  };
  for (const Row& row : rows) {
    Article article = rafale();
    article.title = row.title;
    article.standfirst.clear();
    article.body = row.title;
    article.language = row.given;
    const std::vector<std::string> warnings = complete(article, kNow);
    EXPECT_EQ(article.language, row.language) << row.given << " " << row.title;
    EXPECT_EQ(!warnings.empty(), row.warned) << row.given << " " << row.title;
  }
}

TEST(Article, WarnsOfWhatIsOddAndKeepsIt) {
  Article undated = rafale();
  undated.published.clear();
  EXPECT_THAT(complete(undated, kNow), Contains("no date of publication"));

  Article future = rafale();
  future.published = "2031-01-01";
  EXPECT_THAT(complete(future, kNow), Contains("published is in the future: 2031-01-01"));
  EXPECT_EQ(future.published, "2031-01-01");

  Article markup = rafale();
  markup.body = "<p>Le ministre</p><p>a parlé</p>";
  EXPECT_THAT(complete(markup, kNow), Contains("body holds HTML markup, kept as text"));
  EXPECT_EQ(markup.body, "<p>Le ministre</p><p>a parlé</p>");

  Article inequality = rafale();
  inequality.body = "if a < b and b <a or p<q then";
  EXPECT_THAT(complete(inequality, kNow), IsEmpty());

  Article script = rafale();
  script.url = "javascript:alert(1)";
  EXPECT_THAT(complete(script, kNow), Contains(HasSubstr("no http or https address")));

  Article headline = rafale();
  headline.standfirst.clear();
  headline.body.clear();
  EXPECT_THAT(complete(headline, kNow), Contains(HasSubstr("no body")));
}

TEST(Article, RefusesWhatCannotBeTaken) {
  Article empty;
  empty.id = "x";
  empty.body = " \n\u200b";
  EXPECT_THAT(refusal(empty), HasSubstr("no text"));

  for (const char* date : {"2025-02-30", "hier", "0000-00-00", "99999-01-01"}) {
    Article absurd = rafale();
    absurd.published = date;
    EXPECT_THAT(refusal(absurd), HasSubstr("published is \"" + std::string(date) + "\""));
  }

  Article large = rafale();
  large.body.assign(50'000'000, 'a');
  EXPECT_EQ(refusal(large), "body is 50.0 MB long; at most 10 MB is taken");
  large.body.assign(kMaxBodyBytes, 'a');
  EXPECT_EQ(refusal(large), "");

  Article long_id = rafale();
  long_id.id.assign(201, 'i');
  EXPECT_EQ(refusal(long_id), "id is 201 bytes long; at most 200 are taken");
  long_id.id.assign(200, 'i');
  EXPECT_EQ(refusal(long_id), "");

  Article many = rafale();
  many.authors.assign(2'000, "Anne Dupré");
  EXPECT_THAT(refusal(many), HasSubstr("authors is"));
}

TEST(Article, IdIsTheOneGivenElseTheUrlElseAHash) {
  Article article = rafale();
  article.id.clear();
  article.url = "HTTPS://Example.FR:443/rafale?utm_source=rss&page=2#comments";
  complete(article, kNow);
  EXPECT_EQ(article.id, "https://example.fr/rafale?page=2");
  EXPECT_EQ(article.url, "HTTPS://Example.FR:443/rafale?utm_source=rss&page=2#comments");

  Article hashed = rafale();
  hashed.id.clear();
  hashed.url.clear();
  Article corrected = hashed;
  corrected.body += " Erratum.";
  Article other = hashed;
  other.published = "2025-06-16";
  for (Article* each : {&hashed, &corrected, &other}) {
    complete(*each, kNow);
  }
  EXPECT_EQ(hashed.id.size(), 16U);
  EXPECT_EQ(hashed.id, corrected.id);
  EXPECT_NE(hashed.id, other.id);
}

TEST(Article, JsonIsOneLineInTheOrderOfTheRecord) {
  EXPECT_EQ(to_json(rafale()),
            R"({"id":"rafale-1","url":"https://example.fr/rafale",)"
            R"("title":"Le Rafale F4 entre en service",)"
            R"("standfirst":"L'armée de l'Air reçoit ses premiers avions.",)"
            R"("body":"Les pilotes de la base de Mont-de-Marsan ont reçu hier leurs appareils.",)"
            R"("language":"fr","source":"Bureau de Paris",)"
            R"("authors":["Anne Dupré","John O'Brien"],)"
            R"("published":"2025-06-17T09:30:00+02:00","section":"Air"})");
  Article small;
  small.id = "x";
  small.title = "line\n\"quoted\"\ttab";
  EXPECT_EQ(to_json(small), R"({"id":"x","title":"line\n\"quoted\"\ttab"})");
  EXPECT_EQ(article_from_stored_json(to_json(small)), small);
}

TEST(Article, StoredJsonThatIsNoneIsADamagedIndex) {
  for (const char* json : {"", "{", "[]", "3", R"({"id": 3})", R"({"authors": "x"})"}) {
    EXPECT_THROW(article_from_stored_json(json), ArticleError) << json;
  }
}

TEST(Article, ContentHashTellsAnyDifference) {
  const std::string hash = content_hash(rafale());
  EXPECT_EQ(hash.size(), 16U);
  EXPECT_EQ(content_hash(rafale()), hash);
  Article moved = rafale();
  moved.standfirst.swap(moved.section);
  EXPECT_NE(content_hash(moved), hash);
}

TEST(Article, AddressesAreSafeInAPath) {
  for (const char* id : {"rafale-1", "CERTFR-2021-ALE-017", "a.b_c", "0"}) {
    EXPECT_EQ(address_of_id(id), id);
  }
  for (const char* id : {"https://example.fr/a", "é", "a b", "..", ".", "a/b", "~0", ""}) {
    EXPECT_THAT(address_of_id(id), ::testing::MatchesRegex("~[0-9a-f]{16}")) << id;
  }
}

TEST(Url, ManySpellingsOfOneAddressAreOne) {
  struct Row {
    const char* given;
    const char* canonical;
  };
  const std::vector<Row> rows = {
      {"https://example.fr", "https://example.fr/"},
      {"HTTP://EXAMPLE.fr:80/Path", "http://example.fr/Path"},
      {"https://example.fr:8443/a", "https://example.fr:8443/a"},
      {"https://example.fr/a?b=1&utm_medium=x&c=2&fbclid=3", "https://example.fr/a?b=1&c=2"},
      {"https://example.fr/a?xtor=RSS-1#suite", "https://example.fr/a"},
      {"https://example.fr?q=1", "https://example.fr/?q=1"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(canonical_url(row.given).value_or(""), row.canonical);
    EXPECT_EQ(canonical_url(row.canonical).value_or(""), row.canonical) << "not stable";
  }
  for (const char* text : {"", "example.fr", "ftp://a/b", "https://", "javascript:alert(1)",
                           "https://a b/", "http:///x"}) {
    EXPECT_FALSE(canonical_url(text)) << text;
  }
}

}  // namespace
}  // namespace vigie
