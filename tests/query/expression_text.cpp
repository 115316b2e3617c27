#include "tests/query/expression_text.h"

#include <array>

#include "searchd/query/parser.h"

namespace vigie::test {
namespace {

std::string children(const Expression& expression) {
  std::string text = "(";
  for (const Expression& child : expression.children) {
    text += (text.size() > 1 ? ", " : "") + structure(child);
  }
  return text + ")";
}

std::string field(const Expression& leaf) {
  constexpr std::array<const char*, 10> kNames = {"",       "title/", "author/", "source/",
                                                  "lang/",  "org/",   "person/", "programme/",
                                                  "place/", "topic/"};
  return kNames[static_cast<size_t>(leaf.field)];
}

}  // namespace

std::string structure(const Expression& expression) {
  switch (expression.kind) {
    case ExpressionKind::kWords:
      return field(expression) + expression.text;
    case ExpressionKind::kPhrase:
      return field(expression) + "\"" + expression.text + "\"";
    case ExpressionKind::kExact:
      return field(expression) + "=" + expression.text;
    case ExpressionKind::kPrefix:
      return field(expression) + expression.text + "*";
    case ExpressionKind::kDateRange:
      return "[" + std::to_string(expression.from_day) + "," + std::to_string(expression.to_day) +
             "]";
    case ExpressionKind::kAmountRange:
      return "sum" + to_string(expression).substr(std::string("amount").size());
    case ExpressionKind::kNear:
      return "near" + std::to_string(expression.distance) + children(expression);
    case ExpressionKind::kAnd:
      return "all" + children(expression);
    case ExpressionKind::kOr:
      return "any" + children(expression);
    case ExpressionKind::kNot:
      return "not" + children(expression);
    case ExpressionKind::kSequence:
      return "seq" + children(expression);
    case ExpressionKind::kNothing:
      break;
  }
  return "nothing";
}

}  // namespace vigie::test
