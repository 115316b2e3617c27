// What is listed as a name that nothing knows, sentence by sentence.
#include "indexer/knowledge/unknown_names.h"

#include <gtest/gtest.h>

#include "tests/knowledge/named.h"

namespace vigie {
namespace {

std::string listed(const std::string& text) {
  Analyzer analyzer;
  UnknownNames names(tests::our_gazetteer(), analyzer);
  names.add("a", {text});
  std::string all;
  for (const UnknownName& name : names.shared_by(1, 100)) {
    all += (all.empty() ? "" : "; ") + name.name;
  }
  return all;
}

struct NameRow {
  const char* text;
  const char* names;  ///< by their letters
};

const std::vector<NameRow> kRows = {
    {"Le contrat revient à Zorblatt Industries, dit-on.", "Zorblatt Industries"},
    {"The deal goes to Zorblatt Industries of Ohio.", "Zorblatt Industries"},
    {"Zorblatt a signé.", ""},
    {"Zorblatt Industries a signé.", "Zorblatt Industries"},
    {"The Zorblatt Group said so.", "Zorblatt Group"},
    {"La Fondation de la Recherche Orbitale publie.", "Fondation de la Recherche Orbitale"},
    {"At the Bureau of Imaginary Affairs, nobody knew.", "Bureau of Imaginary Affairs"},
    {"Selon M. Jean Vaucanson, rien ne presse.", "Jean Vaucanson"},
    {"On Monday the minister left in March.", ""},
    {"Le drone Crécerelle-B vole.", "Crécerelle-B"},
    {"Un missile de Thales pour l'Ukraine.", ""},
    {"Thales Zorblatt Systems signe.", ""},
    {"L'agence ZZTQ recrute, la ZZTQ aussi.", "ZZTQ"},
    {"il vole. Elle aussi. Puis rien.", ""},
    {"He met Anna Quorn; Boris Teld and Ivo came.", "Anna Quorn; Boris Teld and Ivo"},
    {"« Hier, dit Quorn, tout allait. »", "Quorn"},
    {"nothing here has a capital", ""},
    {"", ""},
};

TEST(UnknownNames, AreRunsOfCapitalsThatNothingKnows) {
  for (const NameRow& row : kRows) {
    EXPECT_EQ(listed(row.text), row.names) << row.text;
  }
}

TEST(UnknownNames, AreCountedByArticleAndWithinBounds) {
  Analyzer analyzer;
  UnknownNames names(tests::our_gazetteer(), analyzer);
  names.add("one", {"We saw Zorblatt and zorblatt; ZORBLATT or Zorblatt.",
                    "And again: Again Zorblatt, Quorn."});
  names.add("two", {"They saw Zorblatt."});
  names.add("three", {"They saw Quorn, Zorblatt, Teld."});
  const std::vector<UnknownName> all = names.shared_by(1, 10);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].name, "Zorblatt");
  EXPECT_EQ(all[0].articles, 3U);
  EXPECT_EQ(all[0].example, "one");
  EXPECT_EQ(all[1].name, "Quorn");
  EXPECT_EQ(all[1].articles, 2U);
  EXPECT_EQ(names.shared_by(2, 10).size(), 2U);
  EXPECT_EQ(names.shared_by(1, 1).size(), 1U);
}

}  // namespace
}  // namespace vigie
