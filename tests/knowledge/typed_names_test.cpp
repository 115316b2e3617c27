#include "indexer/knowledge/typed_names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vigie {
namespace {

const Gazetteer& gazetteer() {
  static const Gazetteer known = [] {
    Analyzer analyzer;
    return Gazetteer(parse_knowledge(read_knowledge(VIGIE_SOURCE_DIR "/corpus/knowledge")),
                     analyzer);
  }();
  return known;
}

/// The id that the query begins with the name of, and how many words that is: "pentagon 1".
std::string named(const std::string& query) {
  Analyzer analyzer;
  std::vector<TypedNameWord> words;
  for (const Token& token : analyzer.analyze(query)) {
    if (token.kind == TokenKind::kWord) {
      words.push_back({token.form->folded,
                       letter_case(std::string_view(query).substr(
                           token.begin_bytes, token.end_bytes - token.begin_bytes)),
                       token.form->function_word});
    }
  }
  const TypedName name = typed_name(gazetteer(), words, 0);
  std::string text;
  for (const uint32_t entity : name.entities) {
    text.append(gazetteer().entity(entity).id).append(" ");
  }
  return name.words == 0 ? "" : text + std::to_string(name.words);
}

struct Row {
  const char* query;
  const char* named;
};

TEST(TypedNames, AreKnownInSmallLettersToo) {
  const std::vector<Row> rows = {
      {"pentagone", "pentagon 1"},
      {"Pentagon contract", "pentagon 1"},
      {"dod", "pentagon 1"},
      {"department of defense budget", "pentagon 3"},
      {"département américain de la défense", "pentagon 5"},
      {"otan", "otan 1"},
      {"NATO", "otan 1"},
      {"thales radar", "thales 1"},
      {"emmanuel macron", "emmanuel-macron 2"},
      {"macron", "emmanuel-macron 1"},
      {"rafale", "rafale 1"},
      {"rafale marine inde", "rafale 2"},
      {"f-35", "f-35 2"},
      {"F35", "f-35 2"},
      {"ukraine", "ukraine 1"},
      {"ukrainien", "ukraine 1"},
      {"SAFRAN", "safran 1"},
      {"États-Unis", "etats-unis 2"},
      {"etats unis", "etats-unis 2"},
      {"US army", "us-army 2"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(named(row.query), row.named) << row.query;
  }
}

TEST(TypedNames, OrdinaryWordsNeedTheirCapitals) {
  const std::vector<Row> rows = {
      {"orange", ""},
      {"Orange", "orange 1"},
      {"apple", ""},
      {"Apple", "apple 1"},
      {"us", ""},
      {"US", "etats-unis 1"},
      {"shield", ""},
      {"scale", ""},
      {"titan", ""},
      {"drone", ""},
      {"contract", ""},
      {"contrat de défense", ""},
      {"le monde entier", ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(named(row.query), row.named) << row.query;
  }
}

}  // namespace
}  // namespace vigie
