#include "indexer/text/sentences.h"

#include <gtest/gtest.h>

#include <string>

namespace vigie {
namespace {

/// The sentence around the first `inner` in `text`.
std::string sentence(const std::string& text, const std::string& inner) {
  const auto begin = static_cast<uint32_t>(text.find(inner));
  const TextRange range =
      sentence_around(text, {begin, begin + static_cast<uint32_t>(inner.size())});
  return text.substr(range.begin_bytes, range.end_bytes - range.begin_bytes);
}

TEST(Sentences, EndAtAMarkBeforeACapital) {
  const struct {
    const char* text;
    const char* inner;
    const char* sentence;
  } rows[] = {
      {"Un. Le prix est de 5 M€. Trois.", "5 M€", "Le prix est de 5 M€."},
      {"One. It costs $5 million! Three.", "$5 million", "It costs $5 million!"},
      {"Est-ce 5 M€ ? Oui.", "5 M€", "Est-ce 5 M€ ?"},
      {"Il coûte 1.5 M€. État : neuf.", "1.5 M€", "Il coûte 1.5 M€."},
      {"Il dit : « C'est 5 M€. » Élu, il signe.", "5 M€", "Il dit : « C'est 5 M€. »"},
      {"He said: \"It is $5 million.\" Then he left.", "$5", "He said: \"It is $5 million.\""},
      {"Titre sans point\nLe prix : 5 M€\nSuite.", "5 M€", "Le prix : 5 M€"},
      {"Fini. « Le prix est 5 M€ », dit-il.", "5 M€", "« Le prix est 5 M€ », dit-il."},
      {"See 6.302.1. It costs $5 million.", "$5", "It costs $5 million."},
      {"Voir 3.2. Il coûte 5 M€.", "5 M€", "Il coûte 5 M€."},
      {"5 M€", "5 M€", "5 M€"},
      {"D’abord… Ensuite 5 M€.", "5 M€", "Ensuite 5 M€."},
      {"It rose to $5 million. 30 were sold.", "$5", "It rose to $5 million. 30 were sold."},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(sentence(row.text, row.inner), row.sentence) << row.text;
  }
}

TEST(Sentences, DoNotEndAfterAnAbbreviation) {
  for (const std::string text :
       {"M. Dupont a signé pour 5 M€.", "Selon MM. Petit et Grand, 5 M€.",
        "Mr. Smith signed for 5 M€.", "The U.S. Army pays 5 M€.", "Acme Inc. Holdings gets 5 M€.",
        "J. F. Kennedy paid 5 M€.", "Le Gén. Burkhard demande 5 M€.",
        "Le budget d'Acme Corp. Europe : 5 M€.", "Mme. Parly et le Dr. No veulent 5 M€."}) {
    EXPECT_EQ(sentence("Avant. " + text + " Après.", "5 M€"), text);
  }
}

TEST(Sentences, OfAnyBytesAreWithinThem) {
  const std::string wild = "\xFF. \xC3 A. 5 M\xE2\x82\xAC \xF0\x9F. B\xC3";
  EXPECT_NE(sentence(wild, "5 M").find("5 M"), std::string::npos);
  std::string endless;
  for (int i = 0; i < 2000; ++i) {
    endless += "mot ";
  }
  const std::string found = sentence(endless + "5 M€ " + endless, "5 M€");
  EXPECT_LT(found.size(), 1100U);
  EXPECT_EQ(found.find("mot mot"), 0U);
  EXPECT_EQ(found.substr(found.size() - 4), " mot");
}

}  // namespace
}  // namespace vigie
