// The structure of a plan: groups, phrases, fields. What single words become is in plan_words.cpp.
#include "searchd/search/planner.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "indexer/schema.h"
#include "indexer/text/fold.h"
#include "searchd/search/engine.h"
#include "searchd/search/names.h"

namespace vigie {

namespace {

/// Whether `words` all stand in `name`, all folded.
bool name_has_words(const std::string& name, const std::vector<WordForm>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&name](const WordForm& word) { return name_has_word(name, word.folded); });
}

/// Leaves with a word in capitals, and with words that are not.
struct CapitalCount {
  size_t capitals = 0;
  size_t others = 0;
};

void count_capitals(const Expression& expression, Analyzer& analyzer, CapitalCount& count) {
  for (const Expression& child : expression.children) {
    count_capitals(child, analyzer, count);
  }
  if (expression.kind != ExpressionKind::kWords) {
    return;
  }
  const std::vector<Token>& tokens = analyzer.analyze(expression.text);
  const auto is_acronym = [](const Token& token) { return token.kind == TokenKind::kAcronym; };
  const auto is_word = [](const Token& token) {
    return token.kind == TokenKind::kWord && token.form->folded.size() > 1 &&
           token.form->folded.find_first_of("0123456789") == std::string::npos;
  };
  if (std::any_of(tokens.begin(), tokens.end(), is_acronym)) {
    ++count.capitals;
  } else if (std::any_of(tokens.begin(), tokens.end(), is_word)) {
    ++count.others;
  }
}

/// Whether the query has words besides function words.
bool has_content(const Expression& expression, Analyzer& analyzer) {
  if (expression.kind == ExpressionKind::kNot) {
    return false;
  }
  if (!expression.children.empty()) {
    return std::any_of(
        expression.children.begin(), expression.children.end(),
        [&analyzer](const Expression& child) { return has_content(child, analyzer); });
  }
  if (expression.kind != ExpressionKind::kWords || expression.field == QueryField::kLanguage) {
    return expression.kind != ExpressionKind::kNothing;
  }
  const std::vector<Token>& tokens = analyzer.analyze(expression.text);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return !token.form->function_word || token.kind == TokenKind::kAcronym;
  });
}

bool is_plain_word(const Expression& expression) {
  return expression.kind == ExpressionKind::kWords && expression.field == QueryField::kText;
}

}  // namespace

Plan Planner::plan(const Expression& expression) {
  plan_ = {};
  CapitalCount count;
  count_capitals(expression, analyzer_, count);
  capitals_ = count.capitals >= 2 && count.others == 0;
  function_words_ = !has_content(expression, analyzer_);
  if (lexicon_ != nullptr) {
    choose_direction(expression);
  }
  if (expression.kind == ExpressionKind::kNothing) {
    plan_.tree.kind = PlanKind::kEverything;
    return std::move(plan_);
  }
  plan_.tree = node(expression, true).value_or(PlanNode{});
  sort_phrases();
  return std::move(plan_);
}

Planner::Node Planner::node(const Expression& expression, bool positive) {
  switch (expression.kind) {
    case ExpressionKind::kAnd:
    case ExpressionKind::kOr:
    case ExpressionKind::kSequence:
      return group(expression, positive);
    case ExpressionKind::kNot: {
      Node child = node(expression.children.front(), false);
      return child ? Node(make_not(std::move(*child))) : std::nullopt;
    }
    case ExpressionKind::kNear:
      return near(expression, positive);
    case ExpressionKind::kDateRange: {
      const Snapshot& snapshot = reader_.snapshot();
      return make_terms(day_alternatives(std::max(expression.from_day, snapshot.first_day),
                                         std::min(expression.to_day, snapshot.last_day)));
    }
    case ExpressionKind::kAmountRange:
      return amount(expression);
    case ExpressionKind::kNothing:
      return std::nullopt;
    case ExpressionKind::kWords:
    case ExpressionKind::kPhrase:
    case ExpressionKind::kExact:
    case ExpressionKind::kPrefix:
      break;
  }
  return leaf(expression, positive);
}

Planner::Node Planner::leaf(const Expression& expression, bool positive) {
  switch (expression.field) {
    case QueryField::kAuthor:
    case QueryField::kSource:
      return names(expression);
    case QueryField::kLanguage:
      return make_terms({{schema::term(schema::Prefix::kLanguage, fold(expression.text)), ""}});
    case QueryField::kOrganisation:
    case QueryField::kPerson:
    case QueryField::kProgramme:
    case QueryField::kPlace:
    case QueryField::kTopic:
      return entities(expression);
    case QueryField::kText:
    case QueryField::kTitle:
      break;
  }
  switch (expression.kind) {
    case ExpressionKind::kPhrase:
      return translated_phrase(expression, positive);
    case ExpressionKind::kExact:
      return exact(expression, positive);
    case ExpressionKind::kPrefix:
      return prefix(expression, positive);
    default:
      break;
  }
  if (lexicon_ != nullptr && positive) {
    Member term = meant({expression}, 0);
    if (term.node) {
      return std::move(term.node);
    }
  }
  return words(expression.text, expression.field, positive);
}

Planner::Member Planner::member(const Expression& group, size_t begin, bool positive) {
  const std::vector<Expression>& children = group.children;
  if (group.kind != ExpressionKind::kSequence || begin + 1 == children.size() ||
      !is_plain_word(children[begin]) || !is_plain_word(children[begin + 1])) {
    return {node(children[begin], positive), 1};
  }
  if (lexicon_ != nullptr && positive) {
    Member term = meant(children, begin);
    if (term.node) {
      return term;
    }
  }
  if (Node joined = joined_pair(children[begin], children[begin + 1], positive)) {
    return {std::move(joined), 2};
  }
  return {node(children[begin], positive), 1};
}

Planner::Node Planner::group(const Expression& expression, bool positive) {
  const bool is_sequence = expression.kind == ExpressionKind::kSequence;
  const bool any =
      expression.kind == ExpressionKind::kOr || (is_sequence && mode_ == MatchMode::kAny);
  std::vector<PlanNode> wanted;
  std::vector<PlanNode> unwanted;  // of a sequence: excluded in either mode
  const std::vector<Expression>& children = expression.children;
  size_t wanted_words = 0;
  for (size_t i = 0; i < children.size();) {
    Member part = member(expression, i, positive);
    i += part.children;
    if (!part.node) {
      continue;
    }
    const bool excluded = is_sequence && part.node->kind == PlanKind::kNot;
    wanted_words += excluded ? 0 : part.children;
    (excluded ? unwanted : wanted).push_back(std::move(*part.node));
  }
  if (wanted.empty() && unwanted.empty()) {
    return std::nullopt;
  }
  plan_.has_sequence = plan_.has_sequence || (is_sequence && wanted_words >= 2);
  if (unwanted.empty()) {
    return any ? make_or(std::move(wanted)) : make_and(std::move(wanted));
  }
  if (any && !wanted.empty()) {
    unwanted.push_back(make_or(std::move(wanted)));
    return make_and(std::move(unwanted));
  }
  std::move(unwanted.begin(), unwanted.end(), std::back_inserter(wanted));
  return make_and(std::move(wanted));
}

Planner::Node Planner::near(const Expression& expression, bool positive) {
  std::vector<WordForm> forms;
  for (const Expression& child : expression.children) {
    for (WordForm& form : word_forms(child.text)) {
      forms.push_back(std::move(form));
    }
  }
  if (forms.size() < 2) {
    return forms.empty() ? std::nullopt : Node(word_node(forms.front(), expression.field));
  }
  const auto words = static_cast<uint32_t>(forms.size());
  for (const WordForm& form : forms) {
    if (positive) {
      score_word(form, 1);
      mark(form);
    }
  }
  return sequence_node(forms, expression.distance + words - 1, false);
}

Planner::Node Planner::phrase(const Expression& expression, bool positive) {
  const std::vector<WordForm> forms = word_forms(expression.text);
  if (forms.empty()) {
    return std::nullopt;
  }
  for (const WordForm& form : forms) {
    if (positive && (!form.function_word || forms.size() == 1)) {
      score_word(form, 1);
    }
  }
  std::vector<PlanNode> parts;
  if (expression.field == QueryField::kTitle) {
    // Title terms have no positions: the words all in the title, and the phrase somewhere.
    for (const WordForm& form : forms) {
      parts.push_back(word_node(form, QueryField::kTitle));
    }
  }
  if (forms.size() == 1) {
    if (positive) {
      mark(forms.front());
    }
    return parts.empty() ? word_node(forms.front(), QueryField::kText) : std::move(parts.front());
  }
  parts.push_back(sequence_node(forms, 0, positive));
  return make_and(std::move(parts));
}

PlanNode Planner::amount(const Expression& expression) {
  if (!expression.text.empty()) {
    throw InvalidRequest("q", "amount:" + expression.text +
                                  ": expected a sum or a range of sums, such as amount:>=100M, "
                                  "amount:50M..1B or amount:50M..1B EUR.");
  }
  PlanNode node;
  node.kind = PlanKind::kSum;
  node.amount = expression.amount;
  return node;
}

PlanNode Planner::names(const Expression& expression) {
  const std::vector<WordForm> words = word_forms(expression.text);
  const bool is_author = expression.field == QueryField::kAuthor;
  const Dictionaries& dictionaries = *reader_.snapshot().dictionaries;
  const Dictionary& dictionary = is_author ? dictionaries.author : dictionaries.source;
  const schema::Prefix prefix = is_author ? schema::Prefix::kAuthor : schema::Prefix::kSource;
  std::vector<Alternative> alternatives;
  for (const std::string& value : dictionary.values) {
    const std::string name = fold_name(value);
    if (!name.empty() && !words.empty() && name_has_words(name, words)) {
      alternatives.push_back({schema::term(prefix, name), ""});
    }
  }
  return make_terms(std::move(alternatives));
}

}  // namespace vigie
