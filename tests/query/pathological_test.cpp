// Queries that nobody types but somebody sends: answered, and quickly.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean_text.h"
#include "searchd/query/parser.h"
#include "tests/query/expression_text.h"

namespace vigie {
namespace {

// Far above what any of them takes (milliseconds), far below what a quadratic parser would.
constexpr double kPatienceSeconds = 20;

/// Processor time, which other work on the machine does not lengthen.
double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

size_t count_leaves(const Expression& expression) {
  if (expression.children.empty()) {
    return expression.kind == ExpressionKind::kNothing ? 0 : 1;
  }
  size_t count = 0;
  for (const Expression& child : expression.children) {
    count += count_leaves(child);
  }
  return count;
}

size_t depth(const Expression& expression) {
  size_t deepest = 0;
  for (const Expression& child : expression.children) {
    deepest = std::max(deepest, depth(child));
  }
  return deepest + 1;
}

/// Whether the expression is in the form that parse_query() promises.
bool is_normal(const Expression& e) {
  const bool is_group = e.kind == ExpressionKind::kAnd || e.kind == ExpressionKind::kOr ||
                        e.kind == ExpressionKind::kSequence || e.kind == ExpressionKind::kNear;
  const bool is_sized = is_group ? e.children.size() >= 2
                                 : e.children.size() == (e.kind == ExpressionKind::kNot ? 1U : 0U);
  return is_sized && std::all_of(e.children.begin(), e.children.end(), [&e](const Expression& c) {
           return is_normal(c) && c.kind != ExpressionKind::kNothing &&
                  (c.kind != e.kind || e.kind == ExpressionKind::kSequence);
         });
}

void expect_bounded(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  const std::string printed = to_string(parsed.expression);
  EXPECT_LE(count_leaves(parsed.expression), kMaxQueryLeaves);
  EXPECT_LE(depth(parsed.expression), 6 * (kMaxQueryDepth + 1));
  EXPECT_TRUE(is_normal(parsed.expression)) << printed;
  EXPECT_TRUE(is_utf8(printed)) << printed;
  EXPECT_EQ(parse_query(printed).expression, parsed.expression)
      << "query: " << quoted(query) << "\nprinted: " << printed;
}

std::string repeated(std::string_view piece, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

TEST(QueryPathological, AnswersTenThousandParentheses) {
  const std::string open = repeated("(", 10000);
  const std::string close = repeated(")", 10000);
  for (const std::string& query : {open, close, open + close, close + open, open + "drone" + close,
                                   repeated("(a ", 10000), repeated("-(é OR ", 5000) + close,
                                   repeated("(a NEAR/3 ", 3000) + close, repeated("()", 10000)}) {
    expect_bounded(query);
  }
  EXPECT_EQ(test::structure(parse_query(open + "drone" + close).expression), "drone");
}

TEST(QueryPathological, ReadsParenthesesPastTheDepthAsNone) {
  // Each level would be a group of its own: a OR (a b OR (…)).
  const std::string query = repeated("a b OR -(", 500) + "x" + repeated(")", 500);
  const ParsedQuery parsed = parse_query(query);
  EXPECT_TRUE(parsed.truncated);
  EXPECT_LE(depth(parsed.expression), 3 * (kMaxQueryDepth + 1));
  EXPECT_GT(depth(parsed.expression), kMaxQueryDepth);
}

TEST(QueryPathological, AnswersFourKilobytesOfOperators) {
  for (const std::string_view piece : {"AND ",
                                       "OR ",
                                       "NOT ",
                                       "NEAR ",
                                       "NEAR/5 ",
                                       "-",
                                       "- ",
                                       "--a ",
                                       "+",
                                       "=",
                                       "* ",
                                       "\"",
                                       "« ",
                                       "\"\" ",
                                       "title:",
                                       "title: ",
                                       "-title:",
                                       "date:",
                                       "date:2025 ",
                                       "AND NOT ",
                                       "a AND ",
                                       "a OR NOT ",
                                       "a NEAR b ",
                                       "-(",
                                       "a -b OR ",
                                       "\"«",
                                       ",",
                                       "a,",
                                       "NOT NOT (",
                                       "=title:=",
                                       "\xF0\x9F\x98\x80",
                                       "\xC3",
                                       "e\xCC\x81",
                                       "*a",
                                       "a*"}) {
    SCOPED_TRACE(piece);
    expect_bounded(repeated(piece, kMaxQueryBytes / piece.size()));
    expect_bounded(repeated(piece, kMaxQueryBytes / piece.size()) + " drone défense");
  }
}

TEST(QueryPathological, DropsLeavesPastTheBoundAndSaysSo) {
  const ParsedQuery all = parse_query(repeated("drone ", kMaxQueryLeaves));
  EXPECT_FALSE(all.truncated);
  EXPECT_EQ(count_leaves(all.expression), kMaxQueryLeaves);
  const ParsedQuery cut = parse_query(repeated("drone ", kMaxQueryLeaves) + "-missile");
  EXPECT_TRUE(cut.truncated);
  EXPECT_EQ(cut.expression, all.expression);
}

TEST(QueryPathological, AnswersNulBytesAndLongWords) {
  expect_bounded(std::string(4096, '\0'));
  expect_bounded(std::string("drone\0 -\0missile \"\0\" (\0)", 25));
  expect_bounded(std::string(100000, 'a'));
  expect_bounded(std::string(100000, ' '));
  expect_bounded(repeated("é", 50000) + "*");
}

TEST(QueryPathological, AnswersLongTextInTimeProportionalToIt) {
  const double begin = seconds();
  for (const std::string_view piece :
       {"\"a« ", "NOT ", "title:", "date:", "(a", "a)", "-", "a AND ", "date: ", "-title:("}) {
    parse_query(repeated(piece, 100000));
  }
  EXPECT_LT(seconds() - begin, kPatienceSeconds);
}

TEST(QueryPathological, AnswersRandomBytes) {
  std::mt19937 random(1871);
  std::uniform_int_distribution<int> byte(0, 255);
  std::uniform_int_distribution<size_t> length(0, 120);
  const double begin = seconds();
  for (int round = 0; round < 20000 && !testing::Test::HasFailure(); ++round) {
    std::string query(length(random), ' ');
    for (char& c : query) {
      c = static_cast<char>(byte(random));
    }
    expect_bounded(query);
  }
  EXPECT_LT(seconds() - begin, kPatienceSeconds);
}

TEST(QueryPathological, AnswersRandomPiecesOfTheLanguage) {
  const std::vector<std::string_view> pieces = {
      "a",      "drone",  "l'armée", " ",       " ",       " ", "AND",    "OR",     "NOT",
      "NEAR",   "NEAR/3", "(",       ")",       "(",       ")", "\"",     "“",      "«",
      "»",      "-",      "+",       "=",       "*",       ":", "title:", "titre:", "lang:fr",
      "date:",  "2025",   "..",      "2025-06", ",",       ";", "–",      "'",      "\xFF",
      "\u00A0", "lang:",  "É",       "1",       "source:", "/", ">",      "<",      "\"a\"",
      "-b",     ".",      "😀",       "\u200B",  "\u0301"};
  std::mt19937 random(1914);
  std::uniform_int_distribution<size_t> piece(0, pieces.size() - 1);
  std::uniform_int_distribution<size_t> length(0, 25);
  const double begin = seconds();
  for (int round = 0; round < 20000 && !testing::Test::HasFailure(); ++round) {
    std::string query;
    for (size_t i = length(random); i > 0; --i) {
      query += pieces[piece(random)];
    }
    expect_bounded(query);
  }
  EXPECT_LT(seconds() - begin, kPatienceSeconds);
}

}  // namespace
}  // namespace vigie
