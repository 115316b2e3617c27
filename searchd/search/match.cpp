#include "searchd/search/match.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searchd/search/bitmap_source.h"
#include "searchd/search/engine.h"
#include "searchd/search/phrase.h"
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

  void require_time() const {
    if (std::chrono::steady_clock::now() > deadline_) {
      throw Unavailable("The search took longer than it may; ask for less at once.");
    }
  }

  Roaring terms(const PlanNode& node) {
    require_time();
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

  /// Plain children first, then what Xapian must look at positions for, inside what is left;
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

  Roaring any(const PlanNode& node, const Roaring* within) {
    Roaring result;
    for (const PlanNode& child : node.children) {
      result |= evaluate(child, within);
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

  /// By positions in memory, where they are or are worth reading; the rest by Xapian.
  Roaring proximity(const PlanNode& node, const Roaring* within) {
    require_time();
    Roaring result;
    Roaring rest;
    for (const std::vector<std::string>& sequence : node.sequences) {
      Roaring inside = candidates(sequence, within);
      if (node.window == 0) {
        result |= take_phrases(sequence, inside);
      }
      rest |= inside;
    }
    return rest.isEmpty() ? result : result | by_xapian(node, rest);
  }

  /// Takes from `inside` those of the base, where they can be told without Xapian; those that hold
  /// the phrase.
  Roaring take_phrases(const std::vector<std::string>& sequence, Roaring& inside) {
    Roaring base;
    base.addRange(0, uint64_t{reader_.snapshot().base->last_docid} + 1);
    std::optional<Roaring> found = match_phrase(sequence, inside & base, reader_);
    if (found) {
      inside -= base;
    }
    return found ? std::move(*found) : Roaring();
  }

  Roaring by_xapian(const PlanNode& node, const Roaring& inside) {
    BitmapSource source(inside, deadline_);
    const Xapian::Query query(Xapian::Query::OP_AND, Xapian::Query(&source), to_xapian_query(node));
    Xapian::Enquire enquire(reader_.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_query(query);
    const auto most = static_cast<Xapian::doccount>(inside.cardinality());
    const Xapian::MSet found = enquire.get_mset(0, most);
    require_time();
    Roaring result;
    for (auto it = found.begin(); it != found.end(); ++it) {
      result.add(*it);
    }
    return result;
  }

  TermReader& reader_;
  const Deadline deadline_;
};

Xapian::Query terms_query(const PlanNode& node) {
  std::vector<Xapian::Query> any;
  for (const Alternative& alternative : node.alternatives) {
    Xapian::Query query(alternative.term);
    if (!alternative.without.empty()) {
      query = Xapian::Query(Xapian::Query::OP_AND_NOT, query, Xapian::Query(alternative.without));
    }
    any.push_back(query);
  }
  return {Xapian::Query::OP_OR, any.begin(), any.end()};
}

Xapian::Query proximity_query(const PlanNode& node) {
  std::vector<Xapian::Query> any;
  for (const std::vector<std::string>& sequence : node.sequences) {
    const auto words = static_cast<Xapian::termcount>(sequence.size());
    any.push_back(node.window == 0 ? Xapian::Query(Xapian::Query::OP_PHRASE, sequence.begin(),
                                                   sequence.end(), words)
                                   : Xapian::Query(Xapian::Query::OP_NEAR, sequence.begin(),
                                                   sequence.end(), std::max(words, node.window)));
  }
  return {Xapian::Query::OP_OR, any.begin(), any.end()};
}

}  // namespace

Roaring match(const PlanNode& node, TermReader& reader, Deadline deadline) {
  Roaring result = Matcher(reader, deadline).evaluate(node, nullptr);
  if (!reader.snapshot().dead.isEmpty()) {
    result -= reader.snapshot().dead;
  }
  return result;
}

Xapian::Query to_xapian_query(const PlanNode& node) {
  std::vector<Xapian::Query> children;
  for (const PlanNode& child : node.children) {
    children.push_back(to_xapian_query(child));
  }
  switch (node.kind) {
    case PlanKind::kTerms:
      return terms_query(node);
    case PlanKind::kProximity:
      return proximity_query(node);
    case PlanKind::kSum:
      return sum_query(node.amount);
    case PlanKind::kAnd:
      return {Xapian::Query::OP_AND, children.begin(), children.end()};
    case PlanKind::kOr:
      return {Xapian::Query::OP_OR, children.begin(), children.end()};
    case PlanKind::kNot:
      return {Xapian::Query::OP_AND_NOT, Xapian::Query(std::string()), children.front()};
    case PlanKind::kEverything:
      return Xapian::Query(std::string());
    case PlanKind::kNothing:
      break;
  }
  return {};
}

}  // namespace vigie
