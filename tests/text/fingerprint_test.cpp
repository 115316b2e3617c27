#include "indexer/text/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <string>

namespace vigie {
namespace {

Fingerprint fingerprint_of(const std::string& title, const std::string& body) {
  Analyzer analyzer;
  FingerprintMaker maker;
  maker.add_title(analyzer.analyze(title));
  maker.add_text(analyzer.analyze(body), body);
  return maker.finish();
}

uint32_t equal_rows(const Sketch& a, const Sketch& b) {
  uint32_t equal = 0;
  for (size_t i = 0; i < kSketchRows; ++i) {
    equal += a.rows[i] == b.rows[i] ? 1U : 0U;
  }
  return equal;
}

TEST(Fingerprint, IsTheSameOnEveryMachine) {
  const std::string bytes =
      to_bytes(fingerprint_of("Titre", "Thales livre 120 000 radios à l'armée de Terre."));
  ASSERT_EQ(bytes.size(), kFingerprintBytes);
  std::string hex;
  for (size_t i = 0; i < 8; ++i) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(bytes[i]) >> 4U];
    hex += kDigits[static_cast<unsigned char>(bytes[i]) & 15U];
  }
  EXPECT_EQ(hex, "02fae991437c9228") << "stored fingerprints would not be found again";
}

TEST(Fingerprint, ComesBackFromItsBytes) {
  for (const char* body :
       {"", "Une phrase.", "The Navy ordered 12.5 million rounds from Lockheed Martin in Texas."}) {
    const Fingerprint fingerprint = fingerprint_of("Titre", body);
    EXPECT_EQ(fingerprint_of_bytes(to_bytes(fingerprint)), fingerprint) << body;
  }
  EXPECT_FALSE(fingerprint_of_bytes(""));
  EXPECT_FALSE(fingerprint_of_bytes(std::string(kFingerprintBytes - 1, 'x')));
  EXPECT_TRUE(fingerprint_of_bytes(std::string(kFingerprintBytes, '\xff')))
      << "damaged, but read without harm";
}

TEST(Fingerprint, CountsNamesAndFiguresInBothLanguages) {
  struct Row {
    const char* text;
    int names;
    int figures;
  };
  const Row rows[] = {
      {"Le ministre a signé le contrat.", 0, 0},
      {"Thales signe. « Safran attend », dit-on.", 2, 0},
      {"Le contrat de Thales avec l'Égypte est signé.", 2, 0},
      {"Hier. Demain ! Après ? Toujours.", 4, 0},
      {"Il vaut 12,5 millions, soit 12 500 000 euros.", 2, 2},
      {"En 2024, le 12 mars, 300 soldats.", 3, 0},
      {"L'Œuvre et l'Élysée.", 2, 0},
      {"The contract with Lockheed Martin is signed.", 2, 0},
      {"It costs $1,250,000 and 3.5 percent.", 3, 2},
      {"Work began in May 2016 on order 0053.", 4, 0},
      {"\"Never,\" she said. (Nobody else did.)", 2, 0},
      {"Lockheed Martin wins\nBoeing loses", 3, 0},
  };
  for (const Row& row : rows) {
    const Names names = fingerprint_of("", row.text).names;
    int figures = 0;
    for (int i = 0; i < names.count; ++i) {
      figures += is_figure(names.hashes[static_cast<size_t>(i)]) ? 1 : 0;
    }
    EXPECT_EQ(names.count, row.names) << row.text;
    EXPECT_EQ(figures, row.figures) << row.text;
  }
}

TEST(Fingerprint, MarksTheNamesInTheHeadline) {
  struct Row {
    const char* title;
    const char* text;
    int in_title;
  };
  const Row rows[] = {
      {"THALES LIVRE 120 RADIOS", "Thales livre 120 radios à l'Égypte.", 2},
      {"Un contrat pour l'Égypte", "Thales livre 120 radios à l'Egypte.", 1},
      {"Un contrat", "Thales livre 120 radios à l'Égypte.", 0},
      {"Lockheed wins in Texas", "The Navy chose Lockheed Martin.", 1},
      {"Navy chooses Lockheed", "The Navy chose Lockheed Martin.", 2},
      {"Le radar", "Le radar est là.", 0},
      {"", "The Navy chose Lockheed Martin.", 0},
  };
  for (const Row& row : rows) {
    const Names names = fingerprint_of(row.title, row.text).names;
    EXPECT_EQ(std::popcount(names.in_title), row.in_title) << row.title << ": " << row.text;
    EXPECT_EQ(names.in_title >> names.count, 0U);
  }
}

TEST(Fingerprint, KeepsASampleOfManyNamesTheFiguresFirst) {
  std::string text = "on";
  for (int i = 0; i < 200; ++i) {
    text += " Nom" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26)) + ",";
  }
  const Names names = fingerprint_of("", text + " 123456").names;
  EXPECT_FALSE(names.all);
  EXPECT_EQ(names.count, kNames);
  EXPECT_TRUE(is_figure(names.hashes[0]));
  EXPECT_TRUE(std::is_sorted(names.hashes.begin(), names.hashes.end()));
}

TEST(Fingerprint, LooksAtWordsNotAtHowTheyAreWritten) {
  EXPECT_EQ(fingerprint_of("Un titre", "Les drones   de l’armée sont là."),
            fingerprint_of("UN TITRE", "Les drones de l'armée\nsont là"));
}

TEST(Fingerprint, KeepsTheHeadlineApart) {
  const Fingerprint one = fingerprint_of("Un titre", "Le même texte pour deux journaux.");
  const Fingerprint other = fingerprint_of("Un autre", "Le même texte pour deux journaux.");
  EXPECT_NE(one.title, other.title);
  EXPECT_EQ(one.text, other.text);
  EXPECT_EQ(one.words, other.words);
}

TEST(Fingerprint, TakesTheHeadlineForTheTextWhereThereIsNoOther) {
  EXPECT_GT(fingerprint_of("Nouveau contrat naval", "").words.count, 0);
  EXPECT_EQ(fingerprint_of("", "").words.count, 0);
  EXPECT_NE(fingerprint_of("Nouveau contrat naval", "").text,
            fingerprint_of("Nouveau contrat aérien", "").text);
}

TEST(Fingerprint, RowsAgreeAsOftenAsTheSetsOverlap) {
  std::string both;
  std::string one;
  std::string other;
  for (int i = 0; i < 600; ++i) {
    const std::string word = " mot" + std::to_string(i * 7919 + 10000);
    (i % 3 == 0 ? one : i % 3 == 1 ? other : both) += word;
  }
  const Fingerprint a = fingerprint_of("", both + one);
  const Fingerprint b = fingerprint_of("", both + other);
  EXPECT_EQ(a.words.count, 401) << "'mot' and 400 numbers";
  EXPECT_NEAR(equal_rows(a.words, b.words), kSketchRows / 3.0, 8) << "Jaccard coefficient 1/3";
  EXPECT_EQ(equal_rows(a.words, a.words), kSketchRows);
}

}  // namespace
}  // namespace vigie
