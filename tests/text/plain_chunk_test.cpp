// Plain chunks against ICU, which they stand for.
#include "indexer/text/plain_chunk.h"

#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

namespace vigie {
namespace {

class PlainChunk : public testing::Test {
 protected:
  PlainChunk() {
    UErrorCode status = U_ZERO_ERROR;
    icu_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    EXPECT_TRUE(U_SUCCESS(status));
  }

  std::vector<std::string> words_by_icu(const std::string& text) {
    const auto unicode = icu::UnicodeString::fromUTF8(text);
    icu_->setText(unicode);
    std::vector<std::string> words;
    int32_t begin = icu_->first();
    for (int32_t end = icu_->next(); end != icu::BreakIterator::DONE; end = icu_->next()) {
      if (icu_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) {
        unicode.tempSubStringBetween(begin, end).toUTF8String(words.emplace_back());
      }
      begin = end;
    }
    return words;
  }

  /// False where the text, which holds no space, is not plain.
  bool expect_as_icu(const std::string& text) {
    std::vector<WordSpan> spans;
    const uint32_t end = add_plain_chunk(text, 0, spans);
    if (end == 0) {
      EXPECT_TRUE(spans.empty());
      return false;
    }
    EXPECT_EQ(end, text.size());
    std::vector<std::string> words;
    for (const WordSpan& span : spans) {
      words.push_back(text.substr(span.begin_bytes, span.end_bytes - span.begin_bytes));
    }
    EXPECT_EQ(words, words_by_icu(text)) << text;
    return true;
  }

  std::unique_ptr<icu::BreakIterator> icu_;
};

std::string utf8(char32_t code) {
  std::string text;
  icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(text);
  return text;
}

/// The tokenizer ends words at a colon and a semicolon itself, and takes the narrow no-break space
/// for a space, where ICU does not.
bool is_set_aside(char32_t code) {
  return code == U':' || code == U';' || code == U'\u202F';
}

TEST_F(PlainChunk, SegmentsEveryCharacterAsIcuDoesOrLeavesItAlone) {
  size_t plain = 0;
  for (char32_t code = 1; code < 0x3000; ++code) {
    const std::string sign = utf8(code);
    if (is_set_aside(code) || is_chunk_space(sign[0])) {
      continue;
    }
    for (const std::string& text :
         {sign, "ab" + sign, sign + "ab", "ab" + sign + "cd", "1" + sign + "2", "1" + sign + "b",
          "b" + sign + "1", "é" + sign + sign + "é"}) {
      plain += expect_as_icu(text) ? 1 : 0;
    }
    ASSERT_FALSE(HasFailure()) << std::hex << static_cast<uint32_t>(code);
  }
  EXPECT_GT(plain, 8U * (62 + 25 + 190));  // letters and digits, signs, accented letters
}

TEST_F(PlainChunk, SegmentsRandomPlainTextAsIcuDoes) {
  const std::vector<std::string> pieces = {
      "l", "U", "S", "é", "Œ", "ÿ", "1",  "35",     "200", "'", "’", "‘", ".", ",",
      "-", "–", "«", "»", "(", ")", "\"", "\u00A0", "€",   "$", "%", "…", "/", "!"};
  std::mt19937 random(20240229);
  for (int round = 0; round < 50000; ++round) {
    std::string text;
    for (size_t count = 1 + random() % 12; count > 0; --count) {
      text += pieces[random() % pieces.size()];
    }
    ASSERT_TRUE(expect_as_icu(text)) << text;
    ASSERT_FALSE(HasFailure());
  }
}

TEST_F(PlainChunk, EndsAtASpaceAndBeginsWhereItIsTold) {
  const std::string text = "de l'U.S. Army\n";
  std::vector<WordSpan> words;
  EXPECT_EQ(add_plain_chunk(text, 3, words), 9U);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].begin_bytes, 3U);
  EXPECT_EQ(words[0].end_bytes, 8U);
  EXPECT_EQ(add_plain_chunk(text, 10, words), 14U);
  EXPECT_EQ(words.size(), 2U);
}

TEST_F(PlainChunk, LeavesWhatIsBrokenOrEndlessAlone) {
  std::vector<WordSpan> words;
  for (const std::string& text :
       {std::string("a\xC3"), std::string("a\xE2\x80"), std::string("a\xFF"),
        std::string("a\0b", 3), std::string(5000, 'a')}) {
    EXPECT_EQ(add_plain_chunk(text, 0, words), 0U) << testing::PrintToString(text);
    EXPECT_TRUE(words.empty());
  }
}

}  // namespace
}  // namespace vigie
