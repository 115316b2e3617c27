// What holds of the tokens of any bytes whatsoever.
#include <random>

#include "indexer/text/fold.h"
#include "tests/text/token_text.h"

namespace vigie {
namespace {

constexpr unsigned kSeed = 20240229;

// A number below `limit`; std::uniform_int_distribution differs between libraries.
uint32_t below(std::mt19937& random, uint32_t limit) {
  return static_cast<uint32_t>(random() % limit);
}

void append_utf8(std::string& text, uint32_t code) {
  const auto byte = [&text](uint32_t value) { text += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

// Half of it from the signs that the rules are about, so that they meet in every order.
std::string random_text(std::mt19937& random, uint32_t most_characters) {
  static const std::vector<std::string> kPieces = {
      "l",      "d",  "qu", "s",     "S",      "U",      "F",      "35",     "200",
      "1",      "e",  "er", "armée", "Œ",      "ﬁ",      "ı",      "'",      "’",
      "‘",      "ʼ",  "-",  "‑",     "‐",      ".",      ",",      "_",      "@",
      ":",      ";",  "·",  " ",     "\u00A0", "\u202F", "\u2009", "\u00AD", "\u0301",
      "\u200D", "\n", "«",  "👍",     "🇫",      "日本",   "ไทย",    "OTAN",   "\uFEFF"};
  std::string text;
  const uint32_t count = below(random, most_characters);
  for (uint32_t i = 0; i < count; ++i) {
    const uint32_t code = below(random, below(random, 2) == 0 ? 0x3000U : 0x110000U);
    if (below(random, 2) == 0) {
      text += kPieces[random() % kPieces.size()];
    } else if (code < 0xD800 || code > 0xDFFF) {
      append_utf8(text, code);
    }
  }
  return text;
}

TEST(AnalyzerProperty, TokensOfRandomTextAreSound) {
  std::mt19937 random(kSeed);
  Analyzer analyzer;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random, 40);
    SCOPED_TRACE(testing::PrintToString(text));
    expect_sound(analyzer.analyze(text), text);
    ASSERT_FALSE(testing::Test::HasFatalFailure());
  }
}

TEST(AnalyzerProperty, RandomBytesNeverThrow) {
  std::mt19937 random(kSeed);
  Analyzer analyzer;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (uint32_t i = below(random, 60); i > 0; --i) {
      text += static_cast<char>(below(random, 256));
    }
    uint32_t position = 0;
    uint32_t begin = 0;
    for (const Token& token : analyzer.analyze(text)) {
      ASSERT_LT(token.begin_bytes, token.end_bytes);
      ASSERT_LE(token.end_bytes, text.size());
      ASSERT_GE(token.begin_bytes, begin);
      begin = token.begin_bytes;
      position += token.kind == TokenKind::kWord ? 1 : 0;
      ASSERT_EQ(token.position + 1, position);
    }
    ASSERT_NO_THROW(fold(text));
    ASSERT_NO_THROW(fold_name(text));
  }
}

TEST(AnalyzerProperty, AnalysisDoesNotDependOnWhatWasAnalysedBefore) {
  std::mt19937 random(kSeed + 1);
  Analyzer used;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random, 30);
    Analyzer fresh;
    ASSERT_EQ(line_of_written(used.analyze(text), text),
              line_of_written(fresh.analyze(text), text));
  }
}

TEST(AnalyzerProperty, AWordAloneIsTheWordInASentence) {
  Analyzer analyzer;
  for (const char* word :
       {"drone", "Défense", "anti-drone", "A400M", "l'armée", "aujourd'hui", "OTAN", "AI", "U.S.",
        "UAVs", "3,5", "1200", "21st", "Lockheed's", "cœur", "Val-d'Oise", "nato.int"}) {
    const std::string alone = line_of(analyzer.analyze(word));
    for (const char* frame : {"the general saw % yesterday", "le général a vu % hier", "« % »"}) {
      std::string sentence = frame;
      sentence.replace(sentence.find('%'), 1, word);
      const std::string inside = ' ' + line_of(analyzer.analyze(sentence)) + ' ';
      EXPECT_NE(inside.find(' ' + alone + ' '), std::string::npos) << alone << " in" << inside;
    }
  }
}

TEST(AnalyzerProperty, LongWordsAreCutToTerms) {
  Analyzer analyzer;
  for (const std::string_view letter : {"a", "é", "日", "ж"}) {
    std::string word;
    for (int i = 0; i < 20000; ++i) {
      word += letter;
    }
    expect_sound(analyzer.analyze(word), word);
    EXPECT_FALSE(analyzer.analyze(word).empty());
    EXPECT_FALSE(analyzer.analyze(word + "-" + word + ".U.S.").empty());
  }
}

TEST(AnalyzerProperty, ChainsOfPartsTakeTimeInProportion) {
  Analyzer analyzer;
  for (const std::string_view link :
       {"a-", "U.", "l'", "1 200 ", "200 ", "1,", "a'", "é_", "s'-"}) {
    std::string chain;
    for (int i = 0; i < 50000; ++i) {
      chain += link;
    }
    chain += "200-mm";
    expect_sound(analyzer.analyze(chain), chain);
  }
}

TEST(Analyzer, NamesItsVersion) {
  EXPECT_EQ(analysis_version(), analysis_version());
  for (const char* part : {"icu-", "unicode-", "snowball-xapian-"}) {
    EXPECT_NE(analysis_version().find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace vigie
