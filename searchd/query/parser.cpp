#include "searchd/query/parser.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "indexer/clean_text.h"
#include "searchd/query/lexer.h"
#include "searchd/query/syntax.h"

namespace vigie {
namespace {

bool is_kind(const Expression& expression, ExpressionKind kind) {
  return expression.kind == kind;
}

bool has_negation(const Expression& expression) {
  return std::any_of(expression.children.begin(), expression.children.end(),
                     [](const Expression& child) { return is_kind(child, ExpressionKind::kNot); });
}

/// Whether a child can be replaced by its own children. With match=any a sequence takes its
/// negations from what its own words match, so one that has some stays whole.
bool can_merge(const Expression& child, ExpressionKind parent) {
  return is_kind(child, parent) && (parent != ExpressionKind::kSequence || !has_negation(child));
}

Expression combine(ExpressionKind kind, std::vector<Expression> children) {
  Expression result;
  result.kind = kind;
  for (Expression& child : children) {
    if (can_merge(child, kind)) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(result.children));
    } else if (!is_kind(child, ExpressionKind::kNothing)) {
      result.children.push_back(std::move(child));
    }
  }
  if (result.children.empty()) {
    return {};
  }
  if (result.children.size() == 1) {
    Expression only = std::move(result.children.front());
    return only;
  }
  return result;
}

Expression negate(Expression expression) {
  if (is_kind(expression, ExpressionKind::kNothing)) {
    return expression;
  }
  if (is_kind(expression, ExpressionKind::kNot)) {
    Expression inner = std::move(expression.children.front());
    return inner;
  }
  Expression result;
  result.kind = ExpressionKind::kNot;
  result.children.push_back(std::move(expression));
  return result;
}

/// Text as a word that reads as one wherever it stands.
std::string word_text(std::string_view text) {
  std::string word(text);
  if (query_operator(text)) {
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  }
  return word;
}

/// Whether nearness of the operands can be told: words, of a field that has an order of words.
bool can_be_near(const std::vector<Expression>& operands) {
  const QueryField field = operands.front().field;
  return (field == QueryField::kText || field == QueryField::kTitle) &&
         std::all_of(operands.begin(), operands.end(), [field](const Expression& operand) {
           return operand.field == field && (is_kind(operand, ExpressionKind::kWords) ||
                                             is_kind(operand, ExpressionKind::kExact) ||
                                             is_kind(operand, ExpressionKind::kPrefix));
         });
}

Expression near(std::vector<Expression> operands, uint32_t distance) {
  if (operands.size() < 2 || !can_be_near(operands)) {
    return combine(ExpressionKind::kAnd, std::move(operands));
  }
  Expression result;
  result.kind = ExpressionKind::kNear;
  result.distance = distance;
  for (Expression& operand : operands) {
    operand.kind = ExpressionKind::kWords;
    operand.text = word_text(operand.text);
  }
  result.children = std::move(operands);
  return result;
}

class Parser {
 public:
  explicit Parser(std::vector<QueryToken> tokens) : tokens_(std::move(tokens)) {}

  ParsedQuery parse() {
    ParsedQuery result;
    result.expression = parse_or(QueryField::kText);
    result.truncated = truncated_;
    return result;
  }

 private:
  bool is_at(QueryTokenKind kind) const {
    return at_ < tokens_.size() && tokens_[at_].kind == kind;
  }
  bool is_at_end() const { return at_ >= tokens_.size() || is_at(QueryTokenKind::kClose); }

  /// Whether the operator `kind` stands here with something after it.
  bool is_at_operator(QueryTokenKind kind) const {
    return is_at(kind) && at_ + 1 < tokens_.size() &&
           tokens_[at_ + 1].kind != QueryTokenKind::kClose;
  }

  Expression parse_or(QueryField field) {
    std::vector<Expression> children;
    children.push_back(parse_and(field));
    while (is_at_operator(QueryTokenKind::kOr)) {
      ++at_;
      children.push_back(parse_and(field));
    }
    return combine(ExpressionKind::kOr, std::move(children));
  }

  Expression parse_and(QueryField field) {
    std::vector<Expression> children;
    children.push_back(parse_sequence(field));
    while (is_at_operator(QueryTokenKind::kAnd)) {
      ++at_;
      children.push_back(parse_sequence(field));
    }
    return combine(ExpressionKind::kAnd, std::move(children));
  }

  Expression parse_sequence(QueryField field) {
    std::vector<Expression> children;
    do {
      children.push_back(parse_near(field));
    } while (!is_at_end() && !is_at_operator(QueryTokenKind::kAnd) &&
             !is_at_operator(QueryTokenKind::kOr));
    return combine(ExpressionKind::kSequence, std::move(children));
  }

  Expression parse_near(QueryField field) {
    std::vector<Expression> operands;
    operands.push_back(parse_prefixed(field));
    uint32_t distance = 0;
    while (is_at_operator(QueryTokenKind::kNear)) {
      distance = std::max(distance, tokens_[at_].distance);
      ++at_;
      operands.push_back(parse_prefixed(field));
    }
    return near(std::move(operands), distance);
  }

  /// An operand with the NOTs and fields before it; the field nearest to it holds.
  Expression parse_prefixed(QueryField field) {
    const size_t begin = at_;
    QueryField nearest = field;
    bool is_negated = false;
    for (; is_at_prefix(); ++at_) {
      if (is_at(QueryTokenKind::kField)) {
        nearest = tokens_[at_].field;
      } else {
        is_negated = !is_negated;
      }
    }
    if (is_at_end() || is_at_binary_operator()) {
      const bool has_prefix = at_ > begin;
      at_ = begin;
      return has_prefix || !is_at_end() ? parse_stray(field) : Expression{};
    }
    Expression operand = parse_operand(nearest);
    return is_negated ? negate(std::move(operand)) : operand;
  }

  bool is_at_prefix() const {
    return is_at(QueryTokenKind::kNot) || is_at(QueryTokenKind::kMinus) ||
           is_at(QueryTokenKind::kField);
  }
  bool is_at_binary_operator() const {
    return is_at(QueryTokenKind::kAnd) || is_at(QueryTokenKind::kOr) ||
           is_at(QueryTokenKind::kNear);
  }

  /// An operator or a field with nothing to apply to: text, or for a minus nothing.
  Expression parse_stray(QueryField field) {
    if (!is_at(QueryTokenKind::kMinus)) {
      return leaf(ExpressionKind::kWords, field, tokens_[at_++].text);
    }
    while (is_at(QueryTokenKind::kMinus) || is_at(QueryTokenKind::kField)) {
      ++at_;
    }
    return {};
  }

  Expression parse_operand(QueryField field) {
    const QueryToken& token = tokens_[at_++];
    switch (token.kind) {
      case QueryTokenKind::kOpen:
        return parse_group(field);
      case QueryTokenKind::kPhrase:
        return leaf(ExpressionKind::kPhrase, field, token.text);
      case QueryTokenKind::kExact:
        return leaf(ExpressionKind::kExact, field, token.text);
      case QueryTokenKind::kPrefix:
        return leaf(ExpressionKind::kPrefix, field, token.text);
      case QueryTokenKind::kDates:
        return dates(token.days);
      case QueryTokenKind::kAmounts:
        return amounts(token);
      default:
        return leaf(ExpressionKind::kWords, field, token.text);
    }
  }

  Expression dates(DaySpan days) {
    Expression result = leaf(ExpressionKind::kDateRange, QueryField::kText, {});
    if (is_kind(result, ExpressionKind::kDateRange)) {
      result.from_day = days.first;
      result.to_day = days.last;
    }
    return result;
  }

  Expression amounts(const QueryToken& token) {
    Expression result = leaf(ExpressionKind::kAmountRange, QueryField::kText, token.text);
    if (is_kind(result, ExpressionKind::kAmountRange)) {
      result.amount = token.amount;
    }
    return result;
  }

  Expression parse_group(QueryField field) {
    Expression group = parse_or(field);
    if (is_at(QueryTokenKind::kClose)) {
      ++at_;
    }
    return group;
  }

  /// A leaf, or nothing once there are too many: then the rest of the query is dropped.
  Expression leaf(ExpressionKind kind, QueryField field, std::string_view text) {
    if (leaves_ == kMaxQueryLeaves) {
      truncated_ = true;
      at_ = tokens_.size();
      return {};
    }
    ++leaves_;
    Expression result;
    result.kind = kind;
    result.field = field;
    result.text = kind == ExpressionKind::kWords ? word_text(text) : std::string(text);
    return field == QueryField::kLanguage ? language_leaf(std::move(result)) : result;
  }

  /// A language has one name only: nothing of it is a phrase or the beginning of a word.
  static Expression language_leaf(Expression result) {
    const auto tag = language_tag_of_name(result.text);
    if (tag) {
      result.text = *tag;
    }
    if (tag || result.kind != ExpressionKind::kPhrase) {
      result.kind = ExpressionKind::kWords;
      result.text = word_text(result.text);
    }
    return result;
  }

  std::vector<QueryToken> tokens_;
  size_t at_ = 0;
  size_t leaves_ = 0;
  bool truncated_ = false;
};

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  const std::string clean = clean_line(text);
  return Parser(query_tokens(clean, kMaxQueryDepth)).parse();
}

}  // namespace vigie
