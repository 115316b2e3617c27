#include "tests/search/xapian_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/document.h"
#include "indexer/schema.h"
#include "indexer/sum.h"
#include "indexer/writable_index.h"
#include "searchd/search/sums.h"

namespace vigie::tests {

namespace {

/// The documents whose sums slot holds a sum of the range.
class SumSource : public Xapian::ValuePostingSource {
 public:
  explicit SumSource(const AmountRange& range)
      : Xapian::ValuePostingSource(schema::kSumsSlot), range_(range) {}

  void next(double least_weight) override {
    Xapian::ValuePostingSource::next(least_weight);
    pass_others(least_weight);
  }
  void skip_to(Xapian::docid docid, double least_weight) override {
    Xapian::ValuePostingSource::skip_to(docid, least_weight);
    pass_others(least_weight);
  }
  bool check(Xapian::docid docid, double least_weight) override {
    skip_to(docid, least_weight);
    return true;
  }
  Xapian::PostingSource* clone() const override { return new SumSource(range_); }

 private:
  void pass_others(double least_weight) {
    while (!at_end() && !holds_one(get_value())) {
      Xapian::ValuePostingSource::next(least_weight);
    }
  }

  bool holds_one(const std::string& value) const {
    const std::vector<Sum> sums = sums_in(value);
    return std::any_of(sums.begin(), sums.end(), [this](const Sum& sum) {
      return is_within(range_, sum.value, sum.currency);
    });
  }

  const AmountRange range_;
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
      return Xapian::Query((new SumSource(node.amount))->release());
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

Xapian::Database with_xapians_positions(const Xapian::Database& index) {
  Xapian::WritableDatabase made("", Xapian::DB_BACKEND_INMEMORY);
  DocumentMaker documents(knowledge_of(index));
  for (auto docid = index.postlist_begin(""); docid != index.postlist_end(""); ++docid) {
    PlainDocument& plain =
        documents.make(stored_article(index, *docid), added_of(index, *docid).value_or(0));
    Xapian::Document document = xapian_document(plain);
    for (const uint32_t term : plain.terms.sorted()) {
      const std::string text = plain.terms.text(term);
      for (const uint32_t position : plain.terms.positions(term)) {
        document.add_posting(text, position, 0);
      }
    }
    made.replace_document(*docid, document);
  }
  return made;
}

}  // namespace vigie::tests
