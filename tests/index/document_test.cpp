#include "indexer/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "indexer/sum.h"
#include "tests/index/index_testing.h"

namespace vigie {
namespace {

using schema::Prefix;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

struct TermFacts {
  uint32_t wdf;
  std::vector<uint32_t> positions;
};

Article article_of(const std::string& language, const std::string& title,
                   const std::string& standfirst, const std::string& body) {
  Article article;
  article.id = "x1";
  article.language = language;
  article.title = title;
  article.standfirst = standfirst;
  article.body = body;
  return article;
}

std::map<std::string, TermFacts> terms_of(const Article& article) {
  DocumentMaker maker(tests::no_knowledge());
  TermTable& made = maker.make(article, tests::kAdded).terms;
  std::map<std::string, TermFacts> terms;
  for (uint32_t number = 0; number < made.size(); ++number) {
    terms[made.text(number)] = {made.wdf(number), made.positions(number)};
  }
  return terms;
}

std::string stem(Language language, const std::string& word) {
  Analyzer analyzer;
  return analyzer.form_of(word).stem(language);
}

struct Spoken {
  const char* tag;
  Language language;
  Prefix prefix;
  const char* word;    // its own stem
  const char* plural;  // another form of it
};

const Spoken kSpoken[] = {{"fr", Language::kFrench, Prefix::kFrenchWord, "drone", "drones"},
                          {"en", Language::kEnglish, Prefix::kEnglishWord, "tank", "tanks"}};

TEST(Document, CountsWordsByTheWeightOfTheirFieldInBothLanguages) {
  for (const Spoken& spoken : kSpoken) {
    SCOPED_TRACE(spoken.tag);
    const auto terms = terms_of(article_of(spoken.tag, spoken.word, spoken.word,
                                           std::string(spoken.word) + " " + spoken.plural));
    const std::string term = schema::term(spoken.prefix, stem(spoken.language, spoken.word));
    ASSERT_THAT(terms, Contains(Key(term)));
    EXPECT_EQ(terms.at(term).wdf, 2U + 2U + 1U + 1U);
  }
}

TEST(Document, KeepsFieldsApartSoThatNoPhraseSpansThem) {
  for (const Spoken& spoken : kSpoken) {
    SCOPED_TRACE(spoken.tag);
    const auto terms = terms_of(article_of(spoken.tag, std::string("zz ") + spoken.word,
                                           spoken.word, std::string(spoken.plural)));
    const std::string term = schema::term(spoken.prefix, stem(spoken.language, spoken.word));
    ASSERT_THAT(terms, Contains(Key(term)));
    EXPECT_THAT(terms.at(term).positions, ElementsAre(2, 2 + 101, 2 + 101 + 101));
  }
}

TEST(Document, TellsExactFormsInBothLanguages) {
  for (const Spoken& spoken : kSpoken) {
    SCOPED_TRACE(spoken.tag);
    const std::string own = stem(spoken.language, spoken.word);
    ASSERT_EQ(own, stem(spoken.language, spoken.plural));
    const std::string form = schema::term(Prefix::kForm, spoken.plural);
    const std::string absent = schema::term(Prefix::kAbsentForm, spoken.prefix, own);

    const auto plural_only = terms_of(article_of(spoken.tag, "", "", spoken.plural));
    EXPECT_THAT(plural_only, Contains(Key(form)));
    EXPECT_EQ(plural_only.count(absent) != 0, own != spoken.plural);

    const auto both =
        terms_of(article_of(spoken.tag, "", "", std::string(spoken.plural) + " " + spoken.word));
    EXPECT_THAT(both, Contains(Key(form)));
    EXPECT_EQ(both.count(absent) != 0, own != spoken.word);
    EXPECT_EQ(both.at(form).wdf, 0U);
    EXPECT_TRUE(both.at(form).positions.empty());
  }
}

TEST(Document, LeavesOtherLanguagesUnstemmed) {
  const auto terms = terms_of(article_of("de", "", "", "Panzer Drohnen"));
  EXPECT_THAT(terms, Contains(Key("Npanzer")));
  EXPECT_THAT(terms, Contains(Key("Ndrohnen")));
  for (const auto& [term, facts] : terms) {
    EXPECT_TRUE(term[0] != 'W' && term[0] != 'V') << term;
  }
}

TEST(Document, KeepsAcronymsAsWrittenWithWeightButNoPosition) {
  for (const char* tag : {"fr", "en"}) {
    SCOPED_TRACE(tag);
    const auto terms = terms_of(
        article_of(tag, std::string("Budget of NATO forces"), "", "The forces of NATO met today"));
    ASSERT_THAT(terms, Contains(Key("ANATO")));
    EXPECT_EQ(terms.at("ANATO").wdf, 2U + 1U);
    EXPECT_TRUE(terms.at("ANATO").positions.empty());
    EXPECT_THAT(terms, Contains(Key("TANATO")));
  }
}

TEST(Document, JoinsCompoundsAtTheirFirstPart) {
  const auto terms = terms_of(article_of("en", "", "", "the anti-drone gun"));
  const std::string part = schema::term(Prefix::kEnglishWord, stem(Language::kEnglish, "anti"));
  const std::string joined =
      schema::term(Prefix::kEnglishWord, stem(Language::kEnglish, "antidrone"));
  ASSERT_THAT(terms, Contains(Key(part)));
  ASSERT_THAT(terms, Contains(Key(joined)));
  EXPECT_EQ(terms.at(part).positions, terms.at(joined).positions);
  EXPECT_EQ(terms.at(joined).wdf, 1U);
}

TEST(Document, MarksTheTitlesWordsOnly) {
  for (const Spoken& spoken : kSpoken) {
    SCOPED_TRACE(spoken.tag);
    const auto terms = terms_of(article_of(spoken.tag, spoken.plural, "", "zebra"));
    const std::string own = stem(spoken.language, spoken.plural);
    EXPECT_THAT(terms, Contains(Key(schema::term(Prefix::kTitle, spoken.prefix, own))));
    EXPECT_THAT(terms, Not(Contains(Key(schema::term(Prefix::kTitle, spoken.prefix,
                                                     stem(spoken.language, "zebra"))))));
  }
}

TEST(Document, FiltersBySourceAuthorLanguageAndDate) {
  Article article = article_of("fr", "Titre", "", "Texte");
  article.source = "  La  Défense ";
  article.authors = {"Élise Martin", "Bob"};
  article.published = "2025-06-17T23:30:00-04:00";
  const auto terms = terms_of(article);
  for (const char* term :
       {"Qx1", "Lfr", "Sla defense", "Uelise martin", "Ubob", "Y2025", "M202506", "D20250617"}) {
    ASSERT_THAT(terms, Contains(Key(term)));
    EXPECT_EQ(terms.at(term).wdf, 0U) << term;
  }
}

TEST(Document, StoresValuesAndTheArticle) {
  Article article = article_of("en", "Title", "", "Text");
  article.source = "The Source";
  article.authors = {"A", "B"};
  article.published = "1970-01-02";
  const Xapian::Document document = tests::document_of(article);
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kPublishedSlot)), 86400);
  EXPECT_EQ(document.get_value(schema::kDaySlot), "19700102");
  EXPECT_EQ(document.get_value(schema::kLanguageSlot), "en");
  EXPECT_EQ(document.get_value(schema::kSourceSlot), "The Source");
  EXPECT_EQ(document.get_value(schema::kAuthorsSlot),
            "A\x1f"
            "B");
  EXPECT_EQ(document.get_value(schema::kHashSlot), content_hash(article));
  EXPECT_EQ(article_from_stored_json(document.get_data()), article);
}

TEST(Document, StoresTheSumsOfAllFieldsOnceEachAndWhenItCameIn) {
  const Article french =
      article_of("fr", "Un contrat de 1,5 milliard d'euros", "Dont 200 M$ en 2025",
                 "Soit 1,5 Md€ au lieu de 35 mln zł, pour 12 avions.");
  const Xapian::Document document = tests::document_of(french);
  EXPECT_EQ(sums_in(document.get_value(schema::kSumsSlot)),
            (std::vector<Sum>{{1.5e9, "EUR"}, {2e8, "USD"}, {3.5e7, "PLN"}}));
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(schema::kAddedSlot)), tests::kAdded);
  const Article without = article_of("en", "No sum", "", "In 2025 it flew 200 km.");
  EXPECT_EQ(tests::document_of(without).get_value(schema::kSumsSlot), "");
}

TEST(Document, TakesTermsOfAnyLengthAndUndatedArticles) {
  for (const char* tag : {"fr", "en", "de"}) {
    SCOPED_TRACE(tag);
    Article article =
        article_of(tag, "", "", std::string(5000, 'x') + " " + std::string(5000, 'x') + "y");
    article.source = std::string(9000, 's');
    const auto terms = terms_of(article);
    for (const auto& [term, facts] : terms) {
      EXPECT_LE(term.size(), 245U);
    }
    EXPECT_EQ(terms.lower_bound("D"), terms.lower_bound("E"));
  }
}

}  // namespace
}  // namespace vigie
