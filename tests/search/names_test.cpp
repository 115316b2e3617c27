#include "searchd/search/names.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(Names, AreFoundByWholeWords) {
  for (const char* word : {"jean", "luc", "o", "neil", "afp", "d", "ambre"}) {
    EXPECT_TRUE(name_has_word("jean-luc o'neil (afp) d'ambre", word)) << word;
  }
  for (const char* word : {"jea", "ean", "uc", "neill", "bre", "af", "x"}) {
    EXPECT_FALSE(name_has_word("jean-luc o'neil (afp) d'ambre", word)) << word;
  }
  EXPECT_TRUE(name_has_word("anne annette ann", "ann"));
}

TEST(Names, AreFoundByTheBeginningOfAWord) {
  for (const char* text : {"j", "jean-l", "luc", "ne", "neil (a", "af", "am"}) {
    EXPECT_TRUE(name_has_beginning("jean-luc o'neil (afp) d'ambre", text)) << text;
  }
  for (const char* text : {"ean", "uc", "eil", "fp", "mbre", "x"}) {
    EXPECT_FALSE(name_has_beginning("jean-luc o'neil (afp) d'ambre", text)) << text;
  }
}

}  // namespace
}  // namespace vigie
