#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

#include "tests/readers/reading.h"

namespace vigie {
namespace {

using namespace std::string_literals;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::read_as;

std::string in_encoding(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes(utf8.size() * 4 + 8, '\0');
  bytes.resize(static_cast<size_t>(
      text.extract(0, text.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), encoding)));
  return bytes;
}

const char* const kFrench =
    "L'armée de l'Air commande des « drones »\n\nLe ministère a signé hier un contrat de 200 M€ : "
    "l’œuvre de plusieurs années, après de longues négociations.\n";
const char* const kEnglish =
    "The Navy’s “new” frigate\n\nThe contract – worth £200m – was signed in São Paulo.\n";

TEST(Encoding, ConvertsWhatNewsroomsUseAndSaysSo) {
  struct Row {
    const char* text;
    const char* encoding;
    std::string mark;
    const char* said;
  };
  const std::vector<Row> rows = {
      {kFrench, "windows-1252", "", "converted from Windows-1252 to UTF-8"},
      {kEnglish, "windows-1252", "", "converted from Windows-1252 to UTF-8"},
      {kFrench, "UTF-16LE", "\xFF\xFE", "converted from UTF-16LE to UTF-8"},
      {kEnglish, "UTF-16BE", "\xFE\xFF", "converted from UTF-16BE to UTF-8"},
      {kFrench, "UTF-32LE", "\xFF\xFE\0\0"s, "converted from UTF-32LE to UTF-8"},
  };
  const Article french = read_as("a.txt", kFrench).at(0).article;
  const Article english = read_as("a.txt", kEnglish).at(0).article;
  for (const Row& row : rows) {
    const auto read = read_as("a.txt", row.mark + in_encoding(row.text, row.encoding));
    ASSERT_EQ(read.size(), 1U);
    ASSERT_FALSE(read[0].error) << *read[0].error;
    EXPECT_EQ(read[0].article, row.text == kFrench ? french : english) << row.encoding;
    EXPECT_THAT(read[0].warnings, Contains(row.said));
  }
}

TEST(Encoding, TakesAByteOrderMarkOffSilently) {
  const auto plain = read_as("a.txt", kFrench);
  const auto marked = read_as("a.txt", "\xEF\xBB\xBF"s + kFrench);
  EXPECT_EQ(marked.at(0).article, plain.at(0).article);
  EXPECT_EQ(marked.at(0).warnings, plain.at(0).warnings);
  EXPECT_THAT(marked[0].warnings, Not(Contains(HasSubstr("converted"))));
}

TEST(Encoding, ShortHeadlinesAreWindows1252AndNotTurkishOrChinese) {
  for (const char* headline :
       {"Déjà vu à Orléans", "L’été", "Hélicoptère abattu : six blessés", "Café", "Señor Núñez"}) {
    const auto read = read_as("a.txt", in_encoding(headline, "windows-1252"));
    ASSERT_FALSE(read.at(0).error) << *read[0].error;
    EXPECT_EQ(read[0].article.title, headline);
  }
}

TEST(Encoding, TellsOtherAlphabetsWhereTheTextIsLongEnough) {
  const std::string russian =
      "Министерство обороны сообщило о заключении нового контракта\n\nКонтракт на поставку "
      "самолётов был подписан вчера в Москве, сообщает агентство.\n";
  const auto read = read_as("a.txt", in_encoding(russian, "windows-1251"));
  EXPECT_EQ(read.at(0).article, read_as("a.txt", russian).at(0).article);
  EXPECT_THAT(read[0].warnings, Contains("converted from windows-1251 to UTF-8"));
}

TEST(Encoding, KeepsUtf8ThatHasOneBadByte) {
  const auto read = read_as("a.txt", "L'armée reçoit ses véhicules\n\nLe ministère a livr\xe9.");
  EXPECT_EQ(read.at(0).article.title, "L'armée reçoit ses véhicules");
  EXPECT_EQ(read[0].article.body, "Le ministère a livr\uFFFD.");
  EXPECT_THAT(read[0].warnings, Contains("1 byte that is not UTF-8 replaced by U+FFFD"));
}

TEST(Encoding, JsonLinesAreConvertedEach) {
  const std::string line = R"({"id":"x","title":"L'armée","body":"Été à Orléans"})";
  const auto read = read_as("a.jsonl", in_encoding(line, "windows-1252") + "\n" + line + "\n");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].article, read[1].article);
  EXPECT_THAT(read[0].warnings, Contains("converted from Windows-1252 to UTF-8"));
  EXPECT_THAT(read[1].warnings, Not(Contains(HasSubstr("converted"))));
  const auto wide = read_as("a.jsonl", "\xFF\xFE" + in_encoding(line + "\n" + line, "UTF-16LE"));
  ASSERT_EQ(wide.size(), 2U);
  EXPECT_EQ(wide[1].article, read[1].article);
}

TEST(Encoding, NamesWhatIsNoText) {
  struct Row {
    std::string bytes;
    const char* said;
  };
  const std::vector<Row> rows = {
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "is a PDF document"},
      {"PK\x03\x04\x14\x00\x06\x00"s, "is a ZIP archive or an office document"},
      {"{\\rtf1\\ansi hello}", "is an RTF document"},
      {"\x7F"
       "ELF\x02\x01\x01",
       "is a program"},
      {"\x01\x02\x03\x00\xff\xfe\x10\x11"s, "is not text"},
      {"<!DOCTYPE html>\n<html><p>x</p>", "is an HTML page"},
      {"<?xml version=\"1.0\"?><rss/>", "is an XML document"},
  };
  for (const Row& row : rows) {
    for (const char* name : {"a.txt", "a.md", "a.json", "a.jsonl", "a"}) {
      const auto read = read_as(name, row.bytes);
      ASSERT_EQ(read.size(), 1U) << name << row.said;
      ASSERT_TRUE(read[0].error) << name << row.said;
      EXPECT_THAT(*read[0].error, HasSubstr(row.said)) << name;
      EXPECT_THAT(*read[0].error, HasSubstr("expected plain text, Markdown, JSON or JSON Lines"));
    }
  }
}

}  // namespace
}  // namespace vigie
