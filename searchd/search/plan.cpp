#include "searchd/search/plan.h"

#include <algorithm>
#include <utility>

namespace vigie {

namespace {

PlanNode make_group(PlanKind kind, std::vector<PlanNode> children) {
  if (children.empty()) {
    return {};
  }
  if (children.size() == 1) {
    return std::move(children.front());
  }
  PlanNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

}  // namespace

bool Highlights::empty() const {
  const auto none = [](const auto& set) { return set.empty(); };
  return std::all_of(stems.begin(), stems.end(), none) && acronyms.empty() && forms.empty() &&
         prefixes.empty() && std::all_of(phrases.begin(), phrases.end(), none);
}

PlanNode make_and(std::vector<PlanNode> children) {
  return make_group(PlanKind::kAnd, std::move(children));
}

PlanNode make_or(std::vector<PlanNode> children) {
  return make_group(PlanKind::kOr, std::move(children));
}

PlanNode make_not(PlanNode child) {
  PlanNode node;
  node.kind = PlanKind::kNot;
  node.children.push_back(std::move(child));
  return node;
}

PlanNode make_terms(std::vector<Alternative> alternatives) {
  PlanNode node;
  node.kind = alternatives.empty() ? PlanKind::kNothing : PlanKind::kTerms;
  node.alternatives = std::move(alternatives);
  return node;
}

}  // namespace vigie
