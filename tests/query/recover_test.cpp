// What people type that is not well-formed: it is answered, as text.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "searchd/query/parser.h"
#include "tests/query/expression_text.h"

namespace vigie {
namespace {

struct RecoverCase {
  std::string_view query;
  std::string_view expected;  // structure()
};

void expect_recovered(const std::vector<RecoverCase>& cases) {
  for (const RecoverCase& c : cases) {
    const Expression expression = parse_query(c.query).expression;
    EXPECT_EQ(test::structure(expression), c.expected) << "of: " << c.query;
    EXPECT_EQ(parse_query(to_string(expression)).expression, expression)
        << "of: " << c.query << "\nprinted: " << to_string(expression);
  }
}

TEST(QueryRecover, ReadsUnbalancedQuotesAsText) {
  expect_recovered({
      {"\"drone de combat", "seq(drone, de, combat)"},
      {"combat drone\"", "seq(combat, drone)"},
      {"« armée de terre", "seq(armée, de, terre)"},
      {"\"a b\" \"c", "seq(\"a b\", c)"},
      {"«a\" b", "seq(a, b)"},
      {"-\"a b", "seq(not(a), b)"},
      {"-\" a", "a"},
      {"-\"-a", "a"},
      {"title:\"thales", "title/thales"},
      {"\"\"\"", "nothing"},
      {"\"\" \" \" «»", "nothing"},
  });
}

TEST(QueryRecover, ReadsUnbalancedParenthesesAsNone) {
  expect_recovered({
      {"(drone", "drone"},
      {"missile)", "missile"},
      {"((a OR b) c", "seq(any(a, b), c)"},
      {")a b(", "seq(a, b)"},
      {"()", "nothing"},
      {"(()) a ( ( ) )", "a"},
      {"a OR ()", "seq(a, or)"},
      {"(... !)", "nothing"},
      {":-) ;-( contrat", "contrat"},
      {"-( a", "not(a)"},
      {"drone -(", "drone"},
  });
}

TEST(QueryRecover, LetsEmptyPhrasesAndGroupsTakeTheirPrefixWithThem) {
  expect_recovered({
      {"-() drone", "drone"},
      {"-\"\" drone", "drone"},
      {"NOT () drone", "drone"},
      {"title:() drone", "drone"},
      {"-title:\"...\" drone", "drone"},
      {"a AND () b", "all(a, b)"},
  });
}

TEST(QueryRecover, ReadsStrayOperatorsAsWords) {
  expect_recovered({
      {"AND", "and"},
      {"OR drone", "seq(or, drone)"},
      {"contrat AND", "seq(contrat, and)"},
      {"contract OR ", "seq(contract, or)"},
      {"drone NOT", "seq(drone, not)"},
      {"drone NEAR", "seq(drone, near)"},
      {"NEAR/5", "near/5"},
      {"drone NEAR/5", "seq(drone, near/5)"},
      {"a AND OR b", "all(a, seq(or, b))"},
      {"a AND AND b", "all(a, seq(and, b))"},
      {"a NOT AND b", "all(seq(a, not), b)"},
      {"(AND) a", "seq(and, a)"},
      {"(a OR) b", "seq(a, or, b)"},
      {"AND OR NOT NEAR", "any(and, seq(not, near))"},
  });
}

TEST(QueryRecover, ReadsFieldsWithoutAValueAsWords) {
  expect_recovered({
      {"title:", "title"},
      {"Titre: AND thales", "all(Titre, thales)"},
      {"(source:) x", "seq(source, x)"},
      {"date:", "date"},
      {"date: +2025", "seq(date, 2025)"},
      {"-title:", "nothing"},
  });
}

TEST(QueryRecover, ReadsMalformedDatesAsText) {
  expect_recovered({
      {"date:hier", "date:hier"},
      {"date:2025-02-30", "date:2025-02-30"},
      {"date:17/06/2025", "date:17/06/2025"},
      {"Date: 17 June", "seq(Date, 17, June)"},
      {"date:.. drone", "seq(date:.., drone)"},
      {"date:-2025", "date:-2025"},
      {"date:\"2025\"", "seq(date, \"2025\")"},
  });
}

TEST(QueryRecover, ReadsPunctuationAsNothing) {
  for (const std::string_view query :
       {"",        " ",        "\t\n", "...",
        "!?",      "—",        "€",    "«»",
        "-",       "*",        "=",    "+",
        "&& || !", "😀",        "():",  "\xE2\x80\xAF",
        "' ’ `",   "\xFF\xFE", "-=*",  "/ \\ @ # % ^ ~ [] {} <> | _"}) {
    EXPECT_EQ(test::structure(parse_query(query).expression), "nothing") << query;
    EXPECT_EQ(to_string(parse_query(query).expression), "") << query;
  }
}

TEST(QueryRecover, ReplacesBytesThatAreNotUtf8) {
  expect_recovered({
      {"d\xE9"
       "fense drone",
       "seq(d\uFFFD"
       "fense, drone)"},
      {"\xC3", "nothing"},
      {"\"a \xFF b\"", "\"a \uFFFD b\""},
      {std::string_view("a\0b", 3), "ab"},
  });
}

}  // namespace
}  // namespace vigie
