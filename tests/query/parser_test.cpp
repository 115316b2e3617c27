#include "searchd/query/parser.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/query/expression_text.h"

namespace vigie {
namespace {

using test::structure;

struct ParseCase {
  std::string_view query;
  std::string_view expected;  // structure()
};

/// Every query of a table is read as expected, and what is printed of it is read the same.
void expect_parsed(const std::vector<ParseCase>& cases) {
  for (const ParseCase& c : cases) {
    const ParsedQuery parsed = parse_query(c.query);
    EXPECT_EQ(structure(parsed.expression), c.expected) << "of: " << c.query;
    EXPECT_FALSE(parsed.truncated) << c.query;
    const std::string printed = to_string(parsed.expression);
    EXPECT_EQ(structure(parse_query(printed).expression), c.expected)
        << "of: " << c.query << "\nprinted: " << printed;
  }
}

TEST(QueryParser, ReadsWordsSideBySideAsASequence) {
  expect_parsed({
      {"drone", "drone"},
      {"contrat drone", "seq(contrat, drone)"},
      {"  combat   drone\tcontract\n", "seq(combat, drone, contract)"},
      {"l'anti-drone", "l'anti-drone"},
      {"l’intelligence d'Oise", "seq(l’intelligence, d'Oise)"},
      {"budget\u00A0défense\u202Ffrançais", "seq(budget, défense, français)"},
      {"'drone' ‘missile’", "seq('drone', ‘missile’)"},
      {"thales,dassault;safran, MBDA", "seq(thales, dassault, safran, MBDA)"},
      {"1,5 milliard", "seq(1,5, milliard)"},
      {"€200 $5 #drone @thales .NET C++", "seq(€200, $5, #drone, @thales, .NET, C++)"},
      {"https://www.defense.gouv.fr/dga?a=b&c", "https://www.defense.gouv.fr/dga?a=b&c"},
      {"10:30 24/7", "seq(10:30, 24/7)"},
  });
}

TEST(QueryParser, ReadsEveryKindOfQuotesAsAPhrase) {
  expect_parsed({
      {"\"drone de combat\"", "\"drone de combat\""},
      {"“combat drone”", "\"combat drone\""},
      {"„combat drone“", "\"combat drone\""},
      {"«drone de combat»", "\"drone de combat\""},
      {"«\u00A0drone de combat\u00A0»", "\"drone de combat\""},
      {"«\u202Farmée de l’air\u202F»", "\"armée de l’air\""},
      {"« il dit \"non\" »", "\"il dit \"non\"\""},
      {"“drone\" \"drone”", "seq(\"drone\", \"drone\")"},
      {"\"AND OR\" \"a (b) -c*\"", "seq(\"AND OR\", \"a (b) -c*\")"},
      {"contrat\"drone de combat\"essai", "seq(contrat, \"drone de combat\", essai)"},
      {"=\"air force\" +\"army\"", "seq(\"air force\", \"army\")"},
      {"\"drone\"", "\"drone\""},
  });
}

TEST(QueryParser, ReadsMinusOnlyAtTheStartOfAWord) {
  expect_parsed({
      {"drone -essai", "seq(drone, not(essai))"},
      {"-test", "not(test)"},
      {"-a -b", "seq(not(a), not(b))"},
      {"drone -\"essai en vol\"", "seq(drone, not(\"essai en vol\"))"},
      {"drone -(test OR trial)", "seq(drone, not(any(test, trial)))"},
      {"-source:reuters -=tests", "seq(not(source/reuters), not(=tests))"},
      {"(-a b)", "seq(not(a), b)"},
      {"anti-drone 64-bit F-35", "seq(anti-drone, 64-bit, F-35)"},
      {"drone - essai", "seq(drone, essai)"},
      {"drone – essai — test –vol", "seq(drone, essai, test, –vol)"},
      {"drone -- essai --vol ---x", "seq(drone, essai, vol, x)"},
      {"F- 35", "seq(F-, 35)"},
      {"-", "nothing"},
      {"- -", "nothing"},
      {"\"a\"-b (c)-d", "seq(\"a\", b, c, d)"},
      {"+drone +-5 -+x", "seq(drone, 5, x)"},
      {"-#drone -.NET", "seq(not(#drone), not(.NET))"},
      {"-OR -AND", "seq(not(or), not(and))"},
  });
}

TEST(QueryParser, ReadsOperatorsInCapitalsOnly) {
  expect_parsed({
      {"drone AND contrat", "all(drone, contrat)"},
      {"OTAN OR NATO", "any(OTAN, NATO)"},
      {"drone NOT essai", "seq(drone, not(essai))"},
      {"drone AND NOT essai", "all(drone, not(essai))"},
      {"a OR -b", "any(a, not(b))"},
      {"NOT NOT drone", "drone"},
      {"NOT (NOT a)", "a"},
      {"drone and contract or missile", "seq(drone, and, contract, or, missile)"},
      {"drone ET contrat OU missile SAUF essai",
       "seq(drone, ET, contrat, OU, missile, SAUF, essai)"},
      {"And Or Not Near", "seq(And, Or, Not, Near)"},
      {"ANDROID NORTH", "seq(ANDROID, NORTH)"},
      {"\"a\"AND\"b\"", "all(\"a\", \"b\")"},
      {"(a)OR(b)", "any(a, b)"},
  });
}

TEST(QueryParser, BindsNotNearSequenceAndOrInThatOrder) {
  expect_parsed({
      {"a b OR c d", "any(seq(a, b), seq(c, d))"},
      {"a AND b c", "all(a, seq(b, c))"},
      {"a OR b AND c", "any(a, all(b, c))"},
      {"a AND b OR c", "any(all(a, b), c)"},
      {"a NEAR/2 b c", "seq(near2(a, b), c)"},
      {"x a NEAR/2 b OR y", "any(seq(x, near2(a, b)), y)"},
      {"NOT a b", "seq(not(a), b)"},
      {"NOT a OR b", "any(not(a), b)"},
      {"(a OR b) c", "seq(any(a, b), c)"},
      {"(a OR b) AND (c OR d)", "all(any(a, b), any(c, d))"},
      {"NOT (a b)", "not(seq(a, b))"},
  });
}

TEST(QueryParser, MergesGroupsOfOneKind) {
  expect_parsed({
      {"(a)", "a"},
      {"((a b))", "seq(a, b)"},
      {"(a b) c", "seq(a, b, c)"},
      {"a AND (b AND c)", "all(a, b, c)"},
      {"(a OR b) OR (c OR d)", "any(a, b, c, d)"},
      {"a (b -c)", "seq(a, seq(b, not(c)))"},  // with match=any: a, or b without c
      {"(a AND -b) AND c", "all(a, not(b), c)"},
  });
}

TEST(QueryParser, ReadsNearBetweenWordsInEitherForm) {
  expect_parsed({
      {"missile NEAR Ukraine", "near10(missile, Ukraine)"},
      {"drone NEAR/5 combat", "near5(drone, combat)"},
      {"a NEAR/3 b NEAR/7 c NEAR/2 d", "near7(a, b, c, d)"},
      {"a NEAR/0 b", "near1(a, b)"},
      {"a NEAR/500 b", "near100(a, b)"},
      {"a NEAR/99999999999999999999 b", "near100(a, b)"},
      {"=drones NEAR/4 miss*", "near4(drones, miss)"},
      {"title:drone NEAR/4 title:combat", "near4(title/drone, title/combat)"},
      {"title:(drone NEAR/4 combat)", "near4(title/drone, title/combat)"},
      {"NOT (a NEAR/5 b)", "not(near5(a, b))"},
      {"l'armée NEAR/5 anti-drone", "near5(l'armée, anti-drone)"},
      {"a NEAR/x b NEAR/ c", "seq(a, NEAR/x, b, NEAR/, c)"},
  });
}

TEST(QueryParser, ReadsNearOfAnythingButWordsOfOneFieldAsAnd) {
  expect_parsed({
      {"\"drone de combat\" NEAR/5 essai", "all(\"drone de combat\", essai)"},
      {"x a NEAR \"b c\"", "seq(x, all(a, \"b c\"))"},
      {"(a OR b) NEAR c", "all(any(a, b), c)"},
      {"title:a NEAR b", "all(title/a, b)"},
      {"author:a NEAR author:b", "all(author/a, author/b)"},
      {"a NEAR -b", "all(a, not(b))"},
      {"(a NEAR/2 b) NEAR/3 c", "all(near2(a, b), c)"},
  });
}

TEST(QueryParser, ReadsStarsAtTheEndOfAWord) {
  expect_parsed({
      {"drone*", "drone*"},
      {"défens** miss*,", "seq(défens*, miss*)"},
      {"(aér*)", "aér*"},
      {"a* é* F-*", "seq(a, é, F-)"},
      {"ab* F-3*", "seq(ab*, F-3*)"},
      {"* ** -*", "nothing"},
      {"*drone", "drone"},
      {"wo*rd mi**ssile", "seq(wo, rd, mi, ssile)"},
      {"=word*", "=word"},
      {"-drone*", "not(drone*)"},
      {"AND* OR*", "seq(AND*, OR*)"},
  });
}

TEST(QueryParser, ReadsEqualsSignAsExactWord) {
  expect_parsed({
      {"=drones", "=drones"},
      {"=l'armée ==x -=y", "seq(=l'armée, =x, not(=y))"},
      {"= drones", "drones"},
      {"a=b", "a=b"},
      {"=AND", "=AND"},
      {"=", "nothing"},
  });
}

TEST(QueryParser, ReadsFieldsInBothLanguagesWhateverTheirCase) {
  expect_parsed({
      {"title:thales", "title/thales"},
      {"titre:thales TITLE:safran", "seq(title/thales, title/safran)"},
      {"title: thales", "title/thales"},
      {"title:\u00A0thales", "title/thales"},
      {"author:smith auteur:\"jean dupont\"", "seq(author/smith, author/\"jean dupont\")"},
      {"source:lemonde.fr", "source/lemonde.fr"},
      {"title:(drone OR «avion de combat»)", "any(title/drone, title/\"avion de combat\")"},
      {"title:(a source:b -c =d été*)",
       "seq(title/a, source/b, not(title/c), title/=d, title/été*)"},
      {"title:-a", "not(title/a)"},
      {"-title:(a b)", "not(seq(title/a, title/b))"},
      {"title:source:x", "source/x"},
      {"+title:x \"a\"title:y", "seq(title/x, \"a\", title/y)"},
      {"title:OR", "title/or"},
      {"lang:fr lang:FRENCH langue:français language:Anglais",
       "seq(lang/fr, lang/fr, lang/fr, lang/en)"},
      {"lang:(fr OR \"english\") lang:fr-CA lang:de lang:=fr",
       "seq(any(lang/fr, lang/en), lang/fr, lang/de, lang/fr)"},
  });
}

TEST(QueryParser, ReadsFieldsOfEntities) {
  expect_parsed({
      {"org:thales drone", "seq(org/thales, drone)"},
      {"organisation:\"armée de terre\"", "org/\"armée de terre\""},
      {"personne:macron -lieu:paris", "seq(person/macron, not(place/paris))"},
      {"topic:(drones OR cyberdefense)", "any(topic/drones, topic/cyberdefense)"},
      {"programme:rafale program:f-35", "seq(programme/rafale, programme/f-35)"},
  });
}

TEST(QueryParser, ReadsUnknownFieldsAsText) {
  expect_parsed({
      {"user:thales size:>=100M", "seq(user:thales, size:>=100M)"},
      {"user:\"emmanuel macron\"", "seq(user:, \"emmanuel macron\")"},
      {"titles:x subtitle:y", "seq(titles:x, subtitle:y)"},
      {"titre : thales", "seq(titre, thales)"},
  });
}

TEST(QueryParser, ReadsDates) {
  expect_parsed({
      {"date:2025", "[20250101,20251231]"},
      {"DATE: 2025-06", "[20250601,20250630]"},
      {"date:2025-06..2025-09 drone", "seq([20250601,20250930], drone)"},
      {"-date:2024-02", "not([20240201,20240229])"},
      {"date:>=2025-06", "[20250601,99999999]"},
      {"date:<2025", "[0,20241231]"},
      {"date:2025, drone", "seq([20250101,20251231], drone)"},
      {"(date:2024 OR date:2025-01-01)", "any([20240101,20241231], [20250101,20250101])"},
      {"title:(date:2025 x)", "seq([20250101,20251231], title/x)"},
  });
}

}  // namespace
}  // namespace vigie
