// Folding, and numbers in one form.
#include "indexer/text/fold.h"

#include <gtest/gtest.h>

#include "indexer/text/number.h"

namespace vigie {
namespace {

struct Row {
  std::string_view text;
  std::string_view expected;
};

TEST(Fold, CaseAccentsAndLigaturesAreGone) {
  constexpr Row kRows[] = {
      {"", ""},
      {"Drone", "drone"},
      {"DÉFENSE", "defense"},
      {"Élysée", "elysee"},
      {"e\u0301", "e"},
      {"Œuvre æther", "oeuvre aether"},
      {"ﬁﬂﬀ", "fiflff"},
      {"Ǿrsted Łódź Đorđe", "orsted lodz dorde"},
      {"İIıi", "iiii"},
      {"ẞß", "ssss"},
      {"ŋ þ ð ħ ŧ", "n th d h t"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"zero\u200Dwidth\uFEFF", "zerowidth"},
      {"ＡＢＣ１２", "abc12"},
      {"ガ が", "ガ が"},
      {"한국어", "한국어"},
      {"bad\xFFzone", "bad\uFFFDzone"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(fold(row.text), row.expected) << row.text;
    EXPECT_EQ(fold(fold(row.text)), row.expected) << "folding is done once: " << row.text;
  }
}

TEST(Fold, NamesAreComparedWithoutTheirSpacing) {
  constexpr Row kRows[] = {
      {"  Bureau  Paris ", "bureau paris"},
      {"BUREAU PARIS", "bureau paris"},
      {"Bureau\u00A0Paris\t", "bureau paris"},
      {"Agence\u202FÉtoile", "agence etoile"},
      {"New\n York  Times", "new york times"},
      {" \t ", ""},
      {"", ""},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(fold_name(row.text), row.expected) << row.text;
  }
}

TEST(PlainNumber, ReadsBothLanguages) {
  constexpr Row kRows[] = {
      {"7", "7"},
      {"007", "007"},
      {"1200", "1200"},
      {"1 200", "1200"},
      {"1,200", "1200"},
      {"1'200", "1200"},
      {"1.200", "1.200"},
      {"1.200.000", "1200000"},
      {"3,5", "3.5"},
      {"3.50", "3.50"},
      {"0,125", "0.125"},
      {"12,3456", "12.3456"},
      {"1200,500", "1200.500"},
      {"1,200.5", "1200.5"},
      {"1.200,5", "1200.5"},
      {"1 200,500", "1200.500"},
      {"1.2.3", "1.2.3"},
      {"12.06.2025", "12.06.2025"},
      {"1,2,3", ""},
      {"6'2", ""},
      {"1,200,00", ""},
      {"1'200.50", "1200.50"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(plain_number(row.text), row.expected) << row.text;
  }
}

}  // namespace
}  // namespace vigie
