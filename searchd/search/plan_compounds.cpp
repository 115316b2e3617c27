// Compounds in a query: joined, hyphened or apart, each finds the others.
#include <array>
#include <utility>

#include "searchd/search/planner.h"

namespace vigie {

namespace {

/// Weight of a compound's parts beside the compound itself: an article that writes it apart holds
/// only these.
constexpr double kPartWeight = 0.5;

/// Beginnings that one writer joins and another does not: contre-mesure, contre mesure,
/// contremesure.
constexpr std::array<std::string_view, 29> kBoundBeginnings = {
    "aero",  "air",     "anti", "auto", "avant", "bi",    "bio",   "co",    "contre", "counter",
    "cyber", "electro", "euro", "geo",  "hyper", "infra", "inter", "intra", "micro",  "mini",
    "multi", "nano",    "non",  "post", "pre",   "radio", "semi",  "super", "ultra"};
constexpr size_t kShortestRest = 4;

}  // namespace

PlanNode Planner::compound(const std::vector<Token>& tokens, bool positive) {
  std::vector<PlanNode> nodes;
  std::vector<WordForm> parts;
  for (const Token& token : tokens) {
    const WordForm& form = *token.form;
    if (token.kind == TokenKind::kJoined) {
      nodes.push_back(word_node(form, QueryField::kText));
    } else if (token.kind == TokenKind::kWord) {
      parts.push_back(form);
    }
    const bool is_joined = token.kind == TokenKind::kJoined;
    const bool is_telling =
        token.kind == TokenKind::kWord && !form.function_word && form.folded.size() > 1;
    if (positive && (is_joined || is_telling)) {
      score_word(form, is_joined ? 1 : kPartWeight);
    }
    if (positive && is_joined) {
      mark(form);
    }
  }
  nodes.push_back(sequence_node(parts, 0, positive));
  return make_or(std::move(nodes));
}

std::optional<PlanNode> Planner::split(const WordForm& form, bool positive) {
  const std::string folded = form.folded;
  for (const std::string_view beginning : kBoundBeginnings) {
    if (folded.size() < beginning.size() + kShortestRest || folded.rfind(beginning, 0) != 0) {
      continue;
    }
    const std::string rest = folded.substr(beginning.size());
    if (word_count(reader_.snapshot(), rest) > 0 && word_count(reader_.snapshot(), beginning) > 0) {
      const WordForm head = analyzer_.form_of(beginning);
      const WordForm tail = analyzer_.form_of(rest);
      return sequence_node({head, tail}, 0, positive);
    }
  }
  return std::nullopt;
}

Planner::Node Planner::joined_pair(const Expression& first, const Expression& second,
                                   bool positive) {
  std::array<WordForm, 2> forms;
  const std::array<const Expression*, 2> sides = {&first, &second};
  for (size_t i = 0; i < sides.size(); ++i) {
    const std::vector<Token>& tokens = analyzer_.analyze(sides[i]->text);
    if (tokens.size() != 1 || tokens.front().form->function_word) {
      return std::nullopt;
    }
    forms[i] = *tokens.front().form;
  }
  const std::string together = forms[0].folded + forms[1].folded;
  if (word_count(reader_.snapshot(), together) == 0) {
    return std::nullopt;
  }
  const WordForm joined = analyzer_.form_of(together);
  std::vector<PlanNode> apart;
  for (const WordForm& form : forms) {
    apart.push_back(word_node(form, QueryField::kText));
    if (positive) {
      score_word(form, 1);
      mark(form);
    }
  }
  if (positive) {
    score_word(joined, 1);
    mark(joined);
  }
  std::vector<PlanNode> nodes;
  nodes.push_back(mode_ == MatchMode::kAny ? make_or(std::move(apart))
                                           : make_and(std::move(apart)));
  nodes.push_back(word_node(joined, QueryField::kText));
  return make_or(std::move(nodes));
}

}  // namespace vigie
