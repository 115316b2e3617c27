#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searchd/query/parser.h"
#include "tests/query/expression_text.h"

namespace vigie {
namespace {

TEST(QueryPrinter, WritesOperatorsAndGroupsOut) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"", ""},
      {"contrat AND «drone de combat» AND -essai", "contrat AND \"drone de combat\" AND NOT essai"},
      {"contrat “drone de combat” -essai", "contrat \"drone de combat\" NOT essai"},
      {"a b OR c AND d e", "(a b) OR (c AND (d e))"},
      {"a NEAR b OR NOT (c NEAR/3 d)", "a NEAR/10 b OR NOT (c NEAR/3 d)"},
      {"titre:(a -\"b c\") langue:français", "(title:a NOT title:\"b c\") lang:fr"},
      {"date:2024-02 drone* =drones", "date:2024-02-01..2024-02-29 drone* =drones"},
      {"date:>=2025", "date:2025-01-01.."},
      {"« il dit \"non\" »", "«il dit \"non\"»"},
      {"contract AND", "contract and"},
  };
  for (const auto& [query, expected] : cases) {
    EXPECT_EQ(to_string(parse_query(query).expression), expected) << query;
  }
}

/// Random expressions of the shapes that parse_query() promises.
class RandomExpression {
 public:
  explicit RandomExpression(unsigned seed) : random_(seed) {}

  Expression any(int depth) {
    if (depth == 0 || below(4) == 0) {
      return below(8) == 0 ? near() : leaf();
    }
    if (below(5) == 0) {
      return negated(depth);
    }
    constexpr std::array<ExpressionKind, 3> kGroups = {ExpressionKind::kAnd, ExpressionKind::kOr,
                                                       ExpressionKind::kSequence};
    return group(kGroups[below(3)], depth);
  }

 private:
  size_t below(size_t end) { return std::uniform_int_distribution<size_t>(0, end - 1)(random_); }

  Expression leaf() {
    constexpr std::array<ExpressionKind, 5> kLeaves = {
        ExpressionKind::kWords, ExpressionKind::kPhrase, ExpressionKind::kExact,
        ExpressionKind::kPrefix, ExpressionKind::kDateRange};
    const std::vector<std::string> words = {"drone", "l'armée", "F-35",      "user:thales", "1,5",
                                            "and",   "title",   "date:hier", "Kızılelma",   "C++11",
                                            "OTAN",  "10:30",   "near/5",    "#vol",        "été"};
    const std::vector<std::string> phrases = {"drone de combat", "AND (b) -c*", "il dit «non»",
                                              "title:x OR y",    "l’État",      "=a*"};
    Expression leaf;
    leaf.kind = kLeaves[below(kLeaves.size())];
    if (leaf.kind == ExpressionKind::kDateRange) {
      leaf.from_day = below(3) == 0 ? 0 : 20250601;
      leaf.to_day = leaf.from_day != 0 && below(3) == 0 ? 99999999 : 20260228;
      return leaf;
    }
    leaf.field = below(3) == 0 ? static_cast<QueryField>(below(4)) : QueryField::kText;
    leaf.text = leaf.kind == ExpressionKind::kPhrase ? phrases[below(phrases.size())]
                                                     : words[below(words.size())];
    return leaf;
  }

  Expression near() {
    Expression near;
    near.kind = ExpressionKind::kNear;
    near.distance = static_cast<uint32_t>(below(100) + 1);
    const QueryField field = below(4) == 0 ? QueryField::kTitle : QueryField::kText;
    for (size_t i = 0; i < 2 + below(3); ++i) {
      near.children.push_back({});
      near.children.back().kind = ExpressionKind::kWords;
      near.children.back().field = field;
      near.children.back().text = i == 0 ? "missile" : "d'essai";
    }
    return near;
  }

  Expression negated(int depth) {
    Expression negated;
    negated.kind = ExpressionKind::kNot;
    do {
      negated.children = {any(depth - 1)};
    } while (negated.children.front().kind == ExpressionKind::kNot);
    return negated;
  }

  static bool merges(const Expression& child, ExpressionKind parent) {
    bool has_not = false;
    for (const Expression& grandchild : child.children) {
      has_not = has_not || grandchild.kind == ExpressionKind::kNot;
    }
    return child.kind == parent && !(parent == ExpressionKind::kSequence && has_not);
  }

  Expression group(ExpressionKind kind, int depth) {
    Expression group;
    group.kind = kind;
    const size_t size = 2 + below(3);
    while (group.children.size() < size) {
      Expression child = any(depth - 1);
      if (!merges(child, kind)) {
        group.children.push_back(std::move(child));
      }
    }
    return group;
  }

  std::mt19937 random_;
};

TEST(QueryPrinter, IsReadBackAsTheSameExpression) {
  RandomExpression random(20250617);
  size_t deep = 0;
  for (int round = 0; round < 5000; ++round) {
    const Expression expression = random.any(round % 5);
    const std::string printed = to_string(expression);
    const ParsedQuery parsed = parse_query(printed);
    if (parsed.truncated) {
      continue;
    }
    deep += printed.size() > 200 ? 1U : 0U;
    ASSERT_EQ(parsed.expression, expression) << printed << "\n"
                                             << test::structure(expression) << "\n"
                                             << test::structure(parsed.expression);
  }
  EXPECT_GT(deep, 500U) << "the trees are too small to prove much";
}

TEST(QueryPrinter, IsReadBackAsTheSameExpressionAtTheGreatestDepth) {
  std::string query;
  for (size_t i = 0; i < kMaxQueryDepth; ++i) {
    query += "a OR b AND c -(";
  }
  query += "x y" + std::string(kMaxQueryDepth, ')');
  const Expression expression = parse_query(query).expression;
  EXPECT_EQ(parse_query(to_string(expression)).expression, expression) << to_string(expression);
}

}  // namespace
}  // namespace vigie
