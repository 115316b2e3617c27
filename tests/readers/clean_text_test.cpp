#include "indexer/clean_text.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace vigie {
namespace {

using namespace std::string_literals;

TEST(CleanText, TakesOutControlCharactersAndNothingElse) {
  struct Row {
    std::string given;
    std::string clean;
  };
  const std::vector<Row> rows = {
      {"", ""},
      {"L'armée de l'Air — Kızılelma 🛩", "L'armée de l'Air — Kızılelma 🛩"},
      {"  two  spaces \u00a0 stay \n\n\tas they are ",
       "  two  spaces \u00a0 stay \n\n\tas they are "},
      {"a\0b\x01\x1b\x7f"s, "ab"},
      {"line\r\nline\rline\fpage\vtab", "line\nline\nline\npage\ntab"},
      {"\r\r\n", "\n\n"},
      {"l\u0092arm\u00e9e \u0093dit\u0094 \u0080", "l’armée “dit” €"},
      {"\u0081\u008d|", "|"},
      {"caf\xe9", "caf\uFFFD"},
      {"cut \xe2\x82", "cut \uFFFD"},
      {"\u200bzero\ufeff", "\u200bzero\ufeff"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(clean_text(row.given), row.clean);
    EXPECT_EQ(clean_text(row.clean), row.clean) << "not stable";
  }
}

TEST(CleanText, MakesOneLineOfNames) {
  EXPECT_EQ(clean_line("  Jean-Yves\tLe\nDrian \u00a0"), "Jean-Yves Le Drian");
  EXPECT_EQ(clean_line("\n\t "), "");
}

TEST(CleanText, KnowsUtf8) {
  EXPECT_TRUE(is_utf8("Æthelred 𝄞 é"));
  for (const char* bytes :
       {"\xe9", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"}) {
    EXPECT_FALSE(is_utf8(bytes));
  }
}

TEST(CleanText, SeesWhatIsBlank) {
  for (const char* text : {"", " \n\t", "\u00a0\u2003\u3000", "\u200b\ufeff\u00ad"}) {
    EXPECT_TRUE(is_blank(text)) << text;
  }
  EXPECT_FALSE(is_blank(" . "));
  EXPECT_FALSE(is_blank("\xe9"));
}

TEST(CleanText, QuotesForMessages) {
  EXPECT_EQ(in_quotes("Rafale\nF4"), "\"Rafale F4\"");
  const std::string cut = in_quotes(std::string(59, 'a') + "ééé");
  EXPECT_EQ(cut, "\"" + std::string(59, 'a') + "…\"");
}

}  // namespace
}  // namespace vigie
