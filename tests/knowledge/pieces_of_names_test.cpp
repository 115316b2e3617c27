// Pieces of other names, found by reading articles: none of them names what we know.
#include <gtest/gtest.h>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

struct Sentence {
  const char* text;
  const char* ids;  ///< of what it names
};

TEST(PiecesOfNames, NameNothingElse) {
  for (const Sentence& sentence : std::initializer_list<Sentence>{
           {"notamment dans les Hauts-de-France", "hauts-de-france"},
           {"la région Hauts-de-France, en France", "hauts-de-france france"},
           {"les hauts fonctionnaires de France", "france"},
           {"the possible sale of American Savings", ""},
           {"American savings fell.", "etats-unis"},
           {"AMERICAN WEST BANK 1ST QTR NET", ""},
           {"the occupied West Bank", "cisjordanie"},
           {"American Home Products would get approval", ""},
           {"American home builders", "etats-unis"},
           {"Gulf Canada chairman Marshall Cohen", ""},
           {"tankers in the Gulf, Canada said", "canada"},
       }) {
    EXPECT_EQ(tests::named_in("", sentence.text), sentence.ids) << sentence.text;
  }
}

}  // namespace
}  // namespace vigie
