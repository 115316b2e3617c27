#include "searchd/query/expression.h"

#include <algorithm>
#include <utility>

#include "searchd/query/amount_range.h"
#include "searchd/query/day_range.h"
#include "searchd/query/parser.h"

namespace vigie {
namespace {

/// How tightly a kind binds: a child that binds no tighter than its parent needs parentheses.
int binding(ExpressionKind kind) {
  switch (kind) {
    case ExpressionKind::kOr:
      return 1;
    case ExpressionKind::kAnd:
      return 2;
    case ExpressionKind::kSequence:
      return 3;
    case ExpressionKind::kNear:
      return 4;
    case ExpressionKind::kNot:
      return 5;
    default:
      return 6;
  }
}

/// How many parentheses one inside the other the expression has when every group has its own.
size_t nesting(const Expression& expression) {
  size_t deepest = 0;
  for (const Expression& child : expression.children) {
    deepest = std::max(deepest, nesting(child));
  }
  return deepest + (expression.children.size() > 1 ? 1 : 0);
}

const char* field_prefix(QueryField field) {
  switch (field) {
    case QueryField::kTitle:
      return "title:";
    case QueryField::kAuthor:
      return "author:";
    case QueryField::kSource:
      return "source:";
    case QueryField::kLanguage:
      return "lang:";
    case QueryField::kOrganisation:
      return "org:";
    case QueryField::kPerson:
      return "person:";
    case QueryField::kProgramme:
      return "programme:";
    case QueryField::kPlace:
      return "place:";
    case QueryField::kTopic:
      return "topic:";
    case QueryField::kText:
      break;
  }
  return "";
}

std::string quoted_phrase(const std::string& text) {
  for (const char* const quote : {"\"", "“", "”", "„", "‟", "＂"}) {
    if (text.find(quote) != std::string::npos) {
      return "«" + text + "»";
    }
  }
  return "\"" + text + "\"";
}

class Printer {
 public:
  explicit Printer(bool explicit_groups) : explicit_groups_(explicit_groups) {}

  void print(const Expression& expression) {
    switch (expression.kind) {
      case ExpressionKind::kNothing:
        break;
      case ExpressionKind::kNot:
        text_.append("NOT ");
        print_child(expression.children.front(), expression.kind);
        break;
      case ExpressionKind::kAnd:
        print_children(expression, " AND ");
        break;
      case ExpressionKind::kOr:
        print_children(expression, " OR ");
        break;
      case ExpressionKind::kSequence:
        print_children(expression, " ");
        break;
      case ExpressionKind::kNear:
        print_children(expression, " NEAR/" + std::to_string(expression.distance) + " ");
        break;
      default:
        print_leaf(expression);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void print_leaf(const Expression& leaf) {
    text_.append(field_prefix(leaf.field));
    switch (leaf.kind) {
      case ExpressionKind::kPhrase:
        text_.append(quoted_phrase(leaf.text));
        break;
      case ExpressionKind::kExact:
        text_.append("=").append(leaf.text);
        break;
      case ExpressionKind::kPrefix:
        text_.append(leaf.text).append("*");
        break;
      case ExpressionKind::kAmountRange:
        text_.append("amount:").append(leaf.text.empty() ? amount_range_text(leaf.amount)
                                                         : leaf.text);
        break;
      case ExpressionKind::kDateRange:
        text_.append("date:").append(day_range_text({leaf.from_day, leaf.to_day}));
        break;
      default:
        text_.append(leaf.text);
    }
  }

  void print_children(const Expression& expression, const std::string& separator) {
    bool is_first = true;
    for (const Expression& child : expression.children) {
      text_.append(is_first ? "" : separator);
      is_first = false;
      print_child(child, expression.kind);
    }
  }

  void print_child(const Expression& child, ExpressionKind parent) {
    const bool is_group =
        child.kind == ExpressionKind::kAnd || child.kind == ExpressionKind::kSequence;
    if (binding(child.kind) <= binding(parent) || (is_group && explicit_groups_)) {
      text_.append("(");
      print(child);
      text_.append(")");
    } else {
      print(child);
    }
  }

  bool explicit_groups_;
  std::string text_;
};

}  // namespace

std::string to_string(const Expression& expression) {
  // Where groups are nested so deeply that the parser would not follow, only the needed
  // parentheses are written.
  Printer printer(nesting(expression) <= kMaxQueryDepth);
  printer.print(expression);
  return printer.take();
}

}  // namespace vigie
