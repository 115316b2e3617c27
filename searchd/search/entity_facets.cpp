// Facets of entities: thousands of values, of which few are shown.
#include <algorithm>

#include "searchd/search/count.h"

namespace vigie {

const Counts& Tally::entities() {
  if (!entities_) {
    entities_ = count_lists(snapshot_.gazetteer->entities().size(), &ColumnChunk::entities);
  }
  return *entities_;
}

FacetAnswer Tally::entity_facet(const FacetRequest& request, EntityKind kind) {
  const Gazetteer& gazetteer = *snapshot_.gazetteer;
  const Counts& counts = entities();
  FacetAnswer answer;
  answer.facet = request.facet;
  std::vector<uint32_t> numbers;
  for (const uint32_t number : gazetteer.of_kind(kind)) {
    if (counts[number] > 0) {
      numbers.push_back(number);
    }
  }
  answer.distinct = numbers.size();
  const auto before = [&](uint32_t a, uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b]
                                  : gazetteer.entity(a).id < gazetteer.entity(b).id;
  };
  const size_t shown = std::min<size_t>(request.size, numbers.size());
  std::partial_sort(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(shown),
                    numbers.end(), before);
  numbers.resize(shown);
  for (const std::string& id : request.selected) {
    const uint32_t number = *gazetteer.number_of(id);
    if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
      numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end(), before);
  for (const uint32_t number : numbers) {
    const Entity& entity = gazetteer.entity(number);
    const bool selected = std::find(request.selected.begin(), request.selected.end(), entity.id) !=
                          request.selected.end();
    answer.values.push_back(
        {entity.id, counts[number], selected, entity.french_label, entity.english_label});
  }
  return answer;
}

}  // namespace vigie
