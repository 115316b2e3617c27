#include "searchd/search/match.h"

#include <algorithm>
#include <utility>

#include "searchd/search/sequence.h"
#include "searchd/search/sums.h"

namespace vigie {

namespace {

class Matcher {
 public:
  Matcher(TermReader& reader, Deadline deadline) : reader_(reader), deadline_(deadline) {}

  /// The articles of `node`, dead ones perhaps among them; of those outside `within` (where given)
  /// nothing is promised.
  Roaring evaluate(const PlanNode& node, const Roaring* within) {
    switch (node.kind) {
      case PlanKind::kTerms:
        return terms(node);
      case PlanKind::kProximity:
        return proximity(node, within);
      case PlanKind::kAnd:
        return all(node, within);
      case PlanKind::kOr:
        return any(node, within);
      case PlanKind::kNot:
        return reader_.snapshot().live - evaluate(node.children.front(), within);
      case PlanKind::kSum:
        return with_sum(within == nullptr ? reader_.snapshot().live : *within,
                        SumFilter{node.amount, currencies_of(node.amount), {}}, reader_.snapshot());
      case PlanKind::kEverything:
        return reader_.snapshot().live;
      case PlanKind::kNothing:
        break;
    }
    return {};
  }

 private:
  static std::vector<std::string> currencies_of(const AmountRange& range) {
    return range.currency.empty() ? std::vector<std::string>()
                                  : std::vector<std::string>{range.currency};
  }

  Roaring terms(const PlanNode& node) {
    require_time(deadline_);
    Roaring result;
    for (const Alternative& alternative : node.alternatives) {
      if (alternative.without.empty() || reader_.postings(alternative.without).empty()) {
        reader_.add_articles(alternative.term, result);
        continue;
      }
      Roaring with;
      Roaring without;
      reader_.add_articles(alternative.term, with);
      reader_.add_articles(alternative.without, without);
      result |= with - without;
    }
    return result;
  }

  /// Plain children first, then what positions must be looked at for, inside what is left;
  /// exclusions are cut off last.
  Roaring all(const PlanNode& node, const Roaring* within) {
    std::vector<const PlanNode*> order;
    for (const PlanNode& child : node.children) {
      order.push_back(&child);
    }
    std::stable_sort(order.begin(), order.end(), [](const PlanNode* a, const PlanNode* b) {
      return cost_rank(*a) < cost_rank(*b);
    });
    Roaring result;
    bool first = true;
    for (const PlanNode* child : order) {
      if (!first && result.isEmpty()) {
        break;
      }
      const Roaring* inside = first ? within : &result;
      if (child->kind == PlanKind::kNot && !first) {
        result -= evaluate(child->children.front(), inside);
      } else if (first) {
        result = evaluate(*child, inside);
      } else {
        result &= evaluate(*child, inside);
      }
      first = false;
    }
    return result;
  }

  static int cost_rank(const PlanNode& node) {
    switch (node.kind) {
      case PlanKind::kTerms:
      case PlanKind::kEverything:
      case PlanKind::kNothing:
        return 0;
      case PlanKind::kSum:
      case PlanKind::kAnd:
      case PlanKind::kOr:
        return 1;
      case PlanKind::kProximity:
        return 2;
      case PlanKind::kNot:
        break;
    }
    return 3;
  }

  /// make_or() leaves no group without children.
  Roaring any(const PlanNode& node, const Roaring* within) {
    Roaring result = evaluate(node.children.front(), within);
    for (size_t i = 1; i < node.children.size(); ++i) {
      result |= evaluate(node.children[i], within);
    }
    return result;
  }

  /// The live articles within `within` (where given) that hold all the words of one sequence: where
  /// positions are worth a look.
  Roaring candidates(const std::vector<std::string>& sequence, const Roaring* within) {
    Roaring result = with_all(sequence) - reader_.snapshot().dead;
    if (within != nullptr) {
      result &= *within;
    }
    return result;
  }

  Roaring with_all(const std::vector<std::string>& terms) {
    Roaring result;
    for (size_t i = 0; i < terms.size(); ++i) {
      Roaring with;
      reader_.add_articles(terms[i], with);
      result = i == 0 ? std::move(with) : result & with;
      if (result.isEmpty()) {
        break;
      }
    }
    return result;
  }

  Roaring proximity(const PlanNode& node, const Roaring* within) {
    Roaring result;
    for (const std::vector<std::string>& sequence : node.sequences) {
      result |=
          match_sequence(sequence, node.window, candidates(sequence, within), reader_, deadline_);
    }
    return result;
  }

  TermReader& reader_;
  const Deadline deadline_;
};

}  // namespace

Roaring match(const PlanNode& node, TermReader& reader, Deadline deadline) {
  Roaring result = Matcher(reader, deadline).evaluate(node, nullptr);
  if (!reader.snapshot().dead.isEmpty()) {
    result -= reader.snapshot().dead;
  }
  return result;
}

}  // namespace vigie
