#include "searchd/search/entity_page.h"

#include <algorithm>
#include <utility>

#include "searchd/search/count.h"
#include "searchd/search/entities.h"
#include "searchd/search/order.h"
#include "searchd/search/show.h"

namespace vigie {

namespace {

constexpr uint32_t kMostRelated = 10;  ///< of each kind
constexpr size_t kMostSums = 10;
constexpr size_t kMostHits = 5;

/// The entities of each kind that the tallied articles name most, but for the one with this id.
std::vector<FacetAnswer> related(Tally& tally, const std::string& id) {
  std::vector<FacetAnswer> answers;
  for (const Facet facet : all_facets()) {
    if (!entity_kind_of(facet)) {
      continue;
    }
    answers.push_back(tally.facet({facet, kMostRelated + 1, {}, {}}));
    std::vector<FacetCount>& values = answers.back().values;
    const auto is_itself = [&id](const FacetCount& value) { return value.value == id; };
    values.erase(std::remove_if(values.begin(), values.end(), is_itself), values.end());
    values.resize(std::min<size_t>(values.size(), kMostRelated));
  }
  return answers;
}

std::vector<Hit> newest_hits(const Roaring& articles, SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  const Highlights no_marks;
  const SumFilter any_sum;
  const auto order = [&](size_t most) {
    return order_by_date(articles, snapshot.columns, true, most);
  };
  std::vector<Hit> hits;
  for (const Ranked& ranked : first_stories(order, kMostHits, snapshot.clusters)) {
    hits.push_back(show_hit(ranked, {tools, no_marks, any_sum}));
  }
  return hits;
}

}  // namespace

EntityAnswer entity_page(uint32_t number, SearchTools tools) {
  const Snapshot& snapshot = tools.reader.snapshot();
  const Entity& entity = snapshot.gazetteer->entity(number);
  Roaring articles;
  tools.reader.add_articles(entity_term(entity), articles);
  articles &= snapshot.live;
  EntityAnswer answer;
  answer.entity = shown(entity);
  const std::vector<std::string_view> names = all_names(entity);
  answer.names.assign(names.begin(), names.end());
  const Copies copies = copies_among(articles, snapshot);
  answer.total = articles.cardinality() - surplus(copies);
  Tally tally(articles, copies, snapshot);
  answer.timeline = tally.timeline();
  answer.related = related(tally, entity.id);
  answer.sums = largest_sums(number, articles, kMostSums, tools);
  answer.hits = newest_hits(articles, tools);
  answer.index = state_of(snapshot);
  return answer;
}

}  // namespace vigie
